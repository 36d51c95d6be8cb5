import { Worker } from 'node:worker_threads';
import type { ReportLanguage } from '../../shared/contract/reports.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { JobFailed } from '../db/run-job.ts';
import type { SupplierSheetRequest } from '../modules/suppliers/supplier-sheet.ts';

/** A file to be written: a large one takes a second, which the program must not stand still for. */
export type WritingTask = {
  /** The workspace database. */
  readonly database: string;
  /** Where the file goes. */
  readonly file: string;
} & (
  | { readonly kind: 'report'; readonly id: Id; readonly language: ReportLanguage }
  | ({ readonly kind: 'suppliers' } & SupplierSheetRequest)
);

export type WritingReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'written' }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };

/**
 * Writes a report's workbook or a list in a thread of its own. Settles only when the thread has ended, so nobody writes to the file any
 * more. Errors: JobFailed; the signal's reason.
 */
export function writeInThread(
  entry: URL,
  task: WritingTask,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: task });
    let settle = () => reject(new JobFailed('the thread ended without an answer', null));
    const abort = () => {
      settle = () => reject(signal.reason);
      void worker.terminate();
    };
    signal.addEventListener('abort', abort, { once: true });
    worker.on('message', (reply: WritingReply) => {
      if (reply.kind === 'progress') return onProgress(reply.done, reply.total);
      settle = reply.kind === 'written' ? resolve : () => reject(new JobFailed(reply.message, reply.code));
    });
    worker.on('error', (error) => {
      settle = () => reject(error);
    });
    worker.on('exit', () => {
      signal.removeEventListener('abort', abort);
      settle();
    });
  });
}
