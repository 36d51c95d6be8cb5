import { api, needsWorkspace, needsWritable, refused } from '../../core/procedure.ts';
import { todayOf } from '../../core/today.ts';
import { changeSupplier, requireBelongs } from '../supplier-profiles/change-supplier.ts';
import { standingsToday } from '../suppliers/supplier-files.ts';
import { candidateItems, itemsOfSupplier } from './item-sources.queries.ts';

export const itemSourcesProcedures = {
  ofSupplier: api.itemSources.ofSupplier.use(needsWorkspace).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    return itemsOfSupplier(db, input.supplierId, await standingsToday(db, todayOf(context.core)));
  }),

  candidates: api.itemSources.candidates
    .use(needsWorkspace)
    .handler(({ input, context }) => candidateItems(context.workspace.database.db, input.supplierId, input.search)),

  add: api.itemSources.add.use(needsWritable).handler(async ({ input, context }) => {
    const { result } = await changeSupplier(context, 'addItemSource', input.supplierId, async (change) => {
      const { trx, newId, now, supplierId } = change;
      const item = await trx
        .selectFrom('items')
        .select('id')
        .where('id', '=', input.itemId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (item === undefined) throw refused('itemId', 'gone');
      const known = await trx
        .selectFrom('item_sources')
        .select('id')
        .where('item_id', '=', input.itemId)
        .where('supplier_id', '=', supplierId)
        .executeTakeFirst();
      if (known !== undefined) throw refused('itemId', 'sourceExists');
      const id = newId();
      await trx
        .insertInto('item_sources')
        .values({ id, item_id: input.itemId, supplier_id: supplierId, notes: input.notes, created_at: now })
        .execute();
      return { id };
    });
    return result;
  }),

  remove: api.itemSources.remove.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removeItemSource', input.supplierId, async ({ trx }) => {
      await requireBelongs(trx, 'item_sources', 'itemSource', input.id, input.supplierId);
      await trx.deleteFrom('item_sources').where('id', '=', input.id).execute();
    });
    return { actionId };
  }),
};
