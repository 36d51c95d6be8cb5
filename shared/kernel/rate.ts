import { divideRounded } from './decimal.ts';

/** Hundredths of a percent in a whole: 10000 basis points are 1. */
export const BASIS_POINTS = 10_000;
/** Parts per million in a whole. */
export const PER_MILLION = 1_000_000;

/**
 * `round(amount × numerator / denominator)`, half away from zero, exact for whole numbers of any size; as fast as plain
 * numbers while twice the product stays below 2^53.
 * Errors: RangeError when the denominator is 0 or the result passes 2^53 - 1.
 */
export function timesRatio(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator;
  if (product >= 0 && product <= HALF_SAFE && denominator > 0 && denominator <= HALF_SAFE) {
    // A quotient of floats is too large by one at most, which shows in what is left; `%` is many times slower.
    const quotient = Math.floor(product / denominator);
    const rest = product - quotient * denominator;
    if (rest < 0) return quotient - 1 + ((rest + denominator) * 2 >= denominator ? 1 : 0);
    return quotient + (rest * 2 >= denominator ? 1 : 0);
  }
  return divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator));
}

/** `round(amount × rate)` for a rate in basis points. */
export function timesBasisPoints(amount: number, basisPoints: number): number {
  return timesRatio(amount, basisPoints, BASIS_POINTS);
}

const HALF_SAFE = Number.MAX_SAFE_INTEGER / 2;
