import type { InspectionDefect } from '../../../shared/contract/inspections.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';

/** Writes what was found as one set, in its order; photos of a defect that is taken out go with it. */
export async function replaceDefects(
  trx: Trx,
  inspectionId: Id,
  defects: readonly (Omit<InspectionDefect, 'id'> & { readonly id: Id | null })[],
  newId: () => Id,
): Promise<void> {
  const rows = await trx
    .selectFrom('inspection_defects')
    .select('id')
    .where('inspection_id', '=', inspectionId)
    .execute();
  const stored = new Set(rows.map(({ id }) => id));
  const kept = defects.flatMap(({ id }) => id ?? []);
  if (new Set(kept).size < kept.length) throw refused('defects', 'duplicate');
  const stranger = kept.find((id) => !stored.has(id));
  if (stranger !== undefined) throw notFound('defect', stranger);
  for (const id of stored) {
    if (kept.includes(id)) continue;
    await trx
      .deleteFrom('attachment_links')
      .where('owner_kind', '=', 'inspectionDefect')
      .where('owner_id', '=', id)
      .execute();
    await trx.deleteFrom('inspection_defects').where('id', '=', id).execute();
  }
  for (const [position, { id, class: defectClass, count, description }] of defects.entries()) {
    const columns = { position, class: defectClass, count, description };
    if (id === null) {
      await trx
        .insertInto('inspection_defects')
        .values({ id: newId(), inspection_id: inspectionId, ...columns })
        .execute();
    } else {
      await trx.updateTable('inspection_defects').set(columns).where('id', '=', id).execute();
    }
  }
}
