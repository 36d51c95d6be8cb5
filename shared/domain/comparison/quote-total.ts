import { allocate } from '../../kernel/allocate.ts';
import { safeInteger } from '../../kernel/decimal.ts';
import { lineTotal } from '../../kernel/money.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import { convertMinor, type FoundRate, findRate, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import { type AtMyQuantity, atMyQuantity } from '../pricing/tiers.ts';
import { type ComparableAmount, comparableAmount } from '../tax/tax.ts';
import { costOf, exclusionsOf, ORDER_COST_PARTS, type Scope } from './scope.ts';
import type {
  ComparisonItem,
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
  /** What is compared, in the quote's currency; null when not computable. */
  readonly comparableMinor: number | null;
  /** The same in the comparison's currency. */
  readonly totalMinor: number | null;
}

export interface QuotedLine {
  readonly need: Quantity | null;
  readonly order: AtMyQuantity;
  /** round(order quantity × unit price) in the quote's currency; null when it cannot be ordered. */
  readonly totalMinor: number | null;
  /** Share of the quote's total in the comparison's currency; the shares sum exactly to it. */
  readonly comparedMinor: number | null;
}

/** The need: planned quantity × percent, rounded to four decimals, half away from zero. */
export function needOf(item: ComparisonItem, quantityPercent: number): Quantity | null {
  if (item.quantity === null) return null;
  const product = safeInteger(item.quantity * quantityPercent);
  return Math.floor(product / 100) + (product % 100 >= 50 ? 1 : 0);
}

/**
 * Goods at the order quantities, plus stated extras, with the tax basis normalised, converted once as a document and
 * shared over the lines by the largest remainder, so that a printed column adds up to its total (DOMAIN 1, 2.1 to 2.3).
 */
export function quoteTotal(
  quote: ComparisonQuote,
  items: readonly ComparisonItem[],
  scope: Scope,
  rates: RateIndex,
  options: ComparisonOptions,
): QuoteTotal {
  const lineOf = new Map(quote.lines.map((line) => [line.itemId, line]));
  const ordered = items.map((item) => {
    const line = lineOf.get(item.id);
    const need = needOf(item, options.quantityPercent);
    const order = atMyQuantity({
      need,
      moq: line?.moq ?? null,
      multiple: line?.orderMultiple ?? null,
      unitPrice: line?.unitPrice ?? null,
      breaks: line?.breaks ?? [],
    });
    const totalMinor =
      order.state === 'orderable' ? lineTotal(order.orderQuantity, order.unitPrice, quote.currency) : null;
    return { need, order, totalMinor };
  });

  const goodsMinor = ordered.reduce((sum, { totalMinor }) => safeInteger(sum + (totalMinor ?? 0)), 0);
  const extras = options.basis === 'quoted' ? [] : extrasOf(quote);
  const extrasMinor = extras.reduce((sum, { amountMinor }) => safeInteger(sum + (amountMinor ?? 0)), 0);
  const exclusions = exclusionsOf(quote, scope, options);

  const tax = taxStep(quote, goodsMinor + extrasMinor, scope, options);
  if (tax?.state === 'notComputable' && tax.missing === 'vatRate') exclusions.push({ code: 'vatRateUnknown' });
  const comparableMinor = tax === null ? goodsMinor + extrasMinor : tax.state === 'computed' ? tax.amount : null;

  const rate = findRate(rates, quote.currency, options.currency, options.asOf);
  if (rate.state === 'missing') {
    exclusions.push({ code: 'noExchangeRate', from: quote.currency, to: options.currency });
  }
  const found = rate.state === 'found' ? rate : null;
  const totalMinor = found === null || comparableMinor === null ? null : convertMinor(comparableMinor, found);
  const shares = shareOverLines(totalMinor, ordered);

  return {
    quote,
    exclusions,
    incomplete: incompleteReasons(quote, ordered, goodsMinor),
    rate: found,
    lines: ordered.map((line, index) => ({ ...line, comparedMinor: shares[index] ?? null })),
    pricedCount: ordered.filter(({ totalMinor }) => totalMinor !== null).length,
    goodsMinor,
    extras,
    extrasMinor,
    tax,
    comparableMinor,
    totalMinor,
  };
}

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

function shareOverLines(total: number | null, lines: readonly { totalMinor: number | null }[]): (number | null)[] {
  if (total === null) return lines.map(() => null);
  const weights = lines.map(({ totalMinor }) => totalMinor ?? 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  // Nothing to share by: free goods cost nothing, and extras without goods stay with the total alone.
  if (sum === 0) return lines.map(({ totalMinor }) => totalMinor);
  const shares = sum === total ? weights : allocate(total, weights);
  return lines.map(({ totalMinor }, index) => (totalMinor === null ? null : (shares[index] ?? null)));
}

function incompleteReasons(
  quote: ComparisonQuote,
  lines: readonly { need: Quantity | null; order: AtMyQuantity }[],
  goodsMinor: number,
): IncompleteReason[] {
  let missingPrices = 0;
  let missingQuantities = 0;
  let cannotBeOrdered = 0;
  for (const { order } of lines) {
    if (order.state === 'orderable') continue;
    if (order.reason === 'noPrice') missingPrices += 1;
    else if (order.reason === 'noQuantity') missingQuantities += 1;
    else cannotBeOrdered += 1;
  }
  const reasons: IncompleteReason[] = [];
  if (missingPrices > 0) reasons.push({ code: 'missingPrices', count: missingPrices });
  if (missingQuantities > 0) reasons.push({ code: 'missingQuantities', count: missingQuantities });
  if (cannotBeOrdered > 0) reasons.push({ code: 'cannotBeOrdered', count: cannotBeOrdered });
  const minimumMinor = quote.minimumValueMinor;
  if (minimumMinor !== null && goodsMinor < minimumMinor) reasons.push({ code: 'belowMinimumValue', minimumMinor });
  return reasons;
}
