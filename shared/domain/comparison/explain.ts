import { exactOrNull } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { toDecimalString } from '../../kernel/money.ts';
import { quantityToString, unitPriceToString } from '../../kernel/quantity.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { findRate, indexRates } from '../exchange-rates/exchange-rates.ts';
import { traceConversion } from '../exchange-rates/trace.ts';
import { effectiveUnitPrice } from '../pricing/tiers.ts';
import { traceAtMyQuantity } from '../pricing/trace.ts';
import { traceComparableAmount } from '../tax/trace.ts';
import { needOf, type QuotedLine, type QuoteTotal, quoteTotal } from './quote-total.ts';
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
  const needs = input.items.map((item) => needOf(item, options.quantityPercent));
  const scope = scopeOf(input.quotes, rates, options);
  const total = quoteTotal(quote, input.items, needs, scope, rates, options);
  const rate = findRate(rates, quote.currency, options.currency, options.asOf);
  const conversion =
    total.comparableMinor === null || quote.currency === options.currency
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
  const { need, line: quoted } = line;
  const { moq = null, orderMultiple: multiple = null, unitPrice = null, breaks = [] } = quoted ?? {};
  const goods = exactOrNull(() =>
    traceAtMyQuantity({ need, moq, multiple, unitPrice, breaks }, quote.currency, item.unit),
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
    parts: [...(goods === null ? [] : [goods]), whole, ...unitCostTrace(line, item.unit, options)],
  };
}

/** The share per unit needed, as the table shows it. */
function unitCostTrace({ need, comparedMinor }: QuotedLine, unit: string, { currency }: ComparisonOptions): Trace[] {
  if (need === null || comparedMinor === null) return [];
  const unitCost = exactOrNull(() => effectiveUnitPrice(comparedMinor, need, currency));
  return [
    {
      rule: 'unitCost',
      version: 1,
      formula: 'unitCost = share / need',
      inputs: [value('share', comparedMinor, currency), { name: 'need', value: quantityToString(need), unit }],
      result: unitCost === null ? null : { name: 'unitCost', value: unitPriceToString(unitCost, 4), unit: currency },
    },
  ];
}

function value(name: string, minor: number, currency: string): TraceValue {
  return { name, value: toDecimalString({ minor, currency }), unit: currency };
}
