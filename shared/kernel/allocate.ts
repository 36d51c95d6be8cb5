import { safeInteger } from './decimal.ts';

/**
 * Splits `total` minor units by `weights` with the largest-remainder method (DOMAIN 1, LR): the parts sum exactly to
 * `total`, the leftover goes one unit each to the largest fractions, ties to the lowest index, weight 0 gets 0, a
 * negative total mirrors the positive split.
 * Errors: RangeError('choose another basis') when a weight is negative or all are zero.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  safeInteger(total);
  let weightSum = 0n;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError('choose another basis');
    weightSum += BigInt(weight);
  }
  if (weightSum === 0n) throw new RangeError('choose another basis');
  const size = BigInt(Math.abs(total));
  const remainders: { index: number; remainder: bigint }[] = [];
  let handedOut = 0n;
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    const share = product / weightSum;
    handedOut += share;
    remainders.push({ index, remainder: product % weightSum });
    return Number(share);
  });
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const left = Number(size - handedOut);
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}
