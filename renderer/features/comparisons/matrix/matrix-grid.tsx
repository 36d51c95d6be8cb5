import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type FocusEvent, type MouseEvent, memo, useCallback, useRef, useState } from 'react';
import type { ComparisonQuery } from '../../../../shared/contract/comparisons.ts';
import type { CellFigure } from '../compare-search.ts';
import { CellHint } from './cell-hint.tsx';
import { CellTrace } from './cell-trace.tsx';
import { rowAria } from './grid-aria.ts';
import {
  type ColumnRun,
  columnWidth,
  FROZEN_WIDTH,
  HEAD_HEIGHT,
  type Place,
  useColumnRun,
  useMatrixWindow,
} from './grid-layout.ts';
import classes from './matrix.module.css';
import { MatrixCell } from './matrix-cells.tsx';
import { ColumnHead, MatrixCorner } from './matrix-heads.tsx';
import type { MatrixModel } from './matrix-model.ts';
import { RowHead } from './row-head.tsx';
import { placeElement, placeOf, useActivePlace, useGridKeys } from './use-grid-keys.ts';
import { useRowOver } from './use-row-over.ts';
import type { Words } from './words.ts';

export interface MatrixGridProps {
  readonly model: MatrixModel;
  /** Asked for above: the grid renders with every scroll. */
  readonly words: Words;
  readonly show: CellFigure;
  readonly projectId: string;
  /** An earlier result is shown while another is reckoned. */
  readonly dimmed: boolean;
  /** What the comparison was asked with; its figures are explained with the same. */
  readonly query: ComparisonQuery;
}

/** Suppliers by items, frozen head and first column, only what is in view in the document. */
export function MatrixGrid({ model, words, show, projectId, dimmed, query }: MatrixGridProps) {
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sized, width: place } = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(scroller, sized);
  const [chosen, setActive] = useActivePlace();
  const [explained, setExplained] = useState<Place | null>(null);
  const active = within(chosen, model);
  const width = columnWidth(place, model.columns.length);
  const window = useMatrixWindow(scroller, model, width, active);
  const { rows, columns } = window;

  const activate = useCallback(
    (at: Place) => {
      const column = model.columns[at.column];
      if (at.row === -1 && column?.kind === 'quote') {
        void navigate({
          to: '/projects/$projectId/quotes/$quoteId',
          params: { projectId, quoteId: column.compared.quote.id },
        });
      } else if (placeElement(scroller.current, at)?.dataset.explains !== undefined) setExplained(at);
    },
    [model, navigate, projectId],
  );
  const close = useCallback(() => setExplained(null), []);
  useRowOver(scroller);
  const onKeyDown = useGridKeys({ scroller, model, window, active, setActive, activate });
  const onFocus = (event: FocusEvent) => {
    const at = placeOf(event.target);
    if (at !== null) setActive(at);
  };
  const onClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    if (at !== null && at.row >= 0 && at.column >= 0) activate(at);
  };
  const run = useColumnRun(columns.getVirtualItems());
  const rowItems = rows.getVirtualItems();

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: see grid-aria.ts */}
      <div
        ref={ref}
        role="grid"
        className={classes.scroller}
        aria-label={words.t('comparisons:matrix')}
        aria-rowcount={model.rows.length + 1}
        aria-colcount={model.columns.length + 1}
        aria-busy={dimmed}
        data-dimmed={dimmed || undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
      >
        <div
          className={classes.inner}
          role="presentation"
          style={{ width: FROZEN_WIDTH + columns.getTotalSize(), height: HEAD_HEIGHT + rows.getTotalSize() }}
        >
          <div {...rowAria(-1)} className={classes.head} style={{ height: HEAD_HEIGHT }}>
            <MatrixCorner model={model} words={words} isActive={active.row === -1 && active.column === -1} />
            <GroupHeads model={model} words={words} width={width} />
            {run.items.map(({ index, start, key }) => (
              <ColumnHead
                key={key}
                model={model}
                words={words}
                projectId={projectId}
                columnIndex={index}
                start={start}
                width={width}
                isActive={active.row === -1 && active.column === index}
              />
            ))}
          </div>
          <div
            role="presentation"
            className={classes.frozen}
            style={{ width: FROZEN_WIDTH, height: rows.getTotalSize() }}
          >
            {rowItems.map(({ index, start, size, key }) => (
              <RowHead
                key={key}
                model={model}
                words={words}
                rowIndex={index}
                start={start}
                size={size}
                isActive={active.row === index && active.column === -1}
              />
            ))}
          </div>
          <div role="presentation" className={classes.body}>
            {rowItems.map(({ index, start, size, key }) => (
              <MatrixRowView
                key={key}
                model={model}
                words={words}
                show={show}
                rowIndex={index}
                start={start}
                size={size}
                run={run}
                width={width}
                activeColumn={active.row === index ? active.column : null}
              />
            ))}
          </div>
        </div>
      </div>
      <CellHint scroller={scroller} model={model} t={words.t} />
      <CellTrace scroller={scroller} model={model} place={explained} query={query} show={show} close={close} />
    </>
  );
}

interface RowProps {
  readonly model: MatrixModel;
  readonly words: Words;
  readonly show: CellFigure;
  readonly rowIndex: number;
  readonly start: number;
  readonly size: number;
  readonly run: ColumnRun;
  readonly width: number;
  readonly activeColumn: number | null;
}

const MatrixRowView = memo(function MatrixRowView(props: RowProps) {
  const { model, words, show, rowIndex, start, size, run, width, activeColumn } = props;
  const row = model.rows[rowIndex];
  if (row === undefined) return null;
  const style = { height: size, transform: `translateY(${HEAD_HEIGHT + start}px)` };
  if (row.kind === 'section') {
    return <div role="presentation" className={`${classes.row} ${classes.section}`} style={style} />;
  }
  return (
    <div
      {...rowAria(rowIndex)}
      className={classes.row}
      style={{ ...style, paddingInlineStart: FROZEN_WIDTH + run.start }}
    >
      {run.items.map((column) => (
        <MatrixCell
          key={column.key}
          model={model}
          words={words}
          show={show}
          rowIndex={rowIndex}
          columnIndex={column.index}
          start={run.apart === column.index ? column.start : null}
          width={width}
          isActive={activeColumn === column.index}
        />
      ))}
    </div>
  );
});

/** Says over each group of columns what its quotes have in common; stays in view while any of them is. */
const GroupHeads = memo(function GroupHeads(props: {
  readonly model: MatrixModel;
  readonly words: Words;
  readonly width: number;
}) {
  const { model, words, width } = props;
  return model.groups.map(({ state, first, count }) => (
    <div
      key={state}
      role="presentation"
      className={classes.group}
      style={{ left: FROZEN_WIDTH + first * width, width: count * width }}
    >
      <span style={{ left: FROZEN_WIDTH }}>{words.t(`comparisons:group.${state}`)}</span>
    </div>
  ));
});

/** A place that the comparison no longer has gives way to the nearest it has. */
function within({ row, column }: Place, { rows, columns }: MatrixModel): Place {
  return { row: Math.min(row, rows.length - 1), column: Math.min(column, columns.length - 1) };
}
