import { allocate } from '../../kernel/allocate.ts';
import { exactOrNull, safeInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, documentTotal, lineTotal } from '../../kernel/money.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import type { CostingAssumptions } from '../costing/costing.ts';
import { convertMinor, type FoundRate, findRate, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import { type AtMyQuantity, atMyQuantity } from '../pricing/tiers.ts';
import type { CostPart } from '../quotes/terms.ts';
import { type ComparableAmount, comparableAmount, invoiceSurcharge } from '../tax/tax.ts';
import { componentsOf } from './components.ts';
import { type LandedTotal, landedComponents, landedExclusions, landedTotalOf } from './landed.ts';
import { type BoundsIn, type Counting, ledgerOf, type OrderFacts, surchargeRate } from './ledger.ts';
import { pointOf } from './ranges.ts';
import { exclusionsOf, type Scope } from './scope.ts';
import { taxTermsOf } from './tax-terms.ts';
import {
  type ComparisonItem,
  type ComparisonLine,
  type ComparisonOptions,
  type ComparisonQuote,
  type ExclusionReason,
  type IncompleteReason,
  isLanded,
  type LedgerEntry,
  type MinorRange,
  type TotalComponent,
} from './types.ts';

/** What all quotes of one comparison are reckoned with. */
export interface Reckoning {
  readonly items: readonly ComparisonItem[];
  /** Where an item stands among them, by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** One per item. */
  readonly needs: readonly (Quantity | null)[];
  readonly scope: Scope;
  readonly rates: RateIndex;
  readonly bounds: BoundsIn;
  readonly costing: CostingAssumptions;
  readonly options: ComparisonOptions;
}

/** A quote reckoned at the wanted quantities, before it is set beside the others. */
export interface QuoteTotal {
  readonly quote: ComparisonQuote;
  readonly exclusions: readonly ExclusionReason[];
  readonly incomplete: readonly IncompleteReason[];
  readonly rate: FoundRate | null;
  /** One per item, in their order. */
  readonly lines: readonly QuotedLine[];
  readonly pricedCount: number;
  readonly goodsMinor: number;
  /** Units ordered over all priced lines. */
  readonly units: Quantity;
  readonly ledger: readonly LedgerEntry[];
  /** The two ends of the total and how each came about; the same one twice where nothing is open. */
  readonly low: QuoteEnd;
  readonly high: QuoteEnd;
  /** What is compared, in the comparison's currency; null when not computable or nothing is priced. */
  readonly totalRange: MinorRange | null;
  readonly components: readonly TotalComponent[];
  /** How the goods come to the door; null on the other bases and where nothing is priced. */
  readonly landed: LandedTotal | null;
}

/** One end of a quote, in its own currency. */
export interface QuoteEnd {
  /** Costs that count, beside the goods. */
  readonly extrasMinor: number;
  /** Rate of the surcharge for the invoice, hundredths of a percent of the net amount. */
  readonly surchargeBp: number;
  /** Tax step on goods and extras; null on the quoted basis and where no quote states its tax basis. */
  readonly tax: ComparableAmount | null;
  readonly surchargeMinor: number;
  readonly comparableMinor: number | null;
}

export interface QuotedLine {
  readonly line: ComparisonLine | null;
  readonly need: Quantity | null;
  /** Null when the figures pass the exact range. */
  readonly order: AtMyQuantity | null;
  /** round(order quantity × unit price) in the quote's currency; null when it cannot be ordered. */
  readonly totalMinor: number | null;
  /** Share of the quote's total in the comparison's currency at either end; the shares sum exactly to it. */
  readonly compared: MinorRange | null;
}

/**
 * The need: planned quantity × percent, rounded to four decimals, half away from zero. Null when the item has no quantity, or
 * one that large that the need passes 2^53 - 1.
 */
export function needOf(item: ComparisonItem, quantityPercent: number): Quantity | null {
  if (item.quantity === null) return null;
  const need = (BigInt(item.quantity) * BigInt(quantityPercent) + 50n) / 100n;
  return need > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(need);
}

/**
 * Goods at the order quantities, plus the costs that count, with the tax basis normalised, converted once as a document and
 * shared over the lines by the largest remainder, so that a printed column adds up to its total (DOMAIN 1, 2.1 to 2.3). A cost
 * that is unknown within bounds gives the total two ends; every step keeps their order.
 * A quote whose figures pass the exact range is excluded for it instead of breaking the comparison.
 */
export function quoteTotal(quote: ComparisonQuote, reckoning: Reckoning): QuoteTotal {
  try {
    return reckon(quote, reckoning);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreckoned(quote, reckoning);
  }
}

function reckon(quote: ComparisonQuote, reckoning: Reckoning): QuoteTotal {
  const { scope, bounds, rates, options } = reckoning;
  const ordered = orderLines(quote, reckoning);
  const goodsMinor = documentTotal(goodsOf(ordered), quote.currency);
  const pricedCount = ordered.filter(({ totalMinor: own }) => own !== null).length;
  const order: OrderFacts = { currency: quote.currency, goodsMinor, units: unitsOf(ordered) };
  const ledger = ledgerOf(quote, order, countingOf(reckoning), bounds);
  const exclusions = exclusionsOf(quote, ledger, scope, options);
  const { low, high } = endsOf(quote, goodsMinor, ledger, pricedCount > 0, reckoning);
  if (low.tax?.state === 'notComputable' && low.tax.missing === 'vatRate') exclusions.push({ code: 'vatRateUnknown' });

  const rate = findRate(rates, quote.currency, options.currency, options.asOf);
  if (rate.state === 'missing' && pricedCount > 0) {
    exclusions.push({ code: 'noExchangeRate', from: quote.currency, to: options.currency });
  }
  const found = rate.state === 'found' ? rate : null;
  const landed =
    isLanded(options.basis) && pricedCount > 0
      ? landedTotalOf({ quote, goodsMinor, ledger, lines: ordered, low, high }, reckoning)
      : null;
  if (landed !== null) exclusions.push(...landedExclusions(landed, exclusions));
  const totalRange = isLanded(options.basis) ? (landed?.range ?? null) : convertedRange(low, high, found);
  const shares = landed === null ? shareOverLines(totalRange, ordered, goodsMinor) : landed.lines;

  return {
    quote,
    exclusions,
    incomplete: incompleteReasons(quote, ordered, goodsMinor),
    rate: found,
    lines: ordered.map(({ line, need, order: own, totalMinor }, index) => ({
      line,
      need,
      order: own,
      totalMinor,
      compared: totalMinor === null ? null : (shares[index] ?? null),
    })),
    pricedCount,
    goodsMinor,
    units: order.units,
    ledger,
    low,
    high,
    totalRange,
    landed,
    components:
      landed !== null
        ? landedComponents(landed, { quote, goodsMinor, ledger })
        : totalRange === null || low.comparableMinor === null || high.comparableMinor === null
          ? []
          : componentsOf(
              goodsMinor,
              ledger,
              { comparableMinor: low.comparableMinor, surchargeMinor: low.surchargeMinor },
              { comparableMinor: high.comparableMinor, surchargeMinor: high.surchargeMinor },
              totalRange,
            ),
  };
}

/**
 * The total as it would be if one of its unknown costs were known to be `figure`, in the scale of its measure. Null where the
 * quote has no total.
 */
export function totalWith(
  total: QuoteTotal,
  settled: { readonly part: CostPart; readonly figure: number },
  reckoning: Reckoning,
): MinorRange | null {
  const { quote, goodsMinor, units, pricedCount } = total;
  const order: OrderFacts = { currency: quote.currency, goodsMinor, units };
  const ledger = ledgerOf(quote, order, countingOf(reckoning), reckoning.bounds, settled);
  const { low, high } = endsOf(quote, goodsMinor, ledger, pricedCount > 0, reckoning, settled);
  if (total.landed === null) return convertedRange(low, high, total.rate);
  return landedTotalOf({ quote, goodsMinor, ledger, lines: total.lines, low, high }, reckoning).range;
}

export function countingOf({ options, scope }: Reckoning): Counting {
  return { basis: options.basis, unstatedParts: scope.unstatedParts };
}

function endsOf(
  quote: ComparisonQuote,
  goodsMinor: number,
  ledger: readonly LedgerEntry[],
  isPriced: boolean,
  reckoning: Reckoning,
  settled: { readonly part: CostPart; readonly figure: number } | null = null,
): { low: QuoteEnd; high: QuoteEnd } {
  const surcharge = surchargeRate(quote, countingOf(reckoning), reckoning.bounds, settled);
  const counted = ledger.filter((entry) => entry.counted);
  const lowExtras = sumOf(counted.map(({ lowMinor }) => lowMinor));
  const highExtras = sumOf(counted.map(({ highMinor }) => highMinor));
  const low = endOf(quote, goodsMinor, lowExtras, surcharge.lowBp, isPriced, reckoning);
  const isPoint = lowExtras === highExtras && surcharge.lowBp === surcharge.highBp;
  return {
    low,
    high: isPoint ? low : endOf(quote, goodsMinor, highExtras, surcharge.highBp, isPriced, reckoning),
  };
}

function endOf(
  quote: ComparisonQuote,
  goodsMinor: number,
  extrasMinor: number,
  surchargeBp: number,
  isPriced: boolean,
  { scope, options }: Reckoning,
): QuoteEnd {
  const stated = safeInteger(goodsMinor + extrasMinor);
  const none = { extrasMinor, surchargeBp, tax: null, surchargeMinor: 0 };
  if (!isPriced) return { ...none, comparableMinor: null };
  if (options.basis === 'quoted' || scope.taxUnstated) {
    const surchargeMinor = options.basis === 'quoted' ? 0 : invoiceSurcharge(stated, surchargeBp);
    return { ...none, surchargeMinor, comparableMinor: safeInteger(stated + surchargeMinor) };
  }
  const tax = comparableAmount(stated, taxTermsOf(quote, surchargeBp, options));
  return tax.state === 'computed'
    ? { extrasMinor, surchargeBp, tax, surchargeMinor: tax.surcharge, comparableMinor: tax.amount }
    : { extrasMinor, surchargeBp, tax, surchargeMinor: 0, comparableMinor: null };
}

function convertedRange(low: QuoteEnd, high: QuoteEnd, rate: FoundRate | null): MinorRange | null {
  if (rate === null || low.comparableMinor === null || high.comparableMinor === null) return null;
  const lowMinor = convertMinor(low.comparableMinor, rate);
  return { lowMinor, highMinor: low === high ? lowMinor : convertMinor(high.comparableMinor, rate) };
}

type OrderedLine = Omit<QuotedLine, 'compared'>;

function orderLines(quote: ComparisonQuote, { placeOf, needs }: Reckoning): OrderedLine[] {
  const lines: (ComparisonLine | null)[] = needs.map(() => null);
  for (const line of quote.lines) {
    const place = placeOf.get(line.itemId);
    if (place !== undefined) lines[place] = line;
  }
  return lines.map((line, index) => orderLine(line, needs[index] ?? null, quote.currency));
}

function orderLine(line: ComparisonLine | null, need: Quantity | null, currency: CurrencyCode): OrderedLine {
  if (line === null) return { line, need, order: NOT_QUOTED, totalMinor: null };
  const { unitPrice, breaks, moq, orderMultiple: multiple } = line;
  const order = atMyQuantity({ need, moq, multiple, unitPrice, breaks });
  const totalMinor = order.state === 'orderable' ? lineTotal(order.orderQuantity, order.unitPrice, currency) : null;
  return { line, need, order, totalMinor };
}

function* goodsOf(lines: readonly OrderedLine[]) {
  for (const { order } of lines) {
    if (order?.state === 'orderable') yield { quantity: order.orderQuantity, unitPrice: order.unitPrice };
  }
}

const NOT_QUOTED: AtMyQuantity = { state: 'cannotBeOrdered', reason: 'noPrice', firstTier: null };

function unitsOf(lines: readonly OrderedLine[]): Quantity {
  return lines.reduce(
    (sum, { order }) => (order?.state === 'orderable' ? safeInteger(sum + order.orderQuantity) : sum),
    0,
  );
}

/** The high end of a line is its low end and its share of what lies between, so that it never falls below. */
function shareOverLines(
  total: MinorRange | null,
  lines: readonly OrderedLine[],
  goodsMinor: number,
): readonly MinorRange[] {
  if (total === null) return [];
  const lows = shareOut(total.lowMinor, lines, goodsMinor);
  const point = pointOf(total);
  if (point !== null) return lows.map((lowMinor) => ({ lowMinor, highMinor: lowMinor }));
  const between = shareOut(total.highMinor - total.lowMinor, lines, goodsMinor);
  return lows.map((lowMinor, index) => ({ lowMinor, highMinor: lowMinor + (between[index] ?? 0) }));
}

function shareOut(total: number, lines: readonly OrderedLine[], goodsMinor: number): readonly number[] {
  const weights = lines.map(({ totalMinor }) => totalMinor ?? 0);
  if (sumOf(weights) === total) return weights;
  if (goodsMinor > 0 && weights.some((weight) => weight > 0)) return allocate(total, weights);
  // Free goods, and lines that each round to nothing, give nothing to share by, so every line that is quoted carries alike.
  const quoted: number[] = lines.map(({ totalMinor }) => (totalMinor === null ? 0 : 1));
  return quoted.includes(1) ? allocate(total, quoted) : [];
}

function incompleteReasons(
  quote: ComparisonQuote,
  lines: readonly OrderedLine[],
  goodsMinor: number,
): IncompleteReason[] {
  let missingPrices = 0;
  let missingQuantities = 0;
  let cannotBeOrdered = 0;
  for (const { order } of lines) {
    if (order === null || order.state === 'orderable') continue;
    if (order.reason === 'noPrice') missingPrices += 1;
    else if (order.reason === 'noQuantity') missingQuantities += 1;
    else cannotBeOrdered += 1;
  }
  const reasons: IncompleteReason[] = [];
  if (missingPrices > 0) reasons.push({ code: 'missingPrices', count: missingPrices });
  if (missingQuantities > 0) reasons.push({ code: 'missingQuantities', count: missingQuantities });
  if (cannotBeOrdered > 0) reasons.push({ code: 'cannotBeOrdered', count: cannotBeOrdered });
  const minimumMinor = quote.minimumValueMinor;
  const priced = lines.some(({ totalMinor }) => totalMinor !== null);
  if (minimumMinor !== null && priced && goodsMinor < minimumMinor)
    reasons.push({ code: 'belowMinimumValue', minimumMinor });
  return reasons;
}

/** What can still be said of a quote with figures beyond the exact range: which lines hold them. */
function unreckoned(quote: ComparisonQuote, reckoning: Reckoning): QuoteTotal {
  const lines = reckoning.items.map((item, index): QuotedLine => {
    const line = quote.lines.find(({ itemId }) => itemId === item.id) ?? null;
    const need = reckoning.needs[index] ?? null;
    try {
      return { ...orderLine(line, need, quote.currency), compared: null };
    } catch {
      return { line, need, order: null, totalMinor: null, compared: null };
    }
  });
  const nothing: OrderFacts = { currency: quote.currency, goodsMinor: 0, units: 0 };
  const ledger = exactOrNull(() => ledgerOf(quote, nothing, countingOf(reckoning), reckoning.bounds)) ?? [];
  const end: QuoteEnd = { extrasMinor: 0, surchargeBp: 0, tax: null, surchargeMinor: 0, comparableMinor: null };
  return {
    quote,
    exclusions: [...exclusionsOf(quote, ledger, reckoning.scope, reckoning.options), { code: 'outOfRange' }],
    incomplete: [],
    rate: null,
    lines,
    pricedCount: lines.filter(({ totalMinor }) => totalMinor !== null).length,
    goodsMinor: 0,
    units: 0,
    ledger,
    low: end,
    high: end,
    totalRange: null,
    components: [],
    landed: null,
  };
}

function sumOf(amounts: readonly (number | null)[]): number {
  return amounts.reduce<number>((sum, amount) => safeInteger(sum + (amount ?? 0)), 0);
}
