import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import type { ComparisonBasis, ComparisonInput, ExclusionReason } from '../comparison/types.ts';
import type { EvaluationReport } from '../reports/types.ts';
import type { AwardInput, ScenarioRequest, ScenarioResult } from './types.ts';

/** `reopened` is a draft that was confirmed once; the decision it had stays on file. */
export const AWARD_STATES = ['draft', 'confirmed', 'reopened'] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/** What an award can be reckoned on; the ways of the goods are shared by all of a shipment, so they have no price a line. */
export const AWARD_BASES = ['quoted', 'comparable'] as const satisfies readonly ComparisonBasis[];
export type AwardBasis = (typeof AWARD_BASES)[number];

/** Where the division among suppliers came from. */
export const AWARD_SOURCES = ['scenario', 'ranking', 'manual'] as const;
export type AwardSource = (typeof AWARD_SOURCES)[number];

/** The eight points every supplier confirms before an award (DOMAIN 5 "result sheet"), in their order. */
export const GATE_POINTS = [
  'price',
  'validity',
  'payment',
  'tradeTerm',
  'qualityStandard',
  'deliveryLiability',
  'packaging',
  'afterSales',
] as const;
export type GatePoint = (typeof GATE_POINTS)[number];

export const POINT_STATES = ['open', 'confirmed', 'waived'] as const;
export type PointState = (typeof POINT_STATES)[number];

export const APPROVAL_DECISIONS = ['pending', 'approved', 'rejected'] as const;
export type ApprovalDecision = (typeof APPROVAL_DECISIONS)[number];

export interface AwardPoint {
  readonly point: GatePoint;
  readonly state: PointState;
  /** What the supplier said, where and when: needed for `confirmed` unless a file shows it. */
  readonly evidence: string;
  /** Why it may stay open: needed for `waived`. */
  readonly reason: string;
  readonly settledBy: string;
  readonly settledOn: CalendarDate | null;
  readonly files: readonly { readonly fileName: string; readonly sha256: string }[];
}

export interface Approval {
  readonly name: string;
  readonly role: string;
  readonly decision: ApprovalDecision;
  readonly decidedOn: CalendarDate | null;
  readonly note: string;
}

export interface AwardedSupplier {
  readonly supplierId: Id;
  readonly quoteId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  /** Of all its lines, in the award's currency; null when it cannot be computed. */
  readonly amountMinor: number | null;
  readonly note: string;
  readonly notComparableReason: string;
  /** Its quote ran out on this day; null while it is valid. */
  readonly expiredOn: CalendarDate | null;
  /** Why its quote cannot be compared, beyond being expired. */
  readonly exclusions: readonly ExclusionReason[];
  readonly lines: readonly AwardLine[];
  /** All eight, in their order. */
  readonly points: readonly AwardPoint[];
}

export interface AwardLine {
  readonly itemId: Id;
  readonly lineNo: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly amountMinor: number | null;
}

export interface Alternate {
  readonly supplierId: Id;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly note: string;
}

/** An award as it stands, or as it was frozen. */
export interface AwardContent {
  readonly source: AwardSource;
  readonly scenario: FrozenScenario | null;
  readonly basis: AwardBasis;
  readonly currency: CurrencyCode;
  readonly reasons: string;
  readonly suppliers: readonly AwardedSupplier[];
  readonly alternates: readonly Alternate[];
  readonly approvals: readonly Approval[];
}

/** A scenario with everything it rests on, as it was when it was saved. */
export interface FrozenScenario {
  readonly formatVersion: 1;
  readonly ruleVersion: number;
  readonly number: number;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly asOf: CalendarDate;
  readonly quantityPercent: number;
  readonly input: AwardInput;
  readonly request: ScenarioRequest;
  readonly result: ScenarioResult;
}

/** A confirmed award, frozen: it needs nothing else to be printed again, equal to the cent. */
export interface AwardDecision {
  readonly formatVersion: 1;
  readonly number: number;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
  readonly award: AwardContent;
  /** Comparison, evaluation, rates and company as they were. */
  readonly report: EvaluationReport;
  /** What was compared: items, quotes, rates. */
  readonly input: ComparisonInput;
  readonly ruleVersions: readonly RuleVersion[];
}

export interface RuleVersion {
  readonly rule: string;
  readonly version: number;
}

export interface Reopening {
  readonly decisionNumber: number;
  readonly reason: string;
  readonly reopenedBy: string;
  readonly reopenedAt: string;
}

/** What keeps an award from being confirmed. Each has a sentence below `awards.problem.*`. */
export type AwardProblem =
  | { readonly code: 'noSuppliers' }
  | { readonly code: 'noReasons' }
  | { readonly code: 'noLines'; readonly supplierId: Id }
  | { readonly code: 'expired'; readonly supplierId: Id; readonly date: CalendarDate }
  | { readonly code: 'notComparable'; readonly supplierId: Id }
  | { readonly code: 'pointOpen'; readonly supplierId: Id; readonly points: readonly GatePoint[] }
  | { readonly code: 'approvalPending'; readonly name: string }
  | { readonly code: 'approvalRejected'; readonly name: string };

/** Everything that still keeps an award from being confirmed, in the order it is best settled (PRODUCT M4). */
export function problemsOf(award: Pick<AwardContent, 'suppliers' | 'approvals' | 'reasons'>): AwardProblem[] {
  if (award.suppliers.length === 0) return [{ code: 'noSuppliers' }];
  return [
    ...award.suppliers.flatMap(problemsOfSupplier),
    ...(award.reasons.trim() === '' ? [{ code: 'noReasons' as const }] : []),
    ...award.approvals.flatMap(({ name, decision }): AwardProblem[] => {
      if (decision === 'approved') return [];
      return [{ code: decision === 'pending' ? 'approvalPending' : 'approvalRejected', name }];
    }),
  ];
}

function problemsOfSupplier(supplier: AwardedSupplier): AwardProblem[] {
  const { supplierId, lines, expiredOn, exclusions, notComparableReason } = supplier;
  const open = supplier.points.filter((point) => !isSettled(point)).map(({ point }) => point);
  return [
    ...(lines.length === 0 ? [{ code: 'noLines' as const, supplierId }] : []),
    ...(expiredOn === null ? [] : [{ code: 'expired' as const, supplierId, date: expiredOn }]),
    ...(exclusions.length > 0 && notComparableReason.trim() === ''
      ? [{ code: 'notComparable' as const, supplierId }]
      : []),
    ...(open.length > 0 ? [{ code: 'pointOpen' as const, supplierId, points: open }] : []),
  ];
}

/** Confirmed with evidence (text or file), who and when; or waived with a reason. */
export function isSettled({ state, evidence, reason, files, settledBy, settledOn }: AwardPoint): boolean {
  if (state === 'waived') return reason.trim() !== '';
  if (state === 'open') return false;
  return (evidence.trim() !== '' || files.length > 0) && settledBy.trim() !== '' && settledOn !== null;
}

/** How many of the eight points are confirmed or waived, in hundredths of a percent (DOMAIN 5: completeness = filled / 8). */
export function completenessBp(points: readonly AwardPoint[]): number {
  return Math.round((points.filter(isSettled).length * 10_000) / GATE_POINTS.length);
}

/** Sum over the suppliers; null while one amount is unknown. */
export function awardTotal({ suppliers }: Pick<AwardContent, 'suppliers'>): number | null {
  return suppliers.reduce<number | null>(
    (sum, { amountMinor }) => (sum === null || amountMinor === null ? null : sum + amountMinor),
    suppliers.length === 0 ? null : 0,
  );
}
