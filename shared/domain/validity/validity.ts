import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';

/** `expiring`: still valid, but for few days only. `unlimited`: the quote names no last day. */
export type ValidityState = 'valid' | 'expiring' | 'expired' | 'unlimited';

export interface Validity {
  readonly state: ValidityState;
  /** Days after `today` on which the quote still holds: 0 on its last day, negative once expired; null without a last day. */
  readonly daysLeft: number | null;
}

/** A quote with this many days left or fewer is about to expire (DOMAIN 2.6). */
export const EXPIRING_WITHIN_DAYS = 7;

/**
 * Whether a quote holds on a day (DOMAIN 2.6). Both dates are days in Asia/Shanghai (`shanghaiDate`), the last day included. Expired
 * quotes are shown, but excluded from statistics and award until reconfirmed.
 */
export function validityOn(validUntil: CalendarDate | null, today: CalendarDate): Validity {
  if (validUntil === null) return { state: 'unlimited', daysLeft: null };
  const daysLeft = daysBetween(today, validUntil);
  return { state: daysLeft < 0 ? 'expired' : daysLeft <= EXPIRING_WITHIN_DAYS ? 'expiring' : 'valid', daysLeft };
}
