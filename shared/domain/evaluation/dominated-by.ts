import type { DecisionProblem } from './decision.ts';

/**
 * For each alternative the indexes of those that dominate it: at least as good by every criterion and better by one (DOMAIN 6).
 * Weights play no part; equal alternatives do not dominate each other.
 */
export function dominatedBy({ matrix, directions }: Pick<DecisionProblem, 'matrix' | 'directions'>): number[][] {
  const gain = (better: readonly number[], worse: readonly number[]) =>
    directions.map((direction, index) => {
      const difference = (better[index] ?? 0) - (worse[index] ?? 0);
      return direction === 'max' ? difference : -difference;
    });
  return matrix.map((own, index) =>
    matrix.flatMap((other, otherIndex) => {
      if (otherIndex === index) return [];
      const gains = gain(other, own);
      return gains.every((value) => value >= 0) && gains.some((value) => value > 0) ? [otherIndex] : [];
    }),
  );
}
