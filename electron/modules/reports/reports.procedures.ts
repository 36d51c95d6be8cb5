import type { ReportKind, ReportLanguage, ReportSummary } from '../../../shared/contract/reports.ts';
import type { EvaluationReport } from '../../../shared/domain/reports/types.ts';
import { runAction } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import { buildDossier } from '../../reports/build-dossier.ts';
import { buildEvaluationReport } from '../../reports/build-report.ts';
import { exportReport } from '../../reports/export-report.ts';
import { findReport, listReports, nextReportNumber, payloadHash } from './reports.queries.ts';

export const reportsProcedures = {
  list: api.reports.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listReports(context.workspace.database.db, input.projectId)),

  create: api.reports.create.use(needsWritable).handler(async ({ input, context }) => {
    const report = await buildEvaluationReport(context.core, context.workspace, input);
    return freeze(context.core, context.workspace, report, { kind: 'evaluation', language: input.language });
  }),

  createDossier: api.reports.createDossier.use(needsWritable).handler(async ({ input, context }) => {
    const dossier = await buildDossier(context.core, context.workspace, input.projectId);
    return freeze(context.core, context.workspace, dossier, { kind: 'dossier', language: input.language });
  }),

  get: api.reports.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const stored = await findReport(context.workspace.database.db, input.id);
    if (stored === null) throw notFound('report', input.id);
    return stored;
  }),

  preview: api.reports.preview
    .use(needsWorkspace)
    .handler(({ input, context }) => buildEvaluationReport(context.core, context.workspace, input)),

  remove: api.reports.remove.use(needsWritable).handler(async ({ input, context }) => {
    const stored = await findReport(context.workspace.database.db, input.id);
    if (stored === null) throw notFound('report', input.id);
    const { title, number } = stored.summary;
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      { key: 'removeReport', params: { name: title, number } },
      async ({ trx, now }) => {
        await trx.updateTable('report_snapshots').set({ deleted_at: now }).where('id', '=', input.id).execute();
      },
    );
    return { actionId };
  }),

  exportFile: api.reports.exportFile.use(needsWorkspace).handler(async function* ({ input, context, signal }) {
    yield* exportReport(context.core, context.workspace, input, signal ?? new AbortController().signal);
  }),
};

/** Stores a report under the project's next number, sealed by its hash. */
async function freeze(
  core: CoreState,
  workspace: OpenedWorkspace,
  report: EvaluationReport,
  { kind, language }: { readonly kind: ReportKind; readonly language: ReportLanguage },
): Promise<ReportSummary> {
  const payload = JSON.stringify(report);
  const title = report.project.nameEn || report.project.nameZh;
  const label = { key: kind === 'dossier' ? 'createDecisionDossier' : 'createReport', params: { name: title } };
  const { result } = await runAction(core, workspace, label, async ({ trx, newId, now }) => {
    const id = newId();
    await trx
      .insertInto('report_snapshots')
      .values({
        id,
        project_id: report.project.id,
        number: await nextReportNumber(trx, report.project.id),
        kind,
        language,
        title,
        payload,
        sha256: payloadHash(payload),
        created_by: core.options.actor,
        created_at: now,
        deleted_at: null,
      })
      .execute();
    const stored = await findReport(trx, id);
    if (stored === null) throw notFound('report', id);
    return stored.summary;
  });
  return result;
}
