import type { Progress } from '../../shared/contract/imports.ts';

/**
 * Turns work that reports by callback into the stream a procedure yields: progress as it comes (only the newest when the
 * reader is slow), then the result. An error of the work ends the stream with it.
 */
export async function* withProgress<Result>(
  work: (onProgress: (step: string, done: number, total: number | null) => void) => Promise<Result>,
): AsyncGenerator<Progress<Result>> {
  let newest: Progress<Result> | null = null;
  let wake: () => void = () => undefined;
  const running = work((step, done, total) => {
    newest = { kind: 'progress', step, done, total };
    wake();
  });
  const settled = running.then(
    () => true,
    () => true,
  );
  for (;;) {
    const report = new Promise<false>((resolve) => {
      wake = () => resolve(false);
    });
    const isSettled = newest === null ? await Promise.race([settled, report]) : false;
    if (newest !== null) {
      const event: Progress<Result> = newest;
      newest = null;
      yield event;
    } else if (isSettled) {
      yield { kind: 'result', result: await running };
      return;
    }
  }
}
