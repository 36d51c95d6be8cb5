import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Place, useMatrixWindow } from './grid-layout.ts';
import type { MatrixModel } from './matrix-model.ts';

/** One place of the grid takes part in the tab order; arrow keys move it. */
export function useActivePlace(): [Place, (place: Place) => void] {
  return useState<Place>({ row: -1, column: 0 });
}

const PAGE = 10;

/** Moves by the keys of the ARIA grid pattern, brings the new place into view and gives it the focus. */
export function useGridKeys(options: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly model: MatrixModel;
  readonly window: ReturnType<typeof useMatrixWindow>;
  readonly active: Place;
  readonly setActive: (place: Place) => void;
  readonly activate: (place: Place) => void;
}) {
  const { scroller, model, window, active, setActive, activate } = options;
  const wantsFocus = useRef(false);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    placeElement(scroller.current, active)?.focus({ preventScroll: true });
  }, [active, scroller]);

  return useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        activate(active);
        return;
      }
      const next = target(event, active, model);
      if (next === null) return;
      event.preventDefault();
      if (next.row >= 0) window.rows.scrollToIndex(next.row, { align: 'auto' });
      if (next.column >= 0) window.columns.scrollToIndex(next.column, { align: 'auto' });
      wantsFocus.current = true;
      setActive(next);
    },
    [active, activate, model, setActive, window],
  );
}

/** The element of a place, while it is in the document. */
export function placeElement(scroller: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`) ?? null;
}

/** The place an element stands for; null outside the cells. */
export function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null;
  const place = target.closest('[data-place]')?.getAttribute('data-place')?.split(':');
  return place === undefined ? null : { row: Number(place[0]), column: Number(place[1]) };
}

function target({ key, ctrlKey }: KeyboardEvent, { row, column }: Place, model: MatrixModel): Place | null {
  const lastRow = model.rows.length - 1;
  const lastColumn = model.columns.length - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: ctrlKey ? -1 : stepRow(model, row, -1), column };
    case 'ArrowDown':
      return { row: ctrlKey ? lastRow : stepRow(model, row, 1), column };
    case 'PageUp':
      return { row: stepRow(model, Math.max(row - PAGE + 1, 0), -1), column };
    case 'PageDown':
      return { row: stepRow(model, Math.min(row + PAGE - 1, lastRow - 1), 1), column };
    case 'ArrowLeft':
      return { row, column: ctrlKey ? -1 : Math.max(column - 1, -1) };
    case 'ArrowRight':
      return { row, column: ctrlKey ? lastColumn : Math.min(column + 1, lastColumn) };
    case 'Home':
      return { row: ctrlKey ? -1 : row, column: ctrlKey ? 0 : -1 };
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

/** The next row that is no section heading; headings have no cells to stand on. */
function stepRow(model: MatrixModel, from: number, by: 1 | -1): number {
  for (let row = from + by; row >= 0 && row < model.rows.length; row += by) {
    if (model.rows[row]?.kind !== 'section') return row;
  }
  return by === -1 ? -1 : from;
}
