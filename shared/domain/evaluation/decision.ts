/**
 * Alternatives by criteria, as the general methods take them: any non-negative figures in any unit. The evaluation of suppliers is
 * one such problem; the methods know nothing of suppliers, so they can be held against published cases.
 */
export interface DecisionProblem {
  /** One row an alternative, one column a criterion; finite and not negative. */
  readonly matrix: readonly (readonly number[])[];
  /** One a criterion, not negative, not all 0; they need not sum to 1. */
  readonly weights: readonly number[];
  /** `max`: more is better; `min`: less is better. */
  readonly directions: readonly Direction[];
}

export type Direction = 'max' | 'min';

/** Refuses what no method can judge. Errors: RangeError. */
export function requireSound({ matrix, weights, directions }: DecisionProblem): void {
  if (directions.length !== weights.length) throw new RangeError('weights and directions differ in number');
  for (const row of matrix) {
    if (row.length !== weights.length) throw new RangeError('a row differs from the weights in length');
    if (row.some((value) => !Number.isFinite(value) || value < 0))
      throw new RangeError('a figure below 0 or not finite');
  }
  if (weights.some((weight) => !Number.isFinite(weight) || weight < 0)) {
    throw new RangeError('a weight below 0 or not finite');
  }
  if (weights.length === 0 || weights.every((weight) => weight === 0))
    throw new RangeError('no criterion has a weight');
}

/** The figures of one criterion. */
export function columnOf(matrix: readonly (readonly number[])[], index: number): number[] {
  return matrix.map((row) => row[index] ?? 0);
}

/** Added from the smallest up, so that the order of the alternatives cannot change the sum. */
export function sumOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

/** Beyond this many decimals two results are the same: what differs is the rounding of the machine. */
const COUNTING_DECIMALS = 1e9;

/** Places from the highest result down; results that agree to nine decimals share one (1, 1, 3). */
export function placesOf(results: readonly number[]): number[] {
  const counted = results.map((result) => Math.round(result * COUNTING_DECIMALS));
  return counted.map((own) => 1 + counted.filter((other) => other > own).length);
}
