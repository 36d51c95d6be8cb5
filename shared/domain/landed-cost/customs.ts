import { safeInteger } from '../../kernel/decimal.ts';
import { timesBasisPoints } from '../../kernel/rate.ts';

/** Whether a country's customs value leaves the freight and insurance to its border out (FOB) or takes them in (CIF). */
export type CustomsBasis = 'fob' | 'cif';

/**
 * Countries that value free on board; all others value cost, insurance and freight (DOMAIN 3; WTO Valuation Agreement, article
 * 8.2 leaves the choice to each; export.gov, duty methods; the Southern African customs union as a whole).
 */
const FOB_COUNTRIES: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'NZ', 'ZA', 'BW', 'LS', 'NA', 'SZ']);

/** The basis of a country by its ISO 3166 two-letter code. */
export function customsBasisOf(country: string): CustomsBasis {
  return FOB_COUNTRIES.has(country.toUpperCase()) ? 'fob' : 'cif';
}

/** What makes a customs value, minor units of one currency. A buying commission is no part of it (WTO, article 8.1 a i). */
export interface CustomsParts {
  /** Price paid, with packing, tooling and the costs up to loading on board. */
  readonly fobMinor: number;
  readonly freightMinor: number;
  readonly insuranceMinor: number;
}

export function customsValue({ fobMinor, freightMinor, insuranceMinor }: CustomsParts, basis: CustomsBasis): number {
  return basis === 'fob' ? fobMinor : safeInteger(fobMinor + freightMinor + insuranceMinor);
}

export interface DutyRates {
  readonly rateBp: number;
  /** Anti-dumping, countervailing, section 301, on the same value. */
  readonly additionalBp: number;
  /** Specific duty, already an amount. */
  readonly specificMinor: number;
}

/** Duty of one line: `round(CV × rate) + specific + round(CV × additional)` (DOMAIN 3). */
export function dutyOf(customsValueMinor: number, { rateBp, additionalBp, specificMinor }: DutyRates): number {
  return safeInteger(
    timesBasisPoints(customsValueMinor, rateBp) + specificMinor + timesBasisPoints(customsValueMinor, additionalBp),
  );
}

/**
 * What import VAT is charged on: customs value and duties, and freight and insurance where the customs value leaves them out (DOMAIN 3;
 * A New Tax System (Goods and Services Tax) Act 1999, section 13-20: value of the taxable importation).
 */
export function importVatBase(parts: CustomsParts, dutyMinor: number, basis: CustomsBasis): number {
  const { freightMinor, insuranceMinor } = parts;
  const leftOut = basis === 'fob' ? freightMinor + insuranceMinor : 0;
  return safeInteger(customsValue(parts, basis) + dutyMinor + leftOut);
}

/** `round(base × rate)`. */
export function importVat(baseMinor: number, rateBp: number): number {
  return timesBasisPoints(baseMinor, rateBp);
}
