import { candidatesOf } from '../../../shared/domain/evaluation/assess.ts';
import { leavesOf } from '../../../shared/domain/evaluation/criteria-tree.ts';
import { meanScores } from '../../../shared/domain/evaluation/mean-scores.ts';
import { traceEvaluation } from '../../../shared/domain/evaluation/trace.ts';
import { traceStability } from '../../../shared/domain/evaluation/trace-stability.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import { compareProject } from '../comparisons/compare-project.ts';
import { findProject } from '../projects/projects.queries.ts';
import { findTemplate, listTemplates, removeTemplate, saveTemplate } from './criteria-templates.ts';
import { countedScores, evaluateProject, gatherEvaluation, totalsOf } from './evaluate-project.ts';
import { evaluatorsProcedures } from './evaluators.procedures.ts';
import { saveCriteria } from './save-criteria.ts';
import { saveJudgements } from './save-judgements.ts';
import { saveScores } from './save-scores.ts';
import { saveSettings } from './save-settings.ts';

type Query = Parameters<typeof compareProject>[2];

export const evaluationsProcedures = {
  get: api.evaluations.get.use(needsWorkspace).handler(async ({ input, context: { core, workspace } }) => {
    const { comparison } = await compareProject(core, workspace, input);
    return evaluateProject(workspace.database.db, input.projectId, comparison);
  }),

  trace: api.evaluations.trace.use(needsWorkspace).handler(async ({ input, context: { core, workspace } }) => {
    const { gathered, leaves, candidates, means, currency } = await judged(core, workspace, input);
    if (candidates.every(({ supplierId }) => supplierId !== input.supplierId)) {
      throw notFound('supplier', input.supplierId);
    }
    const names = new Map(gathered.evaluators.map(({ id, name }) => [id, name]));
    const given = means.filter(({ supplierId }) => supplierId === input.supplierId);
    const by = { means: given, evaluatorName: (id: Id) => names.get(id) ?? '', settings: gathered.settings };
    return traceEvaluation(leaves, candidates, input.supplierId, currency, by);
  }),

  stabilityTrace: api.evaluations.stabilityTrace
    .use(needsWorkspace)
    .handler(async ({ input, context: { core, workspace } }) => {
      const { gathered, leaves, candidates } = await judged(core, workspace, input);
      if (leaves.every(({ id }) => id !== input.criterionId)) throw notFound('criterion', input.criterionId);
      return traceStability(leaves, candidates, gathered.settings, input.criterionId);
    }),

  saveCriteria: api.evaluations.saveCriteria.use(needsWritable).handler(async ({ input, context }) => {
    const count = input.criteria.length + input.removed.length;
    const label = {
      key: 'saveCriteria',
      params: { name: await projectName(context.workspace, input.projectId), count },
    };
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveCriteria(scope, input));
    return saved.result;
  }),

  saveScores: api.evaluations.saveScores.use(needsWritable).handler(async ({ input, context }) => {
    const name = await projectName(context.workspace, input.projectId);
    const label = { key: 'saveScores', params: { name, count: input.scores.length } };
    const { actor } = context.core.options;
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveScores(scope, input, actor));
    return saved.result;
  }),

  saveSettings: api.evaluations.saveSettings.use(needsWritable).handler(async ({ input, context }) => {
    const label = {
      key: 'saveEvaluationSettings',
      params: { name: await projectName(context.workspace, input.projectId) },
    };
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveSettings(scope, input));
    return saved.result;
  }),

  saveJudgements: api.evaluations.saveJudgements.use(needsWritable).handler(async ({ input, context }) => {
    const name = await projectName(context.workspace, input.projectId);
    const label = { key: 'saveJudgements', params: { name, count: input.siblings.length } };
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveJudgements(scope, input));
    return saved.result;
  }),

  ...evaluatorsProcedures,

  templates: api.evaluations.templates
    .use(needsWorkspace)
    .handler(({ context: { workspace } }) => listTemplates(workspace.database.db)),

  saveTemplate: api.evaluations.saveTemplate.use(needsWritable).handler(async ({ input, context }) => {
    const label = { key: 'saveCriteriaTemplate', params: { name: input.name } };
    const saved = await runAction(context.core, context.workspace, label, (scope) => saveTemplate(scope, input));
    return saved.result;
  }),

  removeTemplate: api.evaluations.removeTemplate.use(needsWritable).handler(async ({ input, context }) => {
    const { name } = await findTemplate(context.workspace.database.db, input.id);
    const label = { key: 'removeCriteriaTemplate', params: { name } };
    const { actionId } = await runAction(context.core, context.workspace, label, (scope) =>
      removeTemplate(scope, input),
    );
    return { actionId };
  }),
};

/** What the traces rest on: the leaves and the suppliers with their mean scores. */
async function judged(core: CoreState, workspace: OpenedWorkspace, query: Query) {
  const { comparison, options } = await compareProject(core, workspace, query);
  const gathered = await gatherEvaluation(workspace.database.db, query.projectId);
  const means = meanScores(countedScores(gathered.scores, gathered.evaluators), gathered.settings.aggregation);
  const candidates = candidatesOf(totalsOf(comparison), means);
  return { gathered, leaves: leavesOf(gathered.criteria), candidates, means, currency: options.currency };
}

/** What a project is called in the history; NOT_FOUND when it is gone. */
async function projectName(workspace: OpenedWorkspace, projectId: Id): Promise<string> {
  const project = await findProject(workspace.database.db, projectId);
  if (project === null) throw notFound('project', projectId);
  return project.nameEn || project.nameZh;
}
