import { fromScaledInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, toDecimalString } from '../../kernel/money.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { comparableAmount, type TaxTerms } from './tax.ts';

/** How `comparableAmount` of an amount in minor units came about; a null result names what is missing. */
export function traceComparableAmount(minor: number, currency: CurrencyCode, terms: TaxTerms): Trace {
  const result = comparableAmount(minor, terms);
  const amount = (name: string, value: number | null): TraceValue[] =>
    value === null ? [] : [{ name, value: toDecimalString({ minor: value, currency }), unit: currency }];
  const percent = (name: string, basisPoints: number | null): TraceValue[] =>
    basisPoints === null ? [] : [{ name, value: fromScaledInteger(basisPoints, 2).toFixed(), unit: '%' }];
  const inputs = [
    ...amount('quotedAmount', minor),
    { name: 'taxBasis', value: terms.taxBasis },
    ...percent('vatRate', terms.vatRateBp),
    { name: 'vatRecoverable', value: String(terms.vatRecoverable) },
    { name: 'noInvoice', value: String(terms.noInvoice) },
    ...percent('invoiceSurcharge', terms.invoiceSurchargeBp),
  ];
  const rule = { rule: 'comparableAmount', version: 1, formula: 'gross = net × (1 + vatRate)' };
  if (result.state === 'notComputable') {
    return { ...rule, inputs: [...inputs, { name: 'missing', value: result.missing }], result: null };
  }
  const formula =
    result.counts === 'net' ? 'comparableAmount = net + surcharge' : 'comparableAmount = gross + surcharge';
  return {
    ...rule,
    formula,
    inputs: [
      ...inputs,
      ...amount('net', result.net),
      ...amount('vat', result.vat),
      ...amount('gross', result.gross),
      ...amount('surcharge', result.surcharge),
    ],
    result: { name: 'comparableAmount', value: toDecimalString({ minor: result.amount, currency }), unit: currency },
  };
}
