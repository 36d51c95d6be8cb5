import { type ActionScope, runAction } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { findProject } from '../projects/projects.queries.ts';
import { exportAwardFile } from './award-files.ts';
import { type AwardRow, awardOfProject, findAward, findDecision, isConfirmed } from './awards.queries.ts';
import { freezeAward, prepareAward } from './confirm-award.ts';
import { letterOf, lettersOf } from './letters.ts';
import { readAward } from './read-award.ts';
import { saveAward } from './save-award.ts';
import { savePoint } from './save-point.ts';
import { scenariosProcedures } from './scenarios.procedures.ts';

export const awardsProcedures = {
  ...scenariosProcedures,

  get: api.awards.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const row = await awardOfProject(context.workspace.database.db, input.projectId);
    return row === null ? null : readAward(context.core, context.workspace, row);
  }),

  save: api.awards.save.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const project = await findProject(workspace.database.db, input.projectId);
    if (project === null) throw notFound('project', input.projectId);
    const label = { key: 'saveAward', params: { name: project.nameEn || project.nameZh } };
    const { result } = await runAction(core, workspace, label, (scope) =>
      saveAward(scope, project, input.revision, input.fields),
    );
    return standing(core, workspace, result);
  }),

  savePoint: api.awards.savePoint.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const label = { key: 'saveAwardPoint', params: await nameOf(workspace, input.awardId) };
    await runAction(core, workspace, label, (scope) => savePoint(scope, input));
    return standing(core, workspace, input.awardId);
  }),

  confirm: api.awards.confirm.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const row = await requireAward(workspace, input.id);
    if (isConfirmed(row)) throw refused('award', 'awardConfirmed');
    const label = { key: 'confirmAward', params: await nameOf(workspace, row.id) };
    const ready = await prepareAward(core, workspace, row);
    await runAction(core, workspace, label, (scope) =>
      freezeAward(scope, { ...row, revision: input.revision }, ready, core.options.actor),
    );
    return standing(core, workspace, row.id);
  }),

  reopen: api.awards.reopen.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    if (input.reason.trim() === '') throw refused('reason', 'reasonRequired');
    const row = await requireAward(workspace, input.id);
    const label = { key: 'reopenAward', params: await nameOf(workspace, row.id) };
    await runAction(core, workspace, label, (scope) => reopen(scope, input, core.options.actor));
    return standing(core, workspace, row.id);
  }),

  remove: api.awards.remove.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const row = await requireAward(workspace, input.id);
    if (isConfirmed(row)) throw refused('award', 'awardConfirmed');
    const label = { key: 'removeAward', params: await nameOf(workspace, row.id) };
    const { actionId } = await runAction(core, workspace, label, async ({ trx, now }) => {
      await requireRevision(trx, 'awards', 'award', input.id, input.revision);
      await trx
        .updateTable('awards')
        .set({ deleted_at: now, revision: input.revision + 1 })
        .where('id', '=', input.id)
        .execute();
    });
    return { actionId };
  }),

  decision: api.awards.decision.use(needsWorkspace).handler(async ({ input, context }) => {
    const found = await findDecision(context.workspace.database.db, input.id);
    if (found === null) throw notFound('award', input.id);
    return { decision: found.decision, intact: found.intact };
  }),

  letters: api.awards.letters
    .use(needsWorkspace)
    .handler(({ input, context }) => lettersOf(context.workspace.database.db, input.decisionId)),

  letter: api.awards.letter
    .use(needsWorkspace)
    .handler(({ input, context }) => letterOf(context.workspace.database.db, input.decisionId, input.supplierId)),

  exportFile: api.awards.exportFile.use(needsWorkspace).handler(async function* ({ input, context, signal }) {
    yield* exportAwardFile(context.core, context.workspace, input, signal ?? new AbortController().signal);
  }),
};

async function reopen(
  { trx, newId, now }: ActionScope,
  { id, revision, reason }: { readonly id: string; readonly revision: number; readonly reason: string },
  actor: string,
): Promise<void> {
  await requireRevision(trx, 'awards', 'award', id, revision);
  const row = await findAward(trx, id);
  if (row === null) throw notFound('award', id);
  if (!isConfirmed(row) || row.confirmed_snapshot_id === null) throw refused('award', 'awardNotConfirmed');
  await trx
    .insertInto('award_reopenings')
    .values({
      id: newId(),
      award_id: id,
      snapshot_id: row.confirmed_snapshot_id,
      reason: reason.trim(),
      reopened_by: actor,
      reopened_at: now,
    })
    .execute();
  await trx
    .updateTable('awards')
    .set({ state: 'reopened', confirmed_snapshot_id: null, updated_at: now, revision: revision + 1 })
    .where('id', '=', id)
    .execute();
}

async function standing(core: CoreState, workspace: OpenedWorkspace, id: string) {
  return readAward(core, workspace, await requireAward(workspace, id));
}

async function requireAward(workspace: OpenedWorkspace, id: string): Promise<AwardRow> {
  const row = await findAward(workspace.database.db, id);
  if (row === null) throw notFound('award', id);
  return row;
}

/** The project's name, for the label of an action. */
async function nameOf(workspace: OpenedWorkspace, awardId: string): Promise<{ name: string }> {
  const row = await workspace.database.db
    .selectFrom('awards')
    .innerJoin('projects', 'projects.id', 'awards.project_id')
    .select(['projects.name_en', 'projects.name_zh'])
    .where('awards.id', '=', awardId)
    .executeTakeFirst();
  return { name: row?.name_en || row?.name_zh || '' };
}
