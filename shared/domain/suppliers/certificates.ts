import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';

export const CERTIFICATE_STATES = ['valid', 'expiring', 'expired', 'unverified'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** So many days before its end a paper counts as expiring (DOMAIN 6). */
export const EXPIRING_DAYS = 60;

/** Expired when the last valid day is before today; expiring within 60 days; without a last day unverified (DOMAIN 6). */
export function certificateState(expiresOn: CalendarDate | null, today: CalendarDate): CertificateState {
  if (expiresOn === null) return 'unverified';
  if (expiresOn < today) return 'expired';
  return expiresOn <= addDays(today, EXPIRING_DAYS) ? 'expiring' : 'valid';
}

/** The same for a licence, which may be valid for ever (长期). */
export function licenceState(
  licence: { readonly licenceUntil: CalendarDate | null; readonly licenceLongTerm: boolean },
  today: CalendarDate,
): CertificateState {
  return licence.licenceLongTerm ? 'valid' : certificateState(licence.licenceUntil, today);
}
