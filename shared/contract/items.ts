import * as z from 'zod';
import { base, dutyBasisPoints, id, name, quantity, revision, text, unitPrice } from './common.ts';

const millimetres = z.number().int().min(0).max(100_000).nullable();

export const itemFields = z.object({
  lineNo: z.string().max(60),
  nameEn: name,
  nameZh: name,
  specification: text,
  category: name,
  unit: z.string().max(40),
  quantity: quantity.nullable(),
  /** Our own estimate per unit, in the project's currency. */
  estimateUnitPrice: unitPrice.nullable(),
  targetUnitPrice: unitPrice.nullable(),
  hsCode: z.string().max(20),
  /** Duty at import; null: the project's default. */
  dutyRateBp: dutyBasisPoints.nullable(),
  /** Anti-dumping, countervailing or section 301 duty. */
  additionalDutyBp: dutyBasisPoints.nullable(),
  /** Specific duty per unit, millionths of the destination currency of the project's costing. */
  specificDuty: unitPrice.nullable(),
  /** Cartons, for quotes that state none. */
  cartonQuantity: quantity.nullable(),
  cartonLengthMm: millimetres,
  cartonWidthMm: millimetres,
  cartonHeightMm: millimetres,
  cartonWeightG: z.number().int().min(0).max(100_000_000).nullable(),
  notes: text,
});

export const item = itemFields.extend({ id, revision, position: z.number().int() });
export type ItemFields = z.infer<typeof itemFields>;
export type Item = z.infer<typeof item>;

/** What a grid sends at once: new rows, changed rows and removed rows, saved as one undoable action or not at all. */
export const itemChanges = z.object({
  /** `position` is the row's place, counted from 0, among the items as they stand after the save. */
  create: z.array(itemFields.extend({ position: z.number().int().min(0) })).max(5_000),
  update: z.array(z.object({ id, revision, changes: itemFields.partial() })).max(5_000),
  remove: z.array(z.object({ id, revision })).max(5_000),
});
export type ItemChanges = z.infer<typeof itemChanges>;

export const items = {
  list: base.input(z.object({ projectId: id })).output(z.array(item)),
  /** `items` are all of the project as they now stand, `createdIds` those of `create` in its order. */
  save: base
    .input(itemChanges.extend({ projectId: id }))
    .output(z.object({ items: z.array(item), createdIds: z.array(id), actionId: id })),
};
