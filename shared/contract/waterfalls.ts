import { type } from '@orpc/contract';
import type { WaterfallResult } from '../domain/waterfall/types.ts';
import { base, id } from './common.ts';
import { comparisonQuery } from './comparisons.ts';

export const waterfalls = {
  /** Why the second quote is cheaper or dearer than the first; both take part in the comparison. */
  get: base.input(comparisonQuery.extend({ firstId: id, secondId: id })).output(type<WaterfallResult>()),
};
