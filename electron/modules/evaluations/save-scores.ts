import type { InferContractRouterInputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Score } from '../../../shared/contract/evaluations.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { listCriteria, listEvaluators, listScores } from './evaluations.queries.ts';

type SaveScores = InferContractRouterInputs<typeof contract>['evaluations']['saveScores'];
type ScoreInput = SaveScores['scores'][number];
type Scope = Pick<ActionScope, 'trx' | 'newId'>;

/** Writes one evaluator's scores, all or none; a null score takes one back. What is handed in stands. */
export async function saveScores(
  scope: Scope,
  { projectId, evaluatorId, scores }: SaveScores,
  actor: string,
): Promise<Score[]> {
  const criteria = new Map((await listCriteria(scope.trx, projectId)).map((one) => [one.id, one]));
  for (const { criterionId } of scores) {
    const criterion = criteria.get(criterionId);
    if (criterion === undefined) throw notFound('criterion', criterionId);
    if (criterion.kind === 'price') throw refused('scores', 'scoreNotManual');
    if (criterion.kind === 'group') throw refused('scores', 'scoreOfGroup');
  }
  const by = await evaluatorOf(scope, projectId, evaluatorId ?? null, actor);
  for (const score of scores) await saveScore(scope, by, score);
  return listScores(scope.trx, projectId);
}

/** The one named, or the first; a project without any gets one named after whoever works here. */
async function evaluatorOf({ trx, newId }: Scope, projectId: Id, asked: Id | null, actor: string): Promise<Id> {
  const evaluators = await listEvaluators(trx, projectId);
  const found = asked === null ? evaluators[0] : evaluators.find(({ id }) => id === asked);
  if (found === undefined) {
    if (asked !== null) throw notFound('evaluator', asked);
    const id = newId();
    const name = actor.trim() === '' ? '1' : actor;
    await trx
      .insertInto('evaluators')
      .values({
        id,
        project_id: projectId,
        position: 0,
        name,
        handed_in_at: null,
        role: '',
        is_blind: 0,
        hides_names: 0,
      })
      .execute();
    return id;
  }
  if (found.handedInAt !== null) throw refused('scores', 'handedIn', { name: found.name });
  return found.id;
}

async function saveScore({ trx, newId }: Scope, evaluatorId: Id, score: ScoreInput): Promise<void> {
  const { criterionId, supplierId, scoreHundredths, reason, confidence = 'medium' } = score;
  const stored = await trx
    .selectFrom('scores')
    .selectAll()
    .where('criterion_id', '=', criterionId)
    .where('supplier_id', '=', supplierId)
    .where('evaluator_id', '=', evaluatorId)
    .executeTakeFirst();
  if ((stored?.revision ?? null) !== score.revision) {
    // Named by what it scores: the window may never have heard of the stored one.
    const current = {
      scoreHundredths: stored?.score_hundredths ?? null,
      reason: stored?.reason ?? null,
      confidence: stored?.confidence ?? null,
      // 0: there is none any more, whoever saves over it saves anew.
      revision: stored?.revision ?? 0,
    };
    throw new ORPCError('STALE', {
      defined: true,
      data: { noun: 'score', id: `${criterionId}:${supplierId}`, current },
    });
  }
  if (stored === undefined) {
    if (scoreHundredths === null) return;
    const supplier = await trx.selectFrom('suppliers').select('id').where('id', '=', supplierId).executeTakeFirst();
    if (supplier === undefined) throw notFound('supplier', supplierId);
    await trx
      .insertInto('scores')
      .values({
        id: newId(),
        evaluator_id: evaluatorId,
        criterion_id: criterionId,
        supplier_id: supplierId,
        score_hundredths: scoreHundredths,
        confidence,
        reason,
      })
      .execute();
  } else if (scoreHundredths === null) {
    await trx.deleteFrom('scores').where('id', '=', stored.id).execute();
  } else {
    await trx
      .updateTable('scores')
      .set({ score_hundredths: scoreHundredths, reason, confidence, revision: stored.revision + 1 })
      .where('id', '=', stored.id)
      .execute();
  }
}
