import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { CurrencyCode } from '../../kernel/money.ts';

/** Below what value a consignment comes in without duty or VAT, from one day to another. Amounts in minor units of `currency`. */
export interface DeMinimis {
  /** ISO 3166 two-letter code; `EU` for its member states. */
  readonly country: string;
  /** Origin it holds for; null: any other. */
  readonly origin: string | null;
  readonly from: CalendarDate;
  /** Last day, inclusive; null: until further notice. */
  readonly to: CalendarDate | null;
  readonly currency: CurrencyCode;
  /** Duty is charged above this; 0: always. */
  readonly dutyThresholdMinor: number;
  /** VAT is charged above this; null: this row says nothing of VAT. */
  readonly vatThresholdMinor: number | null;
  /** Instead of the rate, below `flatBelowMinor`: this much for each tariff subheading. */
  readonly flatPerItemMinor: number | null;
  readonly flatBelowMinor: number | null;
}

const row = (
  country: string,
  origin: string | null,
  from: CalendarDate,
  to: CalendarDate | null,
  currency: CurrencyCode,
  dutyThresholdMinor: number,
  vatThresholdMinor: number | null = null,
  flat: readonly [perItem: number, below: number] | null = null,
): DeMinimis => ({
  country,
  origin,
  from,
  to,
  currency,
  dutyThresholdMinor,
  vatThresholdMinor,
  flatPerItemMinor: flat?.[0] ?? null,
  flatBelowMinor: flat?.[1] ?? null,
});

/**
 * Seed rows of DOMAIN 3 (US executive orders of 2025-04-02 and 2025-07-30; Council of the EU 2026-02-11; HMRC; ABF). Everything else is for
 * the user to enter, and every answer is to be confirmed with a broker.
 */
export const DE_MINIMIS: readonly DeMinimis[] = [
  row('US', 'CN', '2016-03-10', '2025-05-01', 'USD', 80_000),
  row('US', 'CN', '2025-05-02', null, 'USD', 0),
  row('US', 'HK', '2016-03-10', '2025-05-01', 'USD', 80_000),
  row('US', 'HK', '2025-05-02', null, 'USD', 0),
  row('US', null, '2016-03-10', '2025-08-28', 'USD', 80_000),
  row('US', null, '2025-08-29', null, 'USD', 0),
  row('EU', null, '2021-07-01', '2026-06-30', 'EUR', 15_000, 0),
  row('EU', null, '2026-07-01', '2028-07-01', 'EUR', 0, 0, [300, 15_000]),
  row('GB', null, '2021-01-01', null, 'GBP', 13_500),
  row('AU', null, '2005-10-12', null, 'AUD', 100_000),
];

/**
 * The row that holds for a country, origin and import day (DOMAIN 3): one for the very origin goes before one for any. Null where the
 * table knows none: nothing is assumed. Member states of the EU are asked for by their own code.
 */
export function deMinimisOn(
  country: string,
  origin: string,
  importDate: CalendarDate,
  rows: readonly DeMinimis[] = DE_MINIMIS,
): DeMinimis | null {
  const customs = EU_MEMBERS.has(country) ? 'EU' : country;
  const holding = rows.filter(
    (one) => one.country === customs && one.from <= importDate && (one.to === null || importDate <= one.to),
  );
  return holding.findLast((one) => one.origin === origin) ?? holding.findLast((one) => one.origin === null) ?? null;
}

/**
 * Duty of a consignment under a row: none up to the threshold, the flat amount for each subheading below its limit, else the duty as
 * reckoned. All in the row's currency.
 */
export function dutyUnder(
  { dutyThresholdMinor, flatPerItemMinor, flatBelowMinor }: DeMinimis,
  consignmentMinor: number,
  subheadings: number,
  dutyMinor: number,
): number {
  if (dutyThresholdMinor > 0 && consignmentMinor <= dutyThresholdMinor) return 0;
  if (flatPerItemMinor !== null && flatBelowMinor !== null && consignmentMinor < flatBelowMinor) {
    return flatPerItemMinor * subheadings;
  }
  return dutyMinor;
}

/** VAT of a consignment under a row; the VAT as reckoned where the row says nothing. */
export function importVatUnder({ vatThresholdMinor }: DeMinimis, consignmentMinor: number, vatMinor: number): number {
  return vatThresholdMinor !== null && vatThresholdMinor > 0 && consignmentMinor <= vatThresholdMinor ? 0 : vatMinor;
}

const EU_MEMBERS: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);
