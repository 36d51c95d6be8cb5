import type { QuotePayment } from '../../../shared/contract/quotes.ts';
import { type Milestone, milestoneFault } from '../../../shared/domain/payments/milestones.ts';
import type { PaymentAnchor } from '../../../shared/domain/quotes/terms.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { parsePercentCell } from '../../ui/grid/parse.ts';

/** An instalment as it is typed. */
export interface DraftInstalment {
  readonly key: number;
  readonly percent: string;
  readonly anchor: PaymentAnchor;
  readonly days: string;
}

/** Why typed instalments are no schedule; each has a text below `quotes:payment.fault.*`. `row` counts from 1. */
export type DraftFault =
  | { readonly code: 'percent' | 'days'; readonly row: number }
  /** Hundredths of a percent they come to. */
  | { readonly code: 'sum'; readonly percentBp: number }
  | { readonly code: 'none' };

export function draftOf(milestones: readonly Milestone[]): DraftInstalment[] {
  return milestones.map(({ percentBp, anchor, offsetDays }, key) => ({
    key,
    percent: percentText(percentBp),
    anchor,
    days: String(offsetDays),
  }));
}

/** One more instalment: what is still open of the whole. */
export function withAnother(draft: readonly DraftInstalment[]): DraftInstalment[] {
  const open = 10_000 - draft.reduce((sum, { percent }) => sum + (percentOf(percent) ?? 0), 0);
  const key = 1 + Math.max(-1, ...draft.map((one) => one.key));
  const anchor = draft.length === 0 ? 'orderConfirmed' : 'beforeShipment';
  return [...draft, { key, percent: open > 0 ? percentText(open) : '', anchor, days: '0' }];
}

/** The schedule that is typed, or the first thing that is wrong with it. */
export function readDraft(
  draft: readonly DraftInstalment[],
): { readonly ok: true; readonly payments: QuotePayment[] } | { readonly ok: false; readonly fault: DraftFault } {
  const payments: QuotePayment[] = [];
  for (const [index, { percent, anchor, days }] of draft.entries()) {
    const percentBp = percentOf(percent);
    if (percentBp === null || percentBp === 0) return { ok: false, fault: { code: 'percent', row: index + 1 } };
    const offsetDays = anchor === 'beforeShipment' ? 0 : daysOf(days);
    if (offsetDays === null) return { ok: false, fault: { code: 'days', row: index + 1 } };
    payments.push({ percentBp, anchor, offsetDays });
  }
  const fault = milestoneFault(payments.map((payment) => ({ ...payment, endOfMonth: false })));
  if (fault === null) return { ok: true, payments };
  if (fault === 'none') return { ok: false, fault: { code: 'none' } };
  return { ok: false, fault: { code: 'sum', percentBp: payments.reduce((sum, one) => sum + one.percentBp, 0) } };
}

const MOST_DAYS = 3_650;

function daysOf(text: string): number | null {
  const tidy = text.normalize('NFKC').trim();
  if (tidy === '') return 0;
  if (!/^\d{1,4}$/.test(tidy)) return null;
  const days = Number(tidy);
  return days > MOST_DAYS ? null : days;
}

function percentOf(text: string): number | null {
  const parsed = parsePercentCell(text);
  return parsed.ok ? parsed.value : null;
}

function percentText(percentBp: number): string {
  return fromScaledInteger(percentBp, 2).toFixed();
}
