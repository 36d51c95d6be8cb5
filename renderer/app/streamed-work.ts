import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../shared/contract/imports.ts';

export interface StreamedWork<Input, Result> {
  /** What it is doing now; null while it is not running. */
  readonly progress: { readonly step: string; readonly done: number; readonly total: number | null } | null;
  readonly isRunning: boolean;
  readonly error: unknown;
  /** Starts anew, cancelling what still runs. Null when it was cancelled or failed (then `error` tells). */
  run(input: Input): Promise<Result | null>;
  cancel(): void;
}

/**
 * Long work of the core that reports how far it is: an import, an export. Cancelling or leaving the screen aborts the call,
 * and the core then leaves nothing half done.
 */
export function useStreamedWork<Input, Result>(
  start: (input: Input, signal: AbortSignal) => Promise<AsyncIterable<Progress<Result>>>,
): StreamedWork<Input, Result> {
  const [progress, setProgress] = useState<StreamedWork<Input, Result>['progress']>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setProgress(null);
  }, []);
  useEffect(() => cancel, [cancel]);

  const run = async (input: Input): Promise<Result | null> => {
    cancel();
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setProgress({ step: '', done: 0, total: null });
    try {
      for await (const event of await start(input, controller.signal)) {
        if (controller.signal.aborted) return null;
        if (event.kind === 'result') return event.result;
        setProgress({ step: event.step, done: event.done, total: event.total });
      }
      return null;
    } catch (failure) {
      // Transports name an abort differently; the signal does not lie.
      if (!controller.signal.aborted) setError(failure);
      return null;
    } finally {
      if (running.current === controller) {
        running.current = null;
        setProgress(null);
      }
    }
  };

  return { progress, isRunning: progress !== null, error, run, cancel };
}
