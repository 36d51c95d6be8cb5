import { type BilingualName, supplierOf } from '../../shared/documents/say.ts';
import type { MeanScore } from '../../shared/domain/evaluation/mean-scores.ts';
import type { EvaluationReport, ReportEvaluator } from '../../shared/domain/reports/types.ts';
import { formatScore } from '../../shared/kernel/format.ts';
import { Name, Say } from './document-language.tsx';
import { balancedGroups } from './matrix-plan.ts';
import classes from './report-document.module.css';
import { Head, Key, Section } from './section.tsx';

/** Evaluators beside each other on an upright page. */
const MOST_EVALUATORS = 5;

/** Who gave what where several scored: the mean that counts, and where they lie 20 points or more apart. */
export function ScoresSection({ report }: { readonly report: EvaluationReport }) {
  const { assessment } = report;
  const means = assessment?.means ?? [];
  const evaluators = (assessment?.evaluators ?? []).filter(({ id }) =>
    means.some(({ given }) => given.some(({ evaluatorId }) => evaluatorId === id)),
  );
  if (evaluators.length < 2) return null;
  const rows = rowsOf(report, means);
  return (
    <Section title={({ report: words }) => words.section.scores}>
      <Key>
        <Say>{({ report: words }) => words.ranking.disagreementKey}</Say>
      </Key>
      {balancedGroups(evaluators.length, MOST_EVALUATORS).map((group) => (
        <ScoresTable key={group[0]} rows={rows} evaluators={group.flatMap((index) => evaluators[index] ?? [])} />
      ))}
    </Section>
  );
}

interface Row {
  readonly mean: MeanScore;
  readonly supplier: BilingualName;
  readonly criterion: BilingualName;
}

/** Supplier by supplier in the order of the totals, criterion by criterion in that of the tree. */
function rowsOf({ comparison, criteria }: EvaluationReport, means: readonly MeanScore[]): Row[] {
  return comparison.quotes.flatMap(({ quote }) =>
    criteria.flatMap((criterion) => {
      const mean = means.find((one) => one.supplierId === quote.supplierId && one.criterionId === criterion.id);
      return mean === undefined ? [] : [{ mean, supplier: supplierOf(quote), criterion }];
    }),
  );
}

function ScoresTable({
  rows,
  evaluators,
}: {
  readonly rows: readonly Row[];
  readonly evaluators: readonly ReportEvaluator[];
}) {
  return (
    <table className={`${classes.table} ${classes.spaced}`}>
      <thead>
        <tr>
          <Head>{({ report: words }) => words.column.supplier}</Head>
          <Head>{({ report: words }) => words.column.criterion}</Head>
          {evaluators.map(({ id, name }) => (
            <th key={id} scope="col" className={classes.figure}>
              {name}
            </th>
          ))}
          <Head figure>{({ report: words }) => words.column.mean}</Head>
          <Head figure>{({ report: words }) => words.column.spread}</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ mean, supplier, criterion }) => (
          <tr key={`${mean.supplierId} ${mean.criterionId}`} data-total={mean.disagrees || undefined}>
            <th scope="row">
              <Name name={supplier} />
            </th>
            <td>
              <Name name={criterion} />
            </td>
            {evaluators.map(({ id }) => {
              const given = mean.given.find(({ evaluatorId }) => evaluatorId === id);
              return (
                <td key={id} className={classes.figure}>
                  {given === undefined ? '—' : formatScore(given.scoreHundredths)}
                </td>
              );
            })}
            <td className={classes.figure}>{formatScore(mean.meanHundredths)}</td>
            <td className={classes.figure}>
              {mean.given.length < 2 ? '' : `${formatScore(mean.spreadHundredths)}${mean.disagrees ? ' ≠' : ''}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
