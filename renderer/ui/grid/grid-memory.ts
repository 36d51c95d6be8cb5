import { NOTHING_PENDING, type Pending, withoutBlankRows } from './pending.ts';

/**
 * What was typed into a grid and is not stored yet. It outlives the screen: a text that could not be read, or a save that
 * fails after the user went elsewhere, is there again when the grid is shown again.
 */
export class GridMemory {
  #pending: Pending = NOTHING_PENDING;
  readonly #listeners = new Set<() => void>();
  /** The grid's key of a row that was created here, by the id the core gave it. */
  readonly keys = new Map<string, string>();
  batchNumber = 0;

  readonly get = (): Pending => this.#pending;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly update = (change: (before: Pending) => Pending): void => {
    this.#pending = change(this.#pending);
    if (holdsText(this.#pending)) unsaved.add(this);
    else unsaved.delete(this);
    guardWindow();
    for (const listener of this.#listeners) listener();
  };
}

const memories = new Map<string, GridMemory>();

/** The memory of the grid that goes by this name, without the empty rows that stood ready. */
export function memoryOf(name: string): GridMemory {
  const memory = memories.get(name) ?? new GridMemory();
  memories.set(name, memory);
  memory.update(withoutBlankRows);
  return memory;
}

/** Memories whose text only this window holds: closing it would lose them. */
const unsaved = new Set<GridMemory>();

function guardWindow(): void {
  if (typeof window === 'undefined') return;
  if (unsaved.size > 0) window.addEventListener('beforeunload', askFirst);
  else window.removeEventListener('beforeunload', askFirst);
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function holdsText({ overlays, fresh }: Pending): boolean {
  return (
    Object.values(overlays).some((row) => Object.values(row).some(({ batch }) => batch === null)) ||
    fresh.some(
      ({ id, batch, cells }) =>
        id === null && batch === null && Object.values(cells).some((text) => text.trim() !== ''),
    )
  );
}
