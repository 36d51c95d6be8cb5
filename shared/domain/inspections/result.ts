import { DEFECT_CLASSES, type DefectClass, type SamplingPlan } from '../aql/plan.ts';
import { type LotVerdict, lotVerdict } from '../aql/verdict.ts';
import type { ChecklistScore } from '../checklists/score.ts';

export const INSPECTION_KINDS = ['preShipment', 'audit'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** `open`: not decided yet. `conditional` (a factory that must mend something first) is never computed for goods. */
export const INSPECTION_RESULTS = ['open', 'accepted', 'conditional', 'rejected'] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

/** What a factory must reach on its visit, hundredths of a point and basis points of the weight ([P]). */
export const AUDIT_ACCEPTED = 7_500;
export const AUDIT_CONDITIONAL = 6_000;
export const AUDIT_COVERAGE_BP = 6_000;

export type ResultReason =
  | { readonly code: 'lotSizeMissing' }
  | { readonly code: 'piecesMissing'; readonly missing: number }
  | { readonly code: 'classFails'; readonly class: DefectClass; readonly defects: number; readonly reject: number }
  | { readonly code: 'criticalPoint'; readonly count: number }
  | { readonly code: 'criticalOpen'; readonly count: number }
  | { readonly code: 'coverage'; readonly coverageBp: number }
  | { readonly code: 'score'; readonly scoreHundredths: number; readonly limitHundredths: number };

export interface ComputedResult {
  readonly result: InspectionResult;
  /** Why it is not accepted; empty when it is. */
  readonly reasons: readonly ResultReason[];
  /** Null without a plan. */
  readonly lot: LotVerdict | null;
}

/**
 * Judges goods before shipment: the lot by its sampling plan, and no critical point of the checklist may fail or stay open.
 * `plan` null: the size of the lot is not known.
 */
export function goodsResult(
  plan: SamplingPlan | null,
  defects: Readonly<Record<DefectClass, number>>,
  inspected: number | null,
  checklist: ChecklistScore,
): ComputedResult {
  const failing = criticalFailures(checklist);
  const lot = plan === null ? null : lotVerdict(plan, defects, inspected);
  const classFailures: ResultReason[] =
    lot === null
      ? []
      : DEFECT_CLASSES.filter((one) => !lot.classes[one].passes).map((one) => ({
          code: 'classFails',
          class: one,
          defects: lot.classes[one].defects,
          reject: lot.classes[one].reject,
        }));
  const rejecting = [...classFailures, ...failing];
  if (rejecting.length > 0) return { result: 'rejected', reasons: rejecting, lot };
  const waiting: ResultReason[] = [];
  if (lot === null) waiting.push({ code: 'lotSizeMissing' });
  else if (lot.missing > 0) waiting.push({ code: 'piecesMissing', missing: lot.missing });
  if (checklist.criticalOpen.length > 0) waiting.push({ code: 'criticalOpen', count: checklist.criticalOpen.length });
  return { result: waiting.length > 0 ? 'open' : 'accepted', reasons: waiting, lot };
}

/** Judges a factory by the checklist of its visit; too few answers decide nothing, a critical failure decides alone. */
export function auditResult(checklist: ChecklistScore): ComputedResult {
  const failing = criticalFailures(checklist);
  if (failing.length > 0) return { result: 'rejected', reasons: failing, lot: null };
  const { scoreHundredths, coverageBp, criticalOpen } = checklist;
  const waiting: ResultReason[] = [];
  if (scoreHundredths === null || coverageBp < AUDIT_COVERAGE_BP) waiting.push({ code: 'coverage', coverageBp });
  if (criticalOpen.length > 0) waiting.push({ code: 'criticalOpen', count: criticalOpen.length });
  if (scoreHundredths === null || waiting.length > 0) return { result: 'open', reasons: waiting, lot: null };
  if (scoreHundredths >= AUDIT_ACCEPTED) return { result: 'accepted', reasons: [], lot: null };
  const result = scoreHundredths >= AUDIT_CONDITIONAL ? 'conditional' : 'rejected';
  return {
    result,
    reasons: [{ code: 'score', scoreHundredths, limitHundredths: AUDIT_ACCEPTED }],
    lot: null,
  };
}

/** Sums defects by their class. */
export function countDefects(
  defects: readonly { readonly class: DefectClass; readonly count: number }[],
): Record<DefectClass, number> {
  const counts = { critical: 0, major: 0, minor: 0 };
  for (const { class: one, count } of defects) counts[one] += count;
  return counts;
}

function criticalFailures({ criticalFailures: failures }: ChecklistScore): ResultReason[] {
  return failures.length === 0 ? [] : [{ code: 'criticalPoint', count: failures.length }];
}
