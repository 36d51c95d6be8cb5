import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import { type CalendarDate, shanghaiClock } from '../../../shared/kernel/calendar-date.ts';
import { type Decimal, fromScaledInteger, parseDecimal } from '../../../shared/kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../shared/kernel/money.ts';
import { QUANTITY_PLACES, type Quantity, UNIT_PRICE_PLACES, type UnitPrice } from '../../../shared/kernel/quantity.ts';

export type WorkbookCell = CellObject;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (WorkbookCell | null)[])[];
  /** In characters. */
  readonly columnWidths: readonly number[];
  /** Rows and columns that stay in place while the rest scrolls. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

/** Writes a workbook whose cells carry what they mean: numbers, dates and text, never a formula. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[], file: string): Promise<void> {
  await writeExcelFile(
    sheets.map(({ name, rows, columnWidths, frozenRows, frozenColumns }) => ({
      sheet: sheetName(name),
      data: rows.map((row): Row => [...row]),
      columns: columnWidths.map((width) => ({ width })),
      orientation: 'landscape' as const,
      ...(frozenRows > 0 ? { stickyRowsCount: frozenRows } : {}),
      ...(frozenColumns > 0 ? { stickyColumnsCount: frozenColumns } : {}),
    })),
    { fontFamily: 'Calibri', fontSize: 10 },
  ).toFile(file);
}

/** Text in a cell of text format: even edited by hand, "=1+1" stays the text it is (QUALITY 22). */
export function textCell(text: string, style: CellObject = {}): WorkbookCell | null {
  return text === '' && Object.keys(style).length === 0 ? null : { ...style, type: String, value: text, format: '@' };
}

/** Minor units as an amount with the decimals of its currency. */
export function moneyCell(minor: number, currency: CurrencyCode, style: CellObject = {}): WorkbookCell {
  const places = exponentOf(currency);
  return numberCell(fromScaledInteger(minor, places), moneyFormat(currency), style);
}

/** Millionths as a price with four to six decimals. */
export function unitPriceCell(unitPrice: UnitPrice, style: CellObject = {}): WorkbookCell {
  return numberCell(fromScaledInteger(unitPrice, UNIT_PRICE_PLACES), '#,##0.0000##', style);
}

/** Ten-thousandths as a quantity; a whole one without a point. */
export function quantityCell(quantity: Quantity, style: CellObject = {}): WorkbookCell {
  const value = fromScaledInteger(quantity, QUANTITY_PLACES);
  return numberCell(value, value.isInteger() ? '#,##0' : '#,##0.####', style);
}

/** Hundredths of a percent as a fraction shown in percent. */
export function percentCell(basisPoints: number, style: CellObject = {}): WorkbookCell {
  return numberCell(fromScaledInteger(basisPoints, 4), '0.00%', style);
}

/** Hundredths of a point. */
export function scoreCell(hundredths: number, style: CellObject = {}): WorkbookCell {
  return numberCell(fromScaledInteger(hundredths, 2), '0.00', style);
}

export function countCell(count: number, style: CellObject = {}): WorkbookCell {
  return { ...style, type: Number, value: count, format: '#,##0' };
}

/** A plain decimal numeral with all its decimals; text when it is none. */
export function numeralCell(numeral: string, style: CellObject = {}): WorkbookCell | null {
  const value = parseDecimal(numeral);
  return value === null ? textCell(numeral, style) : numberCell(value, '0.############', style);
}

export function dateCell(date: CalendarDate, style: CellObject = {}): WorkbookCell {
  return { ...style, type: Date, value: new Date(`${date}T00:00:00Z`), format: 'yyyy-mm-dd' };
}

/** An instant by the clock in China (UTC+8), which the heading should say. */
export function instantCell(instant: string, style: CellObject = {}): WorkbookCell {
  return { ...style, type: Date, value: shanghaiClock(instant), format: 'yyyy-mm-dd hh:mm' };
}

/** "#,##0.00" with as many decimals as the currency has. */
export function moneyFormat(currency: CurrencyCode): string {
  const places = exponentOf(currency);
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

function numberCell(value: Decimal, format: string, style: CellObject): WorkbookCell {
  return { format, ...style, type: Number, value: value.toNumber() };
}

/** Excel allows 31 characters and none of []/\:*? in a sheet's name. */
function sheetName(name: string): string {
  return name
    .replaceAll(/[\s[\]/\\:*?]+/g, ' ')
    .trim()
    .slice(0, 31);
}
