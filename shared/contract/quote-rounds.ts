import { type } from '@orpc/contract';
import type { ComparisonQuote } from '../domain/comparison/types.ts';
import type { SupplierRounds } from '../domain/quote-rounds/types.ts';
import type { Trace } from '../kernel/trace.ts';
import { base, id } from './common.ts';
import { comparisonQuery } from './comparisons.ts';

export interface QuoteRoundsAnswer {
  readonly suppliers: readonly SupplierRounds[];
  /** The terms of every round as they were stated, without its lines. */
  readonly quotes: readonly Omit<ComparisonQuote, 'lines'>[];
}

export const quoteRounds = {
  /** Every round of every supplier of a project, with what each changed. */
  list: base.input(comparisonQuery).output(type<QuoteRoundsAnswer>()),
  /** How the total of one round came about. */
  trace: base.input(comparisonQuery.extend({ quoteId: id })).output(type<Trace>()),
};
