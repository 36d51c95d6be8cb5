import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type JobInput, type JobName, type JobOutput, jobs } from './jobs.ts';

export type JobAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly message: string; readonly code: string | null };

/** A job failed in its thread; `code` is SQLite's or the system's. */
export class JobFailed extends Error {
  readonly code: string | undefined;

  constructor(message: string, code: string | null) {
    super(message);
    this.name = 'JobFailed';
    this.code = code ?? undefined;
  }
}

/**
 * Runs a job in a thread of its own. Settles only when the thread has ended, so nothing of it is still at work.
 * Errors: JobFailed; the signal's reason once it is aborted (an open transaction is rolled back).
 */
export function runJob<K extends JobName>(
  entry: URL,
  name: K,
  input: JobInput<K>,
  signal?: AbortSignal,
): Promise<JobOutput<K>> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(entry, { workerData: { name, input } });
    let answered = false;
    let settle = () => reject(new JobFailed('the thread ended without an answer', null));
    const abort = () => {
      // What has answered has done its work and is only leaving.
      if (answered) return;
      settle = () => reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (answer) => {
      answered = true;
      settle = answer.ok ? () => resolve(answer.result) : () => reject(new JobFailed(answer.message, answer.code));
    });
    worker.on('error', (error) => {
      settle = () => reject(error);
    });
    worker.on('exit', () => {
      signal?.removeEventListener('abort', abort);
      settle();
    });
  });
}

/** Up to this size reading a whole database takes less than 20 ms, and starting a thread takes longer. */
const INLINE_BYTES = 2 * 1024 * 1024;

/** As INLINE_BYTES before anything is shown: nobody minds a main thread that does not answer for half a second. */
export const INLINE_BYTES_AT_START = 64 * 1024 * 1024;

/** As `runJob` for what reads the database `input.file`, but at once and here when that has no more than `inlineBytes`. */
export async function runJobBySize<K extends JobName>(
  entry: URL,
  name: K,
  input: JobInput<K>,
  inlineBytes: number = INLINE_BYTES,
): Promise<JobOutput<K>> {
  const sizes = [input.file, `${input.file}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0) > inlineBytes ? runJob(entry, name, input) : jobs[name](input);
}

/** The thread's side of `runJob`. */
export function runInThread({ name, input }: { name: JobName; input: never }): JobAnswer {
  try {
    return { ok: true, result: jobs[name](input) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
    return { ok: false, message: String(error), code };
  }
}
