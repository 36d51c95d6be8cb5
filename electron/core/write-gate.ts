import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Lets one writer at a time touch a workspace. SQLite would make a second writer wait inside the main process;
 * here it waits as a promise, so nothing blocks while an import writes from its worker.
 */
export class WriteGate {
  #tail: Promise<void> = Promise.resolve();
  readonly #inside = new AsyncLocalStorage<true>();

  /** Runs `work` when every earlier one has finished, whether they succeeded or not. */
  run<T>(work: () => Promise<T>): Promise<T> {
    // One that waits for itself would wait for ever.
    if (this.#inside.getStore()) return Promise.reject(new Error('one writer inside another'));
    const result = this.#tail.then(() => this.#inside.run(true, work));
    this.#tail = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
