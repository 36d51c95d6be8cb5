import type { InferContractRouterInputs } from '@orpc/contract';
import type { Evaluator } from '../../../shared/contract/evaluations.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope, Trx } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { findEvaluator, listEvaluators } from './evaluations.queries.ts';

type Inputs = InferContractRouterInputs<typeof contract>['evaluations'];

/** Names a new evaluator at the end of the list, or changes one. */
export async function saveEvaluator(
  { trx, newId }: Pick<ActionScope, 'trx' | 'newId'>,
  input: Inputs['saveEvaluator'],
): Promise<Evaluator> {
  const { projectId, name, role, isBlind, hidesNames, revision } = input;
  const others = (await listEvaluators(trx, projectId)).filter(({ id }) => id !== input.id);
  if (others.some((one) => one.name === name)) throw refused('name', 'duplicate');
  const columns = { name, role, is_blind: isBlind ? 1 : 0, hides_names: isBlind && hidesNames ? 1 : 0 } as const;
  if (input.id === null || revision === null) {
    const id = newId();
    await trx
      .insertInto('evaluators')
      .values({ id, project_id: projectId, position: others.length, handed_in_at: null, ...columns })
      .execute();
    return requireEvaluator(trx, id);
  }
  await requireRevision(trx, 'evaluators', 'evaluator', input.id, revision);
  const stored = await requireEvaluator(trx, input.id);
  // Blind after the fact would be a lie: scores given with prices in sight stay what they are.
  if (isBlind && !stored.isBlind && (await hasScores(trx, input.id))) throw refused('isBlind', 'blindTooLate');
  await trx
    .updateTable('evaluators')
    .set({ ...columns, ...(isBlind ? {} : { handed_in_at: null }), revision: revision + 1 })
    .where('id', '=', input.id)
    .execute();
  return requireEvaluator(trx, input.id);
}

/** Hands the scores of a blind evaluator in, or opens them again, which ends the blindness. */
export async function turnIn(
  { trx, now }: Pick<ActionScope, 'trx' | 'now'>,
  { id, revision }: Inputs['handIn'],
  handsIn: boolean,
): Promise<Evaluator> {
  await requireRevision(trx, 'evaluators', 'evaluator', id, revision);
  const stored = await requireEvaluator(trx, id);
  if (handsIn && !stored.isBlind) throw refused('evaluator', 'notBlind');
  if (handsIn && !(await hasScores(trx, id))) throw refused('scores', 'nothingToHandIn');
  await trx
    .updateTable('evaluators')
    .set(
      handsIn
        ? { handed_in_at: now, revision: revision + 1 }
        : { handed_in_at: null, is_blind: 0, hides_names: 0, revision: revision + 1 },
    )
    .where('id', '=', id)
    .execute();
  return requireEvaluator(trx, id);
}

/** Takes an evaluator away with all scores given. */
export async function removeEvaluator(
  { trx }: Pick<ActionScope, 'trx'>,
  { id, revision }: Inputs['removeEvaluator'],
): Promise<void> {
  await requireRevision(trx, 'evaluators', 'evaluator', id, revision);
  await trx.deleteFrom('scores').where('evaluator_id', '=', id).execute();
  await trx.deleteFrom('evaluators').where('id', '=', id).execute();
}

async function hasScores(trx: Trx, evaluatorId: Id): Promise<boolean> {
  const found = await trx.selectFrom('scores').select('id').where('evaluator_id', '=', evaluatorId).limit(1).execute();
  return found.length > 0;
}

async function requireEvaluator(trx: Trx, id: Id): Promise<Evaluator> {
  const found = await findEvaluator(trx, id);
  if (found === null) throw notFound('evaluator', id);
  return found.evaluator;
}
