/**
 * Lets one writer at a time touch a workspace. SQLite would make a second writer wait inside the main process;
 * here it waits as a promise, so nothing blocks while an import writes from its worker.
 */
export class WriteGate {
  #tail: Promise<void> = Promise.resolve();

  /** Runs `work` when every earlier one has finished, whether they succeeded or not. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
