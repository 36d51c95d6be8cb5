import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { GridColumn } from './columns.ts';
import {
  buildDrafts,
  compareDrafts,
  type Draft,
  type GridBatch,
  isEmptyBatch,
  type MissingIn,
  readCellsOnce,
  readNew,
} from './drafts.ts';
import { GridMemory, memoryOf } from './grid-memory.ts';
import type { CellProblem } from './parse.ts';
import { begin, fail, finish, withoutArrived, withoutProblems } from './pending.ts';

/**
 * Saves a batch in one action and gives the ids of the created rows in their order. It resolves once the rows shown
 * are the new ones, and rejects when nothing was saved (the error is told by the mutation).
 */
export type SaveBatch<Changes> = (batch: GridBatch<Changes>) => Promise<readonly string[]>;

export interface Drafts {
  readonly drafts: Draft[];
  readonly change: (after: readonly Draft[]) => void;
  readonly commitCell: (key: string, column: string, text: string) => void;
  readonly problemOf: (key: string, column: string) => CellProblem | null;
  readonly problemCount: number;
  /** Gives up what could not be read or saved: what is stored stands again. */
  readonly discardProblems: () => void;
}

/**
 * Keeps what is typed until the core holds it: nothing is lost when a cell cannot be read or a save fails, and with a `name`
 * not even when the screen is left.
 */
export function useDrafts<Row extends { id: string }, Changes extends object>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row, Changes>[],
  save: SaveBatch<Changes>,
  missingIn: MissingIn<Changes> = nothingMissing,
  name: string | null = null,
): Drafts {
  const memory = useMemo(() => (name === null ? new GridMemory() : memoryOf(name)), [name]);
  const pending = useSyncExternalStore(memory.subscribe, memory.get, memory.get);
  const setPending = memory.update;
  const keyOf = useCallback((id: string) => memory.keys.get(id) ?? id, [memory]);
  const { overlays, fresh, hidden } = pending;
  const readCells = useMemo(() => readCellsOnce(columns), [columns]);
  const drafts = useMemo(
    () => buildDrafts(rows, readCells, overlays, fresh, hidden, keyOf),
    [rows, readCells, overlays, fresh, hidden, keyOf],
  );
  const latest = useRef(drafts);
  latest.current = drafts;

  useEffect(() => {
    const arrived = new Set(rows.map((row) => row.id));
    setPending((before) => withoutArrived(before, arrived));
  }, [rows, setPending]);

  const change = useCallback(
    (after: readonly Draft[]) => {
      const difference = compareDrafts(latest.current, after, columns, missingIn);
      const { batch } = difference;
      memory.batchNumber += 1;
      const number = memory.batchNumber;
      latest.current = [...after];
      setPending((before) => begin(before, difference, number));
      if (isEmptyBatch(batch)) return;
      const sent = new Map(after.map((row) => [row.key, row.cells]));
      save(batch).then(
        (ids) => {
          const created = new Map<string, string>();
          batch.created.forEach((row, index) => {
            const id = ids[index];
            if (id === undefined) return;
            created.set(row.key, id);
            memory.keys.set(id, row.key);
          });
          const now = latest.current;
          setPending((before) => finish(before, batch, ids, number));
          sendLateEdits(now, created, sent, (stored, edited) => {
            latest.current = stored;
            change(edited);
          });
        },
        () => setPending((before) => fail(before, batch, number)),
      );
    },
    [columns, save, missingIn, memory, setPending],
  );

  const commitCell = useCallback(
    (key: string, column: string, text: string) =>
      change(
        latest.current.map((row) => (row.key === key ? { ...row, cells: { ...row.cells, [column]: text } } : row)),
      ),
    [change],
  );

  const problemOf = useCallback(
    (key: string, column: string): CellProblem | null => {
      const overlay = overlays[key]?.[column];
      if (overlay !== undefined) return overlay.problem;
      const row = fresh.find((candidate) => candidate.key === key);
      const text = row?.cells[column] ?? '';
      if (text.trim() === '') {
        const changes = row === undefined ? null : readNew(row, columns).changes;
        return changes !== null && missingIn(changes) === column ? { code: 'required' } : null;
      }
      const parsed = columns.find((candidate) => candidate.id === column)?.parse(text);
      return parsed === undefined || parsed.ok ? null : parsed.problem;
    },
    [overlays, fresh, columns, missingIn],
  );
  const problemCount = useMemo(() => {
    const keysAtRisk = [...Object.keys(overlays), ...fresh.map((row) => row.key)];
    return [...new Set(keysAtRisk)].reduce(
      (sum, key) => sum + columns.filter((column) => problemOf(key, column.id) !== null).length,
      0,
    );
  }, [overlays, fresh, columns, problemOf]);
  const discardProblems = useCallback(() => setPending(withoutProblems), [setPending]);
  return { drafts, change, commitCell, problemOf, problemCount, discardProblems };
}

/** What was typed into a new row while it was being created goes after it as a change of the now existing row. */
function sendLateEdits(
  now: readonly Draft[],
  created: ReadonlyMap<string, string>,
  sent: ReadonlyMap<string, Draft['cells']>,
  send: (stored: Draft[], edited: Draft[]) => void,
): void {
  const isLate = (row: Draft) =>
    created.has(row.key) && Object.entries(row.cells).some(([column, text]) => sent.get(row.key)?.[column] !== text);
  if (!now.some(isLate)) return;
  const identified = now.map((row) => ({ ...row, id: created.get(row.key) ?? row.id, saving: false }));
  const stored = identified.map((row) =>
    created.has(row.key) ? { ...row, cells: sent.get(row.key) ?? row.cells } : row,
  );
  send(stored, identified);
}

function nothingMissing(): null {
  return null;
}
