import { Worker } from 'node:worker_threads';
import type { SolveProgress } from '../../../shared/domain/awards/linear-model.ts';
import type { AwardInput, ScenarioRequest, ScenarioResult } from '../../../shared/domain/awards/types.ts';
import { JobFailed } from '../../db/run-job.ts';

export interface SolverTask {
  readonly input: AwardInput;
  readonly request: ScenarioRequest;
  readonly timeLimitSeconds: number;
}

export type SolverReply =
  | { readonly kind: 'progress'; readonly progress: SolveProgress }
  | { readonly kind: 'result'; readonly result: ScenarioResult };

/** A thread with the solver loaded, which takes one scenario after another. Whoever starts it ends it. */
export interface SolverThread {
  /** Errors: JobFailed when the thread ends without an answer. One scenario at a time. */
  solve(task: SolverTask, onProgress?: (progress: SolveProgress) => void): Promise<ScenarioResult>;
  /** Settles when the thread has ended; what it was working on fails. */
  end(): Promise<void>;
}

interface Asker {
  readonly resolve: (result: ScenarioResult) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: SolveProgress) => void) | undefined;
}

/** Starts a solver's thread; it loads while others work. */
export function startSolver(entry: URL): SolverThread {
  const worker = new Worker(entry);
  let asker: Asker | null = null;
  let failure: unknown = new JobFailed('the solver ended without an answer', null);
  let isOver = false;
  worker.on('message', (reply: SolverReply) => {
    if (reply.kind === 'progress') return asker?.onProgress?.(reply.progress);
    asker?.resolve(reply.result);
    asker = null;
  });
  worker.on('error', (error) => {
    failure = error;
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      isOver = true;
      asker?.reject(failure);
      resolve();
    });
  });
  return {
    solve: (task, onProgress) =>
      new Promise((resolve, reject) => {
        if (isOver) return reject(failure);
        asker = { resolve, reject, onProgress };
        worker.postMessage(task);
      }),
    end: async () => {
      await worker.terminate();
      await ended;
    },
  };
}

/**
 * Works on a scenario in a thread of its own, so that nobody waits for it. Settles only when the thread has ended.
 * Errors: JobFailed; the signal's reason once it is aborted.
 */
export async function runSolver(
  entry: URL,
  task: SolverTask,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: (progress: SolveProgress) => void },
): Promise<ScenarioResult> {
  signal?.throwIfAborted();
  const solver = startSolver(entry);
  const abort = () => void solver.end();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await solver.solve(task, onProgress);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
    await solver.end();
  }
}
