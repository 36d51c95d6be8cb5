import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { ExclusionReason, MinorRange } from '../comparison/types.ts';
import type { CostPart } from '../quotes/terms.ts';

/** What makes one quote cheaper than another, in the order it is told. */
export const WATERFALL_PARTS = [
  'basePrice',
  'priceBreak',
  'moqSurplus',
  'tax',
  'freight',
  'tooling',
  'otherCosts',
  'paymentTiming',
  'exchangeRate',
] as const;
export type WaterfallPart = (typeof WATERFALL_PARTS)[number];

/** One quote taken apart: the parts sum exactly to its total at either end. */
export interface QuoteProfile {
  readonly quoteId: Id;
  readonly supplierId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly round: number;
  readonly total: MinorRange;
  readonly parts: Readonly<Record<WaterfallPart, MinorRange>>;
  readonly exchange: ExchangeEffect;
  /** Cost parts nobody knows anything of: they are in neither total. */
  readonly openParts: readonly CostPart[];
  readonly exclusions: readonly ExclusionReason[];
}

/**
 * The effect of the rate used against the rate of the day the quote was received. `same`: the quote is in the comparison's currency;
 * `unknown`: no day or no rate for it, so it stays within the prices.
 */
export type ExchangeEffect =
  | { readonly state: 'same' }
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly receivedOn: string; readonly receivedRate: string; readonly usedRate: string };

export interface WaterfallStep {
  readonly part: WaterfallPart;
  /** What it adds to the difference `second - first`, at least and at most. */
  readonly difference: MinorRange;
  readonly first: MinorRange;
  readonly second: MinorRange;
}

/** From the total of the first quote to that of the second; the steps sum exactly to the difference. */
export interface Waterfall {
  readonly currency: CurrencyCode;
  readonly first: QuoteProfile;
  readonly second: QuoteProfile;
  /** `second - first`, at least and at most; equal ends where both totals are known. */
  readonly difference: MinorRange;
  /** Every part that is not zero on both sides. */
  readonly steps: readonly WaterfallStep[];
  /** Items left out, because one of the two cannot deliver them. */
  readonly leftOutItemIds: readonly Id[];
  readonly itemCount: number;
  /** Both are complete and comparable and the sign is certain, so one may be called cheaper. */
  readonly conclusive: boolean;
}

export type WaterfallResult =
  | { readonly state: 'explained'; readonly waterfall: Waterfall }
  /** Nothing both price, or one of the two has no total: which, and why. */
  | {
      readonly state: 'notComputable';
      readonly reason: 'nothingInCommon' | 'noTotal';
      readonly quoteIds: readonly Id[];
    };
