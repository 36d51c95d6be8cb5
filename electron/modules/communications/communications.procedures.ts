import { api, needsWorkspace, needsWritable, refused } from '../../core/procedure.ts';
import { changeSupplier, requireBelongs, requireOwn } from '../supplier-profiles/change-supplier.ts';
import { requireProject } from '../supplier-profiles/require-project.ts';
import { communicationColumns, listCommunications } from './communications.queries.ts';

export const communicationsProcedures = {
  list: api.communications.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listCommunications(context.workspace.database.db, input)),

  save: api.communications.save.use(needsWritable).handler(async ({ input, context }) => {
    const { fields } = input;
    if (fields.summary.trim() === '') throw refused('summary', 'required');
    const { result } = await changeSupplier(context, 'saveCommunication', input.supplierId, async (change) => {
      const { trx, newId, now, today, supplierId } = change;
      if (fields.happenedOn > today) throw refused('happenedOn', 'inFuture');
      await requireProject(trx, fields.projectId);
      const columns = communicationColumns(fields);
      if (input.id === null) {
        const id = newId();
        await trx
          .insertInto('supplier_communications')
          .values({ id, supplier_id: supplierId, ...columns, created_at: now, deleted_at: null })
          .execute();
        return { id };
      }
      const revision = await requireOwn(change, 'supplier_communications', 'communication', { ...input, id: input.id });
      await trx
        .updateTable('supplier_communications')
        .set({ ...columns, revision })
        .where('id', '=', input.id)
        .execute();
      return { id: input.id };
    });
    return result;
  }),

  remove: api.communications.remove.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(
      context,
      'removeCommunication',
      input.supplierId,
      async ({ trx, now }) => {
        await requireBelongs(trx, 'supplier_communications', 'communication', input.id, input.supplierId);
        await trx.updateTable('supplier_communications').set({ deleted_at: now }).where('id', '=', input.id).execute();
      },
    );
    return { actionId };
  }),
};
