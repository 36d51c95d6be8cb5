import type { CurrencyCode } from '../../kernel/money.ts';
import { type CurrencyReading, readCurrency } from './currency.ts';
import { meansNoPrice, readPrice } from './numbers.ts';
import { isBlankRow } from './row-kinds.ts';
import { hasHan } from './text.ts';
import type { SheetGrid, TableExtent } from './types.ts';

/** What the cells of one column look like, from the first rows of the table. */
export interface ColumnFacts {
  rows: number;
  filled: number;
  /** Figures, and the words that stand where a price is not given. */
  figures: number;
  textLength: number;
  han: number;
  firstFilled: boolean;
  /** Figures with a sign or code of money beside them, and which. */
  signed: number;
  currencies: Set<CurrencyCode>;
}

const SAMPLE = 400;

/** Looks at the first 400 rows of the table, leaving out blank and total rows. */
export function columnFacts(grid: SheetGrid, extent: TableExtent, width: number): ColumnFacts[] {
  const facts = Array.from(
    { length: width },
    (): ColumnFacts => ({
      rows: 0,
      filled: 0,
      figures: 0,
      textLength: 0,
      han: 0,
      firstFilled: false,
      signed: 0,
      currencies: new Set(),
    }),
  );
  const totals = new Set(extent.totalRows);
  let taken = 0;
  for (let row = extent.firstDataRow; row <= extent.lastDataRow && taken < SAMPLE; row++) {
    const cells = grid.rows[row - grid.firstRowNumber] ?? [];
    if (totals.has(row) || isBlankRow(cells)) continue;
    taken++;
    for (const [index, fact] of facts.entries()) look(fact, (cells[index] ?? '').trim(), taken === 1);
  }
  return facts;
}

/** True when most of what the column holds are figures (or nothing but "N/A"). */
export function isFigureColumn(fact: ColumnFacts | undefined): boolean {
  return fact !== undefined && fact.filled > 0 && fact.figures >= fact.filled * 0.6;
}

/** True when the column looks like cells merged downwards: first filled, then at least three in ten blank. */
export function looksMerged(fact: ColumnFacts | undefined): boolean {
  return fact?.firstFilled === true && fact.rows >= 4 && fact.rows - fact.filled >= fact.rows * 0.3;
}

function look(fact: ColumnFacts, cell: string, first: boolean): void {
  fact.rows++;
  if (cell === '') return;
  fact.filled++;
  if (first) fact.firstFilled = true;
  const reading = readPrice(cell, 'unknown');
  if (reading.kind === 'number' || reading.kind === 'ambiguous') {
    fact.figures++;
    const currency = reading.kind === 'number' ? reading.currency : signOf(cell);
    if (currency !== null) {
      fact.signed++;
      fact.currencies.add(currency.code);
    }
    return;
  }
  if (meansNoPrice(cell)) fact.figures++;
  fact.textLength += cell.length;
  if (hasHan(cell)) fact.han++;
}

function signOf(cell: string): CurrencyReading | null {
  const sign = /[$¥€£]|US\$|HK\$/.exec(cell.normalize('NFKC'))?.[0];
  return sign === undefined ? null : readCurrency(sign);
}
