import { columnOf, type DecisionProblem, type Direction, sumOf } from './decision.ts';

/**
 * How figures of different criteria are made comparable (DOMAIN 6). `asIs`: they are scores already, more is better. `sum`: share of
 * the column's sum, a cost by 1/x first. `minMax`: distance from the worst within the column's range.
 */
export const NORMALISATIONS = ['asIs', 'sum', 'minMax'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/**
 * The matrix with every column made comparable, higher always better. Column by column:
 * - `asIs`: unchanged. A cost cannot be taken as is. Errors: RangeError.
 * - `sum`: x/Σx, a cost (1/x)/Σ(1/x). A benefit column of zeros stays 0. Costs of 0 share the whole among themselves, which is what
 *   ever smaller costs come to.
 * - `minMax`: (x−min)/(max−min), a cost (max−x)/(max−min). A constant column is 1.
 * Sources: scikit-criteria SumScaler with InvertMinimize, pymcdm minmax_normalization.
 */
export function normalised({ matrix, directions }: DecisionProblem, by: Normalisation): number[][] {
  const columns = directions.map((direction, index) => normalisedColumn(columnOf(matrix, index), direction, by));
  return matrix.map((_, row) => columns.map((column) => column[row] ?? 0));
}

function normalisedColumn(values: readonly number[], direction: Direction, by: Normalisation): number[] {
  switch (by) {
    case 'asIs':
      if (direction === 'min') throw new RangeError('a cost cannot be taken as a score');
      return [...values];
    case 'sum':
      return direction === 'max' ? sharesOf(values) : costShares(values);
    case 'minMax':
      return placedInRange(values, direction);
  }
}

function sharesOf(values: readonly number[]): number[] {
  const sum = sumOf(values);
  return values.map((value) => (sum === 0 ? 0 : value / sum));
}

function costShares(values: readonly number[]): number[] {
  const least = Math.min(...values);
  if (least === 0) return sharesOf(values.map((value) => (value === 0 ? 1 : 0)));
  // Held against the least, so that neither a tiny nor a huge cost leaves the range of numbers.
  return sharesOf(values.map((value) => least / value));
}

function placedInRange(values: readonly number[], direction: Direction): number[] {
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  if (range === 0) return values.map(() => 1);
  return values.map((value) => (direction === 'max' ? (value - least) / range : 1 - (value - least) / range));
}
