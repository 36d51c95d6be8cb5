import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from '../db/open.ts';
import { findReport } from '../modules/reports/reports.queries.ts';
import { writeReportWorkbook } from './report-workbook.ts';
import type { ReportReply, ReportTask } from './write-in-thread.ts';

/** Entry of the thread that writes one workbook; it is ended to cancel. */
run(workerData).then(reply, (error: unknown) => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  reply({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error), code });
});

async function run({ database, id, language, file }: ReportTask): Promise<ReportReply> {
  const { db, close } = openConnection(database, { readonly: true, busyMs: 10_000 });
  try {
    const stored = await findReport(db, id);
    // Put into the bin this very moment.
    if (stored === null) return { kind: 'failed', message: `no report ${id}`, code: null };
    await writeReportWorkbook(stored, language, file, (done, total) => reply({ kind: 'progress', done, total }));
    return { kind: 'written' };
  } finally {
    await close();
  }
}

function reply(message: ReportReply): void {
  parentPort?.postMessage(message);
}
