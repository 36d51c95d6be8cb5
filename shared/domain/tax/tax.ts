import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { divideRounded, safeInteger } from '../../kernel/decimal.ts';
import type { TaxBasis } from '../quotes/terms.ts';

/** One amount seen three ways, all in the same scale (minor units, or millionths for a unit price); net + vat = gross. */
export interface TaxSplit {
  readonly net: number;
  readonly vat: number;
  readonly gross: number;
}

/** Who sells decides the Chinese VAT rate (DOMAIN 2.1). */
export type Taxpayer = 'general' | 'smallScale' | 'none';

export interface TaxTerms {
  /** `none` is a price without VAT, for which no VAT invoice comes. */
  readonly taxBasis: TaxBasis;
  /** Hundredths of a percent, 1300 = 13 %; null when the quote does not say. */
  readonly vatRateBp: number | null;
  /** The buyer can deduct or reclaim VAT shown on an invoice. Foreign buyers through agents normally cannot. */
  readonly vatRecoverable: boolean;
  /** The supplier is known to issue no invoice. A price quoted with VAT comes with one unless the quote says otherwise. */
  readonly noInvoice: boolean;
  /** Extra charge for issuing the invoice (税点), hundredths of a percent of the net amount; null when there is none. */
  readonly invoiceSurchargeBp: number | null;
}

export type TaxWarning = 'nothingRecoverableWithoutInvoice';

export type ComparableAmount =
  | {
      readonly state: 'computed';
      /** What counts in a comparison: net when VAT is recovered, else gross, plus the invoice surcharge. */
      readonly amount: number;
      readonly counts: 'net' | 'gross';
      /** Null where the VAT rate is not known and not needed. */
      readonly net: number | null;
      readonly vat: number | null;
      readonly gross: number | null;
      readonly surcharge: number;
      readonly warnings: readonly TaxWarning[];
    }
  | { readonly state: 'notComputable'; readonly missing: 'taxBasis' | 'vatRate' };

/**
 * Takes VAT out of a gross amount: `net = round(gross / (1 + t))`, `vat = gross - net` (DOMAIN 2.1).
 * Errors: RangeError for a rate outside 0 to 100 %.
 */
export function netOfTax(gross: number, rateBp: number): TaxSplit {
  const net = divideRounded(BigInt(gross) * WHOLE, WHOLE + rate(rateBp));
  return { net, vat: gross - net, gross };
}

/**
 * Puts VAT on a net amount: `gross = round(net × (1 + t))`, `vat = gross - net` (DOMAIN 2.1).
 * Errors: RangeError for a rate outside 0 to 100 %, or a result beyond 2^53 - 1.
 */
export function grossOfTax(net: number, rateBp: number): TaxSplit {
  const gross = divideRounded(BigInt(net) * (WHOLE + rate(rateBp)), WHOLE);
  return { net, vat: gross - net, gross };
}

/**
 * The Chinese VAT rate that applies on a date, in hundredths of a percent; null for days before the table begins.
 * General taxpayers 13 % since 2019-04-01; small-scale taxpayers 3 %, levied at 1 % until 2027-12-31
 * (DOMAIN 2.1; vatupdate.com 2023-08-03); sellers outside VAT 0.
 */
export function defaultVatRateBp(taxpayer: Taxpayer, date: CalendarDate): number | null {
  return VAT_RATES[taxpayer].findLast((row) => row.from <= date)?.rateBp ?? null;
}

/** The extra charge for an invoice: `round(rate × net)`, in the scale of `net` (DOMAIN 2.1). */
export function invoiceSurcharge(net: number, surchargeBp: number): number {
  return divideRounded(BigInt(net) * rate(surchargeBp), WHOLE);
}

/**
 * What an amount as quoted counts for when quotes of different tax bases are compared (DOMAIN 2.1): net where VAT is recovered, else
 * gross. An unknown basis, or a rate that is needed and missing, is not computable; nothing is assumed. `amount` is in any integer
 * scale and the result keeps it.
 */
export function comparableAmount(amount: number, terms: TaxTerms): ComparableAmount {
  const { taxBasis, vatRateBp, noInvoice } = terms;
  if (taxBasis === 'unknown') return { state: 'notComputable', missing: 'taxBasis' };
  const withoutInvoice = noInvoice || taxBasis === 'none';
  const split = splitAsQuoted(amount, taxBasis, vatRateBp);
  const counts = terms.vatRecoverable && !withoutInvoice ? 'net' : 'gross';
  const counted = split[counts];
  const surcharge = surchargeOn(split.net, terms.invoiceSurchargeBp);
  if (counted === null || surcharge === null) return { state: 'notComputable', missing: 'vatRate' };
  return {
    state: 'computed',
    amount: safeInteger(counted + surcharge),
    counts,
    ...split,
    surcharge,
    warnings: terms.vatRecoverable && withoutInvoice ? ['nothingRecoverableWithoutInvoice'] : [],
  };
}

const WHOLE = 10_000n;

const VAT_RATES: Readonly<Record<Taxpayer, readonly { readonly from: CalendarDate; readonly rateBp: number }[]>> = {
  general: [{ from: '2019-04-01', rateBp: 1300 }],
  smallScale: [
    { from: '2023-01-01', rateBp: 100 },
    { from: '2028-01-01', rateBp: 300 },
  ],
  none: [{ from: '0001-01-01', rateBp: 0 }],
};

interface PartialSplit {
  readonly net: number | null;
  readonly vat: number | null;
  readonly gross: number | null;
}

function splitAsQuoted(amount: number, taxBasis: Exclude<TaxBasis, 'unknown'>, rateBp: number | null): PartialSplit {
  if (taxBasis === 'none') return { net: amount, vat: 0, gross: amount };
  if (taxBasis === 'included')
    return rateBp === null ? { net: null, vat: null, gross: amount } : netOfTax(amount, rateBp);
  return rateBp === null ? { net: amount, vat: null, gross: null } : grossOfTax(amount, rateBp);
}

function surchargeOn(net: number | null, surchargeBp: number | null): number | null {
  if (surchargeBp === null || surchargeBp === 0) return 0;
  return net === null ? null : invoiceSurcharge(net, surchargeBp);
}

function rate(basisPoints: number): bigint {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000) {
    throw new RangeError(`rate outside 0 to 100 %: ${basisPoints}`);
  }
  return BigInt(basisPoints);
}
