import { divideRounded } from '../../kernel/decimal.ts';
import { modifiedZScores } from './outliers.ts';
import { doubledMedian, mean, median, percentile, standardDeviation, sumOf } from './statistics.ts';
import type { MarketQuote, MarketStatistics, Outlier, PopulationSize, WeightedPrice, Weighting } from './types.ts';

/** A market needs at least this many quotes (DOMAIN 4). */
export const MARKET_MINIMUM_COUNT = 3;

export function populationSize(count: number): PopulationSize {
  if (count < MARKET_MINIMUM_COUNT) return 'insufficient';
  if (count < 5) return 'indicative';
  return count < 10 ? 'adequate' : 'strong';
}

/** Position of the market (DOMAIN 4); refused under three quotes. Errors: RangeError for a negative price. */
export function marketStatistics(quotes: readonly MarketQuote[]): MarketStatistics {
  const count = quotes.length;
  const size = populationSize(count);
  if (size === 'insufficient') return { state: 'insufficient', count, missingQuotes: MARKET_MINIMUM_COUNT - count };
  const prices = pricesOf(quotes);
  const min = Math.min(...prices);
  const max = Math.max(...prices);
  const median2 = doubledMedian(prices.map(BigInt));
  const outliers = outliersAmong(quotes);
  return {
    state: 'computed',
    size,
    count,
    min,
    max,
    mean: mean(prices),
    median: median(prices),
    p25: percentile(prices, 25),
    p75: percentile(prices, 75),
    standardDeviation: standardDeviation(prices),
    weightedMean: weightedPrice(quotes),
    spreadBp: median2 === 0n ? null : divideRounded(BigInt(max - min) * 20_000n, median2),
    outliers,
    referencePrice: weightedPrice(withoutOutliers(quotes, outliers)),
  };
}

/** Quotes whose modified z-score passes 3.5; null under five quotes (DOMAIN 4). */
export function outliersAmong(quotes: readonly MarketQuote[]): Outlier[] | null {
  const result = modifiedZScores(pricesOf(quotes));
  if (result === null) return null;
  return quotes.flatMap(({ id, price }, index) => {
    const score = result.scores[index];
    return score?.isOutlier ? [{ id, price, zHundredths: score.hundredths }] : [];
  });
}

export function withoutOutliers(quotes: readonly MarketQuote[], outliers: readonly Outlier[] | null): MarketQuote[] {
  const out = new Set(outliers?.map(({ id }) => id));
  return quotes.filter(({ id }) => !out.has(id));
}

/**
 * Mean price weighted by quoted quantity where every quantity is known and above 0, else the plain mean, and which it is (DOMAIN 4).
 * Errors: RangeError for an empty list.
 */
export function weightedPrice(quotes: readonly MarketQuote[]): WeightedPrice {
  const { numerator, denominator, weighting } = exactWeightedPrice(quotes);
  return { price: divideRounded(numerator, denominator), weighting };
}

/** The weighted price before it is rounded, for working on with it. */
export function exactWeightedPrice(quotes: readonly MarketQuote[]): ExactPrice {
  let numerator = 0n;
  let denominator = 0n;
  for (const { price, quantity } of quotes) {
    if (quantity === null || quantity <= 0) {
      return { numerator: sumOf(pricesOf(quotes)), denominator: BigInt(quotes.length), weighting: 'none' };
    }
    numerator += BigInt(price) * BigInt(quantity);
    denominator += BigInt(quantity);
  }
  return { numerator, denominator, weighting: 'quantity' };
}

interface ExactPrice {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly weighting: Weighting;
}

function pricesOf(quotes: readonly MarketQuote[]): number[] {
  return quotes.map(({ price }) => {
    if (price < 0) throw new RangeError(`negative price in a market: ${price}`);
    return price;
  });
}
