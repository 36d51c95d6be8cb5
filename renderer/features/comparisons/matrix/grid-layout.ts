import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useMemo } from 'react';
import type { MatrixModel, MatrixRow } from './matrix-model.ts';

/** Sizes in pixels; the style sheet repeats none of them. */
export const FROZEN_WIDTH = 232;
export const HEAD_HEIGHT = 112;
const COLUMN_MIN_WIDTH = 160;
const COLUMN_MAX_WIDTH = 220;
const TWO_LINES = 44;
const ONE_LINE = 31;
const SECTION = 30;

/** Wide enough to fill the place where the columns are few, never too narrow for a figure of ten digits. */
export function columnWidth(place: number, count: number): number {
  const share = count === 0 ? COLUMN_MAX_WIDTH : Math.floor((place - FROZEN_WIDTH - 12) / count);
  return Math.min(COLUMN_MAX_WIDTH, Math.max(COLUMN_MIN_WIDTH, share));
}

export function rowHeight(row: MatrixRow | undefined): number {
  if (row === undefined || row.kind === 'section') return SECTION;
  if (row.kind === 'item' || row.kind === 'rate' || row.kind === 'cost') return TWO_LINES;
  if (row.kind === 'result') return row.result === 'total' ? ONE_LINE : TWO_LINES;
  // All but these two say below their figure where it comes from.
  if (row.kind === 'component') return row.component === 'goods' || row.component === 'tax' ? ONE_LINE : TWO_LINES;
  if (row.kind === 'term') return TWO_LINE_TERMS.has(row.term) ? TWO_LINES : ONE_LINE;
  return ONE_LINE;
}

const TWO_LINE_TERMS: ReadonlySet<string> = new Set(['validity', 'leadTime', 'received']);

export interface Place {
  /** -1 is the row of column heads. */
  readonly row: number;
  /** -1 is the column of row heads. */
  readonly column: number;
}

/** The rows and columns in view, both ways. The one the keyboard stands on is always among them, so that focus is never lost. */
export function useMatrixWindow(
  scroller: RefObject<HTMLElement | null>,
  model: MatrixModel,
  width: number,
  active: Place,
) {
  // Given anew on every render, these would make the library lay everything out anew, and every row render.
  const keyOfRow = useCallback((index: number) => model.rows[index]?.key ?? index, [model.rows]);
  const rowsWithActive = useCallback((range: Range) => withActive(range, active.row), [active.row]);
  const columnsWithActive = useCallback((range: Range) => withActive(range, active.column), [active.column]);
  const rows = useVirtualizer<HTMLElement, Element>({
    count: model.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(model.rows[index]),
    getItemKey: keyOfRow,
    overscan: 4,
    scrollPaddingEnd: HEAD_HEIGHT,
    rangeExtractor: rowsWithActive,
    useFlushSync: false,
  });
  const columns = useVirtualizer<HTMLElement, Element>({
    horizontal: true,
    count: model.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => width,
    overscan: 1,
    scrollPaddingEnd: FROZEN_WIDTH,
    rangeExtractor: columnsWithActive,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width or another comparison makes the measured sizes void
  useLayoutEffect(() => columns.measure(), [columns, width, model.columns.length]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(() => rows.measure(), [rows, model.rows]);
  return { rows, columns };
}

/** The columns in the document: neighbours that begin at `start`, and one apart where the keyboard stands out of view. */
export interface ColumnRun {
  readonly items: readonly VirtualItem[];
  readonly start: number;
  readonly apart: number | null;
}

/** Stays the same object while the columns do, so that rows need not render. */
export function useColumnRun(items: readonly VirtualItem[]): ColumnRun {
  return useMemo(() => {
    const [first, second] = items;
    const [beforeLast, last] = items.slice(-2);
    const gapAhead = first !== undefined && second !== undefined && second.index > first.index + 1;
    const gapBehind = beforeLast !== undefined && last !== undefined && last.index > beforeLast.index + 1;
    return {
      items,
      start: (gapAhead ? second : first)?.start ?? 0,
      apart: gapAhead ? first.index : gapBehind ? last.index : null,
    };
  }, [items]);
}

interface Range {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly overscan: number;
  readonly count: number;
}

function withActive({ startIndex, endIndex, overscan, count }: Range, active: number): number[] {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  const indexes: number[] = [];
  if (active >= 0 && active < first) indexes.push(active);
  for (let index = first; index <= last; index++) indexes.push(index);
  if (active > last && active < count) indexes.push(active);
  return indexes;
}
