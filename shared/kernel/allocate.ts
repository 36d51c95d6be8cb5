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
  const base = 2 ** Math.floor(Math.log2(2 ** 52 / weightSum));
  const parts = base < 2 ? shareInBigInt(size, weights) : shareInNumbers(size, weights, weightSum, base);
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

/**
 * Long division of `size × weight` by the sum, the size taken apart in digits of `base`: with base × sum up to 2^52 no step
 * passes 2^53, so numbers are as exact as BigInt and many times faster.
 */
function shareInNumbers(size: number, weights: readonly number[], weightSum: number, base: number): number[] {
  const digits = digitsOf(size, base);
  const remainders: number[] = [];
  let handedOut = 0;
  const parts = weights.map((weight) => {
    let share = 0;
    let remainder = 0;
    for (const digit of digits) {
      const part = remainder * base + digit * weight;
      remainder = part % weightSum;
      share = share * base + (part - remainder) / weightSum;
    }
    handedOut += share;
    remainders.push(remainder);
    return share;
  });
  const left = size - handedOut;
  if (left === 0) return parts;
  const byFraction = parts.map((_, index) => index);
  byFraction.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  return withLeftover(parts, byFraction, left);
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
