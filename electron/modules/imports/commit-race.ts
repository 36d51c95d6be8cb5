const OPEN = 0;
const CANCELLED = 1;
const COMMITTING = 2;

/**
 * Settles, across two threads, whether a cancel came before the commit. Without it a cancel could arrive just after the data
 * was stored and be answered "cancelled" although everything is there.
 */
export class CommitRace {
  readonly #state: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.#state = new Int32Array(buffer);
  }

  get buffer(): SharedArrayBuffer {
    // A view over a SharedArrayBuffer hands back that very buffer.
    const { buffer } = this.#state;
    if (!(buffer instanceof SharedArrayBuffer)) throw new Error('not a shared buffer');
    return buffer;
  }

  /** True when the cancel came first; then nothing may be committed any more. */
  cancel(): boolean {
    return Atomics.compareExchange(this.#state, 0, OPEN, CANCELLED) !== COMMITTING;
  }

  /** True when the commit may go ahead; a cancel from now on comes too late. */
  startCommit(): boolean {
    return Atomics.compareExchange(this.#state, 0, OPEN, COMMITTING) === OPEN;
  }
}
