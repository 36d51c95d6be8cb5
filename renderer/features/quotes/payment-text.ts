import { type Milestone, PAYMENT_PLANS, riskOf } from '../../../shared/domain/payments/milestones.ts';
import { formatPercent } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';

/** "30 % on order confirmation, 70 % before shipment". */
export function scheduleText(milestones: readonly Milestone[], t: Translate): string {
  return milestones
    .map((one) => t('quotes:payment.part', { percent: formatPercent(one.percentBp), when: whenText(one, t) }))
    .join(t('quotes:payment.separator'));
}

/** "Plan A, medium risk for the buyer": which usual plan a schedule is, if any, and what the buyer risks with it. */
export function standingText(milestones: readonly Milestone[], t: Translate): string {
  const risk = t(`quotes:payment.risk.${riskOf(milestones)}`);
  const plan = PAYMENT_PLANS.find((one) => isSameSchedule(one.milestones, milestones));
  if (plan === undefined) return t('quotes:payment.ownPlan', { risk });
  return plan.id === 'upfront'
    ? t('quotes:payment.upfront', { risk })
    : t('quotes:payment.plan', { plan: plan.id, risk });
}

export function isSameSchedule(a: readonly Milestone[], b: readonly Milestone[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        one.percentBp === other.percentBp &&
        one.anchor === other.anchor &&
        one.offsetDays === other.offsetDays &&
        one.endOfMonth === other.endOfMonth
      );
    })
  );
}

function whenText({ anchor, offsetDays, endOfMonth }: Milestone, t: Translate): string {
  const event = t(`quote:paymentAnchor.${anchor}`);
  if (endOfMonth) return t('quotes:payment.afterMonth', { count: offsetDays, event });
  return offsetDays === 0 ? t(`quotes:payment.due.${anchor}`) : t('quotes:payment.after', { count: offsetDays, event });
}
