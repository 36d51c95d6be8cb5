import { type } from '@orpc/contract';
import * as z from 'zod';
import type { PackedComparison } from '../domain/comparison/packed.ts';
import { COMPARISON_BASES } from '../domain/comparison/types.ts';
import type { Trace } from '../kernel/trace.ts';
import { base, currency, id } from './common.ts';

export const comparisonQuery = z.object({
  projectId: id,
  basis: z.enum(COMPARISON_BASES).default('comparable'),
  /** null: the project's currency. */
  currency: currency.nullable().default(null),
  quantityPercent: z.number().int().min(1).max(100_000).default(100),
});
export type ComparisonQuery = z.infer<typeof comparisonQuery>;

export const comparisons = {
  /** Packed for the way; `unpackComparison` makes it whole again. */
  get: base.input(comparisonQuery).output(type<PackedComparison>()),
  /** How one figure came about: a cell (quote and item) or a quote's total (no item). */
  trace: base.input(comparisonQuery.extend({ quoteId: id, itemId: id.nullable() })).output(type<Trace>()),
};
