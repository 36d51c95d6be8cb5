import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { Supplier } from '../../../shared/contract/suppliers.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import {
  findSupplier,
  listRegions,
  listSupplierQuotes,
  listSuppliers,
  supplierColumns,
  supplierRow,
} from './suppliers.queries.ts';

export const suppliersProcedures = {
  list: api.suppliers.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listSuppliers(context.workspace.database.db, input)),

  regions: api.suppliers.regions
    .use(needsWorkspace)
    .handler(({ context }) => listRegions(context.workspace.database.db)),

  get: api.suppliers.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const supplier = await findSupplier(context.workspace.database.db, input.id);
    if (supplier === null) throw notFound('supplier', input.id);
    return supplier;
  }),

  quotes: api.suppliers.quotes
    .use(needsWorkspace)
    .handler(({ input, context }) => listSupplierQuotes(context.workspace.database.db, input.id)),

  create: api.suppliers.create.use(needsWritable).handler(async ({ input, context }) => {
    requireValid(input);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('createSupplier', input),
      async ({ trx, newId, now }) => {
        const id = newId();
        await trx.insertInto('suppliers').values(supplierRow(input, { id, now })).execute();
        return storedSupplier(trx, id);
      },
    );
    return result;
  }),

  update: api.suppliers.update.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findSupplier(context.workspace.database.db, input.id);
    if (before === null) throw notFound('supplier', input.id);
    const after = { ...before, ...input.changes };
    requireValid(after);
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

function requireValid({ nameEn, nameZh, shopUrl }: { nameEn: string; nameZh: string; shopUrl: string }): void {
  if (nameEn === '' && nameZh === '') throw refused('name', 'nameRequired');
  // Other schemes (javascript:, file:, \\server) could run or read something when opened.
  if (shopUrl !== '' && !/^https?:\/\//i.test(shopUrl)) throw refused('shopUrl', 'webAddress');
}

function label(key: string, names: { nameEn: string; nameZh: string }): ActionLabel {
  return { key, params: { name: names.nameEn || names.nameZh } };
}
