import type { BilingualName } from '../../shared/documents/say.ts';
import { formatMoney, formatScore } from '../../shared/kernel/format.ts';
import { type CurrencyCode, exponentOf } from '../../shared/kernel/money.ts';
import { niceTicks } from '../charts/nice-ticks.ts';
import { useInLine } from './document-language.tsx';
import classes from './report-document.module.css';

export interface ScorePoint {
  readonly id: string;
  /** The number that stands beside the point and in the legend. */
  readonly label: number;
  readonly name: BilingualName;
  readonly totalMinor: number;
  readonly scoreHundredths: number;
}

const WIDTH = 420;
const HEIGHT = 250;
const PLOT = { left: 40, right: 408, top: 10, bottom: 212 };

/** Totals to the right, scores upwards: who is cheap and good stands at the upper left. */
export function ScoreChart({
  points,
  currency,
}: {
  readonly points: readonly ScorePoint[];
  readonly currency: CurrencyCode;
}) {
  const inLine = useInLine();
  const minorPerMajor = 10 ** exponentOf(currency);
  const xTicks = niceTicks(
    points.map(({ totalMinor }) => totalMinor / minorPerMajor),
    5,
  );
  const yTicks = niceTicks(
    points.map(({ scoreHundredths }) => scoreHundredths / 100),
    5,
  );
  const x = scale(xTicks, PLOT.left, PLOT.right);
  const y = scale(yTicks, PLOT.bottom, PLOT.top);
  const places = points.map((point) => ({
    point,
    x: x(point.totalMinor / minorPerMajor),
    y: y(point.scoreHundredths / 100),
  }));
  return (
    <svg
      className={classes.scatterPlot}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={inLine(({ report: words }) => words.chart.scatter)}
    >
      {yTicks.map((tick) => (
        <g key={tick}>
          <line x1={PLOT.left} x2={PLOT.right} y1={y(tick)} y2={y(tick)} stroke="#ccc" strokeWidth={0.6} />
          <text x={PLOT.left - 5} y={y(tick) + 3} textAnchor="end">
            {formatScore(Math.round(tick * 100))}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={PLOT.bottom} y2={PLOT.bottom + 4} stroke="#000" strokeWidth={0.8} />
          <text x={x(tick)} y={PLOT.bottom + 14} textAnchor="middle">
            {formatMoney(Math.round(tick * minorPerMajor), currency).replace(/\.0+$/, '')}
          </text>
        </g>
      ))}
      <path d={`M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}`} fill="none" stroke="#000" strokeWidth={0.8} />
      <text x={(PLOT.left + PLOT.right) / 2} y={HEIGHT - 8} textAnchor="middle">
        {inLine(({ report: words }) => words.chart.scatterX.replace('{{currency}}', currency))}
      </text>
      <text transform={`translate(9 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)`} textAnchor="middle">
        {inLine(({ report: words }) => words.chart.scatterY)}
      </text>
      {labelled(places).map(({ point, x: left, y: top, labelX, labelY }) => (
        <g key={point.id}>
          <circle
            cx={left}
            cy={top}
            r={3.2}
            fill={point.label === 1 ? '#000' : '#fff'}
            stroke="#000"
            strokeWidth={1.1}
          />
          <text x={labelX} y={labelY} textAnchor="middle" fontWeight={600}>
            {point.label}
          </text>
        </g>
      ))}
    </svg>
  );
}

function scale(ticks: readonly number[], from: number, to: number): (value: number) => number {
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

interface Place {
  readonly point: ScorePoint;
  readonly x: number;
  readonly y: number;
}

/** Where a number may stand around its point, the best first. */
const SIDES = [
  { dx: 10, dy: 3 },
  { dx: -10, dy: 3 },
  { dx: 0, dy: -7 },
  { dx: 0, dy: 13 },
  { dx: 10, dy: -7 },
  { dx: -10, dy: -7 },
  { dx: 10, dy: 13 },
  { dx: -10, dy: 13 },
] as const;
const LABEL = { width: 13, height: 9 };

/** Puts each number at the first side where it covers no other number and no point. */
function labelled(places: readonly Place[]): (Place & { labelX: number; labelY: number })[] {
  const taken: { x: number; y: number }[] = places.map(({ x, y }) => ({ x, y: y + 3 }));
  return places.map((place) => {
    const free = SIDES.find(({ dx, dy }) => {
      const at = { x: place.x + dx, y: place.y + dy };
      return taken.every(({ x, y }) => Math.abs(x - at.x) >= LABEL.width || Math.abs(y - at.y) >= LABEL.height);
    });
    const { dx, dy } = free ?? SIDES[0];
    const label = { labelX: place.x + dx, labelY: place.y + dy };
    taken.push({ x: label.labelX, y: label.labelY });
    return { ...place, ...label };
  });
}
