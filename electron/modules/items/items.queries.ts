import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Item, ItemFields } from '../../../shared/contract/items.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database, ItemsTable } from '../../db/schema.ts';

/** The items of a project in their order, without those in the bin. */
export async function listItems(db: Kysely<Database>, projectId: Id): Promise<Item[]> {
  const rows = await db
    .selectFrom('items')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toItem);
}

/** A new row of the table from the contract's fields. */
export function itemRow(
  fields: ItemFields,
  own: { id: Id; projectId: Id; position: number; now: string },
): Insertable<ItemsTable> {
  return {
    id: own.id,
    project_id: own.projectId,
    position: own.position,
    ...itemColumns(fields),
    created_at: own.now,
    deleted_at: null,
  };
}

/** Those of an item that its fields fill. */
type ItemColumns = Omit<Insertable<ItemsTable>, 'id' | 'project_id' | 'position' | 'created_at' | 'deleted_at'>;

/** The columns behind the contract's fields; only those given. */
export function itemColumns(fields: ItemFields): ItemColumns;
export function itemColumns(fields: Partial<ItemFields>): Partial<ItemColumns>;
export function itemColumns(fields: Partial<ItemFields>): Partial<ItemColumns> {
  return {
    line_no: fields.lineNo,
    name_en: fields.nameEn,
    name_zh: fields.nameZh,
    specification: fields.specification,
    category: fields.category,
    unit: fields.unit,
    quantity: fields.quantity,
    estimate_unit_price: fields.estimateUnitPrice,
    target_unit_price: fields.targetUnitPrice,
    hs_code: fields.hsCode,
    duty_rate_bp: fields.dutyRateBp,
    additional_duty_bp: fields.additionalDutyBp,
    specific_duty: fields.specificDuty,
    carton_quantity: fields.cartonQuantity,
    carton_length_mm: fields.cartonLengthMm,
    carton_width_mm: fields.cartonWidthMm,
    carton_height_mm: fields.cartonHeightMm,
    carton_weight_g: fields.cartonWeightG,
    notes: fields.notes,
  };
}

export function toItem(row: Selectable<ItemsTable>): Item {
  return {
    id: row.id,
    revision: row.revision,
    position: row.position,
    lineNo: row.line_no,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    specification: row.specification,
    category: row.category,
    unit: row.unit,
    quantity: row.quantity,
    estimateUnitPrice: row.estimate_unit_price,
    targetUnitPrice: row.target_unit_price,
    hsCode: row.hs_code,
    dutyRateBp: row.duty_rate_bp,
    additionalDutyBp: row.additional_duty_bp,
    specificDuty: row.specific_duty,
    cartonQuantity: row.carton_quantity,
    cartonLengthMm: row.carton_length_mm,
    cartonWidthMm: row.carton_width_mm,
    cartonHeightMm: row.carton_height_mm,
    cartonWeightG: row.carton_weight_g,
    notes: row.notes,
  };
}
