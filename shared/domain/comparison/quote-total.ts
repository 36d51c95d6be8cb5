import { allocate } from '../../kernel/allocate.ts';
import { safeInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, documentTotal, lineTotal } from '../../kernel/money.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import { convertMinor, type FoundRate, findRate, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import { type AtMyQuantity, atMyQuantity } from '../pricing/tiers.ts';
import { type ComparableAmount, comparableAmount } from '../tax/tax.ts';
import { costOf, exclusionsOf, ORDER_COST_PARTS, type Scope } from './scope.ts';
import type {
  ComparisonItem,
  ComparisonLine,
  ComparisonOptions,
  ComparisonQuote,
  ExclusionReason,
  IncompleteReason,
  QuoteCostPart,
} from './types.ts';

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
  /** Stated extras that count on the chosen basis. */
  readonly extras: readonly QuoteCostPart[];
  readonly extrasMinor: number;
  /** Tax step on goods and extras; null on the quoted basis and where no quote states its tax basis. */
  readonly tax: ComparableAmount | null;
  /** What is compared, in the quote's currency; null when not computable or nothing is priced. */
  readonly comparableMinor: number | null;
  /** The same in the comparison's currency. */
  readonly totalMinor: number | null;
}

export interface QuotedLine {
  readonly line: ComparisonLine | null;
  readonly need: Quantity | null;
  /** Null when the figures pass the exact range. */
  readonly order: AtMyQuantity | null;
  /** round(order quantity × unit price) in the quote's currency; null when it cannot be ordered. */
  readonly totalMinor: number | null;
  /** Share of the quote's total in the comparison's currency; the shares sum exactly to it. */
  readonly comparedMinor: number | null;
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
 * Goods at the order quantities, plus stated extras, with the tax basis normalised, converted once as a document and
 * shared over the lines by the largest remainder, so that a printed column adds up to its total (DOMAIN 1, 2.1 to 2.3).
 * A quote whose figures pass the exact range is excluded for it instead of breaking the comparison.
 */
export function quoteTotal(
  quote: ComparisonQuote,
  items: readonly ComparisonItem[],
  needs: readonly (Quantity | null)[],
  scope: Scope,
  rates: RateIndex,
  options: ComparisonOptions,
): QuoteTotal {
  try {
    return reckon(quote, items, needs, scope, rates, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreckoned(quote, items, needs, scope, options);
  }
}

function reckon(
  quote: ComparisonQuote,
  items: readonly ComparisonItem[],
  needs: readonly (Quantity | null)[],
  scope: Scope,
  rates: RateIndex,
  options: ComparisonOptions,
): QuoteTotal {
  const ordered = orderLines(quote, items, needs);
  const goodsMinor = documentTotal(goodsOf(ordered), quote.currency);
  const extras = options.basis === 'quoted' ? [] : extrasOf(quote);
  const extrasMinor = sumOf(extras.map(({ amountMinor }) => amountMinor));
  const exclusions = exclusionsOf(quote, scope, options);

  const stated = safeInteger(goodsMinor + extrasMinor);
  const pricedCount = ordered.filter(({ totalMinor: own }) => own !== null).length;
  const tax = pricedCount === 0 ? null : taxStep(quote, stated, scope, options);
  if (tax?.state === 'notComputable' && tax.missing === 'vatRate') exclusions.push({ code: 'vatRateUnknown' });
  const comparableMinor =
    pricedCount === 0 ? null : tax === null ? stated : tax.state === 'computed' ? tax.amount : null;

  const rate = findRate(rates, quote.currency, options.currency, options.asOf);
  if (rate.state === 'missing' && pricedCount > 0) {
    exclusions.push({ code: 'noExchangeRate', from: quote.currency, to: options.currency });
  }
  const found = rate.state === 'found' ? rate : null;
  const totalMinor = found === null || comparableMinor === null ? null : convertMinor(comparableMinor, found);
  const shares = shareOverLines(totalMinor, ordered, goodsMinor);

  return {
    quote,
    exclusions,
    incomplete: incompleteReasons(quote, ordered, goodsMinor),
    rate: found,
    lines: ordered.map(({ line, need, order, totalMinor: own }, index) => ({
      line,
      need,
      order,
      totalMinor: own,
      comparedMinor: own === null ? null : (shares[index] ?? null),
    })),
    pricedCount,
    goodsMinor,
    extras,
    extrasMinor,
    tax,
    comparableMinor,
    totalMinor,
  };
}

type OrderedLine = Omit<QuotedLine, 'comparedMinor'>;

function orderLines(
  quote: ComparisonQuote,
  items: readonly ComparisonItem[],
  needs: readonly (Quantity | null)[],
): OrderedLine[] {
  const lineOf = new Map<string, ComparisonLine>();
  for (const line of quote.lines) lineOf.set(line.itemId, line);
  return items.map((item, index) => orderLine(lineOf.get(item.id) ?? null, needs[index] ?? null, quote.currency));
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

function extrasOf(quote: ComparisonQuote): QuoteCostPart[] {
  return ORDER_COST_PARTS.map((part) => costOf(quote, part)).filter(({ basis }) => basis === 'extra');
}

function taxStep(
  quote: ComparisonQuote,
  amount: number,
  scope: Scope,
  options: ComparisonOptions,
): ComparableAmount | null {
  if (options.basis === 'quoted' || scope.taxUnstated) return null;
  return comparableAmount(amount, {
    taxBasis: quote.taxBasis,
    vatRateBp: quote.vatRateBp,
    vatRecoverable: options.vatRecoverable,
    noInvoice: false,
    invoiceSurchargeBp: null,
  });
}

function shareOverLines(
  total: number | null,
  lines: readonly OrderedLine[],
  goodsMinor: number,
): readonly (number | null)[] {
  if (total === null) return [];
  const weights = lines.map(({ totalMinor }) => totalMinor ?? 0);
  if (sumOf(weights) === total) return weights;
  if (goodsMinor > 0) return allocate(total, weights);
  // Free goods give nothing to share by, so every line that is quoted carries alike.
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
function unreckoned(
  quote: ComparisonQuote,
  items: readonly ComparisonItem[],
  needs: readonly (Quantity | null)[],
  scope: Scope,
  options: ComparisonOptions,
): QuoteTotal {
  const lines = items.map((item, index): QuotedLine => {
    const line = quote.lines.find(({ itemId }) => itemId === item.id) ?? null;
    const need = needs[index] ?? null;
    try {
      return { ...orderLine(line, need, quote.currency), comparedMinor: null };
    } catch {
      return { line, need, order: null, totalMinor: null, comparedMinor: null };
    }
  });
  return {
    quote,
    exclusions: [...exclusionsOf(quote, scope, options), { code: 'outOfRange' }],
    incomplete: [],
    rate: null,
    lines,
    pricedCount: lines.filter(({ totalMinor }) => totalMinor !== null).length,
    goodsMinor: 0,
    extras: [],
    extrasMinor: 0,
    tax: null,
    comparableMinor: null,
    totalMinor: null,
  };
}

function sumOf(amounts: readonly (number | null)[]): number {
  return amounts.reduce<number>((sum, amount) => safeInteger(sum + (amount ?? 0)), 0);
}
