import type { Id } from '../../kernel/ids.ts';
import type { Quantity } from '../../kernel/quantity.ts';

/**
 * One supplier's price in a market population (DOMAIN 4): the latest valid quote per supplier, all of the same specification,
 * quantity, tax basis, delivery point and currency. Choosing them is the caller's part.
 */
export interface MarketQuote {
  readonly id: Id;
  /** 0 or more; minor units, or millionths for a unit price, the same for all. */
  readonly price: number;
  /** The quantity quoted for, the weight of the price; null when unknown. */
  readonly quantity: Quantity | null;
}

/** Under 3 quotes insufficient, 3 to 4 indicative, 5 to 9 adequate, 10 and more strong (DOMAIN 4). */
export type PopulationSize = 'insufficient' | 'indicative' | 'adequate' | 'strong';

/** What weights an average: the quoted quantities, or nothing because some are unknown (then it is the plain mean). */
export type Weighting = 'quantity' | 'none';

export interface WeightedPrice {
  readonly price: number;
  readonly weighting: Weighting;
}

export interface Outlier {
  readonly id: Id;
  readonly price: number;
  /** Modified z-score in hundredths. */
  readonly zHundredths: number;
}

/** All prices in the scale of the quotes, rounded half away from zero. */
export interface ComputedMarket {
  readonly state: 'computed';
  readonly size: Exclude<PopulationSize, 'insufficient'>;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly median: number;
  readonly p25: number;
  readonly p75: number;
  readonly standardDeviation: number;
  readonly weightedMean: WeightedPrice;
  /** (max - min) / median in hundredths of a percent; null when the median is 0. */
  readonly spreadBp: number | null;
  /** Null under five quotes: too few to tell. */
  readonly outliers: readonly Outlier[] | null;
  /** Weighted mean of the quotes that are no outliers. */
  readonly referencePrice: WeightedPrice;
}

/** Too few quotes for statistics, and how many more it takes. */
export interface InsufficientMarket {
  readonly state: 'insufficient';
  readonly count: number;
  readonly missingQuotes: number;
}

export type MarketStatistics = ComputedMarket | InsufficientMarket;
