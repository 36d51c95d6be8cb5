import type { InferContractRouterInputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Criterion } from '../../../shared/contract/evaluations.ts';
import type { contract } from '../../../shared/contract/index.ts';
import { validateCriteria } from '../../../shared/domain/evaluation/evaluation.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope, Trx } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { listCriteria } from './evaluations.queries.ts';

type SaveCriteria = InferContractRouterInputs<typeof contract>['evaluations']['saveCriteria'];

/** Writes a project's criteria as one set, or refuses it as one. */
export async function saveCriteria(
  { trx, newId }: Pick<ActionScope, 'trx' | 'newId'>,
  input: SaveCriteria,
): Promise<Criterion[]> {
  const { projectId, removed = [] } = input;
  const criteria = input.criteria.map((criterion) => ({ ...criterion, id: criterion.id ?? newId() }));
  requireValid(criteria);
  const stored = new Map((await listCriteria(trx, projectId)).map((one) => [one.id, one]));
  requireAllNamed(stored, new Set([...criteria, ...removed].map(({ id }) => id)));

  for (const { id, revision } of removed) {
    if (!stored.has(id)) throw notFound('criterion', id);
    await requireRevision(trx, 'criteria', 'criterion', id, revision);
    await trx.deleteFrom('scores').where('criterion_id', '=', id).execute();
    await trx.deleteFrom('criteria').where('id', '=', id).execute();
  }
  for (const [position, criterion] of criteria.entries()) {
    const { id, revision } = criterion;
    const columns = {
      position,
      name_en: criterion.nameEn,
      name_zh: criterion.nameZh,
      kind: criterion.kind,
      weight_bp: criterion.weightBp,
      knockout_minimum_hundredths: criterion.knockoutMinimumHundredths,
    };
    if (revision === null) {
      await trx
        .insertInto('criteria')
        .values({ id, project_id: projectId, ...columns })
        .execute();
      continue;
    }
    if (!stored.has(id)) throw notFound('criterion', id);
    await requireRevision(trx, 'criteria', 'criterion', id, revision);
    if (criterion.kind === 'price') await dropScores(trx, id);
    await trx
      .updateTable('criteria')
      .set({ ...columns, revision: revision + 1 })
      .where('id', '=', id)
      .execute();
  }
  return listCriteria(trx, projectId);
}

/** A price is scored from the total; scores from the time when somebody gave them by hand would be left over. */
async function dropScores(trx: Trx, criterionId: Id): Promise<void> {
  await trx.deleteFrom('scores').where('criterion_id', '=', criterionId).execute();
}

function requireAllNamed(stored: ReadonlyMap<Id, Criterion>, named: ReadonlySet<Id>): void {
  for (const { id, ...fields } of stored.values()) {
    if (!named.has(id)) {
      throw new ORPCError('STALE', { defined: true, data: { noun: 'criterion', id, current: fields } });
    }
  }
}

function requireValid(
  criteria: readonly { id: Id; nameEn: string; nameZh: string; kind: string; weightBp: number }[],
): void {
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) throw refused('criteria', 'duplicate');
  criteria.forEach(({ nameEn, nameZh }, index) => {
    if (nameEn === '' && nameZh === '') throw refused('name', 'nameRequired', { row: index + 1 });
  });
  if (criteria.filter(({ kind }) => kind === 'price').length > 1) throw refused('kind', 'onePriceCriterion');
  // An empty set is allowed: the project is not evaluated.
  const problem = criteria.length === 0 ? undefined : validateCriteria(criteria)[0];
  if (problem?.code === 'weightsDoNotSum') {
    throw refused('weightBp', 'weightsSum', { sum: problem.sumBp / 100 });
  }
}
