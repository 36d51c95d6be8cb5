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
  const columns: CellColumns = { flags: [], figures: [] };
  for (const { cells } of rows) {
    for (const cell of cells) {
      columns.flags.push(flagsOf(cell));
      for (const name of FIGURES) columns.figures.push(cell[name]);
    }
  }
  return { ...rest, rows: rows.map(({ cells: _, ...row }) => row), cells: JSON.stringify(columns) };
}

/** The comparison as it was packed. Errors: RangeError when the cells do not belong to its rows and quotes. */
export function unpackComparison({ rows, cells, ...rest }: PackedComparison): Comparison {
  const { flags, figures }: CellColumns = JSON.parse(cells);
  const width = rest.quotes.length;
  return {
    ...rest,
    rows: rows.map((row, at) => ({
      ...row,
      cells: rest.quotes.map((_, column) => cellAt(flags, figures, at * width + column)),
    })),
  };
}

/** All cells, row by row: one number of flags a cell, and its figures in the order of `FIGURES`. */
interface CellColumns {
  readonly flags: number[];
  readonly figures: (number | null)[];
}

const FIGURES = [
  'unitPrice',
  'orderQuantity',
  'tierMinQuantity',
  'firstQuantity',
  'totalMinor',
  'comparedMinor',
  'comparedUnitPrice',
] as const;

const STATES: readonly CellState[] = ['priced', 'noPrice', 'noQuantity', 'cannotBeOrdered', 'outOfRange'];
const MOQ_APPLIED = 8;
const MULTIPLE_APPLIED = 16;
const COMPARABLE = 32;
const LOWEST = 64;

function flagsOf(cell: ComparedCell): number {
  return (
    STATES.indexOf(cell.state) +
    (cell.moqApplied ? MOQ_APPLIED : 0) +
    (cell.multipleApplied ? MULTIPLE_APPLIED : 0) +
    (cell.comparable ? COMPARABLE : 0) +
    (cell.isLowest ? LOWEST : 0)
  );
}

function cellAt(allFlags: readonly number[], figures: readonly (number | null)[], index: number): ComparedCell {
  const flags = allFlags[index] ?? -1;
  const state = STATES[flags % MOQ_APPLIED];
  if (state === undefined) throw new RangeError('these are not the cells of this comparison');
  const at = index * FIGURES.length;
  return {
    state,
    unitPrice: figures[at] ?? null,
    orderQuantity: figures[at + 1] ?? null,
    moqApplied: (flags & MOQ_APPLIED) !== 0,
    multipleApplied: (flags & MULTIPLE_APPLIED) !== 0,
    tierMinQuantity: figures[at + 2] ?? null,
    firstQuantity: figures[at + 3] ?? null,
    totalMinor: figures[at + 4] ?? null,
    comparedMinor: figures[at + 5] ?? null,
    comparedUnitPrice: figures[at + 6] ?? null,
    comparable: (flags & COMPARABLE) !== 0,
    isLowest: (flags & LOWEST) !== 0,
  };
}
