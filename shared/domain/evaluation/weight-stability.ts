import { type DecisionProblem, requireSound, sumOf } from './decision.ts';
import { type Normalisation, normalised } from './normalise.ts';
import { topsis } from './topsis.ts';

/** What decides: the weighted sum under a normalisation, or TOPSIS with vector normalisation. */
export type DecisionMethod =
  | { readonly method: 'weightedSum'; readonly normalisation: Normalisation }
  | { readonly method: 'topsis' };

export interface WeightInterval {
  readonly criterion: number;
  /** Share of all weights, 0 to 1. */
  readonly weight: number;
  /** The winner stays first while the weight lies between these, the others being rescaled in proportion. */
  readonly low: number;
  readonly high: number;
  /** Who takes over below `low`; null when nobody does down to 0. */
  readonly belowLow: number | null;
  /** Who takes over above `high`; null when nobody does up to 1. */
  readonly aboveHigh: number | null;
}

export interface WeightStability {
  /** The alternative with the highest result; the first of several. */
  readonly winner: number;
  /** All that share the highest result. */
  readonly sharing: readonly number[];
  /** One a criterion; null where a criterion has the whole weight, so that the others cannot be rescaled. */
  readonly intervals: readonly (WeightInterval | null)[];
  /** The criterion whose interval is the narrowest, of those at which somebody takes over; null when nobody ever does. */
  readonly critical: number | null;
}

/**
 * How far each weight may move before the winner changes (DOMAIN 6 "Stability"). With the other weights rescaled in proportion an
 * alternative scores S(t) = t·x_ij + (1−t)·R_i, where R_i = (S_i − w_j·x_ij)/(1 − w_j).
 * Weighted sum: straight lines, so the crossovers are exact: t = (R_k − R_b)/((x_bj − R_b) − (x_kj − R_k)).
 * TOPSIS: closeness is no straight line; outward from the weight in steps of 1/400 to the first step with another winner, then
 * bisected to 1e-10. A winner that changes and changes back within one step is not seen.
 * Errors: RangeError for an unsound problem or one without alternatives.
 */
export function weightStability(
  problem: DecisionProblem,
  decides: DecisionMethod = { method: 'weightedSum', normalisation: 'asIs' },
): WeightStability {
  requireSound(problem);
  if (problem.matrix.length === 0) throw new RangeError('nobody to win');
  const weightSum = sumOf(problem.weights);
  const weights = problem.weights.map((weight) => weight / weightSum);
  const lines = decides.method === 'weightedSum' ? normalised(problem, decides.normalisation) : null;
  const resultsAt = (at: readonly number[]) =>
    lines === null ? topsis({ ...problem, weights: at }).closeness : lines.map((row) => scoreOf(row, at));
  const results = resultsAt(weights);
  const best = Math.max(...results);
  const sharing = results.flatMap((result, index) => (best - result <= TIE ? [index] : []));
  const winner = sharing[0] ?? 0;
  const intervals = weights.map((weight, criterion) => {
    if (1 - weight <= TIE) return null;
    return lines === null ? scanned(weights, criterion, winner, resultsAt) : crossed(lines, weights, criterion, winner);
  });
  return { winner, sharing, intervals, critical: narrowest(intervals) };
}

/** Results nearer than this are equal: they differ by the rounding of the machine. */
const TIE = 1e-12;
const SCAN_STEPS = 400;
const BISECTED = 1e-10;

function scoreOf(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
}

/** The parts of the formula for one criterion, for the calculation and for its trace. */
export function restScore(score: number, weight: number, figure: number): number {
  return (score - weight * figure) / (1 - weight);
}

function crossed(
  lines: readonly (readonly number[])[],
  weights: readonly number[],
  criterion: number,
  winner: number,
): WeightInterval {
  const weight = weights[criterion] ?? 0;
  const figure = (index: number) => lines[index]?.[criterion] ?? 0;
  const rest = lines.map((row, index) => restScore(scoreOf(row, weights), weight, figure(index)));
  const found = { low: 0, high: 1, lowSlope: 0, highSlope: 0 };
  let belowLow: number | null = null;
  let aboveHigh: number | null = null;
  lines.forEach((_, other) => {
    if (other === winner) return;
    const [ownRest = 0, otherRest = 0] = [rest[winner], rest[other]];
    // The winner's lead at weight t is (ownRest − otherRest) + t·slope.
    const slope = figure(winner) - ownRest - (figure(other) - otherRest);
    if (Math.abs(slope) <= TIE) return;
    const at = (otherRest - ownRest) / slope;
    if (slope > 0 && at > TIE) {
      const bound = Math.min(at, weight);
      if (bound > found.low + TIE || (Math.abs(bound - found.low) <= TIE && slope > found.lowSlope)) {
        found.low = bound;
        found.lowSlope = slope;
        belowLow = other;
      }
    } else if (slope < 0 && at < 1 - TIE) {
      const bound = Math.max(at, weight);
      if (bound < found.high - TIE || (Math.abs(bound - found.high) <= TIE && slope < found.highSlope)) {
        found.high = bound;
        found.highSlope = slope;
        aboveHigh = other;
      }
    }
  });
  return { criterion, weight, low: found.low, high: found.high, belowLow, aboveHigh };
}

function scanned(
  weights: readonly number[],
  criterion: number,
  winner: number,
  resultsAt: (weights: readonly number[]) => readonly number[],
): WeightInterval {
  const weight = weights[criterion] ?? 0;
  const resultsAtShare = (share: number) => resultsAt(moved(weights, criterion, share));
  const winsAt = (share: number) => {
    const results = resultsAtShare(share);
    const own = results[winner] ?? 0;
    return results.every((result) => result - own <= TIE);
  };
  const edge = (end: 0 | 1): { at: number; by: number | null } => {
    let inside = weight;
    for (let step = 1; step <= SCAN_STEPS; step += 1) {
      const share = step === SCAN_STEPS ? end : weight + ((end - weight) * step) / SCAN_STEPS;
      if (winsAt(share)) {
        inside = share;
        continue;
      }
      let outside = share;
      while (Math.abs(outside - inside) > BISECTED) {
        const middle = (inside + outside) / 2;
        if (winsAt(middle)) inside = middle;
        else outside = middle;
      }
      const results = resultsAtShare(outside);
      return { at: inside, by: results.indexOf(Math.max(...results)) };
    }
    return { at: end, by: null };
  };
  const [low, high] = [edge(0), edge(1)];
  return { criterion, weight, low: low.at, high: high.at, belowLow: low.by, aboveHigh: high.by };
}

/** The weights with one of them at `share` and the others rescaled in proportion. */
export function moved(weights: readonly number[], criterion: number, share: number): number[] {
  const rest = 1 - (weights[criterion] ?? 0);
  return weights.map((weight, index) => (index === criterion ? share : (weight * (1 - share)) / rest));
}

function narrowest(intervals: readonly (WeightInterval | null)[]): number | null {
  let critical: WeightInterval | null = null;
  for (const interval of intervals) {
    if (interval === null || (interval.belowLow === null && interval.aboveHigh === null)) continue;
    if (critical === null || interval.high - interval.low < critical.high - critical.low) critical = interval;
  }
  return critical?.criterion ?? null;
}
