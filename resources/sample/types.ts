import type { AgentScope, FreightMode } from '../../shared/domain/costing/costing.ts';
import type { Confidence } from '../../shared/domain/evaluation/mean-scores.ts';
import type { ProjectStage } from '../../shared/domain/projects/stages.ts';
import type {
  CostBasis,
  CostPart,
  LeadTimeStart,
  QuoteChannel,
  TaxBasis,
  TradeTerm,
} from '../../shared/domain/quotes/terms.ts';

/** The sample workspace as it is written down: plain numerals, and days counted from the day it is made. */
export interface SampleSupplier {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly region: string;
  readonly contact: string;
  readonly phone: string;
  readonly wechat: string;
  readonly shop: string;
  readonly notes: string;
}

export interface SampleItem {
  readonly line: string;
  readonly en: string;
  readonly zh: string;
  readonly spec: string;
  readonly category: string;
  readonly unit: string;
  readonly quantity: string;
  /** Per unit in the project's currency; null: no estimate. */
  readonly estimate: string | null;
  readonly target: string | null;
  readonly hsCode: string;
  /** Duty at import into the project's country, hundredths of a percent. */
  readonly dutyBp?: number;
  /** An export carton: units in it, sides in centimetres, gross kilograms. */
  readonly carton?:
    | readonly [units: string, lengthCm: number, widthCm: number, heightCm: number, kilograms: number]
    | undefined;
}

/** One line: null where the supplier does not quote the item. */
export type SampleLine = {
  readonly price: string;
  readonly moq?: string;
  readonly multiple?: string;
  /** Quantity from which a further price holds. */
  readonly breaks?: readonly (readonly [quantity: string, price: string])[];
  readonly notes?: string;
} | null;

/** Cost parts a supplier states, with the amount where it is extra, or both bounds ("2200-3600") where it is unknown. */
export type SampleCostSet = readonly (readonly [part: CostPart, basis: CostBasis, amount?: string])[];

export interface SampleQuote {
  readonly supplier: string;
  /** Earlier rounds come first in the list. */
  readonly receivedDaysAgo: number;
  /** Days from today to the last valid day; negative: expired; null: open. */
  readonly validForDays: number | null;
  readonly currency: string;
  readonly taxBasis: TaxBasis;
  readonly vatRateBp: number | null;
  readonly minimumValue?: string;
  readonly leadTimeDays: number | null;
  readonly leadTimeFrom: LeadTimeStart | null;
  readonly term: TradeTerm | null;
  readonly place: string;
  readonly payment: string;
  readonly channel?: QuoteChannel;
  readonly notes?: string;
  readonly costs: SampleCostSet;
  /** One per item of the project, in their order. */
  readonly lines: readonly SampleLine[];
}

export interface SampleCriterion {
  readonly key: string;
  /** The key of the group it belongs to, which stands before it; absent at the root. */
  readonly group?: string;
  readonly en: string;
  readonly zh: string;
  readonly kind: 'price' | 'manual' | 'group';
  readonly weightBp: number;
  /** Points, 0 to 100; null: no knock-out. */
  readonly minimum: number | null;
}

/** Points by supplier and criterion, with the reason given and how sure the evaluator is. */
export type SampleScores = Readonly<
  Record<string, Readonly<Record<string, readonly [points: number, reason: string, confidence?: Confidence]>>>
>;

export interface SampleEvaluator {
  readonly name: string;
  readonly role: string;
  readonly isBlind: boolean;
  readonly scores: SampleScores;
}

/** What a sample project takes for granted; plain numerals, in the currency of each group. */
export interface SampleCosting {
  readonly country: string;
  readonly originCurrency: string;
  readonly freightCurrency: string;
  readonly destinationCurrency: string;
  readonly freightMode: FreightMode;
  readonly freightPerKg?: string;
  readonly freightPerM3?: string;
  readonly transitDays: number;
  readonly insurancePpm: number;
  readonly dutyRateBp: number | null;
  readonly importVatRateBp: number;
  readonly importVatRecoverable: boolean;
  readonly agentRateBp: number;
  readonly agentScope: AgentScope;
  readonly originInland: string;
  readonly exportClearance: string;
  readonly originTerminal: string;
  readonly destinationTerminal: string;
  readonly brokerage: string;
  readonly onCarriage: string;
  readonly userFeePpm?: number;
  readonly capitalRateBp: number;
}

export interface SampleProject {
  readonly en: string;
  readonly zh: string;
  readonly stage: ProjectStage;
  readonly currency: string;
  readonly destination: string;
  readonly needInDays: number;
  readonly budget: string;
  readonly vatRecoverable: boolean;
  readonly notes: string;
  readonly items: readonly SampleItem[];
  readonly quotes: readonly SampleQuote[];
  /** Null: nothing assumed yet. */
  readonly costing: SampleCosting | null;
  readonly criteria: readonly SampleCriterion[];
  /** What the buyer of all sample projects gave. */
  readonly scores: SampleScores;
  readonly evaluators?: readonly SampleEvaluator[];
}
