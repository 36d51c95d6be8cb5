import { rankText } from '../../shared/documents/ledger-text.ts';
import { summaryText } from '../../shared/documents/report-findings.ts';
import { supplierOf } from '../../shared/documents/say.ts';
import type { ComparedQuote, DifferenceRange, MinorRange } from '../../shared/domain/comparison/types.ts';
import { findingsOf } from '../../shared/domain/reports/findings.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatDifference, formatMoneyRange, formatPercentDifference } from '../../shared/kernel/format.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { fill } from '../../shared/texts/fill.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** So many totals stand on one page, also in both languages. */
const MOST_TOGETHER = 15;

/** The answer in a paragraph, then every total with its differences. */
export function SummarySection({ report }: { readonly report: EvaluationReport }) {
  const { comparison } = report;
  const { currency } = comparison.options;
  const findings = findingsOf(report);
  return (
    <>
      <Section title={({ report: words }) => words.section.summary} together>
        <div className={classes.answer}>
          <Say as="paragraphs">{(_, tongue) => summaryText(findings, currency, tongue)}</Say>
        </div>
      </Section>
      {comparison.quotes.length === 0 ? null : (
        <Section
          title={({ report: words }) => words.section.totals}
          together={comparison.quotes.length <= MOST_TOGETHER}
        >
          <TotalsTable report={report} />
          <Key>
            <Say>{({ report: words }) => words.totalsKey}</Say>
          </Key>
        </Section>
      )}
    </>
  );
}

function TotalsTable({ report }: { readonly report: EvaluationReport }) {
  const { quotes, options, rows, estimateMinor, averageRange, estimatedCount } = report.comparison;
  const { currency } = options;
  const hasEstimate = estimateMinor !== null && estimatedCount === rows.length;
  const isOnly = quotes.filter(({ standing }) => standing !== null).length < 2;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <Head figure>{({ report: words }) => words.column.rank}</Head>
          <Head>{({ report: words }) => words.column.supplier}</Head>
          <Head figure addition={currency}>
            {({ report: words }) => words.column.total}
          </Head>
          <Head figure>{({ report: words }) => words.column.toLowest}</Head>
          <Head figure>{({ report: words }) => words.column.toAverage}</Head>
          {hasEstimate ? <Head figure>{({ report: words }) => words.column.toEstimate}</Head> : null}
          <Head>{({ report: words }) => words.column.state}</Head>
        </tr>
      </thead>
      <tbody>
        {quotes.map((compared) => (
          <TotalsRow
            key={compared.quote.id}
            compared={compared}
            currency={currency}
            itemCount={rows.length}
            hasEstimate={hasEstimate}
            isOnly={isOnly}
          />
        ))}
        {averageRange === null || isOnly ? null : (
          <ReferenceRow label="average" range={averageRange} currency={currency} hasEstimate={hasEstimate} />
        )}
        {estimateMinor === null || !hasEstimate ? null : (
          <ReferenceRow
            label="estimate"
            range={{ lowMinor: estimateMinor, highMinor: estimateMinor }}
            currency={currency}
            hasEstimate={hasEstimate}
          />
        )}
      </tbody>
    </table>
  );
}

function TotalsRow(props: {
  readonly compared: ComparedQuote;
  readonly currency: CurrencyCode;
  readonly itemCount: number;
  readonly hasEstimate: boolean;
  /** Nothing to be lower than. */
  readonly isOnly: boolean;
}) {
  const { compared, currency, itemCount, hasEstimate, isOnly } = props;
  const { quote, rank, standing, totalRange, state, pricedCount } = compared;
  const { toLowestRange, toAverageRange, toEstimateRange } = compared;
  return (
    <tr data-lowest={(rank === 1 && !isOnly) || undefined} data-unranked={standing === null || undefined}>
      <td className={classes.figure}>{rank ?? <Say as="stacked">{(_, tongue) => rankText(compared, tongue)}</Say>}</td>
      <th scope="row">
        <Name name={supplierOf(quote)} />
      </th>
      <td className={classes.figure}>
        {rank === 1 && !isOnly ? <span aria-hidden="true">◆ </span> : null}
        {totalRange === null ? '—' : formatMoneyRange(totalRange, currency)}
      </td>
      <DifferenceCell difference={isOnly ? null : toLowestRange} currency={currency} />
      <DifferenceCell difference={isOnly ? null : toAverageRange} currency={currency} />
      {hasEstimate ? <DifferenceCell difference={toEstimateRange} currency={currency} /> : null}
      <td>
        <Say as="stacked">
          {({ report: words }) =>
            state === 'incomplete'
              ? `${words.state.incomplete}: ${fill(words.value.pricedPartly, { priced: pricedCount, count: itemCount })}`
              : words.state[state]
          }
        </Say>
      </td>
    </tr>
  );
}

function DifferenceCell({
  difference,
  currency,
}: {
  readonly difference: DifferenceRange | null;
  readonly currency: CurrencyCode;
}) {
  if (difference === null) return <td className={classes.figure}>—</td>;
  const { lowMinor, highMinor, lowBp, highBp } = difference;
  const isZero = lowMinor === 0 && highMinor === 0;
  return (
    <td className={classes.figure}>
      {between(formatDifference(lowMinor, currency), formatDifference(highMinor, currency))}
      {lowBp === null || highBp === null || isZero ? null : (
        <span className={classes.sub}>{between(formatPercentDifference(lowBp), formatPercentDifference(highBp))}</span>
      )}
    </td>
  );
}

function between(low: string, high: string): string {
  return low === high ? low : `${low} … ${high}`;
}

function ReferenceRow(props: {
  readonly label: 'average' | 'estimate';
  readonly range: MinorRange;
  readonly currency: CurrencyCode;
  readonly hasEstimate: boolean;
}) {
  const { label, range, currency, hasEstimate } = props;
  return (
    <tr data-reference>
      <td />
      <th scope="row">
        <Say>{({ report: words }) => words.column[label]}</Say>
      </th>
      <td className={classes.figure}>{formatMoneyRange(range, currency)}</td>
      <td colSpan={hasEstimate ? 4 : 3} />
    </tr>
  );
}
