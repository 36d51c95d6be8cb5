import * as z from 'zod';
import { base, id, text } from './common.ts';

/** Who can supply an item: everybody who quotes it, and who was named as a source without a quote. */
export const itemSource = z.object({
  supplierId: id,
  nameEn: z.string(),
  nameZh: z.string(),
  /** Null where a quote makes it a source. */
  sourceId: id.nullable(),
  qualificationHundredths: z.number().nullable(),
  disqualified: z.boolean(),
  /** Scored and not disqualified. */
  isQualified: z.boolean(),
});
export const sourcedItem = z.object({
  itemId: id,
  projectId: id,
  nameEn: z.string(),
  nameZh: z.string(),
  projectNameEn: z.string(),
  projectNameZh: z.string(),
  /** Qualified ones first, the best score first. */
  sources: z.array(itemSource),
  qualifiedCount: z.number(),
});
export type ItemSource = z.infer<typeof itemSource>;
export type SourcedItem = z.infer<typeof sourcedItem>;

export const itemSources = {
  /** The items that a supplier can supply, each with everybody else who can. */
  ofSupplier: base.input(z.object({ supplierId: id })).output(z.array(sourcedItem)),
  /** Items of open projects that the supplier is no source of yet. */
  candidates: base
    .input(z.object({ supplierId: id, search: z.string().max(200).default('') }))
    .output(
      z.array(sourcedItem.pick({ itemId: true, nameEn: true, nameZh: true, projectNameEn: true, projectNameZh: true })),
    ),
  /** Names a supplier as a source of an item (`sourceExists` when it is one already). */
  add: base.input(z.object({ supplierId: id, itemId: id, notes: text.default('') })).output(z.object({ id })),
  remove: base.input(z.object({ supplierId: id, id })).output(z.object({ actionId: id })),
};
