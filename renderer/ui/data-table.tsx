import { Group, Pagination, Select, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsVertical, IconArrowUp } from '@tabler/icons-react';
import { type DataTableColumn, DataTable as MantineTable } from 'mantine-datatable';
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { formatCount } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { type ChosenColumns, useChosenColumns } from './chosen-columns.ts';
import classes from './data-table.module.css';
import { EmptyState, ErrorState, LoadingRows } from './states.tsx';
import { PAGE_SIZES, type TableState } from './table-state.ts';
import { type FilterChip, TableToolbar } from './table-toolbar.tsx';

export interface TableColumn<Row, Sort extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right' | 'center';
  readonly width?: number | string;
  /** Takes the room left over, but at least so many pixels, and cuts what does not fit with an ellipsis. */
  readonly rest?: number;
  /** The sort of the contract that this column's head switches. */
  readonly sort?: Sort;
  /** Cannot be hidden. */
  readonly always?: boolean;
  /** Hidden until the user chooses it. */
  readonly hidden?: boolean;
  /** Cut long text with an ellipsis. */
  readonly ellipsis?: boolean;
}

export interface DataTableProps<Row extends { id: string }, Sort extends string> {
  /** Names the table in what this computer remembers (visible columns, page size). */
  readonly id: string;
  /** What is listed, for screen readers and the search box. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row, Sort>[];
  /** undefined while loading. */
  readonly rows: readonly Row[] | undefined;
  /** All rows that match, not only those of the page. */
  readonly total?: number;
  readonly error?: unknown;
  readonly retry?: () => void;
  readonly fetching?: boolean;
  /** Search, sort and page, answered by SQL; without it the table shows `rows` as they are. */
  readonly state?: TableState<Sort>;
  readonly onStateChange?: (change: Partial<TableState<Sort>>) => void;
  /** Filters in force, as chips. */
  readonly chips?: readonly FilterChip[];
  /** Controls that set filters, beside the search box. */
  readonly filters?: ReactNode;
  /** Stands before the search box: a choice between two views of the same thing. */
  readonly lead?: ReactNode;
  /** Stands at the end of the toolbar. */
  readonly trail?: ReactNode;
  readonly onOpen?: (row: Row) => void;
  /** The row whose details are open. */
  readonly openId?: string | null;
  /** A menu or buttons at the end of each row. */
  readonly rowActions?: (row: Row) => ReactNode;
  /** Their column's width in pixels; made for one icon unless told. */
  readonly actionsWidth?: number;
  /** What belongs here, shown when there is nothing at all. */
  readonly empty: ReactNode;
  readonly toolbar?: boolean;
  /** Which columns are shown, where somebody else decides it too; the table remembers it by itself otherwise. */
  readonly chosen?: ChosenColumns;
}

/** Every list of the program: rows come sorted, filtered and cut from the core. */
export function DataTable<Row extends { id: string }, Sort extends string = string>(props: DataTableProps<Row, Sort>) {
  const { id, label, rows, state, onStateChange, chips = [], error, retry, toolbar = true } = props;
  const { t } = useText();
  const own = useChosenColumns(id, props.columns);
  const chosen = props.chosen ?? own;
  const filtered = chips.length > 0 || (state?.search ?? '') !== '';
  const total = props.total ?? rows?.length ?? 0;
  const clear = () => {
    for (const chip of chips) chip.onRemove();
    onStateChange?.({ search: '', offset: 0 });
  };
  if (error !== undefined && error !== null) return <ErrorState error={error} retry={retry} />;
  if (rows !== undefined && total === 0 && !filtered) return props.empty;
  return (
    <div className={classes.root}>
      {toolbar ? (
        <TableToolbar
          label={label}
          search={state?.search}
          onSearch={(search) => onStateChange?.({ search, offset: 0 })}
          chips={chips}
          filters={props.filters}
          lead={props.lead}
          trail={props.trail}
          columns={props.columns}
          chosen={chosen}
        />
      ) : null}
      {rows === undefined ? (
        <LoadingRows />
      ) : total === 0 ? (
        <EmptyState
          title={t('nothingFound')}
          hint={t('nothingFoundHint')}
          secondary={{ label: t('clearFilters'), onClick: clear }}
        />
      ) : (
        <Rows {...props} rows={rows} chosen={chosen} />
      )}
      {state !== undefined && rows !== undefined && total > 0 ? (
        <Footer state={state} total={total} shown={rows.length} onStateChange={(change) => onStateChange?.(change)} />
      ) : null}
    </div>
  );
}

const SORT_ICONS = {
  sorted: <IconArrowUp size={13} aria-hidden />,
  unsorted: <IconArrowsVertical size={12} opacity={0.35} aria-hidden />,
};

function Rows<Row extends { id: string }, Sort extends string>(
  props: DataTableProps<Row, Sort> & { rows: readonly Row[]; chosen: ChosenColumns },
) {
  const {
    rows,
    columns,
    chosen,
    state,
    onStateChange,
    onOpen,
    openId,
    rowActions,
    actionsWidth = 56,
    label,
    fetching = false,
  } = props;
  const { t } = useText();
  const shown = useMemo(() => {
    const list: DataTableColumn<Row>[] = columns
      .filter((column) => chosen.isShown(column.id))
      .map((column) => ({
        accessor: column.id,
        title: column.title,
        render: column.render,
        textAlign: column.align ?? 'left',
        sortable: column.sort !== undefined && state !== undefined,
        ellipsis: column.ellipsis ?? false,
        ...(column.width === undefined ? {} : { width: column.width }),
        ...(column.rest === undefined ? {} : restOfTheRoom(column.rest)),
      }));
    if (rowActions !== undefined) {
      list.push({
        accessor: 'row-actions',
        title: <VisuallyHidden>{t('moreActions')}</VisuallyHidden>,
        width: actionsWidth,
        textAlign: 'right',
        render: rowActions,
        cellsClassName: classes.actions ?? '',
      });
    }
    return list;
  }, [columns, chosen, rowActions, actionsWidth, state, t]);
  const place = useSortWords();
  const sortedBy = columns.find((column) => column.sort !== undefined && column.sort === state?.sort);
  return (
    <div ref={place} className={classes.place}>
      <MantineTable<Row>
        className={classes.table}
        aria-label={label}
        records={[...rows]}
        columns={shown}
        idAccessor="id"
        minHeight={0}
        sortIcons={SORT_ICONS}
        withTableBorder={false}
        borderColor="var(--hj-line)"
        rowBorderColor="var(--hj-line)"
        highlightOnHoverColor="var(--hj-hover)"
        backgroundColor="var(--hj-surface)"
        highlightOnHover={onOpen !== undefined}
        verticalSpacing="var(--hj-cell-padding)"
        horizontalSpacing="sm"
        fz="sm"
        fetching={fetching}
        loaderBackgroundBlur={0}
        customLoader={<span />}
        sortStatus={{ columnAccessor: sortedBy?.id ?? '', direction: state?.descending === true ? 'desc' : 'asc' }}
        onSortStatusChange={(status) => {
          const sort = columns.find((column) => column.id === status.columnAccessor)?.sort;
          if (sort !== undefined) onStateChange?.({ sort, descending: status.direction === 'desc', offset: 0 });
        }}
        onRowClick={({ record, event }) => {
          if (!isControl(event.target)) onOpen?.(record);
        }}
        customRowAttributes={(row) =>
          onOpen === undefined
            ? {}
            : {
                tabIndex: 0,
                'data-open': row.id === openId || undefined,
                onKeyDown: (event: KeyboardEvent<HTMLElement>) => moveOrOpen(event, () => onOpen(row)),
              }
        }
        rowClassName={() => (onOpen === undefined ? undefined : classes.row)}
      />
    </div>
  );
}

/** The library names the arrows in the heads in English only; this says it in the language shown. */
function useSortWords(): RefObject<HTMLDivElement | null> {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const prefix = 'mantine-datatable-header-cell-sortable';
    const name = (selector: string, text: string) => {
      for (const icon of place.current?.querySelectorAll(selector) ?? []) icon.setAttribute('aria-label', text);
    };
    name(`.${prefix}-unsorted-icon`, t('sortNone'));
    name(`.${prefix}-icon`, t('sortAscending'));
    name(`.${prefix}-icon-reversed`, t('sortDescending'));
  });
  return place;
}

/** A cell of no width of its own that claims all: the browser gives it what the others leave. */
function restOfTheRoom(atLeast: number) {
  const style = { width: '100%', maxWidth: 0, minWidth: atLeast } as const;
  return { ellipsis: true, cellsStyle: () => style, titleStyle: () => style };
}

function Footer<Sort extends string>(props: {
  readonly state: TableState<Sort>;
  readonly total: number;
  readonly shown: number;
  readonly onStateChange: (change: { offset?: number; limit?: number }) => void;
}) {
  const { state, total, shown, onStateChange } = props;
  const { t } = useText();
  const from = state.offset + 1;
  const to = state.offset + shown;
  if (total <= PAGE_SIZES[0] && state.offset === 0) {
    return (
      <Group className={classes.footer}>
        <Text c="dimmed" size="xs">
          {t('rows', { count: total })}
        </Text>
      </Group>
    );
  }
  return (
    <Group className={classes.footer} justify="space-between">
      <Text c="dimmed" size="xs">
        {t('range', {
          from: formatCount(from),
          to: formatCount(to),
          total: formatCount(total),
        })}
      </Text>
      <Group gap="sm">
        <Select
          w={76}
          aria-label={t('rowsPerPage')}
          data={PAGE_SIZES.map(String)}
          value={String(state.limit)}
          onChange={(value) => onStateChange({ limit: Number(value), offset: 0 })}
        />
        <PageButtons state={state} total={total} onStateChange={onStateChange} />
      </Group>
    </Group>
  );
}

function PageButtons<Sort extends string>(props: {
  readonly state: TableState<Sort>;
  readonly total: number;
  readonly onStateChange: (change: { offset?: number; limit?: number }) => void;
}) {
  const { state, total, onStateChange } = props;
  const { t } = useText();
  return (
    <Pagination
      size="sm"
      aria-label={t('pages')}
      total={Math.ceil(total / state.limit)}
      value={Math.floor(state.offset / state.limit) + 1}
      onChange={(page) => onStateChange({ offset: (page - 1) * state.limit })}
      getItemProps={(page) => ({ 'aria-label': t('page', { page }) })}
      getControlProps={(control) => ({
        'aria-label': control === 'previous' || control === 'first' ? t('previousPage') : t('nextPage'),
      })}
    />
  );
}

/** Enter opens the row, arrows walk along the rows. */
function moveOrOpen(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    open();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    if (next instanceof HTMLElement) {
      event.preventDefault();
      next.focus();
    }
  }
}

/** A click on a button or link inside the row is meant for that, not for the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, [role=menuitem], [role=menu]') !== null;
}
