import type { GridColumn } from './columns.ts';
import type { CellProblem } from './parse.ts';

/** A row as the grid holds it: the text of each cell. `id` is null until the core knows the row. */
export interface Draft {
  readonly key: string;
  readonly id: string | null;
  readonly cells: Readonly<Record<string, string>>;
  /** A new row on its way to the core; what is typed meanwhile follows once it has an id. */
  readonly saving: boolean;
}

/** What one edit, paste or deletion asks for, all at once. */
export interface GridBatch<Changes> {
  /** `position` is the row's place in the grid, counted from 0. */
  readonly created: readonly { readonly key: string; readonly position: number; readonly changes: Changes }[];
  readonly updated: readonly { readonly id: string; readonly changes: Changes }[];
  readonly removed: readonly string[];
}

/** A cell whose text is not what the core holds: being saved, unreadable, or not saved. */
export interface Overlay {
  readonly text: string;
  readonly problem: CellProblem | null;
  /** The batch that carries it to the core; null when it cannot be sent. */
  readonly batch: number | null;
}
export type Overlays = Readonly<Record<string, Readonly<Record<string, Overlay>>>>;

/** A row that the core does not hold yet, and the row it stands below (null: at the top). */
export interface FreshRow {
  readonly key: string;
  readonly below: string | null;
  readonly cells: Readonly<Record<string, string>>;
  readonly batch: number | null;
  /** Given by the core once it is created; the row stays until the core's own row arrives. */
  readonly id: string | null;
}

/** The text of each cell of a row. */
export type ReadCells<Row> = (row: Row) => Draft['cells'];

/** Reads each row once, as long as it is the same row: an edit in a grid of ten thousand does not write all of them out again. */
export function readCellsOnce<Row extends object, Changes>(
  columns: readonly GridColumn<Row, Changes>[],
): ReadCells<Row> {
  const known = new WeakMap<Row, Draft['cells']>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const cells: Record<string, string> = {};
    for (const column of columns) cells[column.id] = column.read(row);
    known.set(row, cells);
    return cells;
  };
}

/** The rows to show: the core's, with what is typed over them, and new ones in their places. */
export function buildDrafts<Row extends { id: string }>(
  rows: readonly Row[],
  readCells: ReadCells<Row>,
  overlays: Overlays,
  fresh: readonly FreshRow[],
  hidden: ReadonlySet<string>,
  keyOf: (id: string) => string,
): Draft[] {
  const known = new Set(rows.map((row) => row.id));
  const waiting = fresh.filter((row) => row.id === null || !known.has(row.id));
  const below = Map.groupBy(waiting, (row) => row.below);
  const drafts: Draft[] = [];
  const add = (row: FreshRow) => {
    const cells = { ...row.cells, ...textsOf(overlays[row.key]) };
    drafts.push({ key: row.key, id: row.id, cells, saving: row.id === null && row.batch !== null });
  };
  const addBelow = (key: string | null) => {
    const here = below.get(key) ?? [];
    below.delete(key);
    for (const row of here) {
      add(row);
      addBelow(row.key);
    }
  };
  addBelow(null);
  for (const row of rows) {
    if (hidden.has(row.id)) continue;
    const key = keyOf(row.id);
    const stored = readCells(row);
    const over = overlays[key];
    const cells = over === undefined ? stored : { ...stored, ...textsOf(over) };
    drafts.push({ key, id: row.id, cells, saving: false });
    addBelow(key);
  }
  // Rows whose neighbour above is gone stand at the end rather than vanish.
  for (const rest of [...below.values()].flat()) add(rest);
  return drafts;
}

function textsOf(overlay: Overlays[string] | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(overlay ?? {}).map(([column, { text }]) => [column, text]));
}

export interface Difference<Changes> {
  readonly batch: GridBatch<Changes>;
  /** Cells of stored rows whose text changed, with what is wrong with it. */
  readonly touched: readonly { key: string; column: string; text: string; problem: CellProblem | null }[];
  /** New rows as they stand now, in order; `ready` ones are part of the batch, with what of them can be read. */
  readonly fresh: readonly FreshState[];
}

interface FreshState {
  readonly key: string;
  readonly below: string | null;
  readonly cells: Draft['cells'];
  readonly ready: boolean;
  /** On its way to the core since an earlier edit. */
  readonly saving: boolean;
}

/** The column a new row cannot do without and has not filled yet; null when it can be created. */
export type MissingIn<Changes> = (changes: Changes) => string | null;

/** What changed between two states of the grid, and what of it can be sent. */
export function compareDrafts<Row, Changes extends object>(
  before: readonly Draft[],
  after: readonly Draft[],
  columns: readonly GridColumn<Row, Changes>[],
  missingIn: MissingIn<Changes> = nothingMissing,
): Difference<Changes> {
  const previous = new Map(before.map((row) => [row.key, row]));
  const kept = new Set(after.map((row) => row.key));
  const created: { key: string; position: number; changes: Changes }[] = [];
  const updated: { id: string; changes: Changes }[] = [];
  const touched: { key: string; column: string; text: string; problem: CellProblem | null }[] = [];
  const fresh: FreshState[] = [];
  after.forEach((row, position) => {
    if (row.id === null) {
      const { changes, unreadable } = readNew(row, columns);
      const ready = changes !== null && missingIn(changes) === null && !row.saving && row !== previous.get(row.key);
      if (ready) {
        created.push({ key: row.key, position, changes });
        touched.push(...unreadable.map((cell) => ({ key: row.key, ...cell })));
      }
      const { key, cells, saving } = row;
      fresh.push({ key, below: after[position - 1]?.key ?? null, cells, ready, saving });
      return;
    }
    const old = previous.get(row.key);
    if (old === row) return;
    const merged: Changes[] = [];
    for (const column of columns) {
      const text = row.cells[column.id] ?? '';
      if (column.readOnly || text === (old?.cells[column.id] ?? '')) continue;
      const parsed = column.parse(text);
      touched.push({ key: row.key, column: column.id, text, problem: parsed.ok ? null : parsed.problem });
      if (parsed.ok) merged.push(parsed.value);
    }
    const changes = merge(merged);
    if (changes !== null) updated.push({ id: row.id, changes });
  });
  const removed = before.flatMap((row) => (row.id === null || kept.has(row.key) ? [] : [row.id]));
  return { batch: { created, updated, removed }, touched, fresh };
}

interface Unreadable {
  readonly column: string;
  readonly text: string;
  readonly problem: CellProblem;
}

/** What a new row says (null while it says nothing, or lacks what it must say), and the cells that cannot be read. */
export function readNew<Row, Changes extends object>(
  row: Pick<Draft, 'cells'>,
  columns: readonly GridColumn<Row, Changes>[],
): { changes: Changes | null; unreadable: Unreadable[] } {
  const parts: Changes[] = [];
  const unreadable: Unreadable[] = [];
  let lacks = false;
  for (const column of columns) {
    if (column.readOnly) continue;
    const text = row.cells[column.id] ?? '';
    const isBlank = text.trim() === '';
    const parsed = column.parse(text);
    if (parsed.ok && !isBlank) parts.push(parsed.value);
    if (parsed.ok) continue;
    if (!isBlank) unreadable.push({ column: column.id, text, problem: parsed.problem });
    lacks = lacks || !column.parse('').ok;
  }
  return { changes: lacks ? null : merge(parts), unreadable };
}

function merge<Changes extends object>(parts: readonly Changes[]): Changes | null {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  let whole = first;
  for (const part of rest) whole = { ...whole, ...part };
  return whole;
}

/** True when nothing would be sent. */
export function isEmptyBatch<Changes>(batch: GridBatch<Changes>): boolean {
  return batch.created.length === 0 && batch.updated.length === 0 && batch.removed.length === 0;
}

function nothingMissing(): null {
  return null;
}
