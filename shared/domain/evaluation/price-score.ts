import { divideRounded } from '../../kernel/decimal.ts';
import { FULL_SCORE_HUNDREDTHS } from './types.ts';

/**
 * `100 × lowest / total` in hundredths of a point: the lowest total scores 100, twice the lowest 50.
 * Null when a total is not above 0, since nothing can be said of it.
 */
export function priceScore(lowestMinor: number, totalMinor: number): number | null {
  if (lowestMinor <= 0 || totalMinor <= 0) return null;
  return divideRounded(BigInt(FULL_SCORE_HUNDREDTHS) * BigInt(lowestMinor), BigInt(totalMinor));
}
