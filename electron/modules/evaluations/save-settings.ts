import type { InferContractRouterInputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { StoredSettings } from '../../../shared/contract/evaluations.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { ActionScope } from '../../core/action.ts';
import { findSettings } from './evaluations.queries.ts';

type SaveSettings = InferContractRouterInputs<typeof contract>['evaluations']['saveSettings'];

/** Writes how a project is evaluated. */
export async function saveSettings(
  { trx, newId }: Pick<ActionScope, 'trx' | 'newId'>,
  { projectId, revision, method, normalisation, aggregation }: SaveSettings,
): Promise<StoredSettings> {
  const stored = await findSettings(trx, projectId);
  if (stored.revision !== revision) {
    const current = { ...stored, revision: stored.revision ?? 0 };
    throw new ORPCError('STALE', { defined: true, data: { noun: 'evaluation', id: projectId, current } });
  }
  const columns = { method, normalisation, aggregation };
  if (revision === null) {
    await trx
      .insertInto('evaluations')
      .values({ id: newId(), project_id: projectId, ...columns })
      .execute();
  } else {
    await trx
      .updateTable('evaluations')
      .set({ ...columns, revision: revision + 1 })
      .where('project_id', '=', projectId)
      .execute();
  }
  return findSettings(trx, projectId);
}
