import type { Kysely } from 'kysely';
import type { Criterion, Evaluator, ProjectEvaluation, Score } from '../../../shared/contract/evaluations.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { type Assessment, assess, type SupplierTotal } from '../../../shared/domain/evaluation/assess.ts';
import { leavesOf } from '../../../shared/domain/evaluation/criteria-tree.ts';
import type { EvaluationSettings } from '../../../shared/domain/evaluation/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { findSettings, listCriteria, listEvaluators, listJudgements, listScores } from './evaluations.queries.ts';

export interface GatheredEvaluation {
  readonly criteria: Criterion[];
  readonly settings: ProjectEvaluation['settings'];
  readonly evaluators: Evaluator[];
  readonly scores: Score[];
}

/** Everything an evaluation rests on but the prices. */
export async function gatherEvaluation(db: Kysely<Database>, projectId: Id): Promise<GatheredEvaluation> {
  const [criteria, settings, evaluators, scores] = await Promise.all([
    listCriteria(db, projectId),
    findSettings(db, projectId),
    listEvaluators(db, projectId),
    listScores(db, projectId),
  ]);
  return { criteria, settings, evaluators, scores };
}

/** The same with the pairwise comparisons and all that follows, for the screen. */
export async function evaluateProject(
  db: Kysely<Database>,
  projectId: Id,
  comparison: Comparison,
): Promise<ProjectEvaluation> {
  const [gathered, judgements] = await Promise.all([gatherEvaluation(db, projectId), listJudgements(db, projectId)]);
  return { ...gathered, judgements, ...assessComparison(comparison, gathered) };
}

/**
 * Judges the suppliers of a comparison. Only a ranked total may count as a price: an incomplete or excluded quote has none, so with a
 * price criterion its supplier is shown as incomplete and takes no rank.
 */
export function assessComparison(
  comparison: Comparison,
  { criteria, settings, evaluators, scores }: Omit<GatheredEvaluation, 'settings'> & { settings: EvaluationSettings },
): Assessment {
  return assess(leavesOf(criteria), totalsOf(comparison), countedScores(scores, evaluators), settings);
}

/** What each supplier asks in all; a range while costs are open, nothing where it cannot be compared. */
export function totalsOf(comparison: Comparison): SupplierTotal[] {
  return comparison.quotes.map(({ quote: { supplierId }, state, totalRange }) => {
    if (state !== 'ranked' || totalRange === null) return { supplierId, totalMinor: null };
    const { lowMinor, highMinor } = totalRange;
    return { supplierId, totalMinor: lowMinor, ...(highMinor === lowMinor ? {} : { totalHighMinor: highMinor }) };
  });
}

/** A blind evaluator's scores count once they are handed in: until then they may follow from nothing but the samples. */
export function countedScores(scores: readonly Score[], evaluators: readonly Evaluator[]): Score[] {
  const waiting = new Set(
    evaluators.flatMap(({ id, isBlind, handedInAt }) => (isBlind && handedInAt === null ? [id] : [])),
  );
  return scores.filter(({ evaluatorId }) => !waiting.has(evaluatorId));
}
