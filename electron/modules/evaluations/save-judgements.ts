import type { InferContractRouterInputs } from '@orpc/contract';
import type { Criterion } from '../../../shared/contract/evaluations.ts';
import type { contract } from '../../../shared/contract/index.ts';
import { comparedWeights } from '../../../shared/domain/evaluation/compared-weights.ts';
import type { ActionScope } from '../../core/action.ts';
import { refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { listCriteria } from './evaluations.queries.ts';

type SaveJudgements = InferContractRouterInputs<typeof contract>['evaluations']['saveJudgements'];

/** Writes the comparisons of one group's criteria and the weights that follow; every pair must have been compared once. */
export async function saveJudgements(
  { trx, newId }: Pick<ActionScope, 'trx' | 'newId'>,
  { projectId, parentId, judgements, siblings }: SaveJudgements,
): Promise<Criterion[]> {
  const ids = (await listCriteria(trx, projectId)).filter((one) => one.parentId === parentId).map(({ id }) => id);
  for (const { id, revision } of siblings) await requireRevision(trx, 'criteria', 'criterion', id, revision);
  if (ids.length !== siblings.length || siblings.some(({ id }) => !ids.includes(id))) {
    throw refused('criteria', 'otherSiblings');
  }
  const compared = comparedWeights(ids, judgements);
  if (compared === null) throw refused('criteria', 'pairsMissing');

  await trx.deleteFrom('judgements').where('first_id', 'in', ids).execute();
  await trx
    .insertInto('judgements')
    .values(
      judgements.map(({ firstId, secondId, intensity }) => ({
        id: newId(),
        first_id: firstId,
        second_id: secondId,
        intensity,
      })),
    )
    .execute();
  for (const { id, revision } of siblings) {
    await trx
      .updateTable('criteria')
      .set({ weight_bp: compared.weightsBp[ids.indexOf(id)] ?? 0, revision: revision + 1 })
      .where('id', '=', id)
      .execute();
  }
  return listCriteria(trx, projectId);
}
