import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type { ExchangeRate, RatePath } from '../exchange-rates/exchange-rates.ts';
import type { MarketStatistics } from '../market/types.ts';
import type { CostBasis, CostPart, LeadTimeStart, TaxBasis, TradeTerm } from '../quotes/terms.ts';

/**
 * `quoted`: prices as the suppliers stated them, only converted. `comparable`: tax basis normalised (DOMAIN 2.1) and the
 * stated extra costs added (DOMAIN 2.2, 2.3).
 */
export const COMPARISON_BASES = ['quoted', 'comparable'] as const;
export type ComparisonBasis = (typeof COMPARISON_BASES)[number];

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
}

export interface ComparisonLine {
  readonly itemId: Id;
  readonly unitPrice: UnitPrice | null;
  readonly moq: Quantity | null;
  readonly orderMultiple: Quantity | null;
  readonly breaks: readonly { readonly minQuantity: Quantity; readonly unitPrice: UnitPrice }[];
}

export interface QuoteCostPart {
  readonly part: CostPart;
  readonly basis: CostBasis;
  readonly amountMinor: number | null;
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
  /** A part that is not listed is unknown. */
  readonly costs: readonly QuoteCostPart[];
  readonly lines: readonly ComparisonLine[];
}

export interface ComparisonInput {
  readonly estimateCurrency: CurrencyCode;
  readonly items: readonly ComparisonItem[];
  /** One per supplier: its latest round. */
  readonly quotes: readonly ComparisonQuote[];
  readonly rates: readonly ExchangeRate[];
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
  /** The ranked quotes end at different points of the same stretch; what lies between is not levelled. */
  | { readonly code: 'tradeTermsDiffer'; readonly terms: readonly TradeTerm[] }
  | { readonly code: 'net' }
  | { readonly code: 'gross' }
  | { readonly code: 'quotedAsStated' }
  | { readonly code: 'mixedBases' }
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
  /** comparedMinor per unit needed, millionths of the comparison's currency; null where that passes the exact range. */
  readonly comparedUnitPrice: UnitPrice | null;
  /** Takes part in lowest mark, average and statistics. */
  readonly comparable: boolean;
  readonly isLowest: boolean;
}

export interface Difference {
  readonly minor: number;
  /** Hundredths of a percent of the reference; null when the reference is zero. */
  readonly bp: number | null;
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
  /** Stated extra costs added on the comparable basis, in the quote's currency. */
  readonly extrasMinor: number;
  /** VAT put on (or, negative, taken out of) goods and extras to level the tax bases; null when it is left as stated. */
  readonly taxMinor: number | null;
  /**
   * Total on the chosen basis in the comparison's currency: of all items, or of the priced ones when incomplete. Null when it
   * cannot be computed or nothing is priced.
   */
  readonly totalMinor: number | null;
  /** Place by total among the ranked; ties share one. */
  readonly rank: number | null;
  readonly toLowest: Difference | null;
  readonly toAverage: Difference | null;
  readonly toEstimate: Difference | null;
}

export interface ComparedRow {
  readonly item: ComparisonItem;
  /** Quantity wanted: planned quantity × percent. */
  readonly need: Quantity | null;
  /** Our estimate for the need, in the comparison's currency. */
  readonly estimateMinor: number | null;
  /** One per quote, in the order of `quotes`. */
  readonly cells: readonly ComparedCell[];
  readonly lowestMinor: number | null;
  readonly averageMinor: number | null;
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
  readonly lowestMinor: number | null;
  readonly averageMinor: number | null;
  /** Of the ranked totals. */
  readonly market: MarketStatistics;
  readonly assumptions: readonly Assumption[];
}
