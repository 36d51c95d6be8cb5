import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { streamXlsxRows } from 'hucre/xlsx';
import { dropHistoryTriggers } from '../../electron/db/history-triggers.ts';
import { migrate } from '../../electron/db/open.ts';
import { newId } from '../../shared/kernel/ids.ts';

/**
 * The least an import can be: the library's parse, and one transaction that puts every row where it belongs, into the same
 * tables with the same keys, believing all it reads and recording nothing. Arguments: the sheet and a database file.
 */
const [sheet = '', file = ''] = process.argv.slice(2);
const sqlite = new BetterSqlite3(file);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
migrate(sqlite);
sqlite.pragma('foreign_keys = ON');
dropHistoryTriggers(sqlite);
const projectId = newId();
const now = new Date().toISOString();
sqlite
  .prepare(
    `INSERT INTO projects (id, name_en, stage, currency, created_at, updated_at) VALUES (?, 'P', 'quotes', 'USD', ?, ?)`,
  )
  .run(projectId, now, now);

const start = performance.now();
const rows = sheet.endsWith('.csv') ? parseCsv() : await parseXlsx();
sqlite.transaction(() => insertRows(rows.slice(1)))();
const ms = performance.now() - start;
sqlite.close();
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024, lineCount: rows.length - 1 }));

type Cell = string | number | null;

function parseCsv(): Cell[][] {
  return parse(readFileSync(sheet, 'utf8'), { relax_column_count: true });
}

async function parseXlsx(): Promise<Cell[][]> {
  const read: Cell[][] = [];
  for await (const { values } of streamXlsxRows(readFileSync(sheet))) {
    read.push(values.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null)));
  }
  return read;
}

function insertRows(lines: readonly (readonly Cell[])[]): void {
  const supplier = sqlite.prepare(
    'INSERT INTO suppliers (id, name_en, name_key, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
  );
  const quote = sqlite.prepare(
    `INSERT INTO quotes (id, project_id, supplier_id, round, valid_until, currency, tax_basis, lead_time_days, payment_terms,
       created_at, updated_at) VALUES (?, ?, ?, 1, ?, ?, 'unknown', ?, ?, ?, ?)`,
  );
  const item = sqlite.prepare(
    'INSERT INTO items (id, project_id, position, line_no, name_en, unit, quantity, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insert = sqlite.prepare(
    'INSERT INTO quote_lines (id, quote_id, item_id, unit_price, moq, notes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const quoteOf = new Map<string, string>();
  const itemOf = new Map<string, string>();
  for (const [
    name,
    lineNo,
    description,
    unit,
    quantity,
    price,
    moq,
    leadTime,
    payment,
    currency,
    valid,
    notes,
  ] of lines) {
    let quoteId = quoteOf.get(String(name));
    if (quoteId === undefined) {
      const supplierId = newId();
      quoteId = newId();
      supplier.run(supplierId, name, name, now, now);
      quote.run(quoteId, projectId, supplierId, valid, currency, Number(leadTime), payment, now, now);
      quoteOf.set(String(name), quoteId);
    }
    let itemId = itemOf.get(String(lineNo));
    if (itemId === undefined) {
      itemId = newId();
      const millis = Math.round(Number(quantity) * 10_000);
      item.run(itemId, projectId, itemOf.size, String(lineNo), description, unit, millis, now);
      itemOf.set(String(lineNo), itemId);
    }
    insert.run(newId(), quoteId, itemId, Math.round(Number(price) * 1e6), Math.round(Number(moq) * 1e4), notes ?? '');
  }
}
