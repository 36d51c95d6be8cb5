import { emptyCosting } from '../costing/costing.ts';
import { indexRates, isStale, rateToDecimal } from '../exchange-rates/exchange-rates.ts';
import { validityOn } from '../validity/validity.ts';
import { comparedRows } from './compared-rows.ts';
import { estimateOf } from './estimate.ts';
import { boundsIn } from './ledger.ts';
import { marketOf } from './market-of.ts';
import { settlingQuestion } from './question.ts';
import { needOf, type QuoteTotal, quoteTotal, type Reckoning } from './quote-total.ts';
import { aboveLowest, againstAverage, averageOf, lowestOf, pointOf, rangeOf, standingsOf } from './ranges.ts';
import { assumptionsOf, scopeOf } from './scope.ts';
import type {
  AppliedRate,
  Assumption,
  ComparedQuote,
  Comparison,
  ComparisonInput,
  ComparisonOptions,
  Difference,
  DifferenceRange,
  MinorRange,
  QuoteState,
  Standing,
} from './types.ts';

/**
 * Sets the latest quote of each supplier side by side (PRODUCT M4). A rank, a lowest mark, an average or a statistic rests
 * only on quotes that are comparable; the others are shown with the reason they are not. What an unknown cost leaves open is a
 * range, and a rank that it touches is open too.
 */
export function compare(input: ComparisonInput, options: ComparisonOptions): Comparison {
  const reckoning = reckoningOf(input, options);
  const { needs, rates, scope } = reckoning;
  const totals = input.quotes.map((quote) => quoteTotal(quote, reckoning)).sort(inReadingOrder);
  const ranked = totals.filter((total) => stateOf(total) === 'ranked');
  const ranges = ranked.flatMap(({ totalRange }) => totalRange ?? []);
  const standings = new Map(standingsOf(ranges).map((standing, index) => [ranges[index], standing]));
  const estimate = estimateOf(input, needs, rates, options);
  const fullEstimate = estimate.count === input.items.length && input.items.length > 0 ? estimate.totalMinor : null;
  const lowestRange = lowestOf(ranges);
  const averageRange = averageOf(ranges);
  const market = marketOf(ranked);
  const reference: Reference = { ranges, standings, fullEstimate, inMarket: market.ids };

  return {
    options,
    quotes: totals.map((total) => comparedQuote(total, reference, options)),
    rows: comparedRows(input.items, needs, estimate.shares, totals, options),
    estimateMinor: estimate.totalMinor,
    estimatedCount: estimate.count,
    lowestMinor: pointOf(lowestRange),
    averageMinor: pointOf(averageRange),
    lowestRange,
    averageRange,
    question: settlingQuestion(ranked, reckoning),
    market: market.point,
    marketRange: market.range,
    assumptions: [
      ...assumptionsOf(scope, reckoning.costing, options),
      ...market.assumptions,
      ...rateAssumptions(totals, estimate.assumptions),
    ],
  };
}

/** What every quote of an input is reckoned with; the same for comparing and for explaining. */
export function reckoningOf(input: ComparisonInput, options: ComparisonOptions): Reckoning {
  const rates = indexRates(input.rates);
  const bounds = boundsIn(input.bounds ?? [], input.estimateCurrency, rates, options);
  return {
    items: input.items,
    placeOf: new Map(input.items.map(({ id }, index) => [id, index])),
    needs: input.items.map((item) => needOf(item, options.quantityPercent)),
    scope: scopeOf(input.quotes, rates, bounds, options),
    rates,
    bounds,
    costing: input.costing ?? emptyCosting(input.estimateCurrency),
    options,
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
  if (stateOf(a) === 'ranked') {
    const low = (a.totalRange?.lowMinor ?? 0) - (b.totalRange?.lowMinor ?? 0);
    const high = (a.totalRange?.highMinor ?? 0) - (b.totalRange?.highMinor ?? 0);
    if (low !== 0 || high !== 0) return low || high;
  }
  return nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a.quote.id < b.quote.id ? -1 : 1;
}

function nameOf({ quote }: QuoteTotal): string {
  return quote.supplierNameEn || quote.supplierNameZh;
}

interface Reference {
  readonly ranges: readonly MinorRange[];
  readonly standings: ReadonlyMap<MinorRange | undefined, Standing>;
  readonly fullEstimate: number | null;
  readonly inMarket: ReadonlySet<string>;
}

function comparedQuote(total: QuoteTotal, reference: Reference, options: ComparisonOptions): ComparedQuote {
  const { lines: _, ...quote } = total.quote;
  const state = stateOf(total);
  const own = state === 'ranked' ? total.totalRange : null;
  const standing = own === null ? null : (reference.standings.get(own) ?? null);
  const { fullEstimate, ranges } = reference;
  const toLowest = own === null ? null : aboveLowest(own, ranges);
  const toAverage = own === null ? null : againstAverage(own, ranges);
  const toEstimate =
    own === null || fullEstimate === null ? null : rangeOf(own, { lowMinor: fullEstimate, highMinor: fullEstimate });
  return {
    quote,
    state,
    exclusions: total.exclusions,
    incomplete: total.incomplete,
    pricedCount: total.pricedCount,
    expiresInDays: validityOn(quote.validUntil, options.asOf).daysLeft,
    rate: appliedRate(total),
    goodsMinor: total.goodsMinor,
    extrasMinor: extrasOf(total),
    taxMinor: taxOf(total),
    totalMinor: pointOf(total.totalRange),
    totalRange: total.totalRange,
    ledger: total.ledger,
    components: total.components,
    rank: standing?.firm === true ? standing.bestRank : null,
    standing,
    inMarket: reference.inMarket.has(quote.id),
    toLowest: pointDifference(toLowest),
    toAverage: pointDifference(toAverage),
    toEstimate: pointDifference(toEstimate),
    toLowestRange: toLowest,
    toAverageRange: toAverage,
    toEstimateRange: toEstimate,
  };
}

function pointDifference(range: DifferenceRange | null): Difference | null {
  const minor = pointOf(range);
  return range === null || minor === null ? null : { minor, bp: range.lowBp };
}

function extrasOf({ low, high }: QuoteTotal): number | null {
  return low.extrasMinor === high.extrasMinor ? low.extrasMinor : null;
}

function taxOf({ low, high, goodsMinor }: QuoteTotal): number | null {
  if (low !== high || low.tax === null || low.comparableMinor === null) return null;
  return low.comparableMinor - goodsMinor - low.extrasMinor;
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
