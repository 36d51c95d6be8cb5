import type { ComparedQuote, ComparedRow, Comparison, MinorRange } from '../../../../shared/domain/comparison/types.ts';
import { fromScaledInteger } from '../../../../shared/kernel/decimal.ts';
import { type CurrencyCode, toDecimalString } from '../../../../shared/kernel/money.ts';
import { quantityToString, unitPriceToString } from '../../../../shared/kernel/quantity.ts';
import type { Trace, TraceValue } from '../../../../shared/kernel/trace.ts';

/** How the difference of a total to the lowest, the average or our estimate came about. */
export function traceDifference(
  result: 'toLowest' | 'toAverage' | 'toEstimate',
  compared: ComparedQuote,
  { options: { currency }, lowestRange, averageRange, estimateMinor }: Comparison,
): Trace {
  const estimate = estimateMinor === null ? null : { lowMinor: estimateMinor, highMinor: estimateMinor };
  const reference = { toLowest: lowestRange, toAverage: averageRange, toEstimate: estimate }[result];
  const name = { toLowest: 'lowestTotal', toAverage: 'averageTotal', toEstimate: 'estimateTotal' }[result];
  const range = compared[`${result}Range`];
  const difference = compared[result];
  return {
    rule: 'difference',
    version: 1,
    formula: `difference = total - ${name}`,
    inputs: [...money('total', compared.totalRange, currency), ...money(name, reference, currency)],
    result: money('difference', range, currency)[0] ?? null,
    parts:
      difference === null || difference.bp === null
        ? []
        : [
            {
              rule: 'relativeDifference',
              version: 1,
              formula: `relativeDifference = difference / ${name}`,
              inputs: [],
              result: { name: 'relativeDifference', value: fromScaledInteger(difference.bp, 2).toFixed(2), unit: '%' },
            },
          ],
  };
}

/** Our estimate for what is needed of an item. */
export function traceEstimate(
  { item, need, estimateMinor }: ComparedRow,
  { options: { currency } }: Comparison,
  estimateCurrency: CurrencyCode,
): Trace {
  const inputs: TraceValue[] = [];
  if (need !== null) inputs.push({ name: 'need', value: quantityToString(need), unit: item.unit });
  if (item.estimateUnitPrice !== null) {
    inputs.push({ name: 'unitPrice', value: unitPriceToString(item.estimateUnitPrice, 2), unit: estimateCurrency });
  }
  return {
    rule: 'estimate',
    version: 1,
    formula: estimateCurrency === currency ? 'estimate = need × unitPrice' : 'estimate = convert(need × unitPrice)',
    inputs,
    result: estimateMinor === null ? null : amount('estimate', estimateMinor, currency),
  };
}

function money(name: string, range: MinorRange | null, currency: CurrencyCode): TraceValue[] {
  if (range === null) return [];
  const low = amount(name, range.lowMinor, currency);
  if (range.lowMinor === range.highMinor) return [low];
  return [{ ...low, value: `${low.value} – ${amount(name, range.highMinor, currency).value}` }];
}

function amount(name: string, minor: number, currency: CurrencyCode): TraceValue {
  return { name, value: toDecimalString({ minor, currency }), unit: currency };
}
