import { Worker } from 'node:worker_threads';
import type { SheetContent } from './sheet-content.ts';
import type { SheetMessage, SheetRequest } from './sheet-messages.ts';
import { SheetReadError } from './sheet-read-error.ts';

/** Heap of the worker in MB: the largest sheet within the limits fits; whatever needs more is refused instead of taking the program down. */
const WORKER_MEMORY_MB = 768;

export interface ReadInWorkerOptions {
  /** The built (or, in tests, the source) file of `sheet-worker.ts`. */
  workerUrl: URL;
  signal?: AbortSignal;
  /** Rows read so far, and how many there will be where that is known. */
  onProgress?: (done: number, total: number | null) => void;
  memoryMb?: number;
}

/**
 * Reads a sheet in a thread of its own. Aborting ends the thread at once, also in the middle of parsing.
 * Errors: the signal's reason (an AbortError unless another was given); SheetReadError, with tooMuchMemory when the thread ran out.
 */
export function readInWorker(request: SheetRequest, options: ReadInWorkerOptions): Promise<SheetContent> {
  const { workerUrl, signal, onProgress, memoryMb = WORKER_MEMORY_MB } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const worker = new Worker(workerUrl, { workerData: request, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const rows: string[][] = [];
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      signal?.removeEventListener('abort', abort);
      worker.removeAllListeners();
      // errors of a thread that is being ended concern nobody
      worker.on('error', () => {});
      void worker.terminate().then(act, act);
    };
    const abort = (): void => settle(() => reject(signal?.reason));
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: SheetMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else if (message.kind === 'rows') for (const row of message.rows) rows.push(row);
      else if (message.kind === 'done') {
        const { content } = message;
        settle(() => resolve({ ...content, grid: { ...content.grid, rows } }));
      } else if (message.kind === 'unreadable') settle(() => reject(new SheetReadError(message.code, message.data)));
      else settle(() => reject(new Error(message.message)));
    });
    worker.on('error', (error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() =>
        reject(outOfMemory ? new SheetReadError('tooMuchMemory', { limit: memoryMb }, { cause: error }) : error),
      );
    });
    worker.on('exit', () => settle(() => reject(new Error('the sheet worker ended without an answer'))));
  });
}
