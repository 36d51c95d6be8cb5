import type { Id } from '../../../shared/kernel/ids.ts';

interface Placed {
  readonly id: Id;
  readonly position: number;
}

/**
 * Where new rows go. `stored` stand in their order; the `position` of a created row is its place, counted from 0, in the
 * list as it will stand. Numbers only rise along the list, with gaps where rows were deleted, so that adding at the end
 * moves nothing; `moved` are stored rows that must make room.
 */
export function placeItems(
  stored: readonly Placed[],
  created: readonly Placed[],
): { places: ReadonlyMap<Id, number>; moved: Placed[] } {
  const waiting = created.toSorted((a, b) => a.position - b.position);
  const staying = [...stored];
  const places = new Map<Id, number>();
  const moved: Placed[] = [];
  let last = -1;
  for (let place = 0; place < stored.length + created.length; place += 1) {
    const fresh = waiting[0];
    if (fresh !== undefined && (fresh.position <= place || staying.length === 0)) {
      waiting.shift();
      last += 1;
      places.set(fresh.id, last);
      continue;
    }
    const row = staying.shift();
    if (row === undefined) break;
    last = Math.max(row.position, last + 1);
    if (last !== row.position) moved.push({ id: row.id, position: last });
  }
  return { places, moved };
}
