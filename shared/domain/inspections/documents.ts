import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { daysBetween } from '../../kernel/calendar-date.ts';

/** `report`: what a testing house found; `certificate`: what a product or a maker may call itself. */
export const DOCUMENT_KINDS = ['report', 'certificate'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_RESULTS = ['unknown', 'pass', 'conditional', 'fail'] as const;
export type DocumentResult = (typeof DOCUMENT_RESULTS)[number];

/** Testing houses known everywhere (trade guide), offered while typing. */
export const TESTING_HOUSES = ['SGS', 'Bureau Veritas (BV)', 'TÜV', 'Intertek'] as const;
export const CERTIFICATE_STANDARDS = ['CE', 'FCC', 'RoHS', 'ISO 9001', 'ISO 14001', 'REACH', 'LFGB', 'FDA'] as const;
export const REPORT_SUBJECTS = ['Factory audit', 'Product test', 'Shipment inspection'] as const;

/** Days before its end in which a certificate is to be renewed (DOMAIN 6). */
export const EXPIRING_DAYS = 60;

/** DOMAIN 6: expired when the last day has passed, expiring within 60 days, unverified without a last day. */
export function documentState(
  expiresOn: CalendarDate | null,
  today: CalendarDate,
): 'valid' | 'expiring' | 'expired' | 'unverified' {
  if (expiresOn === null) return 'unverified';
  if (expiresOn < today) return 'expired';
  return daysBetween(today, expiresOn) <= EXPIRING_DAYS ? 'expiring' : 'valid';
}
