import type { AwardContent, AwardDecision, Reopening, RuleVersion } from '../awards/award.ts';
import type { EvaluationReport } from './types.ts';

/** What makes an evaluation report a decision dossier: the award as it was confirmed, and what became of it. */
export interface DossierPart {
  readonly decisionNumber: number;
  readonly confirmedBy: string;
  /** ISO instant. */
  readonly confirmedAt: string;
  readonly award: AwardContent;
  readonly ruleVersions: readonly RuleVersion[];
  /** Of this award, up to the day the dossier was frozen. */
  readonly reopenings: readonly Reopening[];
}

/** The dossier of a decision: its own frozen figures, whatever the project holds by now. */
export function dossierOf(
  { number, confirmedBy, confirmedAt, award, ruleVersions, report }: AwardDecision,
  reopenings: readonly Reopening[],
  made: Pick<EvaluationReport, 'createdBy' | 'createdAt'>,
): EvaluationReport {
  const dossier: DossierPart = { decisionNumber: number, confirmedBy, confirmedAt, award, ruleVersions, reopenings };
  return { ...report, ...made, dossier };
}

/** Where the usual way was left, and why: waived points and suppliers awarded without a comparable quote. */
export function exceptionsOf({ suppliers }: Pick<AwardContent, 'suppliers'>) {
  return suppliers.flatMap((supplier) => [
    ...(supplier.exclusions.length > 0
      ? [{ code: 'notComparable' as const, supplier, reason: supplier.notComparableReason }]
      : []),
    ...supplier.points.flatMap(({ point, state, reason }) =>
      state === 'waived' ? [{ code: 'waived' as const, supplier, point, reason }] : [],
    ),
  ]);
}
