import { columnOf, type DecisionProblem, placesOf, requireSound, sumOf } from './decision.ts';
import { normalised } from './normalise.ts';

/** `vector`: x/√Σx², the method's own. The others serve cases that were published with them; `none` takes figures as they are. */
export type TopsisNormalisation = 'vector' | 'none' | 'sum' | 'minMax';

export interface Topsis {
  /** D⁻/(D⁺+D⁻) of each alternative, 0 to 1: how near the ideal, how far from the anti-ideal. */
  readonly closeness: readonly number[];
  /** 1 for the nearest; equal closeness shares a rank. */
  readonly ranks: readonly number[];
  /** √Σx² of each criterion; 0 for a column of zeros. */
  readonly norms: readonly number[];
  /** Weighted and normalised figures, one row an alternative. */
  readonly weighted: readonly (readonly number[])[];
  readonly ideal: readonly number[];
  readonly antiIdeal: readonly number[];
  readonly toIdeal: readonly number[];
  readonly toAntiIdeal: readonly number[];
}

/**
 * TOPSIS (DOMAIN 6): r = x/√Σx² by column (a column of zeros stays 0), v = w·r, ideal and anti-ideal by direction, Euclidean
 * distances, closeness C = D⁻/(D⁺+D⁻); both distances 0 give 0.5. Weights count by their proportions.
 * Sources: Hwang and Yoon; scikit-criteria TOPSIS. Errors: RangeError for an unsound problem.
 */
export function topsis(problem: DecisionProblem, normalisation: TopsisNormalisation = 'vector'): Topsis {
  requireSound(problem);
  const { matrix, weights, directions } = problem;
  const norms = directions.map((_, index) => lengthOf(columnOf(matrix, index)));
  const comparable = comparableFigures(problem, normalisation, norms);
  const weightSum = sumOf(weights);
  const weighted = comparable.map((row) => row.map((value, index) => (value * (weights[index] ?? 0)) / weightSum));
  // Shares and places in a range are already turned so that more is better.
  const isTurned = normalisation === 'sum' || normalisation === 'minMax';
  const best = (column: readonly number[], up: boolean) => (up ? Math.max(...column) : Math.min(...column));
  const ideal: number[] = [];
  const antiIdeal: number[] = [];
  directions.forEach((direction, index) => {
    const column = columnOf(weighted, index);
    const isUp = isTurned || direction === 'max';
    ideal.push(best(column, isUp));
    antiIdeal.push(best(column, !isUp));
  });
  const toIdeal = weighted.map((row) => distance(row, ideal));
  const toAntiIdeal = weighted.map((row) => distance(row, antiIdeal));
  const closeness = toIdeal.map((plus, index) => closenessOf(plus, toAntiIdeal[index] ?? 0));
  return { closeness, ranks: placesOf(closeness), norms, weighted, ideal, antiIdeal, toIdeal, toAntiIdeal };
}

function comparableFigures(
  problem: DecisionProblem,
  normalisation: TopsisNormalisation,
  norms: readonly number[],
): readonly (readonly number[])[] {
  if (normalisation === 'none') return problem.matrix;
  if (normalisation !== 'vector') return normalised(problem, normalisation);
  return problem.matrix.map((row) =>
    row.map((value, index) => {
      const norm = norms[index] ?? 0;
      return norm === 0 ? 0 : value / norm;
    }),
  );
}

/** Held against the largest figure, so that the square of a huge one does not leave the range of numbers. */
function lengthOf(values: readonly number[]): number {
  const largest = Math.max(0, ...values);
  return largest === 0 ? 0 : largest * Math.sqrt(sumOf(values.map((value) => (value / largest) ** 2)));
}

function distance(row: readonly number[], to: readonly number[]): number {
  return Math.sqrt(row.reduce((sum, value, index) => sum + (value - (to[index] ?? 0)) ** 2, 0));
}

function closenessOf(toIdeal: number, toAntiIdeal: number): number {
  return toIdeal + toAntiIdeal === 0 ? 0.5 : toAntiIdeal / (toIdeal + toAntiIdeal);
}
