import { divideRounded } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { exactWeightedPrice, outliersAmong, withoutOutliers } from './market.ts';
import { scaledVariance, sumOf } from './statistics.ts';
import type { MarketQuote, WeightedPrice } from './types.ts';

/** From which distance below the others a price is amber, red or critical, in hundredths of a percent. */
export interface BelowMarketThresholds {
  readonly amberBp: number;
  readonly redBp: number;
  readonly criticalBp: number;
}

/** 15, 20 and 30 % (DOMAIN 4, our default). */
export const BELOW_MARKET_THRESHOLDS: BelowMarketThresholds = { amberBp: 1500, redBp: 2000, criticalBp: 3000 };
/** The test is refused under five quotes (PRODUCT M4) ... */
export const BELOW_MARKET_MINIMUM_COUNT = 5;
/** ... and with fewer than three others that are no outliers (DOMAIN 4). */
export const BELOW_MARKET_MINIMUM_OTHERS = 3;

export type BelowMarketSeverity = 'none' | 'amber' | 'red' | 'critical';

export type BelowMarket =
  | {
      readonly state: 'computed';
      readonly id: Id;
      readonly severity: BelowMarketSeverity;
      /** How far below the others: 1 - price / others, in hundredths of a percent; negative when above them. */
      readonly belowBp: number;
      /** Weighted mean of the other quotes that are no outliers. */
      readonly others: WeightedPrice;
      readonly othersCount: number;
      /** Lower than mean minus one standard deviation of all quotes, which alone makes amber. */
      readonly belowOneDeviation: boolean;
    }
  | { readonly state: 'refused'; readonly id: Id; readonly missingQuotes: number };

/**
 * Which quotes lie significantly below the market, each held against the others alone (leave-one-out, DOMAIN 4). A hit asks for a
 * cost breakdown, it never rejects. The severity follows the rounded `belowBp` that is shown. Order of the quotes as given.
 */
export function belowMarket(
  quotes: readonly MarketQuote[],
  thresholds: BelowMarketThresholds = BELOW_MARKET_THRESHOLDS,
): BelowMarket[] {
  const sound = withoutOutliers(quotes, outliersAmong(quotes));
  const isBelowOneDeviation = oneDeviationTest(quotes.map(({ price }) => price));
  return quotes.map((quote) => {
    const { id, price } = quote;
    const rest = sound.filter((other) => other.id !== id);
    const missingQuotes = Math.max(
      BELOW_MARKET_MINIMUM_COUNT - quotes.length,
      BELOW_MARKET_MINIMUM_OTHERS - rest.length,
    );
    if (missingQuotes > 0) return { state: 'refused', id, missingQuotes };
    const { numerator, denominator, weighting } = exactWeightedPrice(rest);
    const below = numerator - BigInt(price) * denominator;
    const belowBp = numerator === 0n ? 0 : divideRounded(below * 10_000n, numerator);
    const belowOneDeviation = isBelowOneDeviation(price);
    return {
      state: 'computed',
      id,
      severity: severityOf(belowBp, belowOneDeviation, thresholds),
      belowBp,
      others: { price: divideRounded(numerator, denominator), weighting },
      othersCount: rest.length,
      belowOneDeviation,
    };
  });
}

function severityOf(belowBp: number, belowOneDeviation: boolean, limits: BelowMarketThresholds): BelowMarketSeverity {
  if (belowBp >= limits.criticalBp) return 'critical';
  if (belowBp >= limits.redBp) return 'red';
  return belowBp >= limits.amberBp || belowOneDeviation ? 'amber' : 'none';
}

/** `price < mean - sd`, squared so that it is decided in whole numbers: Σx - n·price > 0 and (Σx - n·price)²·(n - 1) > n·(nΣx² - (Σx)²). */
function oneDeviationTest(prices: readonly number[]): (price: number) => boolean {
  const n = BigInt(prices.length);
  const sum = sumOf(prices);
  const limit = n * scaledVariance(prices);
  return (price) => {
    const distance = sum - n * BigInt(price);
    return distance > 0n && distance ** 2n * (n - 1n) > limit;
  };
}
