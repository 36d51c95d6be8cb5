import { SUPPLIER_ROLES } from './column-roles.ts';
import { readHeader } from './header.ts';
import { firstText, isBlankRow, isFigure, totalLabel } from './row-kinds.ts';
import { nameKey } from './text.ts';
import type { ColumnRole, SheetGrid, TableExtent } from './types.ts';

/**
 * Finds the table in a sheet: the header row (or two), past title lines and blank rows above it, the last row that can hold an item,
 * and the total rows in between and after. `headerRow`, when the user points at it, is taken as the first header row. An empty sheet
 * gives a header in its first row and no data. Rows are in the sheet's own numbering.
 */
export function findTable(grid: SheetGrid, headerRow?: number): TableExtent {
  const start = headerRow === undefined ? findHeader(grid) : pairBelow(grid, headerRow - grid.firstRowNumber);
  return tableBelow(grid, start.index + grid.firstRowNumber, start.rows);
}

/** The extent of the table below a known header. */
export function tableBelow(grid: SheetGrid, headerRow: number, headerRows: 1 | 2): TableExtent {
  const first = headerRow - grid.firstRowNumber + headerRows;
  const totalRows: number[] = [];
  let last = first - 1;
  for (let index = first; index < grid.rows.length; index++) {
    const row = grid.rows[index] ?? [];
    if (isBlankRow(row)) continue;
    if (looksLikeTotal(row)) totalRows.push(index + grid.firstRowNumber);
    else if (holdsFigures(row)) last = index;
  }
  const titleRows: number[] = [];
  for (let index = 0; index < headerRow - grid.firstRowNumber; index++) {
    if (!isBlankRow(grid.rows[index] ?? [])) titleRows.push(index + grid.firstRowNumber);
  }
  const firstDataRow = first + grid.firstRowNumber;
  return { headerRow, headerRows, firstDataRow, lastDataRow: last + grid.firstRowNumber, totalRows, titleRows };
}

/** Titles of the columns: one row, or two joined with " / ", where a name in the upper row spans the blank cells to its right. */
export function headerTitles(grid: SheetGrid, headerRow: number, headerRows: 1 | 2): HeaderTitle[] {
  const upper = grid.rows[headerRow - grid.firstRowNumber] ?? [];
  const lower = headerRows === 2 ? (grid.rows[headerRow - grid.firstRowNumber + 1] ?? []) : [];
  const titles: HeaderTitle[] = [];
  let spanning = '';
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    const top = (upper[index] ?? '').trim();
    const bottom = (lower[index] ?? '').trim();
    if (top !== '') spanning = top;
    else if (bottom === '') spanning = '';
    titles.push({
      index,
      top: top === '' && bottom !== '' ? spanning : top,
      bottom,
      spanned: top === '' && bottom !== '' && spanning !== '',
    });
  }
  return titles;
}

export interface HeaderTitle {
  index: number;
  top: string;
  /** Empty unless the header has two rows. */
  bottom: string;
  /** `top` reaches over from a column to the left. */
  spanned: boolean;
}

const SEARCHED_ROWS = 80;
const SEARCHED_COLUMNS = 400;
const ITEM_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'lineNumber',
  'itemName',
  'itemNameZh',
  'itemNameEn',
  'specification',
  'unit',
  'quantity',
  'supplier',
]);

interface Start {
  index: number;
  rows: 1 | 2;
}

function findHeader(grid: SheetGrid): Start {
  let best = -1;
  let bestScore = 0;
  const until = Math.min(grid.rows.length, SEARCHED_ROWS);
  for (let index = 0; index < until; index++) {
    const score = headerScore(grid.rows[index] ?? []);
    if (score > bestScore + 1e-9) {
      best = index;
      bestScore = score;
    }
  }
  if (best < 0) return { index: fallbackHeader(grid), rows: 1 };
  if (best > 0 && namesAbove(grid.rows[best - 1] ?? [], grid.rows[best] ?? [])) return { index: best - 1, rows: 2 };
  return pairBelow(grid, best);
}

/** Known titles count, figures count against; fewer than two different titles make no header. */
function headerScore(row: readonly string[]): number {
  const roles = new Set<ColumnRole>();
  let score = 0;
  let texts = 0;
  for (const cell of row.slice(0, SEARCHED_COLUMNS)) {
    if (cell.trim() === '') continue;
    const { role, supplier } = readHeader(cell);
    if (role === null || role === 'ignore') {
      if (isFigure(cell)) score -= 1;
      else if (cell.length <= 80) texts++;
    } else if (supplier !== null) {
      score += 2;
      roles.add(role);
    } else {
      score += roles.has(role) ? 1 : 3;
      roles.add(role);
    }
  }
  return roles.size >= 2 ? score + Math.min(texts, 20) * 0.1 : 0;
}

/** No known title anywhere: the first row of at least two texts and no figure, above a row with a figure; else the first filled row. */
function fallbackHeader(grid: SheetGrid): number {
  const until = Math.min(grid.rows.length, SEARCHED_ROWS);
  for (let index = 0; index + 1 < until; index++) {
    const row = grid.rows[index] ?? [];
    const filled = row.filter((cell) => cell.trim() !== '');
    if (filled.length >= 2 && !filled.some(isFigure) && (grid.rows[index + 1] ?? []).some(isFigure)) return index;
  }
  return Math.max(
    0,
    grid.rows.findIndex((row) => !isBlankRow(row)),
  );
}

/** Suppliers' names over repeated 单价 / 金额 pairs: the upper row names, the lower row is the better known one. */
function namesAbove(upper: readonly string[], lower: readonly string[]): boolean {
  if (isBlankRow(upper) || upper.some(isFigure)) return false;
  const scoped = new Map<ColumnRole, number>();
  let names = 0;
  let elsewhere = 0;
  const width = Math.max(upper.length, lower.length);
  for (let index = 0; index < width; index++) {
    const { role, supplier } = readHeader(lower[index] ?? '');
    const isScoped = role !== null && supplier === null && (SUPPLIER_ROLES.has(role) || role === 'unit');
    if (isScoped && role !== 'unit') scoped.set(role, (scoped.get(role) ?? 0) + 1);
    const above = (upper[index] ?? '').trim();
    if (above === '') continue;
    const title = readHeader(above);
    // a name may hold a title's words ("Unit Price Supply LLC")
    const isName = title.role === null || title.supplier !== null;
    if (isScoped && isName) names++;
    else if (isName) elsewhere++;
  }
  const repeated = [...scoped.values()].some((times) => times >= 2);
  return repeated ? names >= 2 : names === 1 && elsewhere === 0 && scoped.size > 0;
}

/** Whether the row below belongs to the header: names or 单价 / 金额 under it, or the same titles in the other language. */
function pairBelow(grid: SheetGrid, index: number): Start {
  const upper = grid.rows[index] ?? [];
  const lower = grid.rows[index + 1] ?? [];
  const filled = lower.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || filled.some(isFigure)) return { index, rows: 1 };
  let scoped = 0;
  let known = 0;
  let names = 0;
  let itemTouched = 0;
  for (let column = 0; column < lower.length; column++) {
    const below = (lower[column] ?? '').trim();
    if (below === '') continue;
    const above = readHeader(upper[column] ?? '');
    const { role } = readHeader(below);
    if (role !== null) known++;
    if (role !== null && (SUPPLIER_ROLES.has(role) || role === 'unit')) scoped++;
    if (role === null && (blank(upper[column]) || above.role === 'unitPrice' || above.role === 'lineTotal')) names++;
    if (above.role !== null && ITEM_ROLES.has(above.role) && role === null) itemTouched++;
  }
  if (itemTouched > 0) return { index, rows: 1 };
  if (known / filled.length >= 0.6 && (scoped > 0 || known >= 2)) return { index, rows: 2 };
  const priced = upper.some((cell) => ['unitPrice', 'lineTotal'].includes(readHeader(cell).role ?? ''));
  return { index, rows: priced && names >= 2 ? 2 : 1 };
}

/** A row of totals by its first text alone; a strict label, or a loose one in a row that numbers nothing and names no unit. */
function looksLikeTotal(row: readonly string[]): boolean {
  const first = firstText(row);
  const label = first === null ? null : totalLabel(first.text);
  if (first === null || label === null) return false;
  if (label.strict) return true;
  const texts = row.filter((cell) => cell.trim() !== '' && !isFigure(cell)).length;
  return texts === 1 && row.slice(0, first.column).every(blank);
}

function holdsFigures(row: readonly string[]): boolean {
  let figures = 0;
  let filled = 0;
  for (const cell of row) {
    if (cell === '' || cell.trim() === '') continue;
    filled++;
    if (figures === 0 && isFigure(cell)) figures++;
    if (figures > 0 && filled > 1) return true;
  }
  return false;
}

function blank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}

/**
 * A stable name for a set of column titles, under which a mapping is remembered: case, blanks, full-width forms and trailing empty
 * columns do not matter, order does.
 */
export function headerSignature(headers: readonly string[]): string {
  const keys = headers.map(nameKey);
  while (keys.at(-1) === '') keys.pop();
  return JSON.stringify(keys);
}
