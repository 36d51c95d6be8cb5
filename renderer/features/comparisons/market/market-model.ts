import type { ComparedQuote, Comparison, ComparisonQuote } from '../../../../shared/domain/comparison/types.ts';
import { type BelowMarket, belowMarket } from '../../../../shared/domain/market/below-market.ts';
import { marketStatistics } from '../../../../shared/domain/market/market.ts';
import {
  type MarketChannel,
  marketChannelOf,
  marketPopulations,
} from '../../../../shared/domain/market/populations.ts';
import type { MarketQuote, MarketStatistics } from '../../../../shared/domain/market/types.ts';
import { daysBetween } from '../../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';

/** One comparable price in a market. */
export interface MarketEntry extends MarketQuote {
  readonly compared: ComparedQuote;
}

/** The prices of one market with all that is said of them; prices in minor units, or in millionths for an item. */
export interface MarketPopulation {
  readonly channel: MarketChannel;
  readonly entries: readonly MarketEntry[];
  readonly statistics: MarketStatistics;
  /** One per entry. */
  readonly verdicts: readonly BelowMarket[];
}

/**
 * The populations of a comparison: the ranked totals, or the comparable unit costs of one item, weighted by the quantities to be
 * ordered. What cannot be compared is in none of them.
 */
export function populationsOf(comparison: Comparison, itemId: Id | null): MarketPopulation[] {
  const entries = itemId === null ? totalsOf(comparison) : unitCostsOf(comparison, itemId);
  return marketPopulations(entries, ({ compared }) => channelOf(compared.quote)).map(({ channel, quotes }) => ({
    channel,
    entries: quotes.toSorted((a, b) => a.price - b.price),
    statistics: marketStatistics(quotes),
    verdicts: belowMarket(quotes.toSorted((a, b) => a.price - b.price)),
  }));
}

function totalsOf({ quotes }: Comparison): MarketEntry[] {
  return quotes.flatMap((compared) =>
    compared.state === 'ranked' && compared.totalMinor !== null
      ? [{ id: compared.quote.id, price: compared.totalMinor, quantity: null, compared }]
      : [],
  );
}

function unitCostsOf({ quotes, rows }: Comparison, itemId: Id): MarketEntry[] {
  const row = rows.find(({ item }) => item.id === itemId);
  return quotes.flatMap((compared, column) => {
    const cell = row?.cells[column];
    if (cell === undefined || !cell.comparable || cell.comparedUnitPrice === null) return [];
    return [{ id: compared.quote.id, price: cell.comparedUnitPrice, quantity: cell.orderQuantity, compared }];
  });
}

/** Comparable quotes that are in no population, because a cost that is not known makes their price a range. */
export function openPrices({ quotes, rows }: Comparison, itemId: Id | null): ComparedQuote[] {
  const row = rows.find(({ item }) => item.id === itemId);
  return quotes.filter((compared, column) => {
    if (itemId === null) return compared.state === 'ranked' && compared.totalMinor === null;
    const cell = row?.cells[column];
    return cell?.comparable === true && cell.comparedUnitPrice === null;
  });
}

function channelOf(quote: Omit<ComparisonQuote, 'lines'>): MarketChannel {
  return marketChannelOf(quote.channel);
}

/** A listing price or an answer older than this says little about today. */
const STALE_AFTER_DAYS = 30;

/** Why a price may be low and yet honest (DOMAIN 4), with what the quote itself says about it. */
export type InnocentReason =
  | { readonly code: 'smallerQuantity'; readonly known: 'smaller' | 'notSmaller' | 'unknown' }
  | { readonly code: 'otherGrade' }
  | { readonly code: 'taxExcluded'; readonly known: 'excluded' | 'included' | 'unknown' }
  | { readonly code: 'stalePrice'; readonly days: number | null; readonly isStale: boolean };

export function innocentReasons(
  entry: MarketEntry,
  { entries }: Pick<MarketPopulation, 'entries'>,
  asOf: string,
): InnocentReason[] {
  const others = entries.filter(({ id }) => id !== entry.id).flatMap(({ quantity }) => quantity ?? []);
  const { quantity, compared } = entry;
  const { taxBasis, receivedOn } = compared.quote;
  const days = receivedOn === null ? null : daysBetween(receivedOn, asOf);
  return [
    {
      code: 'smallerQuantity',
      known:
        quantity === null || others.length === 0
          ? 'unknown'
          : quantity < Math.min(...others)
            ? 'smaller'
            : 'notSmaller',
    },
    { code: 'otherGrade' },
    {
      code: 'taxExcluded',
      known: taxBasis === 'unknown' ? 'unknown' : taxBasis === 'included' ? 'included' : 'excluded',
    },
    { code: 'stalePrice', days, isStale: days === null || days > STALE_AFTER_DAYS },
  ];
}
