import { supplierOf } from '../../shared/documents/say.ts';
import { rankedQuotes } from '../../shared/domain/reports/findings.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { formatMoney, formatMoneyRange } from '../../shared/kernel/format.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';

/** Units of the drawing's width; the drawing is stretched to its column. */
const WIDTH = 1000;
const HEIGHT = 20;

/**
 * Ranked totals as bars from zero, the lowest in black, with our estimate and the average as lines through all of them.
 * One row a supplier: long names wrap, and fifty suppliers go over pages like any table.
 */
export function TotalsChart({ report }: { readonly report: EvaluationReport }) {
  const ranked = rankedQuotes(report);
  const { options, estimateMinor, estimatedCount, rows, averageMinor } = report.comparison;
  const estimate = estimatedCount === rows.length ? estimateMinor : null;
  const average = ranked.length > 1 ? averageMinor : null;
  const most = Math.max(...ranked.map(({ totalRange }) => totalRange.highMinor), estimate ?? 0);
  const x = (minor: number) => (most > 0 ? (minor / most) * (WIDTH - 2) : 0);
  return (
    <>
      <table className={classes.bars}>
        <tbody>
          {ranked.map(({ quote, totalRange, rank }) => (
            <tr key={quote.id}>
              <th scope="row">
                <Name name={supplierOf(quote)} as="inline" />
              </th>
              <td>
                <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    x={0}
                    y={4}
                    width={x(totalRange.lowMinor)}
                    height={HEIGHT - 8}
                    fill={rank === 1 && ranked.length > 1 ? '#111' : '#b5b5b5'}
                    stroke="#111"
                    strokeWidth={1}
                    vectorEffect="non-scaling-stroke"
                  />
                  <rect
                    x={x(totalRange.lowMinor)}
                    y={4}
                    width={x(totalRange.highMinor) - x(totalRange.lowMinor)}
                    height={HEIGHT - 8}
                    fill="#fff"
                    stroke="#111"
                    strokeWidth={1}
                    strokeDasharray="3 2"
                    vectorEffect="non-scaling-stroke"
                  />
                  {average === null ? null : <Line x={x(average)} dashes="1.5 2.5" />}
                  {estimate === null ? null : <Line x={x(estimate)} dashes="6 3" />}
                </svg>
              </td>
              <td className={classes.figure}>{formatMoneyRange(totalRange, options.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        {estimate === null ? null : (
          <span>
            <Sample dashes="6 3" />
            <Say>{({ report: words }) => words.chart.estimate}</Say> {formatMoney(estimate, options.currency)}
          </span>
        )}
        {average === null ? null : (
          <span>
            <Sample dashes="1.5 2.5" />
            <Say>{({ report: words }) => words.chart.average}</Say> {formatMoney(average, options.currency)}
          </span>
        )}
        <span>
          <Say>{({ report: words }) => words.chart.totalsKey}</Say>
        </span>
      </p>
    </>
  );
}

/** White below black, so that it shows on black bars and on white paper. */
function Line({ x, dashes }: { readonly x: number; readonly dashes: string }) {
  const place = { x1: x, x2: x, y1: 0, y2: HEIGHT, vectorEffect: 'non-scaling-stroke' as const };
  return (
    <>
      <line {...place} stroke="#fff" strokeWidth={3} />
      <line {...place} stroke="#000" strokeWidth={1.4} strokeDasharray={dashes} />
    </>
  );
}

function Sample({ dashes }: { readonly dashes: string }) {
  return (
    <svg className={classes.sample} viewBox="0 0 24 8" aria-hidden="true">
      <line x1={0} x2={24} y1={4} y2={4} stroke="#000" strokeWidth={1.4} strokeDasharray={dashes} />
    </svg>
  );
}
