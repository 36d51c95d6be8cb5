import { divideRounded, safeInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../kernel/money.ts';
import { QUANTITY_PLACES, UNIT_PRICE_PLACES } from '../../kernel/quantity.ts';
import { isLeg } from '../comparison/by-term.ts';
import { shareSigned } from '../comparison/components.ts';
import type { QuotedLine, QuoteTotal, Reckoning } from '../comparison/quote-total.ts';
import type { ComponentKind, MinorRange } from '../comparison/types.ts';
import { convertMinor, type FoundRate, findRate, rateToDecimal } from '../exchange-rates/exchange-rates.ts';
import { tiersOf } from '../pricing/tiers.ts';
import { type ExchangeEffect, type QuoteProfile, WATERFALL_PARTS, type WaterfallPart } from './types.ts';

/**
 * Takes a quote's total apart. Goods are the base price for what is needed, what the price break reached takes off it, and the
 * surplus that MOQ and multiples force on the buyer; the rest are the comparison's own components. The effect of the exchange
 * rate is taken out of whatever is in the quote's currency, in proportion. Null where the quote has no total.
 */
export function profileOf(total: QuoteTotal, reckoning: Reckoning): QuoteProfile | null {
  const { quote, totalRange, components, exclusions, ledger, low, high } = total;
  if (totalRange === null || total.pricedCount === 0) return null;
  const exchange = ratesOf(total, reckoning);
  const lows = endOf(total, 'lowMinor', low.comparableMinor, exchange.received);
  const highs = endOf(total, 'highMinor', high.comparableMinor, exchange.received);
  if (components.length === 0) return null;
  const rangeAt = (part: WaterfallPart): MinorRange => ({
    lowMinor: lows.get(part) ?? 0,
    highMinor: highs.get(part) ?? 0,
  });
  return {
    quoteId: quote.id,
    supplierId: quote.supplierId,
    nameEn: quote.supplierNameEn,
    nameZh: quote.supplierNameZh,
    round: quote.round,
    total: totalRange,
    parts: {
      basePrice: rangeAt('basePrice'),
      priceBreak: rangeAt('priceBreak'),
      moqSurplus: rangeAt('moqSurplus'),
      tax: rangeAt('tax'),
      freight: rangeAt('freight'),
      tooling: rangeAt('tooling'),
      otherCosts: rangeAt('otherCosts'),
      paymentTiming: rangeAt('paymentTiming'),
      exchangeRate: rangeAt('exchangeRate'),
    },
    exchange: exchange.effect,
    openParts: ledger.filter(({ counted, state }) => counted && state === 'open').map(({ part }) => part),
    exclusions,
  };
}

/** The parts at one end of the total; they sum exactly to it. */
function endOf(
  { components, lines, rate, quote, landed }: QuoteTotal,
  end: 'lowMinor' | 'highMinor',
  comparableMinor: number | null,
  received: FoundRate | null,
): Map<WaterfallPart, number> {
  const parts = new Map<WaterfallPart, number>(WATERFALL_PARTS.map((part) => [part, 0]));
  const add = (part: WaterfallPart, minor: number) => parts.set(part, safeInteger((parts.get(part) ?? 0) + minor));
  // What the costing adds on the way is in currencies of its own, whatever the quote's does.
  const elsewhere = new Map<WaterfallPart, number>();
  for (const { component, source, [end]: minor } of components) {
    if (component !== 'goods') {
      const part = partOf(component);
      add(part, minor);
      if (landed !== null && source === 'assumed') elsewhere.set(part, (elsewhere.get(part) ?? 0) + minor);
    } else {
      const split = goodsSplit(lines, quote.currency);
      const [base = 0, priceBreak = 0, surplus = 0] = shareSigned(minor, split);
      add('basePrice', base);
      add('priceBreak', priceBreak);
      add('moqSurplus', surplus);
    }
  }
  if (received === null || rate === null || comparableMinor === null) return parts;
  const effect = convertMinor(comparableMinor, rate) - convertMinor(comparableMinor, received);
  const inQuoteCurrency = WATERFALL_PARTS.filter((part) => part !== 'paymentTiming' && part !== 'exchangeRate');
  const shares = shareSigned(
    effect,
    inQuoteCurrency.map((part) => (parts.get(part) ?? 0) - (elsewhere.get(part) ?? 0)),
  );
  for (const [index, part] of inQuoteCurrency.entries()) add(part, -(shares[index] ?? 0));
  add('exchangeRate', effect);
  return parts;
}

/** Needed at the first price, what the tier reached takes off it, and what is bought beyond the need; minor units, each rounded. */
function goodsSplit(lines: readonly QuotedLine[], currency: CurrencyCode): number[] {
  let base = 0n;
  let priceBreak = 0n;
  let surplus = 0n;
  for (const { line, order } of lines) {
    if (line === null || order?.state !== 'orderable') continue;
    const first = tiersOf({ ...line, multiple: line.orderMultiple })[0]?.unitPrice ?? order.unitPrice;
    base += BigInt(order.need) * BigInt(first);
    priceBreak += BigInt(order.need) * BigInt(order.unitPrice - first);
    surplus += BigInt(order.surplus) * BigInt(order.unitPrice);
  }
  const divisor = 10n ** BigInt(QUANTITY_PLACES + UNIT_PRICE_PLACES - exponentOf(currency));
  return [base, priceBreak, surplus].map((exact) => divideRounded(exact, divisor));
}

function partOf(component: Exclude<ComponentKind, 'goods'>): WaterfallPart {
  if (component === 'tax' || component === 'tooling' || component === 'paymentTiming') return component;
  if (component === 'terminal' || component === 'clearance' || isLeg(component)) return 'freight';
  return 'otherCosts';
}

function ratesOf(
  { quote, rate }: QuoteTotal,
  { rates, options }: Reckoning,
): { readonly effect: ExchangeEffect; readonly received: FoundRate | null } {
  if (quote.currency === options.currency) return { effect: { state: 'same' }, received: null };
  if (quote.receivedOn === null || rate === null) return { effect: { state: 'unknown' }, received: null };
  const received = findRate(rates, quote.currency, options.currency, quote.receivedOn);
  if (received.state === 'missing') return { effect: { state: 'unknown' }, received: null };
  const plain = (found: FoundRate) => rateToDecimal(found).toSignificantDigits(8).toFixed();
  return {
    effect: {
      state: 'known',
      receivedOn: quote.receivedOn,
      receivedRate: plain(received),
      usedRate: plain(rate),
    },
    received,
  };
}
