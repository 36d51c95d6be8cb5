import { rankAmong } from '../evaluation/ranks.ts';
import { indexRates, isStale, rateToDecimal } from '../exchange-rates/exchange-rates.ts';
import { marketStatistics } from '../market/market.ts';
import { mean } from '../market/statistics.ts';
import { validityOn } from '../validity/validity.ts';
import { comparedRows } from './compared-rows.ts';
import { difference } from './difference.ts';
import { estimateOf } from './estimate.ts';
import { needOf, type QuoteTotal, quoteTotal } from './quote-total.ts';
import { assumptionsOf, scopeOf } from './scope.ts';
import type {
  AppliedRate,
  Assumption,
  ComparedQuote,
  Comparison,
  ComparisonInput,
  ComparisonOptions,
  QuoteState,
} from './types.ts';

/**
 * Sets the latest quote of each supplier side by side (PRODUCT M4). A rank, a lowest mark, an average or a statistic rests
 * only on quotes that are comparable; the others are shown with the reason they are not.
 */
export function compare(input: ComparisonInput, options: ComparisonOptions): Comparison {
  const rates = indexRates(input.rates);
  const scope = scopeOf(input.quotes, rates, options);
  const needs = input.items.map((item) => needOf(item, options.quantityPercent));
  const totals = input.quotes
    .map((quote) => quoteTotal(quote, input.items, needs, scope, rates, options))
    .sort(inReadingOrder);
  const ranked = totals.filter((total) => stateOf(total) === 'ranked').flatMap(({ totalMinor }) => totalMinor ?? []);
  const estimate = estimateOf(input, needs, rates, options);
  const fullEstimate = estimate.count === input.items.length && input.items.length > 0 ? estimate.totalMinor : null;
  const lowestMinor = ranked.length === 0 ? null : Math.min(...ranked);
  const averageMinor = ranked.length === 0 ? null : mean(ranked);

  return {
    options,
    quotes: totals.map((total) => comparedQuote(total, { ranked, lowestMinor, averageMinor, fullEstimate }, options)),
    rows: comparedRows(input.items, needs, estimate.shares, totals, options),
    estimateMinor: estimate.totalMinor,
    estimatedCount: estimate.count,
    lowestMinor,
    averageMinor,
    market: marketStatistics(
      totals
        .filter((total) => stateOf(total) === 'ranked')
        .flatMap(({ quote, totalMinor }) =>
          totalMinor === null ? [] : [{ id: quote.id, price: totalMinor, quantity: null }],
        ),
    ),
    assumptions: [...assumptionsOf(scope, options), ...rateAssumptions(totals, estimate.assumptions)],
  };
}

/** Where a quote stands in the comparison. */
export function stateOf(total: QuoteTotal): QuoteState {
  if (total.exclusions.length > 0) return 'excluded';
  return total.incomplete.length > 0 || total.lines.length === 0 ? 'incomplete' : 'ranked';
}

const READING_ORDER: Readonly<Record<QuoteState, number>> = { ranked: 0, incomplete: 1, excluded: 2 };

function inReadingOrder(a: QuoteTotal, b: QuoteTotal): number {
  const state = READING_ORDER[stateOf(a)] - READING_ORDER[stateOf(b)];
  if (state !== 0) return state;
  if (stateOf(a) === 'ranked' && a.totalMinor !== b.totalMinor) return (a.totalMinor ?? 0) - (b.totalMinor ?? 0);
  return nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a.quote.id < b.quote.id ? -1 : 1;
}

function nameOf({ quote }: QuoteTotal): string {
  return quote.supplierNameEn || quote.supplierNameZh;
}

interface Reference {
  readonly ranked: readonly number[];
  readonly lowestMinor: number | null;
  readonly averageMinor: number | null;
  readonly fullEstimate: number | null;
}

function comparedQuote(total: QuoteTotal, reference: Reference, options: ComparisonOptions): ComparedQuote {
  const { lines: _, ...quote } = total.quote;
  const state = stateOf(total);
  const own = state === 'ranked' ? total.totalMinor : null;
  return {
    quote,
    state,
    exclusions: total.exclusions,
    incomplete: total.incomplete,
    pricedCount: total.pricedCount,
    expiresInDays: validityOn(quote.validUntil, options.asOf).daysLeft,
    rate: appliedRate(total),
    goodsMinor: total.goodsMinor,
    extrasMinor: total.extrasMinor,
    taxMinor: taxOf(total),
    totalMinor: total.totalMinor,
    rank: own === null ? null : rankAmong(reference.ranked, own, 'lowestFirst'),
    toLowest: difference(own, reference.lowestMinor),
    toAverage: difference(own, reference.averageMinor),
    toEstimate: difference(own, reference.fullEstimate),
  };
}

function taxOf({ tax, comparableMinor, goodsMinor, extrasMinor }: QuoteTotal): number | null {
  return tax === null || comparableMinor === null ? null : comparableMinor - goodsMinor - extrasMinor;
}

function appliedRate({ rate }: QuoteTotal): AppliedRate | null {
  if (rate === null) return null;
  const plain = rateToDecimal(rate).toSignificantDigits(12).toFixed();
  return { rate: plain, path: rate.path, rows: rate.rows, stale: isStale(rate) };
}

/** What the rates of the compared quotes and of the estimate leave to be said; each pair once. */
function rateAssumptions(totals: readonly QuoteTotal[], ofEstimate: readonly Assumption[]): Assumption[] {
  const stale = new Map<string, Assumption>();
  for (const { rate } of totals) {
    if (rate === null || !isStale(rate)) continue;
    const oldest = rate.rows.map((row) => row.effectiveDate).sort()[0];
    if (oldest !== undefined) stale.set(rate.from, { code: 'staleRate', from: rate.from, to: rate.to, date: oldest });
  }
  const others = ofEstimate.filter((one) => one.code !== 'staleRate' || !stale.has(one.from));
  return [...stale.values(), ...others];
}
