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

/**
 * Works on a scenario in a thread of its own, so that nobody waits for it. Settles only when the thread has ended.
 * Errors: JobFailed; the signal's reason once it is aborted.
 */
export function runSolver(
  entry: URL,
  task: SolverTask,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: (progress: SolveProgress) => void },
): Promise<ScenarioResult> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(entry, { workerData: task });
    let settle = () => reject(new JobFailed('the solver ended without an answer', null));
    const abort = () => {
      settle = () => reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (reply: SolverReply) => {
      if (reply.kind === 'progress') return onProgress?.(reply.progress);
      settle = () => resolve(reply.result);
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
