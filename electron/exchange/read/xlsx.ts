import { type CellValue, HucreError, readXlsx, streamXlsxRows } from 'hucre';
import type { SheetGrid } from '../../../shared/domain/imports/types.ts';
import { type SheetLimits, SheetReadError } from './sheet-read-error.ts';

/** The only file that knows the spreadsheet library. Give it nothing that `checkXlsx` has not passed. */

export interface SheetInfo {
  name: string;
  hidden: boolean;
}

/** The sheets in the file's order, without reading their cells. */
export async function xlsxSheets(bytes: Uint8Array): Promise<SheetInfo[]> {
  const sheets: SheetInfo[] = [];
  await guarded(async () => {
    await readXlsx(bytes, {
      sheets: (info) => {
        sheets.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true });
        return false;
      },
    });
  });
  if (sheets.length === 0) throw new SheetReadError('damagedFile', { detail: 'workbook' });
  return sheets;
}

/**
 * Reads one sheet row by row. Cells without content do not count, so formatting down to the last row costs nothing; a filled cell far
 * out runs into a named limit before anything is allocated for it.
 * Errors: SheetReadError tooManyRows, tooManyColumns, tooManyCells, damagedFile.
 */
export async function readXlsxSheet(
  bytes: Uint8Array,
  name: string,
  limits: SheetLimits,
  onProgress: (rows: number) => void,
): Promise<SheetGrid> {
  const rows: string[][] = [];
  let cells = 0;
  let visited = 0;
  await guarded(async () => {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
      visited += values.length;
      // empty but formatted cells cost time though no memory
      if (visited > limits.cells * 20)
        throw new SheetReadError('tooManyCells', { limit: limits.cells, row: index + 1 });
      const row = rowOf(values, index + 1, limits);
      if (row.length === 0) continue;
      if (!Number.isSafeInteger(index) || index < rows.length)
        throw new SheetReadError('damagedFile', { row: index + 1, detail: 'row order' });
      if (index >= limits.rows) throw new SheetReadError('tooManyRows', { limit: limits.rows, row: index + 1 });
      cells += row.length;
      if (cells > limits.cells) throw new SheetReadError('tooManyCells', { limit: limits.cells, row: index + 1 });
      while (rows.length < index) rows.push([]);
      rows.push(row);
      if (rows.length % 1_000 === 0) onProgress(rows.length);
    }
  });
  return { name, rows, firstRowNumber: 1, numbers: 'typed' };
}

/** Cells as text up to the last filled one. */
function rowOf(values: readonly CellValue[], row: number, limits: SheetLimits): string[] {
  let length = values.length;
  while (length > 0 && isEmpty(values[length - 1])) length--;
  if (length > limits.columns) throw new SheetReadError('tooManyColumns', { limit: limits.columns, row });
  const cells: string[] = [];
  for (let column = 0; column < length; column++) {
    const text = cellText(values[column]);
    if (text.length > limits.cellLength)
      throw new SheetReadError('tooLarge', { limit: limits.cellLength, row, detail: 'cell' });
    cells.push(text);
  }
  return cells;
}

function isEmpty(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numeral(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value) : String(value);
}

/**
 * A number as a plain numeral. Whole numbers stand as they are; others at the fifteen significant digits that spreadsheet programs
 * keep and show, so the sum of 0.1 and 0.2 is 0.3 here as it is there.
 */
export function numeral(value: number): string {
  if (!Number.isFinite(value)) return '';
  const kept = Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
  const text = String(kept);
  return text.includes('e') ? withoutExponent(text) : text;
}

/** "1.5e-7" is "0.00000015". */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A calendar date, with the clock only when there is one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  const clock = time.slice(0, 8);
  if (clock === '00:00:00') return day;
  return `${day} ${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
}

/** The library's errors as ours: whatever it stumbles over, the file is damaged. */
async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof SheetReadError) throw error;
    if (error instanceof HucreError && error.name === 'EncryptedFileError')
      throw new SheetReadError('encrypted', {}, { cause: error });
    throw new SheetReadError(
      'damagedFile',
      { detail: error instanceof Error ? error.message : null },
      { cause: error },
    );
  }
}
