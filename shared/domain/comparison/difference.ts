import { divideRounded, safeInteger } from '../../kernel/decimal.ts';
import type { Difference } from './types.ts';

/** `value - reference`, and its share of the reference; null while either is unknown. */
export function difference(value: number | null, reference: number | null): Difference | null {
  if (value === null || reference === null) return null;
  const minor = safeInteger(value - reference);
  return { minor, bp: reference === 0 ? null : divideRounded(BigInt(minor) * 10_000n, BigInt(reference)) };
}
