import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { ORPCError } from '@orpc/server';
import { refused } from '../../core/procedure.ts';
import { JobFailed } from '../../db/run-job.ts';
import type { ImportReply, ImportStep, ImportTask, ImportTaskResults } from './import-messages.ts';

/** Heap the worker may use, in MB: a sheet that needs more is refused instead of taking the program down. */
export const IMPORT_MEMORY_MB = 1_024;

export interface UploadedFile {
  /** The copy in the program's temporary folder. */
  readonly path: string;
  readonly fileName: string;
  readonly byteSize: number;
}

export type ProgressListener = (step: ImportStep, done: number, total: number | null) => void;

/** An uploaded file and the worker that reads it. The worker starts with the first question and is ended by a cancel. */
export class ImportSession {
  readonly file: UploadedFile;
  readonly #entry: URL;
  readonly #memoryMb: number;
  #worker: Worker | null = null;
  #busy = false;

  constructor(file: UploadedFile, workerEntry: URL, memoryMb: number = IMPORT_MEMORY_MB) {
    this.file = file;
    this.#entry = workerEntry;
    this.#memoryMb = memoryMb;
  }

  /**
   * Puts one question to the worker. Aborting ends the thread, unless `mayStop` says that it is too late; the answer then
   * still comes. Settles only when nothing of the work is going on any more.
   * Errors: UNREADABLE, REFUSED, JobFailed, the signal's reason.
   */
  async ask<Kind extends ImportTask['kind']>(
    task: Extract<ImportTask, { kind: Kind }>,
    {
      signal,
      onProgress,
      mayStop = () => true,
    }: { signal?: AbortSignal; onProgress?: ProgressListener; mayStop?: () => boolean },
  ): Promise<ImportTaskResults[Kind]> {
    signal?.throwIfAborted();
    // A newer question replaces an older one: the user chose another sheet while the first was still being read.
    if (this.#busy) await this.stop();
    const worker = this.#start();
    this.#busy = true;
    return new Promise<ImportTaskResults[Kind]>((resolve, reject) => {
      const abort = () => {
        if (!mayStop()) return;
        void this.stop().then(() => finish(() => reject(signal?.reason)));
      };
      const onMessage = (reply: ImportReply) => {
        if (reply.kind === 'progress') return onProgress?.(reply.step, reply.done, reply.total);
        finish(() => {
          // The worker answers a question with the result of its kind.
          if (reply.kind === 'result') resolve(reply.result as ImportTaskResults[Kind]);
          else reject(errorOf(reply));
        });
      };
      const onError = (error: Error) => {
        this.#worker = null;
        finish(() => reject(isOutOfMemory(error) ? unreadable('tooMuchMemory', null, this.#memoryMb) : error));
      };
      const onExit = () => finish(() => reject(new JobFailed('the import worker ended', null)));
      const finish = (settle: () => void) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal?.removeEventListener('abort', abort);
        this.#busy = false;
        settle();
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal?.addEventListener('abort', abort, { once: true });
      worker.postMessage(task);
    });
  }

  /** Ends the thread; an open transaction rolls back. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#busy = false;
    await worker?.terminate();
  }

  /** Ends the thread and deletes the copy of the file. */
  async discard(): Promise<void> {
    await this.stop();
    await rm(this.file.path, { force: true });
  }

  #start(): Worker {
    this.#worker ??= new Worker(this.#entry, { resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb } });
    return this.#worker;
  }
}

function errorOf(reply: Exclude<ImportReply, { kind: 'result' | 'progress' }>): Error {
  if (reply.kind === 'unreadable') return unreadable(reply.code, reply.row, reply.limit);
  if (reply.kind === 'refused') return refused(reply.field, reply.rule);
  return new JobFailed(reply.message, reply.code);
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

export function unreadable(code: string, row: number | null, limit: number | null): Error {
  return new ORPCError('UNREADABLE', { defined: true, data: { code, row, limit } });
}
