import type { CurrencyCode } from '../../kernel/money.ts';
import type { UnitPrice } from '../../kernel/quantity.ts';
import type { CostBound } from '../comparison/types.ts';
import type { ComparisonPoint } from '../incoterms/parts.ts';
import type { DiscountMethod } from '../payments/present-value.ts';
import type { CartonData } from '../shipping/cartons.ts';
import type { ContainerType } from '../shipping/freight.ts';

/** How the goods travel, or how their freight is stated without reckoning it. */
export const FREIGHT_MODES = ['seaLcl', 'seaFcl', 'air', 'express', 'rail', 'truck', 'lumpSum', 'percentage'] as const;
export type FreightMode = (typeof FREIGHT_MODES)[number];

/** Whether the buying agent is paid on every quote, or only where one is needed: on prices at domestic or EXW terms. */
export const AGENT_SCOPES = ['allQuotes', 'domesticOnly'] as const;
export type AgentScope = (typeof AGENT_SCOPES)[number];

/**
 * What a project takes for granted when it carries quotes from the supplier's price to its own door. Every figure may be
 * unset (null); a landed cost that needs an unset one is not computable and names it. Only `minimum`, `divisor`, `step` and
 * the user fee merely refine another figure: unset, the fee is not charged and the mode's usual method holds.
 */
export interface CostingAssumptions {
  /** ISO 3166 two-letter code; decides the basis of the customs value. */
  readonly country: string | null;
  /** The point every quote is carried to. */
  readonly point: ComparisonPoint;
  /** Currency of the charges in China: inland carriage, export clearance, origin terminal, the agent's minimum. */
  readonly originCurrency: CurrencyCode;
  /** Currency of the main freight. */
  readonly freightCurrency: CurrencyCode;
  /** Currency of the charges on arrival: terminal, broker, user fee, specific duty, on-carriage. */
  readonly destinationCurrency: CurrencyCode;

  readonly freightMode: FreightMode | null;
  /** Per chargeable kilogram: air, express, rail, truck. Millionths of the freight currency. */
  readonly freightPerKg: UnitPrice | null;
  /** Per revenue tonne (sea LCL) or cubic metre (truck). */
  readonly freightPerM3: UnitPrice | null;
  readonly containerType: ContainerType | null;
  readonly freightPerContainerMinor: number | null;
  readonly freightLumpMinor: number | null;
  /** Of the goods. */
  readonly freightPercentBp: number | null;
  /** The least a shipment is charged for freight, freight currency. */
  readonly freightMinimumMinor: number | null;
  /** Cubic centimetres to the kilogram; null: as usual for the mode. */
  readonly volumetricDivisor: number | null;
  readonly weightStepG: number | null;
  readonly minimumWeightG: number | null;
  /** Carton sides are rounded up to whole centimetres first. */
  readonly roundUpToCm: boolean;
  /** Each carton is charged by its own greater weight instead of the shipment by its greater total. */
  readonly perPiece: boolean;
  /** Days from dispatch to receipt at our door. */
  readonly transitDays: number | null;
  /** Premium per million of the insured value: 3000 is 0.3 %. */
  readonly insurancePpm: number | null;

  readonly dutyRateBp: number | null;
  readonly importVatRateBp: number | null;
  readonly importVatRecoverable: boolean;
  readonly agentScope: AgentScope;
  /** Of goods and domestic freight; 0: there is no agent. */
  readonly agentRateBp: number | null;
  readonly agentMinimumMinor: number | null;
  readonly originInlandMinor: number | null;
  readonly exportClearanceMinor: number | null;
  readonly originTerminalMinor: number | null;
  readonly destinationTerminalMinor: number | null;
  readonly brokerageMinor: number | null;
  /** Customs' own fee on the customs value, per million (US merchandise processing fee 3464). */
  readonly userFeePpm: number | null;
  readonly userFeeMinimumMinor: number | null;
  readonly userFeeMaximumMinor: number | null;
  readonly onCarriageMinor: number | null;

  /** Annual cost of capital. */
  readonly capitalRateBp: number | null;
  readonly discountMethod: DiscountMethod;
  /** What a cost part a supplier leaves open lies between, in the project's currency. */
  readonly bounds: readonly CostBound[];
}

/** What the way of an item costs beside its price; null is unset. */
export interface ItemCosting extends CartonData {
  readonly dutyRateBp: number | null;
  readonly additionalDutyBp: number | null;
  /** Per unit, millionths of the destination currency. */
  readonly specificDuty: UnitPrice | null;
}

/** An assumption a figure can be missing. */
export type CostingField = keyof CostingAssumptions;

/** Nothing assumed yet: method constants only, every figure unset. */
export function emptyCosting(projectCurrency: CurrencyCode): CostingAssumptions {
  return {
    country: null,
    point: 'DDP',
    originCurrency: 'CNY',
    freightCurrency: 'USD',
    destinationCurrency: projectCurrency,
    freightMode: null,
    freightPerKg: null,
    freightPerM3: null,
    containerType: null,
    freightPerContainerMinor: null,
    freightLumpMinor: null,
    freightPercentBp: null,
    freightMinimumMinor: null,
    volumetricDivisor: null,
    weightStepG: null,
    minimumWeightG: null,
    roundUpToCm: true,
    perPiece: false,
    transitDays: null,
    insurancePpm: null,
    dutyRateBp: null,
    importVatRateBp: null,
    importVatRecoverable: false,
    agentScope: 'allQuotes',
    agentRateBp: null,
    agentMinimumMinor: null,
    originInlandMinor: null,
    exportClearanceMinor: null,
    originTerminalMinor: null,
    destinationTerminalMinor: null,
    brokerageMinor: null,
    userFeePpm: null,
    userFeeMinimumMinor: null,
    userFeeMaximumMinor: null,
    onCarriageMinor: null,
    capitalRateBp: null,
    discountMethod: 'compound',
    bounds: [],
  };
}
