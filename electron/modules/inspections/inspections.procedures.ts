import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { Inspection, InspectionDetails } from '../../../shared/contract/inspections.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { type ActionScope, runAction, type Trx } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { printPage } from '../../reports/print-page.ts';
import { requireFittingAnswers, requireValidPoints } from '../checklists/checklist-rules.ts';
import { listPoints, replacePoints, writeAnswers } from '../checklists/checklists.queries.ts';
import { createInspection, repeatInspection, requireBelongings, requireValidFields } from './create-inspection.ts';
import { driftOf, inspectionDetails, refreshResult } from './inspection-details.ts';
import { findInspection, inspectionColumns, listInspections } from './inspections.queries.ts';
import { replaceDefects } from './save-defects.ts';

export const inspectionsProcedures = {
  list: api.inspections.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listInspections(context.workspace.database.db, input)),

  get: api.inspections.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const found = await inspectionDetails(context.workspace.database.db, input.id);
    if (found === null) throw notFound('inspection', input.id);
    return found;
  }),

  create: api.inspections.create.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const { result } = await runAction(core, workspace, { key: 'createInspection', params: {} }, async (scope) => {
      const id = await createInspection(scope, input);
      return stored(scope.trx, id);
    });
    return result;
  }),

  repeat: api.inspections.repeat.use(needsWritable).handler(async ({ input, context }) => {
    const before = await known(context.workspace, input.id);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('repeatInspection', before),
      async (scope) => {
        const id = await repeatInspection(scope, before);
        return stored(scope.trx, id);
      },
    );
    return result;
  }),

  update: api.inspections.update.use(needsWritable).handler(async ({ input, context }) => {
    const { changes } = input;
    const { core, workspace } = context;
    const key = changes.overrideResult === undefined ? 'updateInspection' : 'overrideInspection';
    return change(core, workspace, key, input, async ({ trx, now }, before) => {
      const after = { ...before, ...changes };
      requireValidFields(after);
      await requireBelongings(trx, after);
      const overrides = changes.overrideResult !== undefined && changes.overrideResult !== before.overrideResult;
      await trx
        .updateTable('inspections')
        .set({
          ...inspectionColumns(changes),
          ...(overrides
            ? {
                override_by: after.overrideResult === null ? '' : core.options.actor,
                override_at: after.overrideResult === null ? null : now,
              }
            : {}),
        })
        .where('id', '=', input.id)
        .execute();
    });
  }),

  remove: api.inspections.remove.use(needsWritable).handler(async ({ input, context }) => {
    const before = await known(context.workspace, input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      label('removeInspection', before),
      async ({ trx, now }) => {
        await requireRevision(trx, 'inspections', 'inspection', input.id, input.revision);
        await trx
          .updateTable('inspections')
          .set({ deleted_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
      },
    );
    return { actionId };
  }),

  saveDefects: api.inspections.saveDefects
    .use(needsWritable)
    .handler(async ({ input, context }) =>
      change(context.core, context.workspace, 'saveDefects', input, ({ trx, newId }) =>
        replaceDefects(trx, input.id, input.defects, newId),
      ),
    ),

  savePoints: api.inspections.savePoints.use(needsWritable).handler(async ({ input, context }) =>
    change(context.core, context.workspace, 'saveChecklist', input, async ({ trx, newId }) => {
      const owner = { inspectionId: input.id };
      requireValidPoints(input.points, await listPoints(trx, owner));
      await replacePoints(trx, owner, input.points, newId);
    }),
  ),

  saveAnswers: api.inspections.saveAnswers.use(needsWritable).handler(async ({ input, context }) =>
    change(context.core, context.workspace, 'saveInspectionResults', input, async ({ trx, newId }) => {
      requireFittingAnswers(input.answers, await listPoints(trx, { inspectionId: input.id }));
      await writeAnswers(trx, null, input.answers, newId);
    }),
  ),

  close: api.inspections.close.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const key = input.isClosed ? 'closeInspection' : 'reopenInspection';
    const before = await known(workspace, input.id);
    const { result } = await runAction(core, workspace, label(key, before), async ({ trx, now }) => {
      await requireRevision(trx, 'inspections', 'inspection', input.id, input.revision);
      if (input.isClosed) {
        if (before.result === 'open') throw refused('result', 'inspectionOpen');
        if (before.doneOn === null) throw refused('doneOn', 'doneOnNeeded');
      }
      await trx
        .updateTable('inspections')
        .set({ closed_at: input.isClosed ? now : null, updated_at: now, revision: input.revision + 1 })
        .where('id', '=', input.id)
        .execute();
      return stored(trx, input.id);
    });
    return result;
  }),

  drift: api.inspections.drift
    .use(needsWorkspace)
    .handler(({ input, context }) => driftOf(context.workspace.database.db, input.supplierId, input.itemId)),

  exportPdf: api.inspections.exportPdf.use(needsWorkspace).handler(async function* ({ input, context, signal }) {
    const inspection = await known(context.workspace, input.id);
    const query = new URLSearchParams({
      language: input.language,
      paper: input.paper,
      blank: String(input.isBlank),
    });
    const page = { path: `/print/inspections/${input.id}?${query}`, name: nameOf(inspection), paper: input.paper };
    yield* printPage(context.core, page, signal ?? new AbortController().signal);
  }),
};

/** One change of an inspection that is not closed: the right revision, the work, the result anew, one revision more. */
async function change(
  core: CoreState,
  workspace: OpenedWorkspace,
  key: string,
  { id, revision }: { readonly id: Id; readonly revision: number },
  work: (scope: ActionScope, before: Inspection) => Promise<void>,
): Promise<InspectionDetails> {
  const before = await known(workspace, id);
  const { result } = await runAction(core, workspace, label(key, before), async (scope) => {
    const { trx, now } = scope;
    await requireRevision(trx, 'inspections', 'inspection', id, revision);
    const current = (await findInspection(trx, id)) ?? before;
    if (current.closedAt !== null) throw refused('inspection', 'inspectionClosed');
    await work(scope, current);
    await refreshResult(trx, id);
    await trx
      .updateTable('inspections')
      .set({ updated_at: now, revision: revision + 1 })
      .where('id', '=', id)
      .execute();
    return stored(trx, id);
  });
  return result;
}

async function known(workspace: OpenedWorkspace, id: Id): Promise<Inspection> {
  const inspection = await findInspection(workspace.database.db, id);
  if (inspection === null) throw notFound('inspection', id);
  return inspection;
}

async function stored(trx: Trx, id: Id): Promise<InspectionDetails> {
  const details = await inspectionDetails(trx, id);
  if (details === null) throw notFound('inspection', id);
  return details;
}

function nameOf({ number, title, itemNameEn, itemNameZh, supplierNameEn, supplierNameZh }: Inspection): string {
  return `#${number} ${title || itemNameEn || itemNameZh || supplierNameEn || supplierNameZh}`;
}

function label(key: string, inspection: Inspection): ActionLabel {
  return { key, params: { name: nameOf(inspection) } };
}
