import { ORPCError } from '@orpc/server';
import type { Score } from '../../../shared/contract/evaluations.ts';
import { validateCriteria } from '../../../shared/domain/evaluation/evaluation.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { compareProject } from '../comparisons/compare-project.ts';
import { findProject } from '../projects/projects.queries.ts';
import { evaluateComparison } from './evaluate-project.ts';
import { listCriteria, listScores } from './evaluations.queries.ts';

export const evaluationsProcedures = {
  get: api.evaluations.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    const { comparison } = await compareProject(context.core, context.workspace, input);
    const [criteria, scores] = await Promise.all([listCriteria(db, input.projectId), listScores(db, input.projectId)]);
    return { criteria, scores, evaluation: evaluateComparison(comparison, criteria, scores) };
  }),

  saveCriteria: api.evaluations.saveCriteria.use(needsWritable).handler(async ({ input, context }) => {
    const { projectId } = input;
    const project = await findProject(context.workspace.database.db, projectId);
    if (project === null) throw notFound('project', projectId);
    const { result } = await runAction(
      context.core,
      context.workspace,
      { key: 'saveCriteria', params: { name: project.nameEn || project.nameZh } },
      async ({ trx, newId }) => {
        const criteria = input.criteria.map((criterion) => ({ ...criterion, id: criterion.id ?? newId() }));
        requireValid(criteria);
        const stored = new Map((await listCriteria(trx, projectId)).map((one) => [one.id, one]));
        await removeOthers(trx, [...stored.keys()], new Set(criteria.map(({ id }) => id)));
        for (const [position, criterion] of criteria.entries()) {
          const columns = {
            position,
            name_en: criterion.nameEn,
            name_zh: criterion.nameZh,
            kind: criterion.kind,
            weight_bp: criterion.weightBp,
            knockout_minimum_hundredths: criterion.knockoutMinimumHundredths,
          };
          if (criterion.revision === null) {
            await trx
              .insertInto('criteria')
              .values({ id: criterion.id, project_id: projectId, ...columns })
              .execute();
          } else {
            if (!stored.has(criterion.id)) throw notFound('criterion', criterion.id);
            await requireRevision(trx, 'criteria', 'criterion', criterion.id, criterion.revision);
            await trx
              .updateTable('criteria')
              .set({ ...columns, revision: criterion.revision + 1 })
              .where('id', '=', criterion.id)
              .execute();
          }
        }
        return listCriteria(trx, projectId);
      },
    );
    return result;
  }),

  saveScores: api.evaluations.saveScores.use(needsWritable).handler(async ({ input, context }) => {
    const { projectId, scores } = input;
    const project = await findProject(context.workspace.database.db, projectId);
    if (project === null) throw notFound('project', projectId);
    const { result } = await runAction(
      context.core,
      context.workspace,
      { key: 'saveScores', params: { name: project.nameEn || project.nameZh, count: scores.length } },
      async ({ trx, newId }) => {
        const criteria = new Map((await listCriteria(trx, projectId)).map((one) => [one.id, one]));
        for (const score of scores) {
          const criterion = criteria.get(score.criterionId);
          if (criterion === undefined) throw notFound('criterion', score.criterionId);
          if (criterion.kind === 'price') throw refused('score', 'priceIsComputed');
          await saveScore(trx, score, newId);
        }
        return listScores(trx, projectId);
      },
    );
    return result;
  }),
};

interface ScoreInput extends Omit<Score, 'scoreHundredths' | 'revision'> {
  readonly scoreHundredths: number | null;
  readonly revision: number | null;
}

async function saveScore(trx: Trx, score: ScoreInput, newId: () => Id): Promise<void> {
  const { criterionId, supplierId, scoreHundredths, reason } = score;
  const stored = await trx
    .selectFrom('scores')
    .selectAll()
    .where('criterion_id', '=', criterionId)
    .where('supplier_id', '=', supplierId)
    .executeTakeFirst();
  if ((stored?.revision ?? null) !== score.revision) {
    const current = { scoreHundredths: stored?.score_hundredths ?? null, reason: stored?.reason ?? null };
    throw new ORPCError('STALE', { defined: true, data: { noun: 'score', id: stored?.id ?? criterionId, current } });
  }
  if (stored === undefined) {
    if (scoreHundredths === null) return;
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

async function removeOthers(trx: Trx, stored: readonly Id[], kept: ReadonlySet<Id>): Promise<void> {
  const gone = stored.filter((id) => !kept.has(id));
  if (gone.length === 0) return;
  await trx.deleteFrom('scores').where('criterion_id', 'in', gone).execute();
  await trx.deleteFrom('criteria').where('id', 'in', gone).execute();
}

function requireValid(
  criteria: readonly { id: Id; nameEn: string; nameZh: string; kind: string; weightBp: number }[],
): void {
  criteria.forEach(({ nameEn, nameZh }, index) => {
    if (nameEn === '' && nameZh === '') throw refused('name', 'nameRequired', { row: index + 1 });
  });
  if (criteria.filter(({ kind }) => kind === 'price').length > 1) throw refused('kind', 'onePriceCriterion');
  // An empty set is allowed: the project is not evaluated.
  const problem = criteria.length === 0 ? undefined : validateCriteria(criteria)[0];
  if (problem?.code === 'weightsDoNotSum') {
    throw refused('weight', 'weightsDoNotSum', { sum: problem.sumBp / 100 });
  }
  if (problem !== undefined) throw refused('weight', problem.code);
}
