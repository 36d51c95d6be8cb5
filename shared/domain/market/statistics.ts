import { Decimal, divideRounded, toScaledInteger } from '../../kernel/decimal.ts';

/*
 * Plain statistics over integers of one scale (minor units, or millionths for unit prices). Each is worked out exactly and rounded
 * once, half away from zero, to that same scale. The order of the values never matters. Errors: RangeError for an empty list.
 */

export function sumOf(values: readonly number[]): bigint {
  let sum = 0n;
  for (const value of values) sum += BigInt(value);
  return sum;
}

/** Arithmetic mean. */
export function mean(values: readonly number[]): number {
  const exact = meanOfSmall(values);
  if (exact !== null) return exact;
  return divideRounded(sumOf(values), BigInt(values.length));
}

/** The mean in plain numbers, where the doubled sum stays exact; null elsewhere. A matrix has one for every row. */
function meanOfSmall(values: readonly number[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (!(value >= 0)) return null;
    sum += value;
  }
  const count = values.length;
  if (count === 0 || sum > Number.MAX_SAFE_INTEGER / 2) return null;
  const rest = sum % count;
  return (sum - rest) / count + (rest * 2 >= count ? 1 : 0);
}

/** Middle value; of an even number of values the mean of the middle two (DOMAIN 4). */
export function median(values: readonly number[]): number {
  return divideRounded(doubledMedian(values.map(BigInt)), 2n);
}

/** Percentile by linear interpolation, type 7 of Hyndman and Fan, Excel's PERCENTILE.INC (DOMAIN 4); `percent` is whole, 0 to 100. */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * percent;
  const rest = position % 100;
  const lower = sorted[(position - rest) / 100] ?? 0;
  const upper = rest === 0 ? lower : (sorted[(position - rest) / 100 + 1] ?? lower);
  return divideRounded(BigInt(lower) * BigInt(100 - rest) + BigInt(upper) * BigInt(rest), 100n);
}

/** Sample standard deviation (n - 1). Errors: RangeError for fewer than two values. */
export function standardDeviation(values: readonly number[]): number {
  const n = BigInt(values.length);
  if (n < 2n) throw new RangeError('a standard deviation needs two values');
  const variance = new Decimal(scaledVariance(values).toString()).div((n * (n - 1n)).toString());
  return toScaledInteger(variance.sqrt(), 0);
}

/** `n·Σx² - (Σx)²`, which is n·(n - 1) times the sample variance and still whole. */
export function scaledVariance(values: readonly number[]): bigint {
  const sum = sumOf(values);
  let squares = 0n;
  for (const value of values) squares += BigInt(value) ** 2n;
  return BigInt(values.length) * squares - sum ** 2n;
}

/** Twice the median, which is whole. */
export function doubledMedian(values: readonly bigint[]): bigint {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values');
  return lower + upper;
}
