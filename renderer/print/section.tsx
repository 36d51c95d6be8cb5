import type { ReactNode } from 'react';
import type { Words } from '../../shared/documents/say.ts';
import { Say } from './document-language.tsx';
import classes from './report-document.module.css';

/** A part of the document below its heading, which never ends a page. */
export function Section(props: {
  readonly title: (words: Words) => string;
  readonly children: ReactNode;
  /** Short enough to stand on one page as a whole. */
  readonly together?: boolean;
  readonly landscape?: boolean;
}) {
  const { title, children, together = false, landscape = false } = props;
  return (
    <section className={classes.section} data-together={together || undefined} data-landscape={landscape || undefined}>
      <h2>
        <Say>{title}</Say>
      </h2>
      {children}
    </section>
  );
}

/** A quiet line that explains what stands above or below it. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <p className={classes.key}>{children}</p>;
}

/** The head of a column, the second language below the first. */
export function Head(props: {
  readonly children: (words: Words) => string;
  readonly figure?: boolean;
  /** Said quietly below, like a currency. */
  readonly addition?: ReactNode;
}) {
  const { children, figure = false, addition } = props;
  return (
    <th scope="col" className={figure ? classes.figure : undefined}>
      <Say as="stacked">{children}</Say>
      {addition === undefined ? null : <span className={classes.addition}>{addition}</span>}
    </th>
  );
}
