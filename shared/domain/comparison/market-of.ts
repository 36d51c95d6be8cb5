import type { Id } from '../../kernel/ids.ts';
import { marketStatistics } from '../market/market.ts';
import { marketChannelOf, marketPopulations, type Population } from '../market/populations.ts';
import type { MarketQuote, MarketStatistics } from '../market/types.ts';
import type { QuoteTotal } from './quote-total.ts';
import { isPointed } from './ranges.ts';
import type { Assumption } from './types.ts';

export interface MarketOf {
  readonly ids: ReadonlySet<Id>;
  /** Null where a total is a range. */
  readonly point: MarketStatistics | null;
  /** The statistics at the low and at the high ends; null where all totals are points. */
  readonly range: { readonly low: MarketStatistics; readonly high: MarketStatistics } | null;
  readonly assumptions: readonly Assumption[];
}

/**
 * The market of the ranked totals. 1688, Alibaba.com and other quotes are never mixed (DOMAIN 4): where several are there, the
 * one with most quotes is taken, the first named among equals, and the others are said to be left out.
 */
export function marketOf(ranked: readonly QuoteTotal[]): MarketOf {
  const populations = marketPopulations(ranked, ({ quote }) => marketChannelOf(quote.channel));
  const largest = populations.reduce<Population<QuoteTotal> | null>(
    (most, one) => (most === null || one.quotes.length > most.quotes.length ? one : most),
    null,
  );
  const members = largest?.quotes ?? [];
  const ranges = members.flatMap(({ totalRange }) => totalRange ?? []);
  const at = (end: 'lowMinor' | 'highMinor'): MarketQuote[] =>
    members.flatMap(({ quote, totalRange }) =>
      totalRange === null ? [] : [{ id: quote.id, price: totalRange[end], quantity: null }],
    );
  const pointed = isPointed(ranges);
  const low = marketStatistics(at('lowMinor'));
  return {
    ids: new Set(members.map(({ quote }) => quote.id)),
    point: pointed ? low : null,
    range: pointed ? null : { low, high: marketStatistics(at('highMinor')) },
    assumptions: populations
      .filter((population) => population !== largest)
      .map(({ channel, quotes }) => ({ code: 'channelApart', channel, count: quotes.length })),
  };
}
