import { createContext, Fragment, type ReactNode, useContext } from 'react';
import type { ReportLanguage } from '../../shared/contract/reports.ts';
import { type BilingualName, inLine, nameIn, say, type Tongue, type Words } from '../../shared/documents/say.ts';
import classes from './report-document.module.css';

const DocumentLanguage = createContext<ReportLanguage>('en');

/** The language of a document, which is chosen for it and need not be the screen's. */
export function DocumentLanguageProvider(props: { readonly language: ReportLanguage; readonly children: ReactNode }) {
  return <DocumentLanguage.Provider value={props.language}>{props.children}</DocumentLanguage.Provider>;
}

export function useDocumentLanguage(): ReportLanguage {
  return useContext(DocumentLanguage);
}

type Choice = (words: Words, tongue: Tongue) => string;

/** `stacked` sets the second language on a line of its own, as in the head of a table; `paragraphs` gives each its paragraph. */
export function Say({
  children,
  as = 'inline',
}: {
  readonly children: Choice;
  readonly as?: 'inline' | 'stacked' | 'paragraphs';
}) {
  const said = say(useDocumentLanguage(), children);
  if (as === 'paragraphs') {
    return said.map(({ tongue, text }) => (
      <p key={tongue} lang={htmlLanguage(tongue)}>
        {text}
      </p>
    ));
  }
  return said.map(({ tongue, text }, index) => (
    <Fragment key={tongue}>
      {index > 0 && as === 'inline' ? ' / ' : null}
      <span lang={htmlLanguage(tongue)} className={as === 'stacked' ? classes.stacked : undefined}>
        {text}
      </span>
    </Fragment>
  ));
}

/** A name in the language of the document, in both where it has both. */
export function Name({ name, as = 'stacked' }: { readonly name: BilingualName; readonly as?: 'inline' | 'stacked' }) {
  return <Say as={as}>{(_, tongue) => nameIn(tongue, name)}</Say>;
}

/** The same as one string, for places that take no markup. */
export function useInLine(): (choose: Choice) => string {
  const language = useDocumentLanguage();
  return (choose) => inLine(say(language, choose));
}

function htmlLanguage(tongue: Tongue): string {
  return tongue === 'zh' ? 'zh-CN' : 'en';
}
