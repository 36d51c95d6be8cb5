import * as z from 'zod';
import { base, calendarDate, currency, id, longText, name, page, revision, text } from './common.ts';

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

/** A quote as it stands in the supplier's own list, over all projects. */
export const supplierQuote = z.object({
  id,
  projectId: id,
  projectNameEn: z.string(),
  projectNameZh: z.string(),
  round: z.number().int().min(1),
  receivedOn: calendarDate.nullable(),
  validUntil: calendarDate.nullable(),
  currency,
  /** Lines with a price. */
  lineCount: z.number(),
  superseded: z.boolean(),
});

export type SupplierFields = z.infer<typeof supplierFields>;
export type Supplier = z.infer<typeof supplier>;
export type SupplierRow = z.infer<typeof supplierRow>;
export type SupplierQuote = z.infer<typeof supplierQuote>;

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
  /** Every quote of a supplier in projects that are not in the bin, newest project first. */
  quotes: base.input(z.object({ id })).output(z.array(supplierQuote)),
  create: base.input(supplierFields).output(supplier),
  update: base.input(z.object({ id, revision, changes: supplierFields.partial() })).output(supplier),
  /** Refused (`supplierHasQuotes`) while a project holds a quote of the supplier. */
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
