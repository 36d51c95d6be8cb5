import { allocate } from '../../kernel/allocate.ts';
import type { PaymentAnchor } from '../quotes/terms.ts';

export interface Milestone {
  /** Hundredths of a percent of the order, above 0. */
  readonly percentBp: number;
  readonly anchor: PaymentAnchor;
  /** Days after the anchor, 0 or more. */
  readonly offsetDays: number;
  /** The days count from the end of the anchor's month (月结). */
  readonly endOfMonth: boolean;
}

/** How much a buyer risks to lose before he holds the goods (DOMAIN 7). */
export type PaymentRisk = 'veryLow' | 'low' | 'medium' | 'high';

export interface PaymentPlan {
  readonly id: 'A' | 'B' | 'C' | 'upfront';
  readonly milestones: readonly Milestone[];
  readonly risk: PaymentRisk;
}

/** The usual plans of the platform, by rising risk to the supplier and falling risk to the buyer read backwards. */
export const PAYMENT_PLANS: readonly PaymentPlan[] = [
  { id: 'C', risk: 'veryLow', milestones: [milestone(10_000, 'delivered')] },
  { id: 'B', risk: 'low', milestones: [milestone(5_000, 'orderConfirmed'), milestone(5_000, 'delivered')] },
  { id: 'A', risk: 'medium', milestones: [milestone(3_000, 'orderConfirmed'), milestone(7_000, 'beforeShipment')] },
  { id: 'upfront', risk: 'high', milestones: [milestone(10_000, 'orderConfirmed')] },
];

/** A milestone on the anchor's day itself unless days are given. */
export function milestone(percentBp: number, anchor: PaymentAnchor, offsetDays = 0, endOfMonth = false): Milestone {
  return { percentBp, anchor, offsetDays, endOfMonth };
}

/** Why milestones are no payment schedule; null when they are one. */
export function milestoneFault(milestones: readonly Milestone[]): 'none' | 'percent' | 'offset' | 'sum' | null {
  if (milestones.length === 0) return 'none';
  if (milestones.some(({ percentBp }) => !Number.isInteger(percentBp) || percentBp <= 0)) return 'percent';
  if (milestones.some(({ offsetDays }) => !Number.isInteger(offsetDays) || offsetDays < 0)) return 'offset';
  return milestones.reduce((sum, { percentBp }) => sum + percentBp, 0) === 10_000 ? null : 'sum';
}

/**
 * The instalments of a total in minor units, by the largest remainder (DOMAIN 7): they sum exactly to it.
 * Errors: RangeError when the milestones are none, or their percents do not sum to 100.
 */
export function instalments(totalMinor: number, milestones: readonly Milestone[]): number[] {
  const fault = milestoneFault(milestones);
  if (fault !== null) throw new RangeError(`no payment schedule: ${fault}`);
  return allocate(
    totalMinor,
    milestones.map(({ percentBp }) => percentBp),
  );
}

/**
 * How risky a schedule is for the buyer (DOMAIN 7: A medium, B low, C very low; all upfront high, our default), read off what is paid
 * before the goods are there: nothing is very low, at most half is low; beyond that medium while no more than half goes out with
 * the order, else high.
 */
export function riskOf(milestones: readonly Milestone[]): PaymentRisk {
  const exposed = peakExposureBp(milestones);
  if (exposed === 0) return 'veryLow';
  if (exposed <= 5_000) return 'low';
  return shareOf(milestones, ({ anchor }) => anchor === 'orderConfirmed') <= 5_000 ? 'medium' : 'high';
}

/** The largest share paid before the goods are received: plan A 100 %, B 50 %, C 0 (DOMAIN 7). */
export function peakExposureBp(milestones: readonly Milestone[]): number {
  return shareOf(milestones, ({ anchor }) => !WITH_THE_GOODS.has(anchor));
}

const WITH_THE_GOODS: ReadonlySet<PaymentAnchor> = new Set(['delivered', 'inspectionPassed']);

function shareOf(milestones: readonly Milestone[], counts: (one: Milestone) => boolean): number {
  return milestones.filter(counts).reduce((sum, { percentBp }) => sum + percentBp, 0);
}
