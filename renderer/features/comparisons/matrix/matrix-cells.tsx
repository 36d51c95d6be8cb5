import { memo } from 'react';
import type { ComparedQuote, ComparedRow } from '../../../../shared/domain/comparison/types.ts';
import { effectiveUnitPrice } from '../../../../shared/domain/pricing/tiers.ts';
import { exactOrNull } from '../../../../shared/kernel/decimal.ts';
import { formatMoney } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';
import type { CellFigure } from '../compare-search.ts';
import { cellText, unitCostText } from './cell-text.ts';
import { cellAria } from './grid-aria.ts';
import { FROZEN_WIDTH } from './grid-layout.ts';
import classes from './matrix.module.css';
import type { MatrixModel, MatrixRow } from './matrix-model.ts';
import { rowText } from './row-text.ts';
import type { Words } from './words.ts';

export interface CellProps {
  readonly model: MatrixModel;
  readonly words: Words;
  readonly show: CellFigure;
  readonly rowIndex: number;
  readonly columnIndex: number;
  /** Where it begins among the columns; null where it follows its neighbour. */
  readonly start: number | null;
  readonly width: number;
  readonly isActive: boolean;
}

interface CellView {
  readonly main: string;
  readonly second: string;
  readonly quiet?: boolean;
  readonly strong?: boolean;
  readonly lowest?: boolean;
  readonly tone?: string | null;
  readonly isText?: boolean;
  readonly marks?: readonly ('moq' | 'multiple' | 'tier')[];
  readonly explains?: boolean;
}

/** One cell. Nothing in it listens to events: the grid hears them for all, which keeps thousands of cells cheap. */
export const MatrixCell = memo(function MatrixCell(props: CellProps) {
  const { model, words, show, rowIndex, columnIndex, start, width, isActive } = props;
  const { t } = words;
  const row = model.rows[rowIndex];
  const column = model.columns[columnIndex];
  if (row === undefined || column === undefined || row.kind === 'section') return null;
  const compared = column.kind === 'quote' ? column.compared : null;
  const view =
    column.kind === 'estimate'
      ? estimateView(row, model, show)
      : row.kind === 'item'
        ? itemView(row.row, column.index, column.compared, model, show, t)
        : belowView(row, column.compared, model, t);
  return (
    <div
      {...cellAria(columnIndex)}
      className={classes.cell}
      data-place={`${rowIndex}:${columnIndex}`}
      data-text={view.isText || undefined}
      data-clip={view.isText || view.main.length > LONG_FIGURE || undefined}
      data-quiet={view.quiet || undefined}
      data-strong={view.strong || undefined}
      data-lowest={view.lowest || undefined}
      data-tone={view.tone ?? undefined}
      data-explains={view.explains || undefined}
      data-apart={(compared !== null && compared.state !== 'ranked') || undefined}
      data-first={columnIndex === 0 || undefined}
      data-edge={isEdge(model, columnIndex) || undefined}
      tabIndex={isActive ? 0 : -1}
      style={start === null ? { width } : { position: 'absolute', left: FROZEN_WIDTH + start, width }}
    >
      <span className={classes.main}>
        {view.marks === undefined || view.marks.length === 0 ? null : (
          <span className={classes.marks} aria-hidden>
            {view.marks.map((mark) => (
              <span key={mark} className={classes.mark}>
                {words.marks[mark]}
              </span>
            ))}
          </span>
        )}
        {view.lowest === true ? <LowestMark /> : null}
        {view.main}
      </span>
      {view.second === '' ? null : <span className={classes.second}>{view.second}</span>}
    </div>
  );
});

/** Figures longer than this may not fit; clipping every cell would cost each frame more than drawing it. */
const LONG_FIGURE = 17;

export function LowestMark() {
  return (
    <span className={classes.lowestMark} aria-hidden>
      ▼
    </span>
  );
}

/** A column that begins a group of another state has a stronger line before it. */
export function isEdge({ groups }: MatrixModel, columnIndex: number): boolean {
  return groups.some(({ first }) => first === columnIndex);
}

function itemView(
  row: ComparedRow,
  index: number,
  compared: ComparedQuote,
  { comparison }: MatrixModel,
  show: CellFigure,
  t: Translate,
): CellView {
  const cell = row.cells[index];
  if (cell === undefined) return { main: '', second: '' };
  return cellText(cell, row, compared, show, comparison, t);
}

function belowView(
  row: Exclude<MatrixRow, { kind: 'section' | 'item' }>,
  compared: ComparedQuote,
  { comparison }: MatrixModel,
  t: Translate,
): CellView {
  const text = rowText(row, compared, comparison, t);
  const explains = EXPLAINED.has(row.kind) && text.main !== '—';
  return { ...text, isText: !text.isFigure, explains };
}

const EXPLAINED: ReadonlySet<MatrixRow['kind']> = new Set(['result', 'goods', 'cost', 'tax', 'component']);

function estimateView(row: MatrixRow, { comparison }: MatrixModel, show: CellFigure): CellView {
  const { currency } = comparison.options;
  if (row.kind === 'item') {
    const { estimateMinor, need } = row.row;
    if (estimateMinor === null || need === null) return { main: '—', second: '', quiet: true };
    const unitCost = exactOrNull(() => effectiveUnitPrice(estimateMinor, need, currency));
    const unit = unitCost === null ? '—' : unitCostText(unitCost);
    return show === 'total'
      ? { main: formatMoney(estimateMinor, currency), second: unit, explains: true }
      : { main: unit, second: '', explains: true };
  }
  if (row.kind !== 'result' || row.result !== 'total' || comparison.estimateMinor === null) {
    return { main: '', second: '' };
  }
  const isPartial = comparison.estimatedCount < comparison.rows.length;
  const main = formatMoney(comparison.estimateMinor, currency);
  return { main, second: '', quiet: isPartial, strong: !isPartial };
}
