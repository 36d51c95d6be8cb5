import { eventIterator, type } from '@orpc/contract';
import * as z from 'zod';
import type { EvaluationReport } from '../domain/reports/types.ts';
import { base, id } from './common.ts';
import { comparisonQuery } from './comparisons.ts';
import type { Progress } from './imports.ts';

export const REPORT_LANGUAGES = ['en', 'zh', 'both'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

export const REPORT_KINDS = ['evaluation', 'dossier'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const reportSummary = z.object({
  id,
  projectId: id,
  number: z.number(),
  kind: z.enum(REPORT_KINDS),
  language: z.enum(REPORT_LANGUAGES),
  title: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  sha256: z.string(),
});
export type ReportSummary = z.infer<typeof reportSummary>;

/** A finished file, fetched once over GET. */
export interface Download {
  url: string;
  fileName: string;
  byteSize: number;
}

export const reports = {
  list: base.input(z.object({ projectId: id })).output(z.array(reportSummary)),
  /** Freezes the comparison and evaluation as they stand now into a numbered report. */
  create: base.input(comparisonQuery.extend({ language: z.enum(REPORT_LANGUAGES) })).output(reportSummary),
  /** A frozen report, checked against its hash. */
  get: base
    .input(z.object({ id }))
    .output(type<{ summary: ReportSummary; report: EvaluationReport; intact: boolean }>()),
  /** The report as it would be frozen now, for the preview. */
  preview: base.input(comparisonQuery.extend({ language: z.enum(REPORT_LANGUAGES) })).output(type<EvaluationReport>()),
  /** Freezes the dossier of the decision a project's award stands by; refused while it is not confirmed. */
  createDossier: base.input(z.object({ projectId: id, language: z.enum(REPORT_LANGUAGES) })).output(reportSummary),
  remove: base.input(z.object({ id })).output(z.object({ actionId: id })),
  /** `language` may differ from the one it was frozen in; the figures cannot. */
  exportFile: base
    .errors({ NO_PDF: {} })
    .input(
      z.object({
        id,
        format: z.enum(['pdf', 'xlsx', 'csv']),
        language: z.enum(REPORT_LANGUAGES),
        paper: z.enum(['A4', 'Letter']).default('A4'),
      }),
    )
    .output(eventIterator(type<Progress<Download>>())),
};
