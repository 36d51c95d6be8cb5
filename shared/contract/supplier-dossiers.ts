import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import type { ReportCompany } from '../domain/reports/types.ts';
import { base, id } from './common.ts';
import type { Communication } from './communications.ts';
import type { Progress } from './imports.ts';
import type { SourcedItem } from './item-sources.ts';
import { printRequest } from './prints.ts';
import type { QualityDocument } from './quality-documents.ts';
import { type Download, REPORT_LANGUAGES } from './reports.ts';
import type { SupplierProfile } from './supplier-profiles.ts';
import type { Supplier } from './suppliers.ts';

/**
 * Everything a dossier shows of a supplier, frozen: printing it again needs nothing else. Account numbers are in it masked, never whole.
 * `formatVersion` rises when the shape changes, so that an old dossier is still read as what it was.
 */
export interface SupplierDossier {
  readonly formatVersion: 1 | 2;
  readonly company: ReportCompany;
  readonly createdBy: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly supplier: Supplier;
  readonly profile: SupplierProfile;
  readonly items: readonly SourcedItem[];
  /** The newest of what was said, and how many entries there are. */
  readonly communications: { readonly newest: readonly Communication[]; readonly total: number };
  /** Certificates of its products and reports of testing houses; dossiers of format 1 were frozen without them. */
  readonly productPapers?: readonly QualityDocument[];
  /** Files kept as evidence; `ownerId` is the check, the certificate or the product's paper. */
  readonly evidence: readonly { readonly ownerId: string; readonly fileName: string; readonly sha256: string }[];
}

export const dossierSummary = z.object({
  id,
  supplierId: id,
  number: z.number(),
  language: z.enum(REPORT_LANGUAGES),
  createdBy: z.string(),
  createdAt: z.string(),
  sha256: z.string(),
});
export type DossierSummary = z.infer<typeof dossierSummary>;

export interface StoredDossier {
  readonly summary: DossierSummary;
  readonly dossier: SupplierDossier;
  /** The frozen content still has the hash it was stored with. */
  readonly intact: boolean;
}

export const supplierDossiers = {
  /** Newest first. */
  list: base.input(z.object({ supplierId: id })).output(z.array(dossierSummary)),
  /** Freezes the supplier as it stands now into a numbered dossier. */
  freeze: base.input(z.object({ supplierId: id, language: z.enum(REPORT_LANGUAGES) })).output(dossierSummary),
  get: base.input(z.object({ id })).output(type<StoredDossier>()),
  remove: base.input(z.object({ id })).output(z.object({ actionId: id })),
  /** `language` may differ from the one it was frozen in; what it says cannot. */
  exportPdf: base.errors({ NO_PDF: {} }).input(printRequest).output(eventIterator(type<Progress<Download>>())),
};
