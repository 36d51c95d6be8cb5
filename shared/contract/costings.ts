import { type } from '@orpc/contract';
import * as z from 'zod';
import { AGENT_SCOPES, FREIGHT_MODES } from '../domain/costing/costing.ts';
import { COMPARISON_POINTS } from '../domain/incoterms/parts.ts';
import type { LandedCost } from '../domain/landed-cost/types.ts';
import { DISCOUNT_METHODS } from '../domain/payments/present-value.ts';
import { COST_MEASURES, COST_PARTS } from '../domain/quotes/terms.ts';
import { CONTAINER_TYPES } from '../domain/shipping/freight.ts';
import type { CurrencyCode } from '../kernel/money.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Trace } from '../kernel/trace.ts';
import { base, basisPoints, currency, dutyBasisPoints, id, minorPositive, revision, unitPrice } from './common.ts';

const perMillion = z.number().int().min(0).max(500_000);
const grams = z.number().int().min(0).max(100_000_000);
const amount = minorPositive.nullable();
const figure = unitPrice.nullable();

export const costBound = z.object({
  part: z.enum(COST_PARTS),
  measure: z.enum(COST_MEASURES),
  /** Minor units, millionths or hundredths of a percent, by the measure; in the project's currency. */
  low: minorPositive,
  high: minorPositive,
});

/** `CostingAssumptions` as it is stored; null is unset. */
export const costingFields = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  point: z.enum(COMPARISON_POINTS),
  originCurrency: currency,
  freightCurrency: currency,
  destinationCurrency: currency,
  freightMode: z.enum(FREIGHT_MODES).nullable(),
  freightPerKg: figure,
  freightPerM3: figure,
  containerType: z.enum(CONTAINER_TYPES).nullable(),
  freightPerContainerMinor: amount,
  freightLumpMinor: amount,
  freightPercentBp: basisPoints.nullable(),
  freightMinimumMinor: amount,
  volumetricDivisor: z.number().int().min(1).max(100_000).nullable(),
  weightStepG: grams.nullable(),
  minimumWeightG: grams.nullable(),
  roundUpToCm: z.boolean(),
  perPiece: z.boolean(),
  transitDays: z.number().int().min(0).max(365).nullable(),
  insurancePpm: perMillion.nullable(),
  dutyRateBp: dutyBasisPoints.nullable(),
  importVatRateBp: basisPoints.nullable(),
  importVatRecoverable: z.boolean(),
  agentScope: z.enum(AGENT_SCOPES),
  agentRateBp: basisPoints.nullable(),
  agentMinimumMinor: amount,
  originInlandMinor: amount,
  exportClearanceMinor: amount,
  originTerminalMinor: amount,
  destinationTerminalMinor: amount,
  brokerageMinor: amount,
  userFeePpm: perMillion.nullable(),
  userFeeMinimumMinor: amount,
  userFeeMaximumMinor: amount,
  onCarriageMinor: amount,
  capitalRateBp: basisPoints.nullable(),
  discountMethod: z.enum(DISCOUNT_METHODS),
  bounds: z.array(costBound).max(COST_PARTS.length),
});
export type CostingFields = z.infer<typeof costingFields>;

export const costing = z.object({
  fields: costingFields,
  /** Null until something is saved: then every figure is unset. */
  revision: revision.nullable(),
});
export type Costing = z.infer<typeof costing>;

/** What one quote comes to under the assumptions, line by line. */
export interface CostingPreview {
  readonly quoteId: string;
  readonly supplierNameEn: string;
  readonly supplierNameZh: string;
  readonly currency: CurrencyCode;
  readonly cost: LandedCost;
  readonly lines: readonly CostingPreviewLine[];
  readonly trace: Trace;
}

export interface CostingPreviewLine {
  readonly itemId: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly unit: string;
  /** Null where the quote has no price that can be ordered. */
  readonly quantity: Quantity | null;
}

export const costings = {
  get: base.input(z.object({ projectId: id })).output(costing),
  /** Only the fields given; `revision` null for the first save. */
  save: base
    .input(z.object({ projectId: id, revision: revision.nullable(), changes: costingFields.partial() }))
    .output(costing),
  /** The landed cost of a quote (null: the project's first); null when the project has no quote. */
  preview: base
    .input(z.object({ projectId: id, quoteId: id.nullable().default(null) }))
    .output(type<CostingPreview | null>()),
};
