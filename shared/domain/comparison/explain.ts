import type { Id } from '../../kernel/ids.ts';
import { toDecimalString } from '../../kernel/money.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { findRate, indexRates } from '../exchange-rates/exchange-rates.ts';
import { traceConversion } from '../exchange-rates/trace.ts';
import { traceAtMyQuantity } from '../pricing/trace.ts';
import { traceComparableAmount } from '../tax/trace.ts';
import { type QuoteTotal, quoteTotal } from './quote-total.ts';
import { scopeOf } from './scope.ts';
import type { ComparisonInput, ComparisonOptions } from './types.ts';

/**
 * How a figure of the comparison came about: a quote's total (`itemId` null) or one cell. It runs the same functions as the
 * comparison, so the two cannot differ. Null when the quote or item is not part of it.
 */
export function explain(
  input: ComparisonInput,
  options: ComparisonOptions,
  quoteId: Id,
  itemId: Id | null,
): Trace | null {
  const quote = input.quotes.find((one) => one.id === quoteId);
  if (quote === undefined) return null;
  const rates = indexRates(input.rates);
  const total = quoteTotal(quote, input.items, scopeOf(input.quotes, options), rates, options);
  const rate = findRate(rates, quote.currency, options.currency, options.asOf);
  const conversion =
    total.comparableMinor === null
      ? null
      : traceConversion({ minor: total.comparableMinor, currency: quote.currency }, rate);
  const whole = totalTrace(total, conversion, options);
  return itemId === null ? whole : cellTrace(input, options, total, itemId, whole);
}

function totalTrace(total: QuoteTotal, conversion: Trace | null, options: ComparisonOptions): Trace {
  const { quote, tax } = total;
  const amount = total.goodsMinor + total.extrasMinor;
  const taxTrace =
    tax === null
      ? null
      : traceComparableAmount(amount, quote.currency, {
          taxBasis: quote.taxBasis,
          vatRateBp: quote.vatRateBp,
          vatRecoverable: options.vatRecoverable,
          noInvoice: false,
          invoiceSurchargeBp: null,
        });
  return {
    rule: 'quoteTotal',
    version: 1,
    formula: 'total = convert(taxBasis(goods + extras))',
    inputs: [
      value('goods', total.goodsMinor, quote.currency),
      ...total.extras.map(({ part, amountMinor }) => value(`cost.${part}`, amountMinor ?? 0, quote.currency)),
      { name: 'pricedItems', value: String(total.pricedCount) },
    ],
    result: total.totalMinor === null ? null : value('total', total.totalMinor, options.currency),
    parts: [taxTrace, conversion].filter((part) => part !== null),
  };
}

function cellTrace(
  input: ComparisonInput,
  options: ComparisonOptions,
  total: QuoteTotal,
  itemId: Id,
  whole: Trace,
): Trace | null {
  const index = input.items.findIndex((item) => item.id === itemId);
  const item = input.items[index];
  const line = total.lines[index];
  if (item === undefined || line === undefined) return null;
  const { quote } = total;
  const quoted = quote.lines.find((one) => one.itemId === itemId);
  const goods = traceAtMyQuantity(
    {
      need: line.need,
      moq: quoted?.moq ?? null,
      multiple: quoted?.orderMultiple ?? null,
      unitPrice: quoted?.unitPrice ?? null,
      breaks: quoted?.breaks ?? [],
    },
    quote.currency,
    item.unit,
  );
  return {
    rule: 'shareOfTotal',
    version: 1,
    formula: 'share = total × goodsTotal / goods, by largest remainder',
    inputs: [
      ...(line.totalMinor === null ? [] : [value('goodsTotal', line.totalMinor, quote.currency)]),
      value('goods', total.goodsMinor, quote.currency),
      ...(total.totalMinor === null ? [] : [value('total', total.totalMinor, options.currency)]),
    ],
    result: line.comparedMinor === null ? null : value('share', line.comparedMinor, options.currency),
    parts: [goods, whole],
  };
}

function value(name: string, minor: number, currency: string): TraceValue {
  return { name, value: toDecimalString({ minor, currency }), unit: currency };
}
