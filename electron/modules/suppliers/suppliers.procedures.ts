import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { Supplier, SupplierProfileFields } from '../../../shared/contract/suppliers.ts';
import { WORDS } from '../../../shared/documents/say.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { makeDownload } from '../../core/make-download.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { withProgress } from '../../core/progress.ts';
import { requireRevision } from '../../core/revisions.ts';
import { todayOf } from '../../core/today.ts';
import { writeInThread } from '../../reports/write-in-thread.ts';
import { refreshStanding, standingsToday } from './supplier-files.ts';
import { countSuppliers, listRegions, listSuppliers } from './supplier-list.queries.ts';
import { findSupplier, listSupplierQuotes, profileColumns, supplierColumns, supplierRow } from './suppliers.queries.ts';

export const suppliersProcedures = {
  list: api.suppliers.list.use(needsWorkspace).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    return listSuppliers(db, input, await standingsToday(db, todayOf(context.core)));
  }),

  regions: api.suppliers.regions
    .use(needsWorkspace)
    .handler(({ context }) => listRegions(context.workspace.database.db)),

  counts: api.suppliers.counts.use(needsWorkspace).handler(async ({ context }) => {
    const { db } = context.workspace.database;
    return countSuppliers(db, await standingsToday(db, todayOf(context.core)));
  }),

  get: api.suppliers.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const supplier = await findSupplier(context.workspace.database.db, input.id);
    if (supplier === null) throw notFound('supplier', input.id);
    return supplier;
  }),

  quotes: api.suppliers.quotes
    .use(needsWorkspace)
    .handler(({ input, context }) => listSupplierQuotes(context.workspace.database.db, input.id)),

  exportFile: api.suppliers.exportFile.use(needsWorkspace).handler(({ input, context, signal }) => {
    const { core, workspace } = context;
    const { columns, format, language: tongue, ...query } = input;
    const today = todayOf(core);
    const stop = signal ?? new AbortController().signal;
    return withProgress((onProgress) => {
      onProgress('writing', 0, null);
      return makeDownload(core, { name: WORDS[tongue].supplierSheet.title, format }, stop, (file) =>
        writeInThread(
          core.options.workers.report,
          { kind: 'suppliers', database: workspace.file, file, query, columns, format, tongue, today },
          stop,
          (done, total) => onProgress('writing', done, total),
        ),
      );
    });
  }),

  create: api.suppliers.create.use(needsWritable).handler(async ({ input, context }) => {
    const today = todayOf(context.core);
    requireValid(input, today);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('createSupplier', input),
      async ({ trx, newId, now }) => {
        const id = newId();
        await trx
          .insertInto('suppliers')
          .values({ ...supplierRow(input, { id, now }), ...profileColumns(input) })
          .execute();
        await refreshStanding(trx, id, today);
        return storedSupplier(trx, id);
      },
    );
    return result;
  }),

  update: api.suppliers.update.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findSupplier(context.workspace.database.db, input.id);
    if (before === null) throw notFound('supplier', input.id);
    const after = { ...before, ...input.changes };
    const today = todayOf(context.core);
    requireValid(after, today);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('updateSupplier', after),
      async ({ trx, now }) => {
        await requireRevision(trx, 'suppliers', 'supplier', input.id, input.revision);
        await trx
          .updateTable('suppliers')
          .set({
            ...supplierColumns(input.changes),
            name_key: supplierNameKey(after.nameZh || after.nameEn),
            updated_at: now,
            revision: input.revision + 1,
          })
          .where('id', '=', input.id)
          .execute();
        await refreshStanding(trx, input.id, today);
        return storedSupplier(trx, input.id);
      },
    );
    return result;
  }),

  remove: api.suppliers.remove.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findSupplier(context.workspace.database.db, input.id);
    if (before === null) throw notFound('supplier', input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      label('removeSupplier', before),
      async ({ trx, now }) => {
        await requireRevision(trx, 'suppliers', 'supplier', input.id, input.revision);
        // A comparison must not show a supplier that is nowhere to be found.
        const quotes = await listSupplierQuotes(trx, input.id);
        if (quotes.length > 0) throw refused('supplier', 'supplierHasQuotes', { count: quotes.length });
        await trx
          .updateTable('suppliers')
          .set({ deleted_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
      },
    );
    return { actionId };
  }),
};

async function storedSupplier(trx: Trx, id: Id): Promise<Supplier> {
  const supplier = await findSupplier(trx, id);
  if (supplier === null) throw notFound('supplier', id);
  return supplier;
}

interface ValidatedFields extends Partial<SupplierProfileFields> {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly shopUrl: string;
}

function requireValid(fields: ValidatedFields, today: CalendarDate): void {
  const { nameEn, nameZh, shopUrl, memberSince = null, establishedOn = null, licenceUntil = null } = fields;
  if (nameEn === '' && nameZh === '') throw refused('name', 'nameRequired');
  // Other schemes (javascript:, file:, \\server) could run or read something when opened.
  if (shopUrl !== '' && !/^https?:\/\//i.test(shopUrl)) throw refused('shopUrl', 'webAddress');
  if (memberSince !== null && memberSince > today) throw refused('memberSince', 'inFuture');
  if (establishedOn !== null && establishedOn > today) throw refused('establishedOn', 'inFuture');
  if (establishedOn !== null && licenceUntil !== null && licenceUntil < establishedOn) {
    throw refused('licenceUntil', 'beforeEstablished', { established: establishedOn });
  }
}

function label(key: string, names: { nameEn: string; nameZh: string }): ActionLabel {
  return { key, params: { name: names.nameEn || names.nameZh } };
}
