import { findTable } from '../../../shared/domain/imports/find-table.ts';
import { guessMapping } from '../../../shared/domain/imports/guess-mapping.ts';
import { type ReadRowsOptions, readRows } from '../../../shared/domain/imports/read-rows.ts';
import type {
  GuessedMapping,
  ImportedQuote,
  ImportedTable,
  ImportMapping,
  SheetGrid,
} from '../../../shared/domain/imports/types.ts';

/** A sheet drawn with bars: one line a row, cells trimmed. Lines may be indented; a line of its own starts and ends with a bar. */
export function drawSheet(drawing: string): SheetGrid {
  const lines = drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('|'));
  const rows = lines.map((line) =>
    line
      .slice(1, line.endsWith('|') ? -1 : undefined)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return gridOf(rows);
}

export function gridOf(rows: string[][]): SheetGrid {
  return { name: 'Sheet1', rows, firstRowNumber: 1, numbers: 'text' };
}

export interface ReadSheet {
  guess: GuessedMapping;
  table: ImportedTable;
}

/** Finds, maps and reads a sheet the way the import does, with changes to the guessed mapping if wished. */
export function readDrawn(
  grid: SheetGrid,
  change: (mapping: ImportMapping) => ImportMapping = (mapping) => mapping,
  options: ReadRowsOptions = {},
): ReadSheet {
  const guess = guessMapping(grid, findTable(grid));
  return { guess, table: readRows(grid, change(guess.mapping), options) };
}

/** Roles in the order of the columns, with the supplier behind the role. */
export function rolesOf({ mapping }: GuessedMapping): string[] {
  return mapping.columns.map(
    ({ role, supplier, isEstimate }) =>
      `${role}${supplier === null ? '' : ` ${supplier}`}${isEstimate ? ' (estimate)' : ''}`,
  );
}

/** Prices per supplier, in millionths. */
export function pricesOf(table: ImportedTable): Record<string, number[]> {
  return Object.fromEntries(
    table.quotes.map((quote) => [quote.supplierName, quote.lines.map((line) => line.unitPrice)]),
  );
}

/** Sum of quantity times price over all lines, exact, rounded to cents at the end: "1234.50". */
export function exactTotal(table: ImportedTable, quote: ImportedQuote): string {
  const quantities = new Map(table.items.map((item) => [item.key, item.quantity]));
  let sum = 0n;
  for (const line of quote.lines) sum += BigInt(quantities.get(line.itemKey) ?? 0) * BigInt(line.unitPrice);
  const cents = (sum + 50_000_000n) / 100_000_000n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

/** What a problem says, short: "refused E3 negativePrice". */
export function problemsOf(table: ImportedTable): string[] {
  return table.problems.map(({ severity, column, row, code }) => `${severity} ${column ?? ''}${row ?? ''} ${code}`);
}
