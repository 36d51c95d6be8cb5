import { componentTexts, questionText, rankText } from '../../shared/documents/ledger-text.ts';
import { supplierOf } from '../../shared/documents/say.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatMoneyRange } from '../../shared/kernel/format.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** What each total is made of, and which question would settle the places that are open. */
export function MakeUpSection({ report }: { readonly report: EvaluationReport }) {
  const { comparison } = report;
  const { currency } = comparison.options;
  const { question } = comparison;
  const shown = comparison.quotes.filter(({ totalRange, components }) => totalRange !== null && components.length > 0);
  if (shown.length === 0) return null;
  return (
    <Section title={({ report: words }) => words.section.makeUp}>
      <table className={classes.table}>
        <thead>
          <tr>
            <Head figure>{({ report: words }) => words.column.rank}</Head>
            <Head>{({ report: words }) => words.column.supplier}</Head>
            <Head figure addition={currency}>
              {({ report: words }) => words.column.total}
            </Head>
            <Head>{({ report: words }) => words.column.madeOf}</Head>
          </tr>
        </thead>
        <tbody>
          {shown.map((compared) => (
            <tr key={compared.quote.id} data-unranked={compared.standing === null || undefined}>
              <td className={classes.figure}>
                {compared.rank ?? <Say as="stacked">{(_, tongue) => rankText(compared, tongue)}</Say>}
              </td>
              <th scope="row">
                <Name name={supplierOf(compared.quote)} />
              </th>
              <td className={classes.figure}>
                {compared.totalRange === null ? '—' : formatMoneyRange(compared.totalRange, currency)}
              </td>
              <td>
                <Say as="stacked">
                  {(_, tongue) => componentTexts(compared, currency, tongue).join(tongue === 'zh' ? '；' : '; ')}
                </Say>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {question === null ? null : (
        <Key>
          <Say>{(_, tongue) => questionText(question, comparison, tongue)}</Say>
        </Key>
      )}
    </Section>
  );
}
