import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { validityOn } from '../validity/validity.ts';

/**
 * Where a quoted price stands: `superseded` by a later round of the same supplier in the same project, else `expired` once its
 * last day has passed, else `latest`. Each line has exactly one.
 */
export const QUOTE_LINE_STATES = ['latest', 'expired', 'superseded'] as const;
export type QuoteLineState = (typeof QUOTE_LINE_STATES)[number];

/** A round that names no last day does not expire (DOMAIN 2.6); a round that was replaced does not count as expired besides. */
export function quoteLineState(
  quote: { readonly superseded: boolean; readonly validUntil: CalendarDate | null },
  today: CalendarDate,
): QuoteLineState {
  if (quote.superseded) return 'superseded';
  return validityOn(quote.validUntil, today).state === 'expired' ? 'expired' : 'latest';
}
