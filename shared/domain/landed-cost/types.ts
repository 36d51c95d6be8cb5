import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type { CostingAssumptions, CostingField } from '../costing/costing.ts';
import type { FoundRate } from '../exchange-rates/exchange-rates.ts';
import type { NamedPlace } from '../incoterms/incoterms.ts';
import type { LogisticPart } from '../incoterms/parts.ts';
import type { Milestone } from '../payments/milestones.ts';
import type { TradeTerm } from '../quotes/terms.ts';
import type { Carton, Shipment } from '../shipping/cartons.ts';

/**
 * An amount in whole minor units with the open costs at their low and at their high end; low = high when nothing is open. A credit for
 * late payment grows with the costs, so its low can lie above its high.
 */
export interface MinorRange {
  readonly low: number;
  readonly high: number;
}

/**
 * One quoted line as the landed cost needs it. All money in the quote's currency unless it says otherwise.
 */
export interface LandedLine {
  /** What the line costs as it is to be compared (order quantity × unit price, tax basis levelled). Weight for sharing by value. */
  readonly goodsMinor: number;
  /** The quantity that will be ordered and shipped. */
  readonly quantity: Quantity;
  /** Null: no carton data, so nothing that goes by weight or volume can be computed. */
  readonly carton: Carton | null;
  /** Duty of this item; null: the project's default rate. */
  readonly dutyRateBp: number | null;
  /** Anti-dumping, countervailing or section 301 duty, on the same value. */
  readonly additionalDutyBp: number;
  /** Specific duty per unit, millionths of the destination currency. */
  readonly specificDuty: UnitPrice;
}

/** What the quote says of a part, where it says anything; it goes before what its trade term would mean. */
export type PartSource =
  /** The price contains it, whatever the trade term. */
  | { readonly state: 'included' }
  /** The supplier charges it apart: an amount (or range) in the quote's currency, levelled for tax like the goods. */
  | { readonly state: 'extra'; readonly amount: MinorRange }
  /** The buyer pays it: taken from the costing assumptions. */
  | { readonly state: 'toBeAdded' }
  /** The quote leaves it open and nothing bounds it: not computable. */
  | { readonly state: 'unknown' };

export type StatedParts = Readonly<Partial<Record<LogisticPart | 'agentFee', PartSource>>>;

/** Exchange rates into the currency of the comparison; null where there is none. */
export interface LandedRates {
  readonly quote: FoundRate | null;
  readonly origin: FoundRate | null;
  readonly freight: FoundRate | null;
  readonly destination: FoundRate | null;
}

/** How the supplier is paid, for the basis with payment timing. */
export interface LandedTiming {
  /** Null: the terms were not understood (`parsePaymentTerms`), so timing is not computable. */
  readonly milestones: readonly Milestone[] | null;
  /** Days from order to dispatch. */
  readonly leadTimeDays: number | null;
}

export interface LandedInput {
  /** The comparison's currency: every figure of the result is in its minor units. */
  readonly currency: CurrencyCode;
  readonly quoteCurrency: CurrencyCode;
  /** One per item of the project, in their order; null where the quote has no price that can be ordered. */
  readonly lines: readonly (LandedLine | null)[];
  /** All goods as one document, quote's currency, tax basis levelled; converted once and shared over the lines by their value. */
  readonly goodsMinor: number;
  /** Packaging, tooling, labelling and whatever else the supplier charges with the order, quote's currency; part of the customs value. */
  readonly supplierExtras: MinorRange;
  /** Null: not computable. */
  readonly term: TradeTerm | null;
  readonly place: NamedPlace;
  /** What the quote states; a part not listed follows the trade term, the agent's fee the project. */
  readonly parts: StatedParts;
  readonly costing: CostingAssumptions;
  readonly rates: LandedRates;
  /** Null: landed without payment timing. */
  readonly timing: LandedTiming | null;
}

/** Components of a landed cost in the order they arise. `paymentTiming` is present value less face value, so mostly above 0. */
export const LANDED_COMPONENTS = [
  'goods',
  'supplierExtras',
  'domesticFreight',
  'agent',
  'forwarder',
  'mainCarriage',
  'insurance',
  'destinationTerminal',
  'importClearance',
  'duty',
  'importVat',
  'onCarriage',
  'paymentTiming',
] as const;
export type LandedComponentName = (typeof LANDED_COMPONENTS)[number];

export type ComponentSource =
  /** Goods and whatever the supplier charges apart. */
  | 'quote'
  /** Contained in the price: no figure of its own. */
  | 'included'
  /** Reckoned from the costing assumptions. */
  | 'assumed'
  /** Arises beyond the common point, or (payment timing) was not asked for. */
  | 'notPartOfIt'
  /** Cannot be reckoned; see `missing`. */
  | 'missing';

export interface LandedComponent {
  readonly name: LandedComponentName;
  readonly source: ComponentSource;
  /** Comparison's currency; null when missing. Zero for `included` and `notPartOfIt`. */
  readonly amount: MinorRange | null;
  /** False for import VAT that comes back: cash to lay out, not a cost, and not in the total. */
  readonly isCost: boolean;
  /** Shares of the lines, summing exactly to `amount`; null lines get 0. Null when missing or not a cost. */
  readonly shares: { readonly low: readonly number[]; readonly high: readonly number[] } | null;
}

/** What keeps a landed cost from being computed. Each has a text below `costing.missing.*`. */
export type LandedMissing =
  /** An assumption of the project is unset. */
  | { readonly code: 'assumption'; readonly field: CostingField }
  /** Carton quantity, sides or weight of these lines (indexes into `lines`). */
  | { readonly code: 'carton'; readonly lines: readonly number[] }
  /** The duty of these lines, and no default. */
  | { readonly code: 'dutyRate'; readonly lines: readonly number[] }
  | { readonly code: 'exchangeRate'; readonly from: CurrencyCode; readonly to: CurrencyCode }
  | { readonly code: 'tradeTerm' }
  /** Whether prices contain VAT, or at which rate, so that they cannot be levelled. */
  | { readonly code: 'taxBasis' }
  /** The price reaches beyond the common point and cannot be taken apart. */
  | { readonly code: 'beyondPoint' }
  /** The quote leaves this part open. */
  | { readonly code: 'partUnknown'; readonly part: LogisticPart | 'agentFee' }
  | { readonly code: 'paymentTerms' }
  | { readonly code: 'leadTime' }
  /** No line has a price that can be ordered. */
  | { readonly code: 'nothingPriced' }
  /** A figure passes what can be reckoned exactly. */
  | { readonly code: 'outOfRange' };

export interface LandedCost {
  /** Empty: computable. In the order of the components; each named once. */
  readonly missing: readonly LandedMissing[];
  /** One of each name, in their order; those that can be reckoned have an amount even where another is missing. */
  readonly components: readonly LandedComponent[];
  /** Sum of all components that are costs; null while anything is missing. */
  readonly total: MinorRange | null;
  /** Total of each line, summing exactly to `total`; null while anything is missing. */
  readonly lines: { readonly low: readonly number[]; readonly high: readonly number[] } | null;
  /** Cartons, weight and volume; null where a carton is missing or the freight does not ask for them. */
  readonly shipment: Shipment | null;
  /** What duty is charged on; null where it cannot be reckoned or no duty is asked for. */
  readonly customsValue: MinorRange | null;
  /** What import VAT is charged on. */
  readonly importVatBase: MinorRange | null;
}

/**
 * The one entry of the landed cost (DOMAIN 2.4, 2.5 and 3), implemented by `landedCost` in `landed-cost.ts`: carries a quote
 * from the supplier's price to the common point and shares every component over the lines by its own basis (goods, duty,
 * insurance, agent, import VAT by value; carriage by chargeable weight or volume; fees by value) with the largest remainder.
 * Both ends of a range are reckoned through, so duty on an open cost is a range too. No trace is built here: `traceLandedCost` explains the same
 * computation and explains it. Never throws: figures beyond 2^53 - 1 come back as `outOfRange`.
 */
export type ComputeLandedCost = (input: LandedInput) => LandedCost;
