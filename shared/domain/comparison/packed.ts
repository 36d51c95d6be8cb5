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
  return {
    ...rest,
    rows: rows.map(({ cells: _, ...row }) => row),
    cells: JSON.stringify(columnsOf(rows)),
  };
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

/** All cells, row by row: one number of flags a cell, and a column for each figure. A column without any figure is empty. */
interface CellColumns {
  readonly flags: number[];
  readonly unitPrice: Column;
  readonly orderQuantity: Column;
  readonly tierMinQuantity: Column;
  readonly firstQuantity: Column;
  readonly totalMinor: Column;
  readonly low: Column;
  readonly unitLow: Column;
  /** The upper ends of what is no single figure. */
  readonly high: Column;
  readonly unitHigh: Column;
}

type Column = (number | null)[];

/** One walk over all cells that reads each field where it stands: asked for by name or by function it takes longer. */
function columnsOf(rows: Comparison['rows']): CellColumns {
  const flags: number[] = [];
  const unitPrice: Column = [];
  const orderQuantity: Column = [];
  const tierMinQuantity: Column = [];
  const firstQuantity: Column = [];
  const totalMinor: Column = [];
  const low: Column = [];
  const unitLow: Column = [];
  const high: Column = [];
  const unitHigh: Column = [];
  for (const { cells } of rows) {
    for (const cell of cells) {
      const range = isRange(cell);
      flags.push(flagsOf(cell, range));
      unitPrice.push(cell.unitPrice);
      orderQuantity.push(cell.orderQuantity);
      tierMinQuantity.push(cell.tierMinQuantity);
      firstQuantity.push(cell.firstQuantity);
      totalMinor.push(cell.totalMinor);
      low.push(cell.comparedLowMinor);
      unitLow.push(cell.comparedUnitLow);
      high.push(range ? cell.comparedHighMinor : null);
      unitHigh.push(range ? cell.comparedUnitHigh : null);
    }
  }
  return {
    flags,
    unitPrice: orEmpty(unitPrice),
    orderQuantity: orEmpty(orderQuantity),
    tierMinQuantity: orEmpty(tierMinQuantity),
    firstQuantity: orEmpty(firstQuantity),
    totalMinor: orEmpty(totalMinor),
    low: orEmpty(low),
    unitLow: orEmpty(unitLow),
    high: orEmpty(high),
    unitHigh: orEmpty(unitHigh),
  };
}

function orEmpty(column: Column): Column {
  return column.some((figure) => figure !== null) ? column : [];
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

function flagsOf(cell: ComparedCell, range: boolean): number {
  return (
    STATES.indexOf(cell.state) +
    (cell.moqApplied ? MOQ_APPLIED : 0) +
    (cell.multipleApplied ? MULTIPLE_APPLIED : 0) +
    (cell.comparable ? COMPARABLE : 0) +
    (cell.isLowest ? LOWEST : 0) +
    (range ? RANGE : 0)
  );
}

function cellAt(columns: CellColumns, index: number): ComparedCell {
  const flags = columns.flags[index] ?? -1;
  const state = STATES[flags % MOQ_APPLIED];
  if (state === undefined) throw new RangeError('these are not the cells of this comparison');
  const isPoint = (flags & RANGE) === 0;
  const low = columns.low[index] ?? null;
  const unitLow = columns.unitLow[index] ?? null;
  return {
    state,
    unitPrice: columns.unitPrice[index] ?? null,
    orderQuantity: columns.orderQuantity[index] ?? null,
    moqApplied: (flags & MOQ_APPLIED) !== 0,
    multipleApplied: (flags & MULTIPLE_APPLIED) !== 0,
    tierMinQuantity: columns.tierMinQuantity[index] ?? null,
    firstQuantity: columns.firstQuantity[index] ?? null,
    totalMinor: columns.totalMinor[index] ?? null,
    comparedMinor: isPoint ? low : null,
    comparedLowMinor: low,
    comparedHighMinor: isPoint ? low : (columns.high[index] ?? null),
    comparedUnitPrice: isPoint ? unitLow : null,
    comparedUnitLow: unitLow,
    comparedUnitHigh: isPoint ? unitLow : (columns.unitHigh[index] ?? null),
    comparable: (flags & COMPARABLE) !== 0,
    isLowest: (flags & LOWEST) !== 0,
  };
}
