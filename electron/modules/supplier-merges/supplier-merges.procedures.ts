import type { Kysely } from 'kysely';
import { MERGED_FIELDS, type MergedField, mergedFields } from '../../../shared/contract/supplier-merges.ts';
import type { Supplier } from '../../../shared/contract/suppliers.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { todayOf } from '../../core/today.ts';
import { runJobBySize } from '../../db/run-job.ts';
import type { Database } from '../../db/schema.ts';
import { refreshStanding } from '../suppliers/supplier-files.ts';
import { findSupplier, listSupplierQuotes, supplierColumns } from '../suppliers/suppliers.queries.ts';
import { countMoves, moveRows } from './move-rows.ts';

export const supplierMergesProcedures = {
  candidates: api.supplierMerges.candidates.use(needsWorkspace).handler(({ context }) => {
    const { core, workspace } = context;
    return runJobBySize(core.options.workers.database, 'findDuplicates', { file: workspace.file });
  }),

  preview: api.supplierMerges.preview.use(needsWorkspace).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    requireTwo(input.keep, input.merge);
    const party = async (id: Id) => ({
      ...(await requireSupplier(db, id)),
      quoteCount: (await listSupplierQuotes(db, id)).length,
    });
    return {
      keep: await party(input.keep),
      merge: await party(input.merge),
      moves: await countMoves(db, input.merge),
    };
  }),

  merge: api.supplierMerges.merge.use(needsWritable).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    requireTwo(input.keep.id, input.merge.id);
    const before = await requireSupplier(db, input.keep.id);
    const today = todayOf(context.core);
    const label = { key: 'mergeSuppliers', params: { name: before.nameEn || before.nameZh } };
    const { result, actionId } = await runAction(context.core, context.workspace, label, async ({ trx, now }) => {
      await requireRevision(trx, 'suppliers', 'supplier', input.keep.id, input.keep.revision);
      await requireRevision(trx, 'suppliers', 'supplier', input.merge.id, input.merge.revision);
      const [keep, merge] = [await requireSupplier(trx, input.keep.id), await requireSupplier(trx, input.merge.id)];
      const changes = mergedValues(keep, merge, input.take);
      const after = { ...keep, ...changes };
      await moveRows(trx, merge.id, keep.id);
      await trx
        .updateTable('suppliers')
        .set({
          ...supplierColumns(changes),
          name_key: supplierNameKey(after.nameZh || after.nameEn),
          updated_at: now,
          revision: keep.revision + 1,
        })
        .where('id', '=', keep.id)
        .execute();
      await trx
        .updateTable('suppliers')
        .set({ deleted_at: now, revision: merge.revision + 1 })
        .where('id', '=', merge.id)
        .execute();
      await refreshStanding(trx, keep.id, today);
      return requireSupplier(trx, keep.id);
    });
    return { supplier: result, actionId };
  }),
};

/** The fields that the supplier who stays gets from the other: those asked for, and those it has nothing in itself. */
function mergedValues(keep: Supplier, merge: Supplier, take: readonly MergedField[]) {
  const taken = MERGED_FIELDS.options.filter((field) => take.includes(field) || isEmpty(keep[field]));
  return mergedFields.partial().parse(Object.fromEntries(taken.map((field) => [field, merge[field]])));
}

function isEmpty(value: Supplier[MergedField]): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

async function requireSupplier(db: Kysely<Database>, id: Id): Promise<Supplier> {
  const supplier = await findSupplier(db, id);
  if (supplier === null) throw notFound('supplier', id);
  return supplier;
}

function requireTwo(keep: Id, merge: Id): void {
  if (keep === merge) throw refused('supplier', 'sameSupplier');
}
