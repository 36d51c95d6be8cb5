import { type Money, toDecimalString } from '../../kernel/money.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { convert, type FoundRate, type MissingRate, type RateLookup, rateToDecimal } from './exchange-rates.ts';

/** How `convert` came to its figure: the rows used with date and source; a null result when there is no rate. */
export function traceConversion(amount: Money, rate: RateLookup): Trace {
  const converted = rate.state === 'found' ? convert(amount, rate) : null;
  return {
    rule: 'conversion',
    version: 1,
    formula: 'converted = round(amount × rate)',
    inputs: [amountValue('amount', amount), ...(rate.state === 'found' ? foundValues(rate) : missingValues(rate))],
    result: converted === null ? null : amountValue('converted', converted),
  };
}

/** Shown digits of a rate; the conversion itself uses the exact fraction. */
const SHOWN_DIGITS = 12;

function foundValues(rate: FoundRate): TraceValue[] {
  return [
    { name: 'ratePath', value: rate.path },
    {
      name: 'rate',
      value: rateToDecimal(rate).toSignificantDigits(SHOWN_DIGITS).toFixed(),
      unit: `${rate.to}/${rate.from}`,
    },
    ...rate.rows.flatMap((row) => [
      { name: 'rateRow', value: row.rate, unit: `${row.quote}/${row.base}` },
      { name: 'effectiveDate', value: row.effectiveDate },
      { name: 'source', value: row.source },
    ]),
  ];
}

function missingValues({ from, to, date, reason }: MissingRate): TraceValue[] {
  return [
    { name: 'missing', value: reason, unit: `${to}/${from}` },
    { name: 'effectiveDate', value: date },
  ];
}

function amountValue(name: string, amount: Money): TraceValue {
  return { name, value: toDecimalString(amount), unit: amount.currency };
}
