import { nameIn, supplierOf } from '../../shared/documents/say.ts';
import type { CriterionInterval, Stability } from '../../shared/domain/evaluation/assess.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatPercent } from '../../shared/kernel/format.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { fill } from '../../shared/texts/fill.ts';
import { StabilityBar } from '../charts/stability-bar.tsx';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** How far each weight may move before somebody else is first. */
export function StabilitySection({ report }: { readonly report: EvaluationReport }) {
  const { assessment, criteria } = report;
  if (assessment === undefined || criteria.length === 0 || report.comparison.quotes.length === 0) return null;
  const { stability } = assessment;
  return (
    <Section title={({ report: words }) => words.section.stability} together={criteria.length <= 14}>
      {stability.state === 'notComputable' ? (
        <Say as="paragraphs">{({ report: { stability: words } }) => words.gap[stability.reason]}</Say>
      ) : (
        <Intervals report={report} stability={stability} />
      )}
    </Section>
  );
}

function Intervals(props: {
  readonly report: EvaluationReport;
  readonly stability: Extract<Stability, { state: 'computed' }>;
}) {
  const { report, stability } = props;
  const { winnerId, criticalId, intervals, method } = stability;
  const supplierName = (id: Id) => {
    const quote = report.comparison.quotes.find((one) => one.quote.supplierId === id)?.quote;
    return quote === undefined ? NO_NAME : supplierOf(quote);
  };
  const critical = report.criteria.find(({ id }) => id === criticalId);
  return (
    <>
      <Say as="paragraphs">
        {({ report: { stability: words } }, tongue) =>
          fill(critical === undefined ? words.neverChanges : words.summary, {
            winner: nameIn(tongue, supplierName(winnerId)),
            criterion: critical === undefined ? '' : nameIn(tongue, critical),
          })
        }
      </Say>
      <Key>
        <Say>{({ report: { stability: words } }) => (method === 'topsis' ? words.keyTopsis : words.key)}</Say>
      </Key>
      <table className={classes.table}>
        <thead>
          <tr>
            <Head>{({ report: words }) => words.column.criterion}</Head>
            <Head figure>{({ report: words }) => words.column.weight}</Head>
            <Head figure>{({ report: words }) => words.column.from}</Head>
            <Head>{({ report: { stability: words } }) => words.interval}</Head>
            <Head figure>{({ report: words }) => words.column.to}</Head>
            <Head>{({ report: { stability: words } }) => words.firstBelow}</Head>
            <Head>{({ report: { stability: words } }) => words.firstAbove}</Head>
          </tr>
        </thead>
        <tbody>
          {intervals.map((interval) => {
            const criterion = report.criteria.find(({ id }) => id === interval.criterionId);
            return (
              <tr key={interval.criterionId} data-total={interval.criterionId === criticalId || undefined}>
                <th scope="row">
                  <Name name={criterion ?? NO_NAME} />
                </th>
                <td className={classes.figure}>{formatPercent(interval.weightBp)}</td>
                <IntervalCells interval={interval} supplierName={supplierName} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function IntervalCells(props: {
  readonly interval: CriterionInterval;
  readonly supplierName: (id: Id) => { nameEn: string; nameZh: string };
}) {
  const { interval, supplierName } = props;
  const { weightBp, lowBp, highBp, belowLowId, aboveHighId } = interval;
  if (lowBp === null || highBp === null) {
    return (
      <td colSpan={5}>
        <Say>{({ report: { stability: words } }) => words.whole}</Say>
      </td>
    );
  }
  const whoever = (id: Id | null) => (id === null ? '—' : <Name name={supplierName(id)} />);
  return (
    <>
      <td className={classes.figure}>{formatPercent(lowBp)}</td>
      <td className={classes.intervalCell}>
        <StabilityBar print weightBp={weightBp} lowBp={lowBp} highBp={highBp} />
      </td>
      <td className={classes.figure}>{formatPercent(highBp)}</td>
      <td>{whoever(belowLowId)}</td>
      <td>{whoever(aboveHighId)}</td>
    </>
  );
}

const NO_NAME = { nameEn: '', nameZh: '' };
