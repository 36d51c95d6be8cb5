import * as z from 'zod';
import { DOCUMENT_KINDS, DOCUMENT_RESULTS } from '../domain/inspections/documents.ts';
import { base, calendarDate, id, name, page, revision, text } from './common.ts';

export const qualityDocumentFields = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  supplierId: id,
  projectId: id.nullable(),
  itemId: id.nullable(),
  /** CE, FCC, RoHS, ISO 9001; of a report: what it is about. */
  standard: z.string().trim().min(1).max(100),
  issuer: name,
  number: z.string().max(100),
  /** Where the product may be sold with it: EU, US. */
  market: z.string().max(100),
  holder: name,
  scope: text,
  issuedOn: calendarDate.nullable(),
  expiresOn: calendarDate.nullable(),
  result: z.enum(DOCUMENT_RESULTS),
  notes: text,
});
export type QualityDocumentFields = z.infer<typeof qualityDocumentFields>;

export const qualityDocument = qualityDocumentFields.extend({
  id,
  supplierNameEn: z.string(),
  supplierNameZh: z.string(),
  itemNameEn: z.string(),
  itemNameZh: z.string(),
  fileCount: z.number(),
  revision,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type QualityDocument = z.infer<typeof qualityDocument>;

export const DOCUMENT_SORTS = ['supplier', 'standard', 'issuedOn', 'expiresOn', 'updatedAt'] as const;

/** Reports of testing houses and certificates of products. */
export const qualityDocuments = {
  list: base
    .input(
      page.extend({
        kinds: z.array(z.enum(DOCUMENT_KINDS)).default([]),
        supplierId: id.nullable().default(null),
        projectId: id.nullable().default(null),
        sort: z.enum(DOCUMENT_SORTS).default('updatedAt'),
      }),
    )
    .output(z.object({ rows: z.array(qualityDocument), total: z.number() })),
  create: base.input(qualityDocumentFields).output(qualityDocument),
  update: base.input(z.object({ id, revision, changes: qualityDocumentFields.partial() })).output(qualityDocument),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
