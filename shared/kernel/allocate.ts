import { safeInteger } from './decimal.ts';

/**
 * Splits `total` minor units by `weights` with the largest-remainder method (DOMAIN 1, LR): the parts sum exactly to
 * `total`, the leftover goes one unit each to the largest fractions, ties to the lowest index, weight 0 gets 0, a
 * negative total mirrors the positive split.
 * Errors: RangeError('choose another basis') when a weight is negative or all are zero.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const size = Math.abs(safeInteger(total));
  let weightSum = 0;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError('choose another basis');
    weightSum += weight;
  }
  if (weightSum === 0) throw new RangeError('choose another basis');
  const parts = inNumbers(size, weights, weightSum);
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

function inNumbers(size: number, weights: readonly number[], weightSum: number): number[] {
  if (size * weightSum <= Number.MAX_SAFE_INTEGER) return shareAtOnce(size, weights, weightSum);
  const base = 2 ** Math.floor(Math.log2(2 ** 52 / weightSum));
  return base < 2 ? shareInBigInt(size, weights) : shareInDigits(size, weights, weightSum, base);
}

/** Where no product passes 2^53 a quotient of floats is too large by one at most, which its remainder tells: no slow `%`. */
function shareAtOnce(size: number, weights: readonly number[], weightSum: number): number[] {
  const remainders = new Float64Array(weights.length);
  const parts: number[] = [];
  let left = size;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    let share = Math.floor((size * weight) / weightSum);
    let remainder = size * weight - share * weightSum;
    if (remainder < 0) {
      share -= 1;
      remainder += weightSum;
    }
    left -= share;
    remainders[at] = remainder;
    parts.push(share);
  }
  return handOut(parts, remainders, left);
}

/**
 * Long division of `size × weight` by the sum, the size taken apart in digits of `base`: with base × sum up to 2^52 no step
 * passes 2^53, so numbers are as exact as BigInt and many times faster.
 */
function shareInDigits(size: number, weights: readonly number[], weightSum: number, base: number): number[] {
  const digits = digitsOf(size, base);
  const remainders = new Float64Array(weights.length);
  let left = size;
  const parts = weights.map((weight, index) => {
    let share = 0;
    let remainder = 0;
    for (const digit of digits) {
      const part = remainder * base + digit * weight;
      remainder = part % weightSum;
      share = share * base + (part - remainder) / weightSum;
    }
    left -= share;
    remainders[index] = remainder;
    return share;
  });
  return handOut(parts, remainders, left);
}

/** One more for each of the largest remainders, the first of equals first. Fewer are left than remainders above zero. */
function handOut(parts: number[], remainders: Float64Array, left: number): number[] {
  if (left === 0) return parts;
  // Sorting plain numbers is many times faster than sorting places by them.
  const rising = remainders.toSorted();
  const least = rising[rising.length - left] ?? 0;
  let equals = left;
  for (let at = rising.length - 1; (rising[at] ?? 0) > least; at -= 1) equals -= 1;
  for (let at = 0; at < parts.length; at += 1) {
    const remainder = remainders[at] ?? 0;
    if (remainder < least || (remainder === least && equals === 0)) continue;
    if (remainder === least) equals -= 1;
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts;
}

/** Highest first; a single 0 for 0. */
function digitsOf(size: number, base: number): number[] {
  const digits: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / base)) digits.unshift(rest % base);
  return digits.length === 0 ? [0] : digits;
}

function shareInBigInt(size: number, weights: readonly number[]): number[] {
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const remainders: { index: number; remainder: bigint }[] = [];
  let handedOut = 0n;
  const parts = weights.map((weight, index) => {
    const product = BigInt(size) * BigInt(weight);
    const share = product / weightSum;
    handedOut += share;
    remainders.push({ index, remainder: product % weightSum });
    return Number(share);
  });
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const byFraction = remainders.map(({ index }) => index);
  return withLeftover(parts, byFraction, Number(BigInt(size) - handedOut));
}

function withLeftover(parts: number[], byFraction: readonly number[], left: number): number[] {
  for (const index of byFraction.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
