import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { type ActionScope, runAction, type Trx } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { notFound } from '../../core/procedure.ts';
import { type RevisedTable, requireRevision } from '../../core/revisions.ts';
import { todayOf } from '../../core/today.ts';
import { refreshStanding } from '../suppliers/supplier-files.ts';
import { findSupplier } from '../suppliers/suppliers.queries.ts';

/** Tables whose rows belong to one supplier. */
export type SupplierTable =
  | 'supplier_contacts'
  | 'supplier_payees'
  | 'supplier_certificates'
  | 'supplier_readings'
  | 'supplier_checks'
  | 'supplier_flags'
  | 'supplier_overrides'
  | 'supplier_communications'
  | 'ask_sheets'
  | 'item_sources';

export interface SupplierChange extends ActionScope {
  readonly today: CalendarDate;
  readonly supplierId: Id;
}

/**
 * Changes something that belongs to a supplier, as one named action, and stores how the supplier stands afterwards. The label gets the
 * supplier's name. Errors: NOT_FOUND for a supplier that is gone.
 */
export async function changeSupplier<T>(
  { core, workspace }: { readonly core: CoreState; readonly workspace: OpenedWorkspace },
  key: string,
  supplierId: Id,
  work: (change: SupplierChange) => Promise<T>,
): Promise<{ result: T; actionId: Id }> {
  const supplier = await findSupplier(workspace.database.db, supplierId);
  if (supplier === null) throw notFound('supplier', supplierId);
  const label = { key, params: { name: supplier.nameEn || supplier.nameZh } };
  const today = todayOf(core);
  return runAction(core, workspace, label, async (scope) => {
    if ((await findSupplier(scope.trx, supplierId)) === null) throw notFound('supplier', supplierId);
    const result = await work({ ...scope, today, supplierId });
    await refreshStanding(scope.trx, supplierId, today);
    return result;
  });
}

/** Refuses an id that is not a row of this supplier, and a write that rests on an old reading. */
export async function requireOwn(
  { trx, supplierId }: SupplierChange,
  table: SupplierTable & RevisedTable,
  noun: string,
  { id, revision }: { readonly id: Id; readonly revision: number | null },
): Promise<number> {
  await requireBelongs(trx, table, noun, id, supplierId);
  await requireRevision(trx, table, noun, id, revision ?? 0);
  return (revision ?? 0) + 1;
}

export async function requireBelongs(
  trx: Trx,
  table: SupplierTable,
  noun: string,
  id: Id,
  supplierId: Id,
): Promise<void> {
  const row = await trx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('supplier_id', '=', supplierId)
    .executeTakeFirst();
  if (row === undefined) throw notFound(noun, id);
}
