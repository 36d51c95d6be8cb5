import { leadingTongue, nameIn, WORDS } from '../../../shared/documents/say.ts';
import { runAction } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import { todayOf } from '../../core/today.ts';
import { printPage } from '../../reports/print-page.ts';
import { findSupplier } from '../suppliers/suppliers.queries.ts';
import { freezeDossier } from './freeze-dossier.ts';
import { findDossier, listDossiers } from './supplier-dossiers.queries.ts';

export const supplierDossiersProcedures = {
  list: api.supplierDossiers.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listDossiers(context.workspace.database.db, input.supplierId)),

  freeze: api.supplierDossiers.freeze.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const { supplierId, language } = input;
    const supplier = await findSupplier(workspace.database.db, supplierId);
    if (supplier === null) throw notFound('supplier', supplierId);
    const label = { key: 'createDossier', params: { name: supplier.nameEn || supplier.nameZh } };
    const today = todayOf(core);
    const { actor: createdBy } = core.options;
    const { result } = await runAction(core, workspace, label, async (scope) => {
      const id = await freezeDossier(scope, { supplierId, language, today, createdBy });
      const stored = await findDossier(scope.trx, id);
      if (stored === null) throw notFound('dossier', id);
      return stored.summary;
    });
    return result;
  }),

  get: api.supplierDossiers.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const stored = await findDossier(context.workspace.database.db, input.id);
    if (stored === null) throw notFound('dossier', input.id);
    return stored;
  }),

  remove: api.supplierDossiers.remove.use(needsWritable).handler(async ({ input, context }) => {
    const { core, workspace } = context;
    const stored = await findDossier(workspace.database.db, input.id);
    if (stored === null) throw notFound('dossier', input.id);
    const { nameEn, nameZh } = stored.dossier.supplier;
    const label = { key: 'removeDossier', params: { name: nameEn || nameZh } };
    const { actionId } = await runAction(core, workspace, label, async ({ trx, now }) => {
      await trx.updateTable('supplier_dossiers').set({ deleted_at: now }).where('id', '=', input.id).execute();
    });
    return { actionId };
  }),

  exportPdf: api.supplierDossiers.exportPdf.use(needsWorkspace).handler(async function* ({ input, context, signal }) {
    const { id, language, paper } = input;
    const stored = await findDossier(context.workspace.database.db, id);
    if (stored === null) throw notFound('dossier', id);
    const tongue = leadingTongue(language);
    const { summary, dossier } = stored;
    const page = {
      path: `/print/dossiers/${id}?${new URLSearchParams({ language, paper })}`,
      name: `${nameIn(tongue, dossier.supplier)} - ${WORDS[tongue].supplier.dossier.title} ${summary.number}`,
      paper,
    };
    yield* printPage(context.core, page, signal ?? new AbortController().signal);
  }),
};
