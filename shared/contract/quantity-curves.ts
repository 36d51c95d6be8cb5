import { type } from '@orpc/contract';
import * as z from 'zod';
import type { QuantityCurve } from '../domain/quantity-curves/types.ts';
import type { Trace } from '../kernel/trace.ts';
import { base, id, unitPrice } from './common.ts';
import { comparisonQuery } from './comparisons.ts';

export const quantityCurveQuery = comparisonQuery.extend({
  /** null: the whole project, by percents of its plan. */
  itemId: id.nullable().default(null),
  /** Ten-thousandths of the item's unit, or percent of the plan; null: the planned quantity. */
  chosen: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
  /** What keeping a further unit costs, in the comparison's currency. */
  holdingCostPerUnit: unitPrice.nullable().default(null),
});
export type QuantityCurveQuery = z.infer<typeof quantityCurveQuery>;

export const CURVE_FIGURES = ['cost', 'cash', 'nextBreak'] as const;

export const quantityCurves = {
  /** null: the item has no quantity and none was chosen. */
  get: base.input(quantityCurveQuery).output(type<QuantityCurve | null>()),
  /** How one figure at the chosen step came about. */
  trace: base
    .input(quantityCurveQuery.extend({ quoteId: id, step: z.number().int().min(1), figure: z.enum(CURVE_FIGURES) }))
    .output(type<Trace>()),
};
