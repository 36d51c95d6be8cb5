import { type DecisionProblem, placesOf, requireSound } from './decision.ts';
import { type Normalisation, normalised } from './normalise.ts';

export interface WeightedSum {
  /** Σ weight × normalised figure, one an alternative, in the unit of the weights. */
  readonly scores: readonly number[];
  /** What each criterion adds to a score, one row an alternative. */
  readonly contributions: readonly (readonly number[])[];
  readonly normalised: readonly (readonly number[])[];
  /** 1 for the highest; equal scores share a rank. */
  readonly ranks: readonly number[];
}

/**
 * Weighted sum model (DOMAIN 6 "WSM"): figures are made comparable, multiplied by their weights and added. Weights are taken as they
 * are given. Source: scikit-criteria WeightedSumModel. Errors: RangeError for an unsound problem or a cost taken as is.
 */
export function weightedSum(problem: DecisionProblem, normalisation: Normalisation = 'asIs'): WeightedSum {
  requireSound(problem);
  const comparable = normalised(problem, normalisation);
  const contributions = comparable.map((row) => row.map((value, index) => value * (problem.weights[index] ?? 0)));
  const scores = contributions.map((row) => row.reduce((sum, part) => sum + part, 0));
  return { scores, contributions, normalised: comparable, ranks: placesOf(scores) };
}
