import { exactOrNull } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { toDecimalString } from '../../kernel/money.ts';
import { quantityToString, unitPriceToString } from '../../kernel/quantity.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { convertMinor, findRate } from '../exchange-rates/exchange-rates.ts';
import { traceConversion } from '../exchange-rates/trace.ts';
import { traceLandedCost } from '../landed-cost/trace.ts';
import { effectiveUnitPrice } from '../pricing/tiers.ts';
import { traceAtMyQuantity } from '../pricing/trace.ts';
import { traceComparableAmount } from '../tax/trace.ts';
import { reckoningOf } from './compare.ts';
import type { LandedTotal } from './landed.ts';
import { type QuotedLine, type QuoteEnd, type QuoteTotal, quoteTotal, type Reckoning } from './quote-total.ts';
import { taxTermsOf } from './tax-terms.ts';
import type { ComparisonInput, ComparisonOptions, MinorRange } from './types.ts';

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
  const reckoning = reckoningOf(input, options);
  const total = quoteTotal(quote, reckoning);
  const whole = totalTrace(total, reckoning);
  return itemId === null ? whole : cellTrace(input, options, total, itemId, whole);
}

/** The total, or both its ends where a cost is unknown within bounds. */
function totalTrace(total: QuoteTotal, reckoning: Reckoning): Trace {
  const { totalRange, low, high, landed } = total;
  const { currency } = reckoning.options;
  if (landed !== null) return landedTrace(total, landed, reckoning);
  if (low === high || totalRange === null) {
    return endTrace(total, low, 'lowMinor', totalRange?.lowMinor ?? null, reckoning);
  }
  return {
    rule: 'totalRange',
    version: 1,
    formula: 'total = low … high',
    inputs: total.ledger.flatMap(({ part, state, counted, lowMinor, highMinor }) =>
      state !== 'range' || !counted || lowMinor === null || highMinor === null
        ? []
        : [rangeValue(`cost.${part}`, lowMinor, highMinor, total.quote.currency)],
    ),
    result: rangeValue('total', totalRange.lowMinor, totalRange.highMinor, currency),
    parts: [
      endTrace(total, low, 'lowMinor', totalRange.lowMinor, reckoning),
      endTrace(total, high, 'highMinor', totalRange.highMinor, reckoning),
    ],
  };
}

/** Part by part, with the assumptions behind each; and how the supplier's price was levelled on the way. */
function landedTrace(total: QuoteTotal, landed: LandedTotal, reckoning: Reckoning): Trace {
  const { currency } = reckoning.options;
  const trace = traceLandedCost(landed.input, currency, landed.cost);
  const { low, rate } = total;
  const converted = low.comparableMinor === null || rate === null ? null : convertMinor(low.comparableMinor, rate);
  const price = endTrace(total, low, 'lowMinor', converted, reckoning);
  return { ...trace, parts: [price, ...(trace.parts ?? [])] };
}

/** A cell of a landed total: the line's own share of every part. */
function landedLineTrace(landed: LandedTotal, index: number, range: MinorRange | null, currency: string): Trace {
  const shares = landed.cost.components.flatMap(({ name, shares: own }) => {
    const low = own?.low[index] ?? 0;
    const high = own?.high[index] ?? 0;
    return low === 0 && high === 0 ? [] : [rangeValue(name, low, high, currency)];
  });
  return {
    rule: 'landedShare',
    version: 1,
    formula: 'share = the sum of its shares of every part',
    inputs: shares,
    result: rangeOrNone('share', range, currency)[0] ?? null,
  };
}

function endTrace(
  total: QuoteTotal,
  end: QuoteEnd,
  side: 'lowMinor' | 'highMinor',
  resultMinor: number | null,
  { options, rates }: Reckoning,
): Trace {
  const { quote, ledger } = total;
  const taxTrace =
    end.tax === null
      ? null
      : traceComparableAmount(
          total.goodsMinor + end.extrasMinor,
          quote.currency,
          taxTermsOf(quote, end.surchargeBp, options),
        );
  const conversion =
    end.comparableMinor === null || quote.currency === options.currency
      ? null
      : traceConversion(
          { minor: end.comparableMinor, currency: quote.currency },
          findRate(rates, quote.currency, options.currency, options.asOf),
        );
  return {
    rule: 'quoteTotal',
    version: 1,
    formula: 'total = convert(taxBasis(goods + extras))',
    inputs: [
      value('goods', total.goodsMinor, quote.currency),
      ...ledger.flatMap(({ part, state, counted, [side]: minor }) =>
        counted && minor !== null && (state === 'extra' || state === 'range')
          ? [value(`cost.${part}`, minor, quote.currency)]
          : [],
      ),
      { name: 'pricedItems', value: String(total.pricedCount) },
    ],
    result: resultMinor === null ? null : value('total', resultMinor, options.currency),
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
  if (total.landed !== null) {
    return {
      ...landedLineTrace(total.landed, index, line.compared, options.currency),
      parts: [...(goods === null ? [] : [goods]), whole, ...unitCostTrace(line, item.unit, options)],
    };
  }
  return {
    rule: 'shareOfTotal',
    version: 1,
    formula: 'share = total × goodsTotal / goods, by largest remainder',
    inputs: [
      ...(line.totalMinor === null ? [] : [value('goodsTotal', line.totalMinor, quote.currency)]),
      value('goods', total.goodsMinor, quote.currency),
      ...rangeOrNone('total', total.totalRange, options.currency),
    ],
    result: rangeOrNone('share', line.compared, options.currency)[0] ?? null,
    parts: [...(goods === null ? [] : [goods]), whole, ...unitCostTrace(line, item.unit, options)],
  };
}

/** The share per unit needed, as the table shows it. */
function unitCostTrace({ need, compared }: QuotedLine, unit: string, { currency }: ComparisonOptions): Trace[] {
  if (need === null || compared === null) return [];
  const ends = [compared.lowMinor, compared.highMinor].flatMap(
    (minor) => exactOrNull(() => effectiveUnitPrice(minor, need, currency)) ?? [],
  );
  const shown = [...new Set(ends.map((end) => unitPriceToString(end, 4)))].join(RANGE_MARK);
  return [
    {
      rule: 'unitCost',
      version: 1,
      formula: 'unitCost = share / need',
      inputs: [
        rangeValue('share', compared.lowMinor, compared.highMinor, currency),
        { name: 'need', value: quantityToString(need), unit },
      ],
      result: ends.length < 2 ? null : { name: 'unitCost', value: shown, unit: currency },
    },
  ];
}

const RANGE_MARK = ' – ';

function value(name: string, minor: number, currency: string): TraceValue {
  return { name, value: toDecimalString({ minor, currency }), unit: currency };
}

function rangeOrNone(name: string, range: MinorRange | null, currency: string): TraceValue[] {
  return range === null ? [] : [rangeValue(name, range.lowMinor, range.highMinor, currency)];
}

/** "66650.00 – 68200.00", or the one figure where both ends agree. */
function rangeValue(name: string, low: number, high: number, currency: string): TraceValue {
  const lowest = value(name, low, currency);
  return low === high
    ? lowest
    : { ...lowest, value: `${lowest.value}${RANGE_MARK}${value(name, high, currency).value}` };
}
