import { Tooltip } from '@mantine/core';
import { memo, type RefObject, useEffect, useState } from 'react';
import type { Translate } from '../../../i18n/use-text.ts';
import { cellNotes } from './cell-text.ts';
import type { MatrixModel } from './matrix-model.ts';
import { placeOf } from './use-grid-keys.ts';

const REST_MS = 350;

interface Hint {
  readonly target: HTMLElement;
  readonly notes: readonly string[];
}

/** One tooltip for all cells: what is to be said about the one the pointer rests on, or the keyboard stands on. */
export const CellHint = memo(function CellHint(props: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly model: MatrixModel;
  readonly t: Translate;
}) {
  const { scroller, model, t } = props;
  const [hint, setHint] = useState<Hint | null>(null);

  useEffect(() => {
    const grid = scroller.current;
    if (grid === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: HTMLElement | null = null;
    const hide = () => {
      clearTimeout(timer);
      over?.removeAttribute('aria-description');
      over = null;
      setHint(null);
    };
    const rest = (event: Event) => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
      if (cell === over) return;
      hide();
      over = cell;
      if (cell === null || (event.type === 'focusin' && !cell.matches(':focus-visible'))) return;
      const notes = notesAt(cell, model, t);
      // For screen readers at once, and only here: worked out for every cell shown, the notes would cost more than the cells.
      if (event.type === 'focusin' && notes.length > 0) cell.setAttribute('aria-description', notes.join(' '));
      timer = setTimeout(() => (notes.length > 0 ? setHint({ target: cell, notes }) : undefined), REST_MS);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    grid.addEventListener('mouseover', rest);
    grid.addEventListener('focusin', rest);
    grid.addEventListener('keydown', onKey);
    for (const type of ['mouseleave', 'focusout', 'scroll', 'pointerdown']) grid.addEventListener(type, hide);
    return () => {
      hide();
      grid.removeEventListener('mouseover', rest);
      grid.removeEventListener('focusin', rest);
      grid.removeEventListener('keydown', onKey);
      for (const type of ['mouseleave', 'focusout', 'scroll', 'pointerdown']) grid.removeEventListener(type, hide);
    };
  }, [scroller, model, t]);

  if (hint === null) return null;
  return <Tooltip opened target={hint.target} label={hint.notes.map((note) => <div key={note}>{note}</div>)} />;
});

function notesAt(cell: HTMLElement, model: MatrixModel, t: Translate): readonly string[] {
  const place = placeOf(cell);
  const row = place === null ? undefined : model.rows[place.row];
  const column = place === null ? undefined : model.columns[place.column];
  if (row === undefined || column === undefined) return [];
  if (row.kind === 'item' && column.kind === 'quote') {
    const compared = row.row.cells[column.index];
    return compared === undefined ? [] : cellNotes(compared, row.row, column.compared, model.comparison, t);
  }
  // Words too long for their cell are shown whole.
  return [...cell.children].flatMap((line) => (line.scrollWidth > line.clientWidth ? [line.textContent] : []));
}
