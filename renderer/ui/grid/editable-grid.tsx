import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type AddRowsComponentProps,
  type Column,
  DataSheetGrid,
  type DataSheetGridRef,
  type SimpleColumn,
} from 'react-datasheet-grid';
import { useDensity } from '../../app/preferences.ts';
import { useText } from '../../i18n/use-text.ts';
import { type CellColumn, GridCell, GridContext, problemText } from './cells.tsx';
import type { GridColumn } from './columns.ts';
import { ContextMenu } from './context-menu.tsx';
import type { Draft, MissingIn } from './drafts.ts';
import classes from './editable-grid.module.css';
import { useCommitEdit, useWordAtLeaving } from './use-commit-edit.ts';
import { type SaveBatch, useDrafts } from './use-drafts.ts';

export interface EditableGridProps<Row extends { id: string }, Changes extends object> {
  /** What is edited here, for screen readers. */
  readonly label: string;
  /** As the core gave them; keep the array while it stays the same. */
  readonly rows: readonly Row[];
  /** Memoise them: a new array rebuilds the grid. */
  readonly columns: readonly GridColumn<Row, Changes>[];
  readonly onSave: SaveBatch<Changes>;
  /** Rows can be added and deleted; false where each row stands for something else (items of a project). */
  readonly rowsChange?: boolean;
  readonly readOnly?: boolean;
  /** So many empty rows stand ready, and the first is active, when there are no rows at first. */
  readonly blankRows?: number;
  /** What a new row must have before it is created; keep the function while it stays the same. */
  readonly missingIn?: MissingIn<Changes>;
  /** Stands at the left of each row while the rest scrolls sideways, in the place of the row's number. */
  readonly rowHead?: RowHead;
  /** Keeps what is typed and not stored when the screen is left, for the grid that goes by this name next. */
  readonly memory?: string;
  /** In pixels; without it the grid fills the room its place has. */
  readonly height?: number;
}

/**
 * A spreadsheet over rows of the core: arrow keys, Enter, typing over, paste of a range from Excel, fill down, add and
 * delete rows. Each edit, paste or deletion arrives as one batch, so it is one action and one Ctrl+Z.
 */
export function EditableGrid<Row extends { id: string }, Changes extends object>(
  props: EditableGridProps<Row, Changes>,
) {
  const { label, rows, columns, onSave, rowsChange = true, readOnly = false, height } = props;
  const { missingIn, rowHead, blankRows = 0, memory } = props;
  const { t } = useText();
  const [density] = useDensity();
  const { drafts, change, commitCell, problemOf, problemCount, discardProblems } = useDrafts(
    rows,
    columns,
    onSave,
    missingIn,
    memory ?? null,
  );
  const commitEdit = useCommitEdit(drafts, columns, commitCell, rowHead);
  useWordAtLeaving(memory === undefined ? 0 : problemCount);
  const place = useElementSize();
  const grid = useRef<DataSheetGridRef>(null);
  const container = useRef<HTMLDivElement>(null);
  useLeaveOnFocusElsewhere(container, grid);
  useFocusableScroller(container);
  useBlankRows(drafts.length === 0 ? blankRows : 0, change, grid);
  const [spoken, speak] = useSpoken(drafts, columns, problemOf);
  const sheetColumns = useMemo(() => columns.map((column) => sheetColumn(column, readOnly)), [columns, readOnly]);
  const gutter = useMemo(() => gutterColumn(rowHead), [rowHead]);
  const state = useMemo(() => ({ problemOf, commitCell: commitEdit }), [problemOf, commitEdit]);
  const rowHeight = density === 'compact' ? 29 : 37;
  return (
    <div className={classes.root} ref={container}>
      <div ref={place.ref} className={height === undefined ? classes.fill : undefined}>
        <GridContext value={state}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks and meaning */}
          <div role="group" aria-label={`${label}. ${t('grid.hint')}`}>
            <DataSheetGrid<Draft>
              ref={grid}
              className={classes.grid ?? ''}
              value={drafts}
              onChange={change}
              columns={sheetColumns}
              height={height ?? Math.max(180, place.height - (rowsChange && !readOnly ? 44 : 2))}
              rowHeight={rowHeight}
              headerRowHeight={rowHeight + 2}
              gutterColumn={gutter}
              createRow={newDraft}
              duplicateRow={({ rowData }) => ({ ...newDraft(), cells: rowData.cells })}
              lockRows={!rowsChange || readOnly}
              addRowsComponent={AddRows}
              contextMenuComponent={ContextMenu}
              onActiveCellChange={speak}
            />
          </div>
        </GridContext>
      </div>
      {problemCount === 0 ? null : (
        <Group className={classes.problems} gap={8} role="status">
          <IconAlertTriangle size={15} aria-hidden />
          <Text size="sm">{t('grid.problems', { count: problemCount })}</Text>
          <Button variant="subtle" color="red" size="compact-sm" onClick={discardProblems}>
            {t('grid.discardProblems')}
          </Button>
        </Group>
      )}
      <div className={classes.spoken} aria-live="polite">
        {spoken}
      </div>
    </div>
  );
}

/** The grid listens to the whole document; it must not while something else has the focus (a dialog, the palette). */
function useLeaveOnFocusElsewhere(
  container: React.RefObject<HTMLDivElement | null>,
  grid: React.RefObject<DataSheetGridRef | null>,
): void {
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Node && container.current?.contains(event.target) === false) {
        grid.current?.setActiveCell(null);
      }
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [container, grid]);
}

function useBlankRows(
  count: number,
  change: (drafts: Draft[]) => void,
  grid: React.RefObject<DataSheetGridRef | null>,
): void {
  const begin = useRef(() => {
    if (count === 0) return;
    change(Array.from({ length: count }, newDraft));
    requestAnimationFrame(() => grid.current?.setActiveCell({ col: 0, row: 0 }));
  });
  useEffect(() => begin.current(), []);
}

/** The part that scrolls takes the keyboard's focus, so that the arrow keys can scroll it before a cell is active. */
function useFocusableScroller(container: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    container.current?.querySelector('.dsg-container')?.setAttribute('tabindex', '0');
  }, [container]);
}

/** Says aloud which cell is active, since the grid's cells are not real table cells. */
function useSpoken<Row, Changes>(
  drafts: readonly Draft[],
  columns: readonly GridColumn<Row, Changes>[],
  problemOf: (key: string, column: string) => Parameters<typeof problemText>[0] | null,
) {
  const { t } = useText();
  const [spoken, setSpoken] = useState('');
  const speak = useCallback(
    ({ cell }: { cell: { col: number; row: number } | null }) => {
      const draft = cell === null ? undefined : drafts[cell.row];
      const column = cell === null ? undefined : columns[cell.col];
      if (cell === null || draft === undefined || column === undefined) return setSpoken('');
      const problem = problemOf(draft.key, column.id);
      const value = column.show(draft.cells[column.id] ?? '');
      setSpoken(
        [`${column.title} ${cell.row + 1}: ${value}`, problem === null ? '' : problemText(problem, t)].join(' ').trim(),
      );
    },
    [drafts, columns, problemOf, t],
  );
  return [spoken, speak] as const;
}

function sheetColumn<Row, Changes>(
  column: GridColumn<Row, Changes>,
  readOnly: boolean,
): Column<Draft, CellColumn, string> {
  const { id } = column;
  const withText = (row: Draft, text: string): Draft => ({ ...row, cells: { ...row.cells, [id]: text } });
  return {
    id,
    title: (
      <span className={classes.head} data-align={column.align} title={column.title}>
        <span className={classes.headTitle}>{column.title}</span>
        {column.unit === undefined ? null : <span className="hj-unit">{column.unit}</span>}
      </span>
    ),
    component: GridCell,
    columnData: { id, align: column.align, show: column.show, choices: column.choices },
    basis: column.width,
    // Figures keep their width, texts give way: a cut figure could be read as another one.
    minWidth: column.minWidth ?? (column.grow > 0 ? Math.min(column.width, 100) : column.width),
    grow: column.grow,
    shrink: column.grow > 0 ? 1 : 0,
    disabled: readOnly || column.readOnly,
    disableKeys: column.choices !== null,
    keepFocus: column.choices !== null,
    copyValue: ({ rowData }) => rowData.cells[id] ?? '',
    pasteValue: ({ rowData, value }) => withText(rowData, value.replace(/\s*[\r\n]+\s*/g, ' ').trim()),
    deleteValue: ({ rowData }) => withText(rowData, ''),
    isCellEmpty: ({ rowData }) => (rowData.cells[id] ?? '') === '',
  };
}

function newDraft(): Draft {
  return { key: crypto.randomUUID(), id: null, cells: {}, saving: false };
}

export interface RowHead {
  readonly title: string;
  readonly width: number;
  /** What a stored row is called, by its id. */
  readonly name: (id: string) => string;
  /** Of a stored row, by its id. */
  readonly render: (id: string) => ReactNode;
}

function gutterColumn(head: RowHead | undefined): SimpleColumn<Draft, unknown> {
  if (head === undefined) return { component: RowNumber, basis: 44, minWidth: 44 };
  return {
    component: ({ rowData }) => (
      <div className={classes.rowHead}>{rowData.id === null ? null : head.render(rowData.id)}</div>
    ),
    title: (
      <span className={classes.head}>
        <span className={classes.headTitle}>{head.title}</span>
      </span>
    ),
    basis: head.width,
    minWidth: head.width,
    grow: 0,
    shrink: 0,
  };
}

function RowNumber({ rowIndex }: { rowIndex: number }) {
  return <span className={classes.number}>{rowIndex + 1}</span>;
}

function AddRows({ addRows }: AddRowsComponentProps) {
  const { t } = useText();
  const [count, setCount] = useState(1);
  return (
    <Group gap={6} className={classes.add}>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => addRows(count)}
      >
        {count === 1 ? t('grid.addRow') : t('grid.addRows', { count })}
      </Button>
      <NumberInput
        w={64}
        aria-label={t('grid.rowCount')}
        min={1}
        max={500}
        value={count}
        onChange={(value) => setCount(typeof value === 'number' ? Math.max(1, value) : 1)}
      />
    </Group>
  );
}
