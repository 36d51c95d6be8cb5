import type { Kysely } from 'kysely';
import { traceEvaluation } from '../../../shared/domain/evaluation/trace.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import type { Database } from '../../db/schema.ts';
import { compareProject } from '../comparisons/compare-project.ts';
import { findProject } from '../projects/projects.queries.ts';
import { candidatesOf, evaluateComparison } from './evaluate-project.ts';
import { listCriteria, listScores } from './evaluations.queries.ts';
import { saveCriteria } from './save-criteria.ts';
import { saveScores } from './save-scores.ts';

export const evaluationsProcedures = {
  get: api.evaluations.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const { comparison } = await compareProject(context.core, context.workspace, input);
    const { criteria, scores } = await gatherEvaluation(context.workspace.database.db, input.projectId);
    return { criteria, scores, evaluation: evaluateComparison(comparison, criteria, scores) };
  }),

  trace: api.evaluations.trace.use(needsWorkspace).handler(async ({ input, context }) => {
    const { comparison, options } = await compareProject(context.core, context.workspace, input);
    const { criteria, scores } = await gatherEvaluation(context.workspace.database.db, input.projectId);
    const candidates = candidatesOf(comparison, scores);
    if (candidates.every(({ supplierId }) => supplierId !== input.supplierId)) {
      throw notFound('supplier', input.supplierId);
    }
    return traceEvaluation(criteria, candidates, input.supplierId, options.currency);
  }),

  saveCriteria: api.evaluations.saveCriteria.use(needsWritable).handler(async ({ input, context }) => {
    const project = await findProject(context.workspace.database.db, input.projectId);
    if (project === null) throw notFound('project', input.projectId);
    const count = input.criteria.length + input.removed.length;
    const label = { key: 'saveCriteria', params: { name: project.nameEn || project.nameZh, count } };
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveCriteria(scope, input));
    return saved.result;
  }),

  saveScores: api.evaluations.saveScores.use(needsWritable).handler(async ({ input, context }) => {
    const project = await findProject(context.workspace.database.db, input.projectId);
    if (project === null) throw notFound('project', input.projectId);
    const label = {
      key: 'saveScores',
      params: { name: project.nameEn || project.nameZh, count: input.scores.length },
    };
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveScores(scope, input));
    return saved.result;
  }),
};

async function gatherEvaluation(db: Kysely<Database>, projectId: Id) {
  const [criteria, scores] = await Promise.all([listCriteria(db, projectId), listScores(db, projectId)]);
  return { criteria, scores };
}
