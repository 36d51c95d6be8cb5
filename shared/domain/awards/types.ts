import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type { Difference, ExclusionReason } from '../comparison/types.ts';
import type { PriceBreak } from '../pricing/tiers.ts';
import type { TaxTerms } from '../tax/tax.ts';
import type { AwardBasis } from './award.ts';

/** `single`: everything from one supplier; `split`: each line from whoever makes the whole cheapest under the limits. */
export const SCENARIO_KINDS = ['single', 'split'] as const;
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

/** One thing a scenario must keep to. Each has a sentence below `awards.limit.*`. */
export type AwardLimit =
  | { readonly code: 'maxSuppliers'; readonly count: number }
  | { readonly code: 'minSuppliers'; readonly count: number }
  /** At least two suppliers for an item; null: for every item. */
  | { readonly code: 'twoSources'; readonly itemId: Id | null }
  /** Most of the total that one supplier may have, hundredths of a percent, judged to two decimals of a percent. */
  | { readonly code: 'maxShare'; readonly shareBp: number }
  /** A supplier who states no lead time does not keep it: unknown is not zero. */
  | { readonly code: 'maxLeadTime'; readonly days: number }
  /** Most that can be ordered from a supplier over all lines, in ten-thousandths of a unit. */
  | { readonly code: 'capacityQuantity'; readonly supplierId: Id; readonly quantity: Quantity }
  /** The same by value, in the scenario's currency. */
  | { readonly code: 'capacityValue'; readonly supplierId: Id; readonly minor: number }
  | { readonly code: 'excluded'; readonly supplierId: Id }
  /** Takes this item, or with null anything at all. */
  | { readonly code: 'pinned'; readonly supplierId: Id; readonly itemId: Id | null }
  /** No line is divided among suppliers, but where two sources are asked for. */
  | { readonly code: 'wholeLines' }
  /** A supplier takes no order below this value of goods, in the quote's currency; stated in the quote, not chosen by us. */
  | { readonly code: 'minimumValue'; readonly supplierId: Id; readonly minor: number };

export interface ScenarioRequest {
  readonly kind: ScenarioKind;
  /** Chosen limits; what the quotes demand (minimum order value, MOQ, multiples) holds anyway. */
  readonly limits: readonly AwardLimit[];
  /** More than needed may be bought where a price break makes the whole cheaper. */
  readonly buyUp: boolean;
  /** Whom we buy from today; savings are shown against its total. */
  readonly incumbentId: Id | null;
}

/** A line to be awarded. */
export interface AwardItem {
  readonly itemId: Id;
  readonly lineNo: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly unit: string;
  readonly need: Quantity;
  /** Our estimate for the need, in the scenario's currency. */
  readonly estimateMinor: number | null;
}

/** What a supplier offers for one line, in the quote's currency. */
export interface AwardOffer {
  readonly moq: Quantity | null;
  readonly multiple: Quantity | null;
  /** Rising, all-units (DOMAIN 1 "Tiers"). */
  readonly tiers: readonly PriceBreak[];
}

/** A fraction kept as two whole numerals, so that it is exact and can be stored. */
export interface ExactRate {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly numerator: string;
  readonly denominator: string;
}

export interface AwardSupplier {
  readonly supplierId: Id;
  readonly quoteId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly leadTimeDays: number | null;
  /** Smallest value of goods, in the quote's currency. */
  readonly minimumValueMinor: number | null;
  readonly currency: CurrencyCode;
  /** Costs that come once with any order (freight, tooling and the like), in the quote's currency. */
  readonly fixedMinor: number;
  /** Levels the tax bases; null where amounts stay as stated. */
  readonly tax: TaxTerms | null;
  readonly rate: ExactRate;
  /** One per item of the input; null where it does not quote or cannot supply. */
  readonly offers: readonly (AwardOffer | null)[];
}

/** Why something takes no part in scenarios. */
export type LeftOutOfAward =
  | {
      readonly code: 'quote';
      readonly supplierId: Id;
      readonly nameEn: string;
      readonly nameZh: string;
      readonly reasons: readonly ExclusionReason[];
    }
  | {
      readonly code: 'line';
      readonly supplierId: Id;
      readonly nameEn: string;
      readonly nameZh: string;
      readonly itemIds: readonly Id[];
      readonly reason: 'noPrice' | 'cannotBeOrdered';
    }
  | { readonly code: 'item'; readonly itemId: Id; readonly reason: 'noQuantity' | 'noOffer' };

/** Everything a scenario is reckoned from; plain values, so that it can be frozen and sent to a thread. */
export interface AwardInput {
  readonly currency: CurrencyCode;
  readonly basis: AwardBasis;
  readonly items: readonly AwardItem[];
  readonly suppliers: readonly AwardSupplier[];
  readonly leftOut: readonly LeftOutOfAward[];
  /** Names of items left out, so that they can be named. */
  readonly itemsLeftOut: readonly Pick<AwardItem, 'itemId' | 'lineNo' | 'nameEn' | 'nameZh'>[];
  /** In the scenario's currency; null when there is none, it is in another, or it is for more than what is awarded. */
  readonly budgetMinor: number | null;
}

/** How much of one item goes to one supplier. */
export interface Allocation {
  readonly supplier: number;
  readonly item: number;
  readonly quantity: Quantity;
}

export interface AwardedLine {
  readonly itemId: Id;
  readonly quantity: Quantity;
  /** In the quote's currency, at this quantity. */
  readonly unitPrice: UnitPrice;
  /** Its share of the order in the scenario's currency; the shares sum exactly to the order. */
  readonly costMinor: number;
}

export interface AwardedOrder {
  readonly supplierId: Id;
  readonly lines: readonly AwardedLine[];
  /** In the quote's currency. */
  readonly goodsMinor: number;
  /** Goods and fixed costs, levelled and converted once, in the scenario's currency. */
  readonly totalMinor: number;
  /** Of the scenario's total, hundredths of a percent. */
  readonly shareBp: number;
}

/** A priced award: what the rules of the house say it costs, to the cent. */
export interface PricedAward {
  readonly orders: readonly AwardedOrder[];
  readonly totalMinor: number;
}

/** How sure it is that nothing cheaper keeps the limits. */
export type Proof =
  | { readonly code: 'optimal' }
  /** Nothing can be more than this below the total; hundredths of a percent, rounded up. */
  | { readonly code: 'gap'; readonly gapBp: number; readonly boundMinor: number }
  /** Found by a rule of thumb; no bound is known. */
  | { readonly code: 'none' };

export interface Savings {
  readonly toEstimate: Difference | null;
  readonly toSingle: Difference | null;
  readonly toIncumbent: Difference | null;
  readonly toBudget: Difference | null;
  readonly estimateMinor: number | null;
  readonly singleMinor: number | null;
  readonly singleSupplierId: Id | null;
  readonly incumbentMinor: number | null;
  readonly budgetMinor: number | null;
}

export type ScenarioResult =
  | {
      readonly state: 'solved';
      readonly award: PricedAward;
      readonly proof: Proof;
      readonly method: 'solver' | 'everySupplier' | 'everySet' | 'ruleOfThumb';
      readonly savings: Savings;
      /** Lines were divided in steps this coarse, hundredths of a percent of the line; null when exact or undivided. */
      readonly stepBp: number | null;
    }
  | {
      readonly state: 'infeasible';
      /** Taken together they cannot be kept; leave any one out and they can. Empty: it is not the limits. */
      readonly conflict: readonly (AwardLimit | { readonly code: 'singleSource' })[];
      /** Proven that none of them can be spared. */
      readonly irreducible: boolean;
    }
  /** Nothing takes part. */
  | { readonly state: 'nothing' }
  /** The time was up before anything was found or ruled out. */
  | { readonly state: 'outOfTime' };

export const AWARD_RULE_VERSION = 1;
