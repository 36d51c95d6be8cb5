import type { TaxTerms } from '../tax/tax.ts';
import type { ComparisonOptions, ComparisonQuote } from './types.ts';

/** A quote's tax terms as the tax rules take them. */
export function taxTermsOf(
  { taxBasis, vatRateBp }: ComparisonQuote,
  surchargeBp: number,
  { vatRecoverable }: ComparisonOptions,
): TaxTerms {
  return {
    taxBasis,
    vatRateBp,
    vatRecoverable,
    noInvoice: false,
    invoiceSurchargeBp: surchargeBp === 0 ? null : surchargeBp,
  };
}
