import type { CellState, ComparedCell, ComparedRow, Comparison } from './types.ts';

/**
 * A comparison as it travels to a window. Fifty suppliers by two hundred items are ten thousand cells: as objects they take
 * longer to write and read again than to compute. Here they are one text of number columns.
 */
export interface PackedComparison extends Omit<Comparison, 'rows'> {
  readonly rows: readonly Omit<ComparedRow, 'cells'>[];
  /** JSON of `CellColumns`. */
  readonly cells: string;
}

export function packComparison({ rows, ...rest }: Comparison): PackedComparison {
  const flags: number[] = [];
  for (const { cells } of rows) for (const cell of cells) flags.push(flagsOf(cell));
  const figures = FIGURES.map((read) => columnOf(rows, read));
  const columns: CellColumns = { flags, figures };
  return { ...rest, rows: rows.map(({ cells: _, ...row }) => row), cells: JSON.stringify(columns) };
}

/** The comparison as it was packed. Errors: RangeError when the cells do not belong to its rows and quotes. */
export function unpackComparison({ rows, cells, ...rest }: PackedComparison): Comparison {
  const columns: CellColumns = JSON.parse(cells);
  const width = rest.quotes.length;
  return {
    ...rest,
    rows: rows.map((row, at) => ({
      ...row,
      cells: rest.quotes.map((_, column) => cellAt(columns, at * width + column)),
    })),
  };
}

/** All cells, row by row: one number of flags a cell, and a column for each of `FIGURES`. */
interface CellColumns {
  readonly flags: number[];
  /** A column without any figure is empty. */
  readonly figures: (number | null)[][];
}

/** What is read of a cell; `cellAt` puts them back in this order. Functions, because reading by name takes three times as long. */
const FIGURES: readonly ((cell: ComparedCell) => number | null)[] = [
  (cell) => cell.unitPrice,
  (cell) => cell.orderQuantity,
  (cell) => cell.tierMinQuantity,
  (cell) => cell.firstQuantity,
  (cell) => cell.totalMinor,
  (cell) => cell.comparedLowMinor,
  (cell) => cell.comparedUnitLow,
  (cell) => (isRange(cell) ? cell.comparedHighMinor : null),
  (cell) => (isRange(cell) ? cell.comparedUnitHigh : null),
];

function columnOf(rows: Comparison['rows'], read: (cell: ComparedCell) => number | null): (number | null)[] {
  const column: (number | null)[] = [];
  let holdsFigures = false;
  for (const { cells } of rows) {
    for (const cell of cells) {
      const figure = read(cell);
      column.push(figure);
      holdsFigures ||= figure !== null;
    }
  }
  return holdsFigures ? column : [];
}

const STATES: readonly CellState[] = ['priced', 'noPrice', 'noQuantity', 'cannotBeOrdered', 'outOfRange'];
const MOQ_APPLIED = 8;
const MULTIPLE_APPLIED = 16;
const COMPARABLE = 32;
const LOWEST = 64;
const RANGE = 128;

function isRange({ comparedLowMinor, comparedHighMinor }: ComparedCell): boolean {
  return comparedLowMinor !== comparedHighMinor;
}

function flagsOf(cell: ComparedCell): number {
  return (
    STATES.indexOf(cell.state) +
    (cell.moqApplied ? MOQ_APPLIED : 0) +
    (cell.multipleApplied ? MULTIPLE_APPLIED : 0) +
    (cell.comparable ? COMPARABLE : 0) +
    (cell.isLowest ? LOWEST : 0) +
    (isRange(cell) ? RANGE : 0)
  );
}

function cellAt({ flags: allFlags, figures }: CellColumns, index: number): ComparedCell {
  const flags = allFlags[index] ?? -1;
  const state = STATES[flags % MOQ_APPLIED];
  if (state === undefined) throw new RangeError('these are not the cells of this comparison');
  const isPoint = (flags & RANGE) === 0;
  const low = figures[5]?.[index] ?? null;
  const unitLow = figures[6]?.[index] ?? null;
  return {
    state,
    unitPrice: figures[0]?.[index] ?? null,
    orderQuantity: figures[1]?.[index] ?? null,
    moqApplied: (flags & MOQ_APPLIED) !== 0,
    multipleApplied: (flags & MULTIPLE_APPLIED) !== 0,
    tierMinQuantity: figures[2]?.[index] ?? null,
    firstQuantity: figures[3]?.[index] ?? null,
    totalMinor: figures[4]?.[index] ?? null,
    comparedMinor: isPoint ? low : null,
    comparedLowMinor: low,
    comparedHighMinor: isPoint ? low : (figures[7]?.[index] ?? null),
    comparedUnitPrice: isPoint ? unitLow : null,
    comparedUnitLow: unitLow,
    comparedUnitHigh: isPoint ? unitLow : (figures[8]?.[index] ?? null),
    comparable: (flags & COMPARABLE) !== 0,
    isLowest: (flags & LOWEST) !== 0,
  };
}
