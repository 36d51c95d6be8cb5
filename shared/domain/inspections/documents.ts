import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type CertificateState, certificateState } from '../suppliers/certificates.ts';

/** `report`: what a testing house found; `certificate`: what a product or a maker may call itself. */
export const DOCUMENT_KINDS = ['report', 'certificate'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_RESULTS = ['unknown', 'pass', 'conditional', 'fail'] as const;
export type DocumentResult = (typeof DOCUMENT_RESULTS)[number];

/** Testing houses known everywhere (trade guide), offered while typing. */
export const TESTING_HOUSES = ['SGS', 'Bureau Veritas (BV)', 'TÜV', 'Intertek'] as const;
export const CERTIFICATE_STANDARDS = ['CE', 'FCC', 'RoHS', 'ISO 9001', 'ISO 14001', 'REACH', 'LFGB', 'FDA'] as const;
export const REPORT_SUBJECTS = ['Factory audit', 'Product test', 'Shipment inspection'] as const;

/** A paper that is judged by its last day: a certificate always, a report only where it names one. Null: it does not run out. */
export function documentState(
  { kind, expiresOn }: { readonly kind: DocumentKind; readonly expiresOn: CalendarDate | null },
  today: CalendarDate,
): CertificateState | null {
  return kind === 'report' && expiresOn === null ? null : certificateState(expiresOn, today);
}
