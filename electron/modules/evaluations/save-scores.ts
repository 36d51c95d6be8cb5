import type { InferContractRouterInputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Score } from '../../../shared/contract/evaluations.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { ActionScope } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { listCriteria, listScores } from './evaluations.queries.ts';

type SaveScores = InferContractRouterInputs<typeof contract>['evaluations']['saveScores'];
type ScoreInput = SaveScores['scores'][number];

/** Writes scores given by hand, all or none; a null score takes one back. */
export async function saveScores(
  scope: Pick<ActionScope, 'trx' | 'newId'>,
  { projectId, scores }: SaveScores,
): Promise<Score[]> {
  const criteria = new Map((await listCriteria(scope.trx, projectId)).map((one) => [one.id, one]));
  for (const score of scores) {
    const criterion = criteria.get(score.criterionId);
    if (criterion === undefined) throw notFound('criterion', score.criterionId);
    if (criterion.kind === 'price') throw refused('scores', 'scoreNotManual');
    await saveScore(scope, score);
  }
  return listScores(scope.trx, projectId);
}

async function saveScore({ trx, newId }: Pick<ActionScope, 'trx' | 'newId'>, score: ScoreInput): Promise<void> {
  const { criterionId, supplierId, scoreHundredths, reason } = score;
  const stored = await trx
    .selectFrom('scores')
    .selectAll()
    .where('criterion_id', '=', criterionId)
    .where('supplier_id', '=', supplierId)
    .executeTakeFirst();
  if ((stored?.revision ?? null) !== score.revision) {
    // Named by what it scores: the window may never have heard of the stored one.
    const current = {
      scoreHundredths: stored?.score_hundredths ?? null,
      reason: stored?.reason ?? null,
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
        criterion_id: criterionId,
        supplier_id: supplierId,
        score_hundredths: scoreHundredths,
        reason,
      })
      .execute();
  } else if (scoreHundredths === null) {
    await trx.deleteFrom('scores').where('id', '=', stored.id).execute();
  } else {
    await trx
      .updateTable('scores')
      .set({ score_hundredths: scoreHundredths, reason, revision: stored.revision + 1 })
      .where('id', '=', stored.id)
      .execute();
  }
}
