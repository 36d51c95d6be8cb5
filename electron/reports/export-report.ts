import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { Progress } from '../../shared/contract/imports.ts';
import type { Download, ReportLanguage } from '../../shared/contract/reports.ts';
import { reportTitle } from '../../shared/documents/report-title.ts';
import { leadingTongue, nameIn, WORDS } from '../../shared/documents/say.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CoreState, OpenedWorkspace } from '../core/core-state.ts';
import { notFound } from '../core/procedure.ts';
import { withProgress } from '../core/progress.ts';
import { findReport, type StoredReport } from '../modules/reports/reports.queries.ts';
import { reportCsv } from './report-csv.ts';
import { writeInThread } from './write-in-thread.ts';

export interface ReportExport {
  readonly id: Id;
  readonly format: 'pdf' | 'xlsx' | 'csv';
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
}

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/**
 * Makes one file of a frozen report and offers it for download. Cancelled or failed, it leaves no file behind.
 * Errors: NOT_FOUND; NO_PDF where no browser engine is at hand; the signal's reason.
 */
export async function* exportReport(
  core: CoreState,
  workspace: OpenedWorkspace,
  request: ReportExport,
  signal: AbortSignal,
): AsyncGenerator<Progress<Download>> {
  yield { kind: 'progress', step: 'reading', done: 0, total: null };
  const stored = await findReport(workspace.database.db, request.id);
  if (stored === null) throw notFound('report', request.id);
  signal.throwIfAborted();
  const dir = join(core.options.appDataDir, 'tmp');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${core.options.newId()}.${request.format}`);
  yield* withProgress(async (onProgress): Promise<Download> => {
    onProgress('writing', 0, null);
    try {
      await writeReport(core, workspace, stored, request, file, signal, (done, total) =>
        onProgress('writing', done, total),
      );
      signal.throwIfAborted();
      return await core.downloads.offer(file, reportFileName(stored, request), MEDIA_TYPES[request.format]);
    } catch (error) {
      await rm(file, { force: true });
      signal.throwIfAborted();
      throw error;
    }
  });
}

async function writeReport(
  core: CoreState,
  workspace: OpenedWorkspace,
  stored: StoredReport,
  { id, format, language, paper }: ReportExport,
  file: string,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  switch (format) {
    case 'xlsx':
      return writeInThread(
        core.options.workers.report,
        { database: workspace.file, id, language, file },
        signal,
        onProgress,
      );
    case 'csv':
      return writeFile(file, reportCsv(stored.report, language), { signal });
    case 'pdf': {
      const { renderPdf } = core.host;
      if (renderPdf === null) throw new ORPCError('NO_PDF', { defined: true });
      const pdf = await renderPdf(reportPagePath(id, language, paper), { paper, signal });
      return writeFile(file, pdf, { signal });
    }
  }
}

/** The page of the renderer that shows a frozen report. */
export function reportPagePath(id: Id, language: ReportLanguage, paper: ReportExport['paper']): string {
  return `/print/reports/${id}?${new URLSearchParams({ language, paper })}`;
}

/** "Metal straws - Supplier evaluation report 3.pdf", without anything a file system refuses. */
function reportFileName({ summary, report }: StoredReport, { format, language }: ReportExport): string {
  const tongue = leadingTongue(language);
  const title = reportTitle(report)(WORDS[tongue]);
  const project = nameIn(tongue, report.project);
  const name = [project, `${title} ${summary.number}`].filter((part) => part !== '').join(' - ');
  const safe = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${[...safe].slice(0, 120).join('')}.${format}`;
}
