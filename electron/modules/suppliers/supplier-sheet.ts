import { writeFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { type Tongue, WORDS } from '../../../shared/documents/say.ts';
import {
  type SheetValue,
  supplierSheetTitle,
  supplierSheetValue,
} from '../../../shared/documents/supplier-sheet-text.ts';
import type { Capacity } from '../../../shared/domain/supplier-imports/read-suppliers.ts';
import type { SupplierSheetColumn } from '../../../shared/domain/supplier-imports/sheet-columns.ts';
import { latestFigures } from '../../../shared/domain/suppliers/readings.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { type CsvCell, csvText } from '../../exchange/write/csv.ts';
import {
  countCell,
  dateCell,
  scoreCell,
  textCell,
  type WorkbookCell,
  writeWorkbook,
} from '../../exchange/write/workbook.ts';
import { standingsToday, toReadingFigures } from './supplier-files.ts';
import { listSuppliers, type SupplierListQuery } from './supplier-list.queries.ts';

/** Which suppliers are written, in which order, and what is said of each. */
export interface SupplierSheetRequest {
  readonly query: Omit<SupplierListQuery, 'offset' | 'limit'>;
  readonly columns: readonly SupplierSheetColumn[];
  readonly format: 'xlsx' | 'csv';
  readonly tongue: Tongue;
  readonly today: CalendarDate;
}

/** Suppliers read at once; between two such parts it is told how far the work is. */
const PART = 500;
const HEAD = { fontWeight: 'bold', backgroundColor: '#eeeeee', bottomBorderStyle: 'thin' } as const;
const UNKNOWN: Capacity = { monthlyPieces: null, productionLines: null, staff: null, areaM2: null };

/** Writes the suppliers of a list as a sheet that an import reads again. */
export async function writeSupplierSheet(
  db: Kysely<Database>,
  { query, columns, format, tongue, today }: SupplierSheetRequest,
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const standings = await standingsToday(db, today);
  const rows: SheetValue[][] = [];
  for (;;) {
    const part = await listSuppliers(db, { ...query, offset: rows.length, limit: PART }, standings);
    const capacities = await capacitiesOf(
      db,
      part.rows.map(({ id }) => id),
    );
    for (const row of part.rows) {
      const capacity = capacities.get(row.id) ?? UNKNOWN;
      rows.push(columns.map((column) => supplierSheetValue(tongue, column, row, capacity)));
    }
    // Packing counts as half of the work.
    onProgress(rows.length, part.total * 2);
    if (part.rows.length < PART) break;
  }
  const titles = columns.map((column) => supplierSheetTitle(tongue, column));
  if (format === 'csv') return writeFile(file, csvText([titles, ...rows.map((row) => row.map(toCsv))]));
  const sheet = {
    name: WORDS[tongue].supplierSheet.title,
    rows: [titles.map((title) => textCell(title, HEAD)), ...rows.map((row) => row.map(toCell))],
    columnWidths: columns.map((_, at) => widthOf([titles[at] ?? '', ...rows.map((row) => shown(row[at] ?? null))])),
    frozenRows: 1,
    frozenColumns: 1,
  };
  return writeWorkbook([sheet], file);
}

async function capacitiesOf(db: Kysely<Database>, ids: readonly Id[]): Promise<ReadonlyMap<Id, Capacity>> {
  const readings = await db.selectFrom('supplier_readings').selectAll().where('supplier_id', 'in', ids).execute();
  const latest = (figure: { readonly value: number } | null) => figure?.value ?? null;
  return new Map(
    [...Map.groupBy(readings, (reading) => reading.supplier_id)].map(([id, own]) => {
      const { monthlyPieces, productionLines, staff, areaM2 } = latestFigures(own.map(toReadingFigures));
      return [
        id,
        {
          monthlyPieces: latest(monthlyPieces),
          productionLines: latest(productionLines),
          staff: latest(staff),
          areaM2: latest(areaM2),
        },
      ];
    }),
  );
}

function toCell(value: SheetValue): WorkbookCell | null {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'text':
      return textCell(value.text);
    case 'date':
      return dateCell(value.date);
    case 'count':
      return countCell(value.count);
    case 'score':
      return scoreCell(value.hundredths);
  }
}

function toCsv(value: SheetValue): CsvCell {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'count':
    case 'score':
      return { numeral: shown(value) };
    default:
      return shown(value);
  }
}

function shown(value: SheetValue): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'text':
      return value.text;
    case 'date':
      return value.date;
    case 'count':
      return String(value.count);
    case 'score':
      return fromScaledInteger(value.hundredths, 2).toString();
  }
}

/** In characters, a Chinese one counting twice; wide enough for most, and never so wide that a note fills the screen. */
function widthOf(texts: readonly string[]): number {
  const widths = texts.map((text) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0));
  return Math.min(44, Math.max(10, ...widths.slice(0, 2_000)) + 2);
}
