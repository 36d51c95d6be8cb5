import { leadingTongue, nameIn, WORDS } from '../../../shared/documents/say.ts';
import { runAction } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import { todayOf } from '../../core/today.ts';
import { printPage } from '../../reports/print-page.ts';
import { payloadHash } from '../reports/reports.queries.ts';
import { findSupplier } from '../suppliers/suppliers.queries.ts';
import { buildSupplierDossier } from './build-supplier-dossier.ts';
import { findDossier, listDossiers, nextDossierNumber } from './supplier-dossiers.queries.ts';

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
    const { result } = await runAction(core, workspace, label, async ({ trx, newId, now }) => {
      const { actor: createdBy } = core.options;
      const dossier = await buildSupplierDossier(trx, supplierId, { today, createdBy, createdAt: now });
      const id = newId();
      const payload = JSON.stringify(dossier);
      await trx
        .insertInto('supplier_dossiers')
        .values({
          id,
          supplier_id: supplierId,
          number: await nextDossierNumber(trx, supplierId),
          language,
          payload,
          sha256: payloadHash(payload),
          created_by: createdBy,
          created_at: now,
          deleted_at: null,
        })
        .execute();
      const stored = await findDossier(trx, id);
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
