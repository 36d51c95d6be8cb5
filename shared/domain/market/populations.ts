/**
 * Where prices were asked for. Prices of 1688 and of Alibaba.com lie 20 to 50 % apart for the same goods, so they are two
 * markets and never one population (DOMAIN 4); what was quoted elsewhere, or nobody knows where, belongs to neither.
 */
export const MARKET_CHANNELS = ['1688', 'alibaba', 'other'] as const;
export type MarketChannel = (typeof MARKET_CHANNELS)[number];

export interface Population<Quote> {
  readonly channel: MarketChannel;
  readonly quotes: readonly Quote[];
}

/** The market a stated channel belongs to; any word but the two platforms, and none at all, is `other`. */
export function marketChannelOf(channel: string | null | undefined): MarketChannel {
  return channel === '1688' || channel === 'alibaba' ? channel : 'other';
}

/** Quotes parted by market, each in its own statistics; markets without a quote are left out, quotes keep their order. */
export function marketPopulations<Quote>(
  quotes: readonly Quote[],
  channelOf: (quote: Quote) => MarketChannel,
): Population<Quote>[] {
  return MARKET_CHANNELS.map((channel) => ({
    channel,
    quotes: quotes.filter((quote) => channelOf(quote) === channel),
  })).filter((population) => population.quotes.length > 0);
}
