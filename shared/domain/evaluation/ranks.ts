import type { Id } from '../../kernel/ids.ts';

export interface RankedTotal {
  readonly id: Id;
  readonly totalMinor: number | null;
  /** 1 for the lowest; equal totals share a rank and the next one skips (1, 1, 3); null without a comparable total. */
  readonly rank: number | null;
}

/**
 * Ranks comparable totals of one currency from the lowest up. A total of null, for an incomplete or not comparable quote, never
 * takes a rank (PRODUCT rule 1). The order of the entries is kept.
 */
export function rankByTotal(
  entries: readonly { readonly id: Id; readonly totalMinor: number | null }[],
): RankedTotal[] {
  const totals = entries.flatMap(({ totalMinor }) => (totalMinor === null ? [] : [totalMinor]));
  return entries.map(({ id, totalMinor }) => ({
    id,
    totalMinor,
    rank: totalMinor === null ? null : rankAmong(totals, totalMinor, 'lowestFirst'),
  }));
}

/** 1 plus the number of `values` that are better than `value`, so equal values share a rank. */
export function rankAmong(values: readonly number[], value: number, order: 'lowestFirst' | 'highestFirst'): number {
  return 1 + values.filter((other) => (order === 'lowestFirst' ? other < value : other > value)).length;
}
