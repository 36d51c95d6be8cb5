import type { ReactNode } from 'react';
import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import type { SupplierDossier } from '../../../shared/contract/supplier-dossiers.ts';
import report from '../report-document.module.css';
import type { SheetWords } from '../sheets/sheet-words.ts';
import classes from './dossier.module.css';

/** What every part of a dossier is made from. */
export interface DossierPartProps {
  readonly dossier: SupplierDossier;
  readonly words: SheetWords;
  readonly language: ReportLanguage;
}

/** Labels with their values, four abreast. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={report.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={report.long}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Part(props: { readonly title: string; readonly children: ReactNode; readonly together?: boolean }) {
  const { title, children, together = false } = props;
  return (
    <section className={`${report.section} ${classes.part}`} data-together={together || undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A table with a head that is repeated on every page it runs over. */
export function Rows(props: {
  /** `width` in per cent, where tables below each other are to have the same columns. */
  readonly head: readonly { readonly text: string; readonly figure?: boolean; readonly width?: number }[];
  readonly children: ReactNode;
}) {
  return (
    <table className={report.table}>
      <thead>
        <tr>
          {props.head.map(({ text, figure = false, width }) => (
            <th
              key={text}
              scope="col"
              className={figure ? report.figure : undefined}
              style={width === undefined ? undefined : { width: `${width}%` }}
            >
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}
