import { runAction } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import { withProgress } from '../../core/progress.ts';
import { requireRevision } from '../../core/revisions.ts';
import { companyOf } from '../../reports/company.ts';
import { insertScenario } from './save-scenario.ts';
import { findScenario, listScenarios } from './scenarios.queries.ts';
import { findSolution, solveForProject } from './solve-project.ts';

export const scenariosProcedures = {
  solve: api.awards.solve
    .use(needsWorkspace)
    .handler(({ input, context, signal }) =>
      withProgress((onProgress) => solveForProject(context.core, context.workspace, input, { signal, onProgress })),
    ),

  scenarios: api.awards.scenarios
    .use(needsWorkspace)
    .handler(({ input, context }) => listScenarios(context.workspace.database.db, input.projectId)),

  scenariosSheet: api.awards.scenariosSheet.use(needsWorkspace).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    const [company, scenarios] = await Promise.all([companyOf(db), listScenarios(db, input.projectId)]);
    return { company, scenarios };
  }),

  saveScenario: api.awards.saveScenario.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const solution = findSolution(core, input.solvedId);
    const label = { key: 'saveScenario', params: { name: input.name } };
    const { result } = await runAction(core, workspace, label, async (scope) => {
      const id = await insertScenario(scope, solution, input.name, core.options.actor);
      const stored = await findScenario(scope.trx, id);
      if (stored === null) throw notFound('scenario', id);
      return stored;
    });
    return result;
  }),

  renameScenario: api.awards.renameScenario.use(needsWritable).handler(async ({ input, context }) => {
    const { id, revision, name } = input;
    const label = { key: 'renameScenario', params: { name } };
    const { result } = await runAction(context.core, context.workspace, label, async ({ trx }) => {
      await requireRevision(trx, 'award_scenarios', 'scenario', id, revision);
      await trx
        .updateTable('award_scenarios')
        .set({ name, revision: revision + 1 })
        .where('id', '=', id)
        .execute();
      const stored = await findScenario(trx, id);
      if (stored === null) throw notFound('scenario', id);
      return stored;
    });
    return result;
  }),

  removeScenario: api.awards.removeScenario.use(needsWritable).handler(async ({ input, context }) => {
    const { id, revision } = input;
    const stored = await findScenario(context.workspace.database.db, id);
    if (stored === null) throw notFound('scenario', id);
    const label = { key: 'removeScenario', params: { name: stored.scenario.name } };
    const { actionId } = await runAction(context.core, context.workspace, label, async ({ trx, now }) => {
      await requireRevision(trx, 'award_scenarios', 'scenario', id, revision);
      await trx
        .updateTable('award_scenarios')
        .set({ deleted_at: now, revision: revision + 1 })
        .where('id', '=', id)
        .execute();
    });
    return { actionId };
  }),
};
