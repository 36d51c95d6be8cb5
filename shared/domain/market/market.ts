import { divideRounded } from '../../kernel/decimal.ts';
import { modifiedZScores } from './outliers.ts';
import { mean, median, percentile, standardDeviation, weightedMean } from './statistics.ts';
import type { MarketQuote, MarketStatistics, Outlier, PopulationSize, WeightedPrice } from './types.ts';

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
  const middle = median(prices);
  const outliers = outliersAmong(quotes);
  return {
    state: 'computed',
    size,
    count,
    min,
    max,
    mean: mean(prices),
    median: middle,
    p25: percentile(prices, 25),
    p75: percentile(prices, 75),
    standardDeviation: standardDeviation(prices),
    weightedMean: weightedPrice(quotes),
    spreadBp: middle === 0 ? null : divideRounded(BigInt(max - min) * 10_000n, BigInt(middle)),
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
  const pairs = quotes.flatMap(({ price, quantity }) =>
    quantity !== null && quantity > 0 ? [{ value: price, weight: quantity }] : [],
  );
  if (pairs.length < quotes.length) return { price: mean(pricesOf(quotes)), weighting: 'none' };
  return { price: weightedMean(pairs), weighting: 'quantity' };
}

function pricesOf(quotes: readonly MarketQuote[]): number[] {
  return quotes.map(({ price }) => {
    if (price < 0) throw new RangeError(`negative price in a market: ${price}`);
    return price;
  });
}
