import type { QuantityCurve } from '../../../shared/domain/quantity-curves/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { niceTicks } from '../../charts/nice-ticks.ts';

/** What lies further above the cheapest is cut off on an even axis: a tenth of an MOQ would else flatten the rest. */
const CUT_AT = 2;

export interface CurveFrame {
  readonly yDomain: readonly [number, number];
  readonly yTicks: readonly number[];
  readonly xTicks: readonly number[];
  /** A curve goes on above the picture. */
  readonly isCut: boolean;
}

/** Axes of a curve. Logarithmic ones hold everything; even ones are cut at twice the lowest cost of the chosen quantity. */
export function frameOf(curve: QuantityCurve, isLog: boolean): CurveFrame {
  const costs = curve.suppliers.flatMap(({ points }) =>
    points.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high])),
  );
  if (costs.length === 0) return { yDomain: [0, 1], yTicks: [], xTicks: [], isCut: false };
  const low = Math.min(...costs);
  const high = Math.max(...costs);
  if (isLog) {
    const yDomain: [number, number] = [Math.max(1, low * 0.95), high * 1.05];
    return {
      yDomain,
      yTicks: logTicks(...yDomain),
      xTicks: logTicks(curve.from, curve.to),
      isCut: false,
    };
  }
  const atChosen = curve.suppliers.flatMap(({ points }) => nearest(points, curve.chosenStep) ?? []);
  const top = Math.min(high, Math.max(low * CUT_AT, ...atChosen.map((cost) => cost * 1.1)));
  const yTicks = niceTicks([low, top], 5);
  const last = yTicks.at(-1) ?? top;
  return {
    yDomain: [yTicks[0] ?? low, last],
    yTicks,
    xTicks: niceTicks([curve.from, curve.to], 6).filter((tick) => tick >= curve.from && tick <= curve.to),
    isCut: high > last,
  };
}

function nearest(points: QuantityCurve['suppliers'][number]['points'], step: number): number | null {
  let best: QuantityCurve['suppliers'][number]['points'][number] | null = null;
  for (const point of points) {
    if (best === null || Math.abs(point.step - step) < Math.abs(best.step - step)) best = point;
  }
  return best?.high ?? null;
}

const STEPS = [1, 2, 5];

/** 1, 2 and 5 times the powers of ten within a range; only the powers where that would be too many. */
export function logTicks(from: number, to: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1) {
    for (const step of STEPS) ticks.push(step * 10 ** power);
  }
  const within = ticks.filter((tick) => tick >= from && tick <= to);
  const powers = within.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  return within.length > 9 && powers.length > 1 ? powers : within;
}

/** The number of each supplier in chart and table: the order of the table's rows. */
export function numbersOf({ rows }: Pick<QuantityCurve, 'rows'>): ReadonlyMap<Id, string> {
  return new Map(rows.map(({ quoteId }, index) => [quoteId, String(index + 1)]));
}

/** Crossovers worth a line in the picture. */
export const SHOWN_CROSSOVERS = 6;
