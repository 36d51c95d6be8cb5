import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type { CostingAssumptions, CostingField, ItemCosting } from '../costing/costing.ts';
import type { ExchangeRate, RatePath } from '../exchange-rates/exchange-rates.ts';
import type { ComparisonPoint } from '../incoterms/parts.ts';
import type { MarketChannel } from '../market/populations.ts';
import type { MarketStatistics } from '../market/types.ts';
import type {
  CostBasis,
  CostMeasure,
  CostPart,
  LeadTimeStart,
  PaymentAnchor,
  QuoteChannel,
  TaxBasis,
  TradeTerm,
} from '../quotes/terms.ts';
import type { CartonData } from '../shipping/cartons.ts';

/**
 * `quoted`: prices as the suppliers stated them, only converted. `comparable`: tax basis normalised (DOMAIN 2.1) and the
 * stated extra costs added (DOMAIN 2.2, 2.3), up to where the trade terms hand the goods over. `landed`: every quote carried to
 * one point with the project's costing (DOMAIN 2.4, 3). `landedTiming`: and what its payment terms are worth (DOMAIN 2.5).
 */
export const COMPARISON_BASES = ['quoted', 'comparable', 'landed', 'landedTiming'] as const;
export type ComparisonBasis = (typeof COMPARISON_BASES)[number];

/** The quotes are carried to one point with the project's costing. */
export function isLanded(basis: ComparisonBasis): basis is 'landed' | 'landedTiming' {
  return basis === 'landed' || basis === 'landedTiming';
}

/** From the least to the most a figure can be, in minor units; equal ends are a point. */
export interface MinorRange {
  readonly lowMinor: number;
  readonly highMinor: number;
}

export interface ComparisonOptions {
  readonly basis: ComparisonBasis;
  readonly currency: CurrencyCode;
  /** Day whose exchange rates and validity count. */
  readonly asOf: CalendarDate;
  /** Share of each item's planned quantity that is wanted, in percent; 100 is the plan. */
  readonly quantityPercent: number;
  /** Input VAT can be reclaimed: compare net, else gross. */
  readonly vatRecoverable: boolean;
}

export interface ComparisonItem {
  readonly id: Id;
  readonly lineNo: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly specification: string;
  readonly unit: string;
  readonly quantity: Quantity | null;
  /** In the project's currency, which `estimateCurrency` of the input names. */
  readonly estimateUnitPrice: UnitPrice | null;
  /** Duty and carton, where the landed bases need them. */
  readonly costing?: ItemCosting;
}

export interface ComparisonLine {
  readonly itemId: Id;
  readonly unitPrice: UnitPrice | null;
  readonly moq: Quantity | null;
  readonly orderMultiple: Quantity | null;
  readonly breaks: readonly { readonly minQuantity: Quantity; readonly unitPrice: UnitPrice }[];
  /** The supplier's own carton, which goes before the item's. */
  readonly carton?: CartonData;
}

/** What a quote states on a cost part. What is left out is not known; the measure left out is the whole order. */
export interface QuoteCostPart {
  readonly part: CostPart;
  readonly basis: CostBasis;
  readonly measure?: CostMeasure;
  /** An extra per order, in the quote's currency. */
  readonly amountMinor: number | null;
  /** An extra per unit ordered. */
  readonly unitAmount?: UnitPrice | null;
  /** An extra in hundredths of a percent of the goods. */
  readonly rateBp?: number | null;
  /** What an unknown cost is at least and at most, in the scale of the measure. */
  readonly low?: number | null;
  readonly high?: number | null;
  /** Tooling: the volume it is spread over. */
  readonly overQuantity?: Quantity | null;
}

/** What the project takes a cost part to be, where a quote leaves it open; amounts in the project's currency. */
export interface CostBound {
  readonly part: CostPart;
  readonly measure: CostMeasure;
  readonly low: number;
  readonly high: number;
}

export interface QuotePaymentMilestone {
  readonly percentBp: number;
  readonly anchor: PaymentAnchor;
  readonly offsetDays: number;
}

/** Who says what a cost part of a quote is: the quote itself, its trade or tax terms, the project, or nobody. */
export type CostSource = 'stated' | 'byTerm' | 'assumed' | 'open';

/** `range`: unknown within bounds; `open`: unknown without; `none`: nobody charges it. */
export type LedgerState = 'included' | 'extra' | 'range' | 'open' | 'none';

/** One cell of the ledger: what a cost part of a quote is. */
export interface LedgerEntry {
  readonly part: CostPart;
  readonly state: LedgerState;
  readonly source: CostSource;
  /** What the trade term alone would say, also where a statement overrides it. Null: the term says nothing of this part. */
  readonly byTerm: 'included' | 'buyer' | null;
  /** It belongs to the total of the chosen basis. */
  readonly counted: boolean;
  /** In the quote's currency; 0 where it is included or not charged, null where it is open. */
  readonly lowMinor: number | null;
  readonly highMinor: number | null;
}

/** What a total is made of, in the order of the way: goods, cost parts, tax, legs, and what the payment terms are worth. */
export type ComponentKind = 'goods' | CostPart | 'tax' | 'terminal' | 'clearance' | 'paymentTiming';

/**
 * A part of a quote's total in the comparison's currency. The low ends of all components sum exactly to the low end of the
 * total, the high ends to the high end; tax that is taken out falls while the total rises, so its ends may cross.
 */
export interface TotalComponent {
  readonly component: ComponentKind;
  readonly lowMinor: number;
  readonly highMinor: number;
  /** On the landed bases: who says so. */
  readonly source?: Exclude<CostSource, 'open'>;
  /** The price contains it, so it holds no amount of its own. */
  readonly included?: boolean;
}

/** Where a total stands among totals that may be ranges. */
export interface Standing {
  /** 1 plus the number of others that are certainly lower. */
  readonly bestRank: number;
  /** 1 plus the number of others that may be lower. */
  readonly worstRank: number;
  /** Best and worst agree, so no answer can move it. */
  readonly firm: boolean;
}

/** The one question whose answer settles most ranks that are still open. */
export interface SettlingQuestion {
  readonly quoteId: Id;
  readonly supplierId: Id;
  readonly part: CostPart;
  /** How wide the answer still is, in the comparison's currency. */
  readonly widthMinor: number;
  /** Ranks that are open now, and those that are firm whichever way the answer falls. */
  readonly openCount: number;
  readonly settledCount: number;
  /** Every rank is firm then; else the question only narrows. */
  readonly settlesAll: boolean;
}

export interface ComparisonQuote {
  readonly id: Id;
  readonly supplierId: Id;
  readonly supplierNameEn: string;
  readonly supplierNameZh: string;
  readonly round: number;
  readonly receivedOn: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly currency: CurrencyCode;
  readonly taxBasis: TaxBasis;
  /** Hundredths of a percent; null when not stated. */
  readonly vatRateBp: number | null;
  readonly minimumValueMinor: number | null;
  readonly leadTimeDays: number | null;
  readonly leadTimeFrom: LeadTimeStart | null;
  readonly incoterm: TradeTerm | null;
  readonly namedPlace: string;
  readonly paymentTerms: string;
  /** Instalments that sum to 100 %; absent or empty where only the text is known. */
  readonly payments?: readonly QuotePaymentMilestone[];
  readonly channel?: QuoteChannel | null;
  /** A part that is not listed is what the trade term implies, else unknown. */
  readonly costs: readonly QuoteCostPart[];
  readonly lines: readonly ComparisonLine[];
}

export interface ComparisonInput {
  readonly estimateCurrency: CurrencyCode;
  readonly items: readonly ComparisonItem[];
  /** One per supplier: its latest round. */
  readonly quotes: readonly ComparisonQuote[];
  readonly rates: readonly ExchangeRate[];
  /** The project's own bounds for what a quote leaves open; absent: none. */
  readonly bounds?: readonly CostBound[];
  /** What carries quotes to the door; absent: nothing is assumed. */
  readonly costing?: CostingAssumptions;
}

/** Why a quote takes no part in ranks, lowest marks and statistics. Each has a text below `comparison.reason.*`. */
export type ExclusionReason =
  | { readonly code: 'expired'; readonly date: CalendarDate }
  | { readonly code: 'noExchangeRate'; readonly from: CurrencyCode; readonly to: CurrencyCode }
  | { readonly code: 'taxBasisUnknown' }
  | { readonly code: 'vatRateUnknown' }
  | { readonly code: 'costUnknown'; readonly part: CostPart }
  | { readonly code: 'differentBasis' }
  | { readonly code: 'differentTradeTerm'; readonly term: TradeTerm }
  | { readonly code: 'tradeTermUnknown' }
  /** The landed cost needs an assumption of the project that is not set. */
  | { readonly code: 'costingUnset'; readonly field: CostingField }
  /** Items without the carton that freight by weight or volume needs. */
  | { readonly code: 'cartonUnknown'; readonly count: number }
  | { readonly code: 'dutyRateUnknown'; readonly count: number }
  /** The price reaches beyond the common point and cannot be taken apart. */
  | { readonly code: 'beyondPoint' }
  /** The payment terms are not understood, so their timing has no value. */
  | { readonly code: 'paymentTermsUnclear' }
  | { readonly code: 'leadTimeUnknown' }
  /** A figure passes what can be reckoned exactly, so most likely it was mistyped. */
  | { readonly code: 'outOfRange' };

/** Why a comparable quote has no total to rank. */
export type IncompleteReason =
  | { readonly code: 'missingPrices'; readonly count: number }
  | { readonly code: 'missingQuantities'; readonly count: number }
  | { readonly code: 'cannotBeOrdered'; readonly count: number }
  | { readonly code: 'belowMinimumValue'; readonly minimumMinor: number };

/** What the comparison rests on, said aloud on screen and in print. Each has a text below `comparison.assumption.*`. */
export type Assumption =
  | { readonly code: 'taxBasisUnstated' }
  | { readonly code: 'costUnstated'; readonly part: CostPart }
  | { readonly code: 'tradeTermUnstated' }
  /** Every quote is carried to this point with the project's costing. */
  | { readonly code: 'carriedTo'; readonly point: ComparisonPoint }
  /** Payments before and after receipt are weighed at this cost of capital. */
  | { readonly code: 'paymentTiming'; readonly rateBp: number }
  /** The ranked quotes end at different points of the same stretch; what lies between is not levelled. */
  | { readonly code: 'tradeTermsDiffer'; readonly terms: readonly TradeTerm[] }
  | { readonly code: 'net' }
  | { readonly code: 'gross' }
  | { readonly code: 'quotedAsStated' }
  | { readonly code: 'mixedBases' }
  /** A cost part that quotes leave open is taken from the project's bounds. */
  | { readonly code: 'costBounded'; readonly part: CostPart }
  /** 1688, Alibaba.com and other quotes share no statistic: these were left out of it. */
  | { readonly code: 'channelApart'; readonly channel: MarketChannel; readonly count: number }
  | { readonly code: 'staleRate'; readonly from: CurrencyCode; readonly to: CurrencyCode; readonly date: CalendarDate }
  | { readonly code: 'quantity'; readonly percent: number }
  | { readonly code: 'estimateNoRate'; readonly from: CurrencyCode; readonly to: CurrencyCode };

/** `outOfRange`: quantity and price together pass what can be reckoned exactly. */
export type CellState = 'priced' | 'noPrice' | 'noQuantity' | 'cannotBeOrdered' | 'outOfRange';

export interface ComparedCell {
  readonly state: CellState;
  /** Price that applies at the order quantity, in the quote's currency. */
  readonly unitPrice: UnitPrice | null;
  /** Quantity that must be ordered for the need: MOQ and multiple applied. */
  readonly orderQuantity: Quantity | null;
  /** The need lies below the MOQ, so more must be bought. */
  readonly moqApplied: boolean;
  /** The order quantity was rounded up to whole multiples. */
  readonly multipleApplied: boolean;
  /** The tier's lower edge when a price break other than the first applies. */
  readonly tierMinQuantity: Quantity | null;
  /** For `cannotBeOrdered`: the smallest quantity that can; null when the price breaks contradict each other. */
  readonly firstQuantity: Quantity | null;
  /** round(order quantity × unit price), in the quote's currency. */
  readonly totalMinor: number | null;
  /** What the cell costs on the chosen basis, in the comparison's currency; the cells of a quote sum exactly to its total. */
  readonly comparedMinor: number | null;
  /** Both ends of it, equal where it is a point; `comparedMinor` is null where they differ. */
  readonly comparedLowMinor: number | null;
  readonly comparedHighMinor: number | null;
  /** comparedMinor per unit needed, millionths of the comparison's currency; null where that passes the exact range. */
  readonly comparedUnitPrice: UnitPrice | null;
  readonly comparedUnitLow: UnitPrice | null;
  readonly comparedUnitHigh: UnitPrice | null;
  /** Takes part in lowest mark, average and statistics. */
  readonly comparable: boolean;
  readonly isLowest: boolean;
}

export interface Difference {
  readonly minor: number;
  /** Hundredths of a percent of the reference; null when the reference is zero. */
  readonly bp: number | null;
}

/** A difference between figures that may be ranges: at least and at most. */
export interface DifferenceRange extends MinorRange {
  readonly lowBp: number | null;
  readonly highBp: number | null;
}

export interface AppliedRate {
  /** 1 unit of the quote's currency in the comparison's currency, a plain decimal. */
  readonly rate: string;
  readonly path: RatePath;
  readonly rows: readonly ExchangeRate[];
  readonly stale: boolean;
}

/** `excluded`: not comparable with the others; `incomplete`: comparable line by line, but without a total to rank. */
export type QuoteState = 'ranked' | 'incomplete' | 'excluded';

export interface ComparedQuote {
  readonly quote: Omit<ComparisonQuote, 'lines'>;
  readonly state: QuoteState;
  readonly exclusions: readonly ExclusionReason[];
  readonly incomplete: readonly IncompleteReason[];
  readonly pricedCount: number;
  readonly expiresInDays: number | null;
  readonly rate: AppliedRate | null;
  /** Sum of the rounded lines, in the quote's currency. */
  readonly goodsMinor: number;
  /** Extra costs that count, in the quote's currency; null where an unknown one leaves a range: see `ledger`. */
  readonly extrasMinor: number | null;
  /** VAT put on (or, negative, taken out of) goods and extras to level the tax bases; null when it is left as stated or a range. */
  readonly taxMinor: number | null;
  /**
   * Total on the chosen basis in the comparison's currency: of all items, or of the priced ones when incomplete. Null when it
   * cannot be computed or nothing is priced, and where an unknown cost leaves a range.
   */
  readonly totalMinor: number | null;
  /** From the least to the most the total can be; equal ends where it is known. */
  readonly totalRange: MinorRange | null;
  /** One entry a cost part, in their order. */
  readonly ledger: readonly LedgerEntry[];
  /** Empty where there is no total. */
  readonly components: readonly TotalComponent[];
  /** Place by total among the ranked where it is firm; ties share one. Null where it is open: see `standing`. */
  readonly rank: number | null;
  /** Null unless ranked. */
  readonly standing: Standing | null;
  /** Counts in `market`. */
  readonly inMarket: boolean;
  /** Null where one of the two is a range: see the ranges below. */
  readonly toLowest: Difference | null;
  readonly toAverage: Difference | null;
  readonly toEstimate: Difference | null;
  readonly toLowestRange: DifferenceRange | null;
  readonly toAverageRange: DifferenceRange | null;
  readonly toEstimateRange: DifferenceRange | null;
}

export interface ComparedRow {
  readonly item: ComparisonItem;
  /** Quantity wanted: planned quantity × percent. */
  readonly need: Quantity | null;
  /** Our estimate for the need, in the comparison's currency. */
  readonly estimateMinor: number | null;
  /** One per quote, in the order of `quotes`. */
  readonly cells: readonly ComparedCell[];
  /** Null where there is none, or where ranges leave it open. */
  readonly lowestMinor: number | null;
  readonly averageMinor: number | null;
  readonly lowestRange: MinorRange | null;
  readonly averageRange: MinorRange | null;
  readonly comparableCount: number;
}

export interface Comparison {
  readonly options: ComparisonOptions;
  readonly rows: readonly ComparedRow[];
  /** Ranked ones from the lowest total up, then incomplete, then excluded; within these by supplier name. */
  readonly quotes: readonly ComparedQuote[];
  readonly estimateMinor: number | null;
  /** Items that have an estimate, so that a partial estimate is never compared with a full total. */
  readonly estimatedCount: number;
  /** Null where there is none, or where ranges leave it open. */
  readonly lowestMinor: number | null;
  readonly averageMinor: number | null;
  readonly lowestRange: MinorRange | null;
  readonly averageRange: MinorRange | null;
  /** What to ask whom while a rank is open; null when all are firm or no single answer helps. */
  readonly question: SettlingQuestion | null;
  /** Of the ranked totals of one channel; null where some of them are ranges. */
  readonly market: MarketStatistics | null;
  /** The same at the low and at the high ends of the totals; null where all are points. */
  readonly marketRange: { readonly low: MarketStatistics; readonly high: MarketStatistics } | null;
  readonly assumptions: readonly Assumption[];
}
