import { writeFile } from 'node:fs/promises';
import { ORPCError } from '@orpc/server';
import type { Progress } from '../../shared/contract/imports.ts';
import type { Download, ReportLanguage } from '../../shared/contract/reports.ts';
import { reportTitle } from '../../shared/documents/report-title.ts';
import { leadingTongue, nameIn, WORDS } from '../../shared/documents/say.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CoreState, OpenedWorkspace } from '../core/core-state.ts';
import { makeDownload } from '../core/make-download.ts';
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
  const { format } = request;
  yield* withProgress((onProgress): Promise<Download> => {
    onProgress('writing', 0, null);
    return makeDownload(core, { name: reportName(stored, request), format }, signal, (file) =>
      writeReport(core, workspace, stored, request, file, signal, (done, total) => onProgress('writing', done, total)),
    );
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
        { kind: 'report', database: workspace.file, id, language, file },
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

/** "Metal straws - Supplier evaluation report 3". */
function reportName({ summary, report }: StoredReport, { language }: ReportExport): string {
  const tongue = leadingTongue(language);
  const title = reportTitle(report)(WORDS[tongue]);
  const project = nameIn(tongue, report.project);
  return [project, `${title} ${summary.number}`].filter((part) => part !== '').join(' - ');
}
