import { Decimal, toScaledInteger } from '../../kernel/decimal.ts';
import { instalments, type Milestone } from './milestones.ts';

/** How the cost of capital works over time (DOMAIN 2.5). */
export const DISCOUNT_METHODS = ['compound', 'simple'] as const;
export type DiscountMethod = (typeof DISCOUNT_METHODS)[number];

/** A payment and when it is due: days after the goods are received, negative for earlier. */
export interface DatedPayment {
  readonly minor: number;
  readonly days: number;
}

/** How long things take; null where nobody has said. */
export interface Timing {
  /** Order to dispatch. */
  readonly leadTimeDays: number | null;
  /** Dispatch to receipt. */
  readonly transitDays: number | null;
}

export type DaysOf =
  | { readonly state: 'computed'; readonly days: number }
  | { readonly state: 'notComputable'; readonly missing: 'leadTimeDays' | 'transitDays' };

/**
 * When a milestone falls, in days after receipt of the goods (DOMAIN 2.5, day 0). The order lies lead time and transit
 * before it; production done, before shipment, shipment and the invoice that goes with it lie the transit before it. Days
 * to the end of a month are not known without a date: they are left out, which is the earliest the payment can fall.
 */
export function daysAfterReceipt(milestone: Milestone, { leadTimeDays, transitDays }: Timing): DaysOf {
  const { anchor, offsetDays } = milestone;
  if (anchor === 'delivered' || anchor === 'inspectionPassed') return { state: 'computed', days: offsetDays };
  if (transitDays === null) return { state: 'notComputable', missing: 'transitDays' };
  if (anchor !== 'orderConfirmed') return { state: 'computed', days: offsetDays - transitDays };
  if (leadTimeDays === null) return { state: 'notComputable', missing: 'leadTimeDays' };
  return { state: 'computed', days: offsetDays - leadTimeDays - transitDays };
}

/**
 * Present value at receipt of the goods, in minor units: `PV = Σ a (1 + r)^(-d / 365)`, or simple `Σ a (1 - r d / 365)`
 * (DOMAIN 2.5). A payment before receipt counts for more than its face, one after it for less. `rateBp` is the annual cost of capital.
 * Errors: RangeError for a negative rate or a result beyond 2^53 - 1.
 */
export function presentValue(payments: readonly DatedPayment[], rateBp: number, method: DiscountMethod): number {
  let sum = ZERO;
  for (const { minor, days } of payments) sum = sum.plus(discountFactor(days, rateBp, method).times(minor));
  return toScaledInteger(sum, 0);
}

export type ScheduleValue =
  | { readonly state: 'computed'; readonly minor: number; readonly payments: readonly DatedPayment[] }
  | { readonly state: 'notComputable'; readonly missing: 'leadTimeDays' | 'transitDays' };

/**
 * Present value of a total paid by milestones. Errors: RangeError for milestones that are no schedule.
 */
export function presentValueOfSchedule(
  totalMinor: number,
  milestones: readonly Milestone[],
  timing: Timing,
  rateBp: number,
  method: DiscountMethod,
): ScheduleValue {
  const amounts = instalments(totalMinor, milestones);
  const payments: DatedPayment[] = [];
  for (const [index, one] of milestones.entries()) {
    const when = daysAfterReceipt(one, timing);
    if (when.state === 'notComputable') return when;
    payments.push({ minor: amounts[index] ?? 0, days: when.days });
  }
  return { state: 'computed', minor: presentValue(payments, rateBp, method), payments };
}

/** What a unit paid `days` after receipt is worth at receipt. */
export function discountFactor(days: number, rateBp: number, method: DiscountMethod): Decimal {
  if (!Number.isInteger(rateBp) || rateBp < 0) throw new RangeError(`no cost of capital: ${rateBp}`);
  if (days === 0 || rateBp === 0) return ONE;
  const key = `${method} ${rateBp} ${days}`;
  const known = factors.get(key);
  if (known !== undefined) return known;
  const rate = new Decimal(rateBp).div(10_000);
  const factor =
    method === 'compound'
      ? rate.plus(1).pow(new Decimal(-days).div(DAYS_IN_YEAR))
      : ONE.minus(rate.times(days).div(DAYS_IN_YEAR));
  if (factors.size >= REMEMBERED) factors.clear();
  factors.set(key, factor);
  return factor;
}

const DAYS_IN_YEAR = 365;
const ZERO = new Decimal(0);
const ONE = new Decimal(1);
/** A comparison asks for the same few days over and over, and a power takes long. */
const factors = new Map<string, Decimal>();
const REMEMBERED = 5_000;
