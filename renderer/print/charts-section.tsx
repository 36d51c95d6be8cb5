import { supplierOf } from '../../shared/documents/say.ts';
import { rankedQuotes } from '../../shared/domain/reports/findings.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatMoney, formatScore } from '../../shared/kernel/format.ts';
import { fill } from '../../shared/texts/fill.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';
import { ScoreChart, type ScorePoint } from './score-chart.tsx';
import { Key, Section } from './section.tsx';
import { TotalsChart } from './totals-chart.tsx';

/** Totals as bars, and totals against scores; both readable without colour. */
export function ChartsSection({ report }: { readonly report: EvaluationReport }) {
  const ranked = rankedQuotes(report);
  if (ranked.length === 0) return null;
  const { options } = report.comparison;
  const points = scorePoints(report);
  return (
    <Section title={({ report: words }) => words.section.charts}>
      <figure className={classes.chart}>
        <figcaption>
          <Say>{({ report: words }) => fill(words.chart.totals, { currency: options.currency })}</Say>
        </figcaption>
        <TotalsChart report={report} />
      </figure>
      <figure className={classes.chart}>
        <figcaption>
          <Say>{({ report: words }) => words.chart.scatter}</Say>
        </figcaption>
        {points.length < 2 ? (
          <Key>
            <Say>{({ report: words }) => words.chart.scatterNone}</Say>
          </Key>
        ) : (
          <div className={classes.scatter}>
            <ScoreChart points={points} currency={options.currency} />
            <ol>
              {points.map(({ id, label, name, totalMinor, scoreHundredths }) => (
                <li key={id} value={label}>
                  <Name name={name} as="inline" />
                  <span className={classes.sub}>
                    {formatMoney(totalMinor, options.currency)} · {formatScore(scoreHundredths)}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        )}
      </figure>
    </Section>
  );
}

/** Suppliers with both a ranked total and a score, numbered by their place in the legend. */
function scorePoints(report: EvaluationReport): ScorePoint[] {
  const { evaluation } = report;
  if (evaluation.state !== 'evaluated') return [];
  const totals = new Map(
    rankedQuotes(report).flatMap(({ quote, totalMinor }) =>
      totalMinor === null ? [] : [[quote.supplierId, { quote, totalMinor }] as const],
    ),
  );
  return evaluation.suppliers
    .flatMap((one) => {
      const total = totals.get(one.supplierId);
      return one.state === 'ranked' && total !== undefined ? [{ ...total, scoreHundredths: one.totalHundredths }] : [];
    })
    .map(({ quote, totalMinor, scoreHundredths }, index) => ({
      id: quote.supplierId,
      label: index + 1,
      name: supplierOf(quote),
      totalMinor,
      scoreHundredths,
    }));
}
