import { allocate } from '../../kernel/allocate.ts';
import { divideRounded } from '../../kernel/decimal.ts';
import type { DecisionProblem } from './decision.ts';
import { priceScore } from './price-score.ts';
import { topsis } from './topsis.ts';
import {
  type Candidate,
  type Criterion,
  type EvaluationSettings,
  FULL_SCORE_HUNDREDTHS,
  FULL_WEIGHT_BP,
} from './types.ts';
import { weightedSum } from './weighted-sum.ts';

/** Which total of a candidate counts: one place in its range. */
export type TotalOf = (candidate: Candidate) => number | null;

/** The total, or the middle of its range while costs are open. */
export const middleTotal: TotalOf = ({ totalMinor, totalHighMinor }) =>
  totalMinor === null || totalHighMinor === undefined
    ? totalMinor
    : totalMinor + Math.floor((totalHighMinor - totalMinor) / 2);

export const lowTotal: TotalOf = ({ totalMinor }) => totalMinor;
export const highTotal: TotalOf = ({ totalMinor, totalHighMinor }) =>
  totalMinor === null ? null : (totalHighMinor ?? totalMinor);

export interface MethodTotal {
  /** Hundredths of a point, 0 to 10 000; TOPSIS: closeness × 100. */
  readonly totalHundredths: number;
  /** One a criterion, adding up to the total; null for a method that does not add. */
  readonly contributions: readonly number[] | null;
}

/**
 * The totals of candidates that have a score by every criterion, by the method chosen. The price counts as a score of 0 to 100 against
 * `lowestMinor` where scores are taken as they are; the other methods take the total itself as a cost.
 */
export function methodTotals(
  criteria: readonly Criterion[],
  runners: readonly Candidate[],
  settings: EvaluationSettings,
  lowestMinor: number | null,
  totalOf: TotalOf,
): MethodTotal[] {
  if (runners.length === 0) return [];
  const problem = decisionProblem(criteria, runners, settings, lowestMinor, totalOf);
  if (settings.method === 'topsis') {
    return topsis(problem).closeness.map((closeness) => ({
      totalHundredths: Math.round(closeness * FULL_SCORE_HUNDREDTHS),
      contributions: null,
    }));
  }
  if (settings.normalisation === 'asIs') return problem.matrix.map((row) => exactTotal(criteria, row));
  const { contributions } = weightedSum(problem, settings.normalisation);
  return contributions.map((row) => {
    // Weights are hundredths of a percent and figures 0 to 1: together hundredths of a point.
    const exact = row.reduce((sum, part) => sum + part, 0);
    return shared(
      Math.round(exact),
      row.map((part) => Math.round(part * FINE)),
    );
  });
}

/** What the general methods are asked: one row a candidate, one column a criterion, weights in hundredths of a percent. */
export function decisionProblem(
  criteria: readonly Criterion[],
  runners: readonly Candidate[],
  settings: EvaluationSettings,
  lowestMinor: number | null,
  totalOf: TotalOf = middleTotal,
): DecisionProblem {
  const isScore = takesPriceScore(settings);
  const matrix = runners.map((candidate) =>
    criteria.map(({ id, kind }) => {
      if (kind === 'manual') return candidate.scores.get(id) ?? 0;
      const total = totalOf(candidate) ?? 0;
      return isScore ? (cappedPriceScore(lowestMinor, total) ?? 0) : total;
    }),
  );
  const directions = criteria.map(({ kind }) => (kind === 'price' && !isScore ? 'min' : 'max'));
  return { matrix, weights: criteria.map(({ weightBp }) => weightBp), directions };
}

/** Scores are taken as they are, so the price must be one; other methods take the total as a cost. */
export function takesPriceScore({ method, normalisation }: EvaluationSettings): boolean {
  return method === 'weightedSum' && normalisation === 'asIs';
}

/** Only a supplier that is out anyway can undercut the lowest total in the running. */
export function cappedPriceScore(lowestMinor: number | null, totalMinor: number | null): number | null {
  if (lowestMinor === null || totalMinor === null) return null;
  const score = priceScore(lowestMinor, totalMinor);
  return score === null ? null : Math.min(score, FULL_SCORE_HUNDREDTHS);
}

/** Parts in whole numbers fine enough to share a total by. */
const FINE = 1_000_000;

function exactTotal(criteria: readonly Criterion[], scores: readonly number[]): MethodTotal {
  const products = criteria.map(({ weightBp }, index) => weightBp * (scores[index] ?? 0));
  const sum = products.reduce((total, product) => total + product, 0);
  return shared(divideRounded(BigInt(sum), BigInt(FULL_WEIGHT_BP)), products);
}

/** The shown total is split, rather than each product rounded: contributions must add up to what is shown. */
function shared(totalHundredths: number, parts: readonly number[]): MethodTotal {
  const isNothing = parts.every((part) => part === 0);
  return { totalHundredths, contributions: isNothing ? parts : allocate(totalHundredths, parts) };
}
