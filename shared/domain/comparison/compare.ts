import { allocate } from '../../kernel/allocate.ts';
import { divideRounded, safeInteger } from '../../kernel/decimal.ts';
import { lineTotal } from '../../kernel/money.ts';
import { rankAmong } from '../evaluation/ranks.ts';
import {
  convertMinor,
  findRate,
  indexRates,
  isStale,
  type RateIndex,
  rateToDecimal,
} from '../exchange-rates/exchange-rates.ts';
import { marketStatistics } from '../market/market.ts';
import { effectiveUnitPrice } from '../pricing/tiers.ts';
import { validityOn } from '../validity/validity.ts';
import { needOf, type QuotedLine, type QuoteTotal, quoteTotal } from './quote-total.ts';
import { assumptionsOf, scopeOf } from './scope.ts';
import type {
  AppliedRate,
  Assumption,
  ComparedCell,
  ComparedQuote,
  ComparedRow,
  Comparison,
  ComparisonInput,
  ComparisonItem,
  ComparisonOptions,
  Difference,
  QuoteState,
} from './types.ts';

/**
 * Sets the latest quote of each supplier side by side (PRODUCT M4). A rank, a lowest mark, an average or a statistic rests
 * only on quotes that are comparable; the others are shown with the reason they are not.
 */
export function compare(input: ComparisonInput, options: ComparisonOptions): Comparison {
  const rates = indexRates(input.rates);
  const scope = scopeOf(input.quotes, options);
  const totals = input.quotes
    .map((quote) => quoteTotal(quote, input.items, scope, rates, options))
    .sort(inReadingOrder);
  const ranked = totals.filter((total) => stateOf(total) === 'ranked').flatMap(({ totalMinor }) => totalMinor ?? []);
  const estimate = estimateOf(input, rates, options);
  const fullEstimate = estimate.count === input.items.length && input.items.length > 0 ? estimate.totalMinor : null;
  const lowestMinor = ranked.length === 0 ? null : Math.min(...ranked);
  const averageMinor = mean(ranked);

  return {
    options,
    quotes: totals.map((total) => comparedQuote(total, { ranked, lowestMinor, averageMinor, fullEstimate }, options)),
    rows: input.items.map((item, index) => comparedRow(item, index, totals, estimate.shares[index] ?? null, options)),
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
    assumptions: [...assumptionsOf(scope, options), ...rateAssumptions(totals), ...estimate.assumptions],
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
    totalMinor: total.totalMinor,
    rank: own === null ? null : rankAmong(reference.ranked, own, 'lowestFirst'),
    toLowest: difference(own, reference.lowestMinor),
    toAverage: difference(own, reference.averageMinor),
    toEstimate: difference(own, reference.fullEstimate),
  };
}

function appliedRate({ rate }: QuoteTotal): AppliedRate | null {
  if (rate === null) return null;
  const plain = rateToDecimal(rate).toSignificantDigits(12).toFixed();
  return { rate: plain, path: rate.path, rows: rate.rows, stale: isStale(rate) };
}

function comparedRow(
  item: ComparisonItem,
  index: number,
  totals: readonly QuoteTotal[],
  estimateMinor: number | null,
  options: ComparisonOptions,
): ComparedRow {
  const comparable: number[] = [];
  for (const total of totals) {
    const compared = total.lines[index]?.comparedMinor ?? null;
    if (compared !== null && total.exclusions.length === 0) comparable.push(compared);
  }
  const lowestMinor = comparable.length === 0 ? null : Math.min(...comparable);
  return {
    item,
    need: needOf(item, options.quantityPercent),
    estimateMinor,
    cells: totals.map((total) =>
      comparedCell(
        total.lines[index],
        total.exclusions.length === 0,
        comparable.length > 1 ? lowestMinor : null,
        options,
      ),
    ),
    lowestMinor,
    averageMinor: mean(comparable),
    comparableCount: comparable.length,
  };
}

function comparedCell(
  line: QuotedLine | undefined,
  quoteIsComparable: boolean,
  lowestMinor: number | null,
  options: ComparisonOptions,
): ComparedCell {
  if (line === undefined || line.order.state === 'cannotBeOrdered') return unpricedCell(line);
  const { order, need, totalMinor, comparedMinor } = line;
  const comparable = quoteIsComparable && comparedMinor !== null;
  return {
    state: 'priced',
    unitPrice: order.unitPrice,
    orderQuantity: order.orderQuantity,
    tierMinQuantity: order.tierMinQuantity,
    firstQuantity: null,
    totalMinor,
    comparedMinor,
    comparedUnitPrice:
      comparedMinor === null || need === null ? null : effectiveUnitPrice(comparedMinor, need, options.currency),
    comparable,
    isLowest: comparable && comparedMinor === lowestMinor,
  };
}

function unpricedCell(line: QuotedLine | undefined): ComparedCell {
  const order = line?.order.state === 'cannotBeOrdered' ? line.order : null;
  const firstTier = order?.firstTier ?? null;
  return {
    state:
      order === null || order.reason === 'noPrice'
        ? 'noPrice'
        : order.reason === 'noQuantity'
          ? 'noQuantity'
          : 'cannotBeOrdered',
    unitPrice: firstTier?.unitPrice ?? null,
    orderQuantity: null,
    tierMinQuantity: null,
    firstQuantity: firstTier?.minQuantity ?? null,
    totalMinor: null,
    comparedMinor: null,
    comparedUnitPrice: null,
    comparable: false,
    isLowest: false,
  };
}

/** `value - reference`, and its share of the reference; null while either is unknown. */
export function difference(value: number | null, reference: number | null): Difference | null {
  if (value === null || reference === null) return null;
  const minor = safeInteger(value - reference);
  return { minor, bp: reference === 0 ? null : divideRounded(BigInt(minor) * 10_000n, BigInt(reference)) };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + BigInt(value), 0n);
  return divideRounded(sum, BigInt(values.length));
}

interface Estimate {
  readonly totalMinor: number | null;
  readonly count: number;
  readonly shares: readonly (number | null)[];
  readonly assumptions: readonly Assumption[];
}

/** Our own estimate at the wanted quantities, converted as one document like a quote. */
function estimateOf(input: ComparisonInput, rates: RateIndex, options: ComparisonOptions): Estimate {
  const { estimateCurrency: from } = input;
  const lines = input.items.map((item) => {
    const need = needOf(item, options.quantityPercent);
    return need === null || item.estimateUnitPrice === null ? null : lineTotal(need, item.estimateUnitPrice, from);
  });
  const stated = lines.filter((line) => line !== null);
  const none = { totalMinor: null, count: stated.length, shares: lines.map(() => null) };
  if (stated.length === 0) return { ...none, assumptions: [] };
  const rate = findRate(rates, from, options.currency, options.asOf);
  if (rate.state === 'missing')
    return { ...none, assumptions: [{ code: 'estimateNoRate', from, to: options.currency }] };
  const sum = stated.reduce((total, line) => safeInteger(total + line), 0);
  const totalMinor = convertMinor(sum, rate);
  const shares =
    sum === 0 || sum === totalMinor
      ? lines
      : allocate(
          totalMinor,
          lines.map((line) => line ?? 0),
        );
  return {
    totalMinor,
    count: stated.length,
    shares: lines.map((line, index) => (line === null ? null : (shares[index] ?? null))),
    assumptions: [],
  };
}

function rateAssumptions(totals: readonly QuoteTotal[]): Assumption[] {
  const seen = new Map<string, Assumption>();
  for (const { rate } of totals) {
    if (rate === null || !isStale(rate)) continue;
    const oldest = rate.rows.map((row) => row.effectiveDate).sort()[0];
    if (oldest !== undefined) seen.set(rate.from, { code: 'staleRate', from: rate.from, to: rate.to, date: oldest });
  }
  return [...seen.values()];
}
