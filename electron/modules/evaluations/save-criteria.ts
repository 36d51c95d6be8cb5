import type { InferContractRouterInputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Criterion, PlacedCriterion } from '../../../shared/contract/evaluations.ts';
import type { contract } from '../../../shared/contract/index.ts';
import { validateTree } from '../../../shared/domain/evaluation/criteria-tree.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope, Trx } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { listCriteria } from './evaluations.queries.ts';

type SaveCriteria = InferContractRouterInputs<typeof contract>['evaluations']['saveCriteria'];

/** Writes a project's tree of criteria as one, or refuses it as one. */
export async function saveCriteria(
  { trx, newId }: Pick<ActionScope, 'trx' | 'newId'>,
  input: SaveCriteria,
): Promise<Criterion[]> {
  const { projectId, removed = [] } = input;
  const named = input.criteria.map((criterion) => ({
    ...criterion,
    id: criterion.id ?? newId(),
    parentIndex: criterion.parentIndex ?? null,
  }));
  requireValid(named);
  const criteria = named.map(({ parentIndex, ...criterion }) => ({
    ...criterion,
    parentId: parentIndex === null ? null : (named[parentIndex]?.id ?? null),
  }));
  const stored = new Map((await listCriteria(trx, projectId)).map((one) => [one.id, one]));
  requireAllNamed(stored, new Set([...criteria, ...removed].map(({ id }) => id)));

  for (const [position, criterion] of criteria.entries()) {
    const { id, revision } = criterion;
    const columns = {
      position,
      parent_id: criterion.parentId,
      name_en: criterion.nameEn,
      name_zh: criterion.nameZh,
      kind: criterion.kind,
      weight_bp: criterion.weightBp,
      knockout_minimum_hundredths: criterion.kind === 'group' ? null : criterion.knockoutMinimumHundredths,
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
    if (criterion.kind !== 'manual') await dropScores(trx, id);
    if (stored.get(id)?.parentId !== criterion.parentId) await dropJudgements(trx, id);
    await trx
      .updateTable('criteria')
      .set({ ...columns, revision: revision + 1 })
      .where('id', '=', id)
      .execute();
  }
  await removeCriteria(trx, removed, stored);
  return listCriteria(trx, projectId);
}

/** Those below first: a group goes after what it carried, which may by now have another group. */
async function removeCriteria(
  trx: Trx,
  removed: readonly { id: Id; revision: number }[],
  stored: ReadonlyMap<Id, Criterion>,
): Promise<void> {
  const order = [...stored.keys()];
  const fromBelow = removed.toSorted((a, b) => order.indexOf(b.id) - order.indexOf(a.id));
  for (const { id, revision } of fromBelow) {
    if (!stored.has(id)) throw notFound('criterion', id);
    await requireRevision(trx, 'criteria', 'criterion', id, revision);
    await dropScores(trx, id);
    await dropJudgements(trx, id);
    await trx.deleteFrom('criteria').where('id', '=', id).execute();
  }
}

/** What is not scored by hand keeps no scores from the time when it was. */
async function dropScores(trx: Trx, criterionId: Id): Promise<void> {
  await trx.deleteFrom('scores').where('criterion_id', '=', criterionId).execute();
}

/** Only siblings are compared with each other. */
async function dropJudgements(trx: Trx, criterionId: Id): Promise<void> {
  await trx
    .deleteFrom('judgements')
    .where((eb) => eb.or([eb('first_id', '=', criterionId), eb('second_id', '=', criterionId)]))
    .execute();
}

function requireAllNamed(stored: ReadonlyMap<Id, Criterion>, named: ReadonlySet<Id>): void {
  for (const { id, ...fields } of stored.values()) {
    if (!named.has(id)) {
      throw new ORPCError('STALE', { defined: true, data: { noun: 'criterion', id, current: fields } });
    }
  }
}

/** Refuses a list that makes no sound tree. An empty one is allowed: the project is not evaluated. */
export function requireValid(criteria: readonly (PlacedCriterion & { readonly id: Id })[]): void {
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) throw refused('criteria', 'duplicate');
  const nodes = criteria.map((criterion, index) => {
    const { parentIndex, nameEn, nameZh } = criterion;
    if (nameEn === '' && nameZh === '') throw refused('name', 'nameRequired', { row: index + 1 });
    if (parentIndex !== null && parentIndex >= index) throw refused('criteria', 'misplaced', { row: index + 1 });
    return { ...criterion, parentId: parentIndex === null ? null : (criteria[parentIndex]?.id ?? null) };
  });
  if (criteria.filter(({ kind }) => kind === 'price').length > 1) throw refused('kind', 'onePriceCriterion');
  if (nodes.length === 0) return;
  for (const problem of validateTree(nodes)) {
    switch (problem.code) {
      case 'weightsDoNotSum': {
        const group = nodes.find(({ id }) => id === problem.groupId);
        const sum = problem.sumBp / 100;
        throw group === undefined
          ? refused('weightBp', 'weightsSum', { sum })
          : refused('weightBp', 'groupWeightsSum', { sum, name: group.nameEn || group.nameZh });
      }
      case 'emptyGroup':
      case 'misplaced':
        throw refused('criteria', problem.code, { row: 1 + nodes.findIndex(({ id }) => id === problem.criterionId) });
      case 'noCriteria':
        throw refused('criteria', 'emptyGroup', { row: 1 });
      case 'weightOutOfRange':
        throw refused('weightBp', 'weightsSum', { sum: problem.weightBp / 100 });
    }
  }
}
