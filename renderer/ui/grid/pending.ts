import type { Difference, FreshRow, GridBatch, Overlays } from './drafts.ts';

/** What the grid knows beyond the core's rows. */
export interface Pending {
  readonly overlays: Overlays;
  readonly fresh: readonly FreshRow[];
  /** Rows whose removal is under way. */
  readonly hidden: ReadonlySet<string>;
}

export const NOTHING_PENDING: Pending = { overlays: {}, fresh: [], hidden: new Set() };

/** A batch sets out. */
export function begin<Changes>(before: Pending, difference: Difference<Changes>, number: number): Pending {
  const overlays: Record<string, Overlays[string]> = { ...before.overlays };
  // What an earlier attempt to create a row left over its cells says nothing about the cells of now.
  for (const { key, saving } of difference.fresh) if (!saving) delete overlays[key];
  for (const { key, column, text, problem } of difference.touched) {
    overlays[key] = { ...overlays[key], [column]: { text, problem, batch: problem === null ? number : null } };
  }
  const known = new Map(before.fresh.map((row) => [row.key, row]));
  const created = before.fresh.filter((row) => row.id !== null);
  const fresh = difference.fresh.map((row) => ({
    key: row.key,
    below: row.below,
    cells: row.cells,
    batch: row.ready ? number : (known.get(row.key)?.batch ?? null),
    id: null,
  }));
  return {
    overlays,
    fresh: [...created, ...fresh],
    hidden: new Set([...before.hidden, ...difference.batch.removed]),
  };
}

/** The core holds the batch: what it carried need not be kept any more. */
export function finish<Changes>(
  before: Pending,
  batch: GridBatch<Changes>,
  ids: readonly string[],
  number: number,
): Pending {
  const idByKey = new Map(batch.created.map((row, index) => [row.key, ids[index]]));
  return {
    overlays: withoutBatch(before.overlays, number),
    fresh: before.fresh.flatMap((row) => {
      if (row.batch !== number || row.id !== null) return [row];
      const id = idByKey.get(row.key);
      return id === undefined ? [] : [{ ...row, id }];
    }),
    hidden: new Set([...before.hidden].filter((id) => !batch.removed.includes(id))),
  };
}

/** The batch was refused: the text stays, marked as not saved, and removed rows come back. */
export function fail<Changes>(before: Pending, batch: GridBatch<Changes>, number: number): Pending {
  return {
    overlays: mapOverlays(before.overlays, (overlay) =>
      overlay.batch === number ? { ...overlay, batch: null, problem: { code: 'notSaved' } } : overlay,
    ),
    fresh: before.fresh.map((row) => (row.batch === number ? { ...row, batch: null } : row)),
    hidden: new Set([...before.hidden].filter((id) => !batch.removed.includes(id))),
  };
}

/** What could not be read or saved is given up; new rows that never reached the core go with it. */
export function withoutProblems(before: Pending): Pending {
  return {
    ...before,
    overlays: mapOverlays(before.overlays, (overlay) => (overlay.batch === null ? null : overlay)),
    fresh: before.fresh.filter(
      (row) => row.batch !== null || row.id !== null || Object.values(row.cells).every((text) => text.trim() === ''),
    ),
  };
}

/** Without new rows that say nothing and are on their way nowhere. */
export function withoutBlankRows(before: Pending): Pending {
  const fresh = before.fresh.filter(
    (row) => row.batch !== null || row.id !== null || Object.values(row.cells).some((text) => text.trim() !== ''),
  );
  return fresh.length === before.fresh.length ? before : { ...before, fresh };
}

/** New rows that the core's own rows now stand for. */
export function withoutArrived(before: Pending, arrived: ReadonlySet<string>): Pending {
  const fresh = before.fresh.filter((row) => row.id === null || !arrived.has(row.id));
  return fresh.length === before.fresh.length ? before : { ...before, fresh };
}

type Overlay = Overlays[string][string];

function withoutBatch(overlays: Overlays, number: number): Overlays {
  return mapOverlays(overlays, (overlay) => (overlay.batch === number ? null : overlay));
}

function mapOverlays(overlays: Overlays, change: (overlay: Overlay) => Overlay | null): Overlays {
  const result: Record<string, Record<string, Overlay>> = {};
  for (const [key, row] of Object.entries(overlays)) {
    const kept: Record<string, Overlay> = {};
    for (const [column, overlay] of Object.entries(row)) {
      const changed = change(overlay);
      if (changed !== null) kept[column] = changed;
    }
    if (Object.keys(kept).length > 0) result[key] = kept;
  }
  return result;
}
