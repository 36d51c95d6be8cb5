import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from '../db/open.ts';
import { findReport } from '../modules/reports/reports.queries.ts';
import { writeSupplierSheet } from '../modules/suppliers/supplier-sheet.ts';
import { writeReportWorkbook } from './report-workbook.ts';
import type { WritingReply, WritingTask } from './write-in-thread.ts';

/** Entry of the thread that writes one file; it is ended to cancel. */
run(workerData).then(reply, (error: unknown) => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  reply({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error), code });
});

async function run(task: WritingTask): Promise<WritingReply> {
  const { db, close } = openConnection(task.database, { readonly: true, busyMs: 10_000 });
  const onProgress = (done: number, total: number) => reply({ kind: 'progress', done, total });
  try {
    if (task.kind === 'suppliers') {
      await writeSupplierSheet(db, task, task.file, onProgress);
      return { kind: 'written' };
    }
    const stored = await findReport(db, task.id);
    // Put into the bin this very moment.
    if (stored === null) return { kind: 'failed', message: `no report ${task.id}`, code: null };
    await writeReportWorkbook(stored, task.language, task.file, onProgress);
    return { kind: 'written' };
  } finally {
    await close();
  }
}

function reply(message: WritingReply): void {
  parentPort?.postMessage(message);
}
