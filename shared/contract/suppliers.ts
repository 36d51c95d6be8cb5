import * as z from 'zod';
import { base, id, longText, name, page, revision, text } from './common.ts';

export const supplierFields = z.object({
  nameEn: name,
  nameZh: name,
  contactName: name,
  phone: z.string().max(60),
  wechat: z.string().max(100),
  email: z.string().max(200),
  region: name,
  shopUrl: text,
  notes: longText,
});

export const supplier = supplierFields.extend({ id, revision, createdAt: z.string(), updatedAt: z.string() });
export const supplierRow = supplier.extend({ quoteCount: z.number(), lastQuoteOn: z.string().nullable() });

export type SupplierFields = z.infer<typeof supplierFields>;
export type Supplier = z.infer<typeof supplier>;
export type SupplierRow = z.infer<typeof supplierRow>;

export const suppliers = {
  list: base
    .input(
      page.extend({
        regions: z.array(name).default([]),
        sort: z.enum(['name', 'region', 'quoteCount', 'updatedAt']).default('updatedAt'),
      }),
    )
    .output(z.object({ rows: z.array(supplierRow), total: z.number() })),
  /** Distinct regions with their counts, for the filter. */
  regions: base.input(z.object({})).output(z.array(z.object({ region: z.string(), count: z.number() }))),
  get: base.input(z.object({ id })).output(supplier),
  create: base.input(supplierFields).output(supplier),
  update: base.input(z.object({ id, revision, changes: supplierFields.partial() })).output(supplier),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
