import type { Kysely } from 'kysely';
import type { ScoreSheet, SheetSupplier } from '../../../shared/contract/evaluations.ts';
import { leavesOf } from '../../../shared/domain/evaluation/criteria-tree.ts';
import { letterOf } from '../../../shared/domain/evaluation/letters.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import type { Database } from '../../db/schema.ts';
import { findProject } from '../projects/projects.queries.ts';
import {
  findEvaluator,
  listCriteria,
  listEvaluators,
  listQuotingSuppliers,
  listScores,
} from './evaluations.queries.ts';
import { removeEvaluator, saveEvaluator, turnIn } from './save-evaluator.ts';

export const evaluatorsProcedures = {
  sheet: api.evaluations.sheet.use(needsWorkspace).handler(async ({ input, context: { workspace } }) => {
    const { db } = workspace.database;
    if ((await findProject(db, input.projectId)) === null) throw notFound('project', input.projectId);
    return scoreSheet(db, input.projectId, input.evaluatorId);
  }),

  saveEvaluator: api.evaluations.saveEvaluator.use(needsWritable).handler(async ({ input, context }) => {
    if ((await findProject(context.workspace.database.db, input.projectId)) === null) {
      throw notFound('project', input.projectId);
    }
    const label = { key: input.id === null ? 'addEvaluator' : 'updateEvaluator', params: { name: input.name } };
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveEvaluator(scope, input));
    return saved.result;
  }),

  removeEvaluator: api.evaluations.removeEvaluator.use(needsWritable).handler(async ({ input, context }) => {
    const label = { key: 'removeEvaluator', params: { name: await nameOf(context.workspace.database.db, input.id) } };
    const { actionId } = await runAction(context.core, context.workspace, label, (scope) =>
      removeEvaluator(scope, input),
    );
    return { actionId };
  }),

  handIn: api.evaluations.handIn.use(needsWritable).handler(async ({ input, context }) => {
    const label = { key: 'handInScores', params: { name: await nameOf(context.workspace.database.db, input.id) } };
    const saved = await runAction(context.core, context.workspace, label, (scope) => turnIn(scope, input, true));
    return saved.result;
  }),

  reopen: api.evaluations.reopen.use(needsWritable).handler(async ({ input, context }) => {
    const label = { key: 'reopenScores', params: { name: await nameOf(context.workspace.database.db, input.id) } };
    const saved = await runAction(context.core, context.workspace, label, (scope) => turnIn(scope, input, false));
    return saved.result;
  }),
};

async function nameOf(db: Kysely<Database>, evaluatorId: Id): Promise<string> {
  const found = await findEvaluator(db, evaluatorId);
  if (found === null) throw notFound('evaluator', evaluatorId);
  return found.evaluator.name;
}

/** Made without looking at a single price, so that there is none to leak. */
async function scoreSheet(db: Kysely<Database>, projectId: Id, evaluatorId: Id | null): Promise<ScoreSheet> {
  const [criteria, evaluators, suppliers, scores] = await Promise.all([
    listCriteria(db, projectId),
    listEvaluators(db, projectId),
    listQuotingSuppliers(db, projectId),
    listScores(db, projectId),
  ]);
  const evaluator = (evaluatorId === null ? evaluators[0] : evaluators.find(({ id }) => id === evaluatorId)) ?? null;
  if (evaluatorId !== null && evaluator === null) throw notFound('evaluator', evaluatorId);
  const seesLetters = evaluator?.hidesNames === true && evaluator.handedInAt === null;
  return {
    evaluator,
    evaluators,
    criteria: leavesOf(criteria).flatMap(({ id, nameEn, nameZh, kind, weightBp, knockoutMinimumHundredths }) =>
      kind === 'manual' ? [{ id, nameEn, nameZh, weightBp, knockoutMinimumHundredths }] : [],
    ),
    suppliers: suppliers.map(
      (supplier, index): SheetSupplier =>
        seesLetters
          ? { id: supplier.id, nameEn: '', nameZh: '', letter: letterOf(index) }
          : { ...supplier, letter: null },
    ),
    scores: scores.filter((score) => score.evaluatorId === evaluator?.id),
  };
}
