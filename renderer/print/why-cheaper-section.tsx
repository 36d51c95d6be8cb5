import { waterfallSentence } from '../../shared/documents/waterfall-text.ts';
import type { MinorRange } from '../../shared/domain/comparison/types.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import type { Waterfall } from '../../shared/domain/waterfall/types.ts';
import { formatDifference, formatMoney } from '../../shared/kernel/format.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { Name, Say } from './document-language.tsx';
import classes from './report-document.module.css';
import { Head, Section } from './section.tsx';

/** Why the first rank is cheaper than the second: in words, and part by part as a table with a bar each. */
export function WhyCheaperSection({ report }: { readonly report: EvaluationReport }) {
  const { whyCheaper: waterfall } = report;
  if (waterfall === undefined) return null;
  const { first, second, steps, difference, currency } = waterfall;
  return (
    <Section title={({ waterfall: words }) => words.title} together>
      <Say as="paragraphs">{(_, tongue) => waterfallSentence(waterfall, tongue)}</Say>
      <table className={classes.table}>
        <thead>
          <tr>
            <Head>{({ waterfall: words }) => words.column.part}</Head>
            <th scope="col" className={classes.figure}>
              <Name name={first} />
              <span className={classes.addition}>{currency}</span>
            </th>
            <th scope="col" className={classes.figure}>
              <Name name={second} />
              <span className={classes.addition}>{currency}</span>
            </th>
            <th scope="col" colSpan={2}>
              <Say as="stacked">{({ waterfall: words }) => words.column.difference}</Say>
              <span className={classes.addition}>{currency}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={step.part}>
              <th scope="row">
                <Say as="stacked">{({ waterfall: words }) => words.part[step.part]}</Say>
              </th>
              <td className={classes.figure}>{rangeText(step.first, currency)}</td>
              <td className={classes.figure}>{rangeText(step.second, currency)}</td>
              <td className={classes.figure}>{differenceText(step.difference, currency)}</td>
              <td className={classes.waterfallBar}>
                <StepBar waterfall={waterfall} index={index} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <strong>
                <Say as="stacked">{({ waterfall: words }) => words.total}</Say>
              </strong>
            </th>
            <td className={classes.figure}>
              <strong>{rangeText(first.total, currency)}</strong>
            </td>
            <td className={classes.figure}>
              <strong>{rangeText(second.total, currency)}</strong>
            </td>
            <td className={classes.figure}>
              <strong>{differenceText(difference, currency)}</strong>
            </td>
            <td className={classes.waterfallBar} />
          </tr>
        </tbody>
      </table>
    </Section>
  );
}

const WIDTH = 1000;
const HEIGHT = 20;
/** Keeps the outline of the outermost bars inside the drawing. */
const EDGE = 10;

/** The step between where the steps before it end and where it ends itself; hollow where it makes cheaper. */
function StepBar({ waterfall, index }: { readonly waterfall: Waterfall; readonly index: number }) {
  const ends = [0];
  for (const { difference } of waterfall.steps) ends.push((ends.at(-1) ?? 0) + difference.lowMinor);
  const low = Math.min(...ends);
  const span = Math.max(...ends) - low || 1;
  const at = (minor: number) => ((minor - low) / span) * (WIDTH - 2 * EDGE) + EDGE;
  const [from = 0, to = 0] = [ends[index], ends[index + 1]];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect
        x={Math.min(at(from), at(to))}
        y={4}
        width={Math.abs(at(to) - at(from))}
        height={HEIGHT - 8}
        fill={to < from ? '#fff' : '#b5b5b5'}
        stroke="#111"
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function rangeText({ lowMinor, highMinor }: MinorRange, currency: CurrencyCode): string {
  const low = formatMoney(lowMinor, currency);
  return lowMinor === highMinor ? low : `${low} … ${formatMoney(highMinor, currency)}`;
}

function differenceText({ lowMinor, highMinor }: MinorRange, currency: CurrencyCode): string {
  const low = formatDifference(lowMinor, currency);
  return lowMinor === highMinor ? low : `${low} … ${formatDifference(highMinor, currency)}`;
}
