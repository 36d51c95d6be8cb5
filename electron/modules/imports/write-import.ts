import type BetterSqlite3 from 'better-sqlite3';
import type { ImportedItem, ImportedQuote } from '../../../shared/domain/imports/types.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import { parseDecimal } from '../../../shared/kernel/decimal.ts';
import { type Id, newId } from '../../../shared/kernel/ids.ts';
import { type CurrencyCode, moneyOf } from '../../../shared/kernel/money.ts';
import { bulkInsert } from '../../db/bulk-insert.ts';
import type { ImportPlan, ImportSurroundings, PlannedQuote } from './plan-import.ts';

/** What the import itself is remembered by. */
export interface ImportRecord {
  readonly importId: Id;
  readonly projectId: Id;
  readonly sheet: string;
  readonly encoding: string;
  /** JSON of the mapping, kept for the next file with the same headers. */
  readonly mapping: string;
  readonly headerSignature: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly problems: string;
  readonly file: {
    readonly sha256: string;
    readonly fileName: string;
    readonly mediaType: string;
    readonly byteSize: number;
  };
  readonly now: string;
}

export interface WrittenImport {
  readonly itemCount: number;
  readonly quoteCount: number;
  readonly lineCount: number;
}

/**
 * Carries out a plan inside the running transaction, with statements prepared once: an import may hold 100,000 lines.
 * `onProgress` hears how many lines are written.
 */
export function writeImport(
  sqlite: BetterSqlite3.Database,
  plan: ImportPlan,
  surroundings: ImportSurroundings,
  record: ImportRecord,
  onProgress: (done: number, total: number) => void,
): WrittenImport {
  const attachmentId = writeFile(sqlite, record);
  const itemIds = writeItems(sqlite, plan, surroundings, record);
  const suppliers = new Map<string, Id>();
  const write = quoteWriter(sqlite, record, itemIds);
  const total = plan.quotes.reduce((sum, { quote }) => sum + quote.lines.length, 0);
  let done = 0;
  for (const planned of plan.quotes) {
    const key = supplierNameKey(planned.quote.supplierName);
    const supplierId = planned.supplierId ?? suppliers.get(key) ?? writeSupplier(sqlite, planned.quote, record.now);
    suppliers.set(key, supplierId);
    const quoteId = write(planned, supplierId, surroundings.projectCurrency, () => {
      done += 1;
      if (done % 2_000 === 0) onProgress(done, total);
    });
    linkFile(sqlite, attachmentId, 'quote', quoteId);
  }
  sqlite.prepare('UPDATE projects SET updated_at = ? WHERE id = ?').run(record.now, record.projectId);
  return { itemCount: plan.items.length, quoteCount: plan.quotes.length, lineCount: total };
}

function writeFile(sqlite: BetterSqlite3.Database, record: ImportRecord): Id {
  const attachmentId = newId();
  const { file, importId, now } = record;
  sqlite
    .prepare(
      'INSERT INTO attachments (id, sha256, file_name, media_type, byte_size, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(attachmentId, file.sha256, file.fileName, file.mediaType, file.byteSize, now);
  sqlite
    .prepare(
      `INSERT INTO imports (id, project_id, attachment_id, sheet, encoding, mapping, rows_read, rows_taken, problems, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      importId,
      record.projectId,
      attachmentId,
      record.sheet,
      record.encoding,
      record.mapping,
      record.rowsRead,
      record.rowsTaken,
      record.problems,
      now,
    );
  linkFile(sqlite, attachmentId, 'import', importId);
  sqlite
    .prepare(
      `INSERT INTO import_mappings (id, mapping, updated_at) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET mapping = excluded.mapping, updated_at = excluded.updated_at`,
    )
    .run(record.headerSignature, record.mapping, now);
  return attachmentId;
}

function linkFile(sqlite: BetterSqlite3.Database, attachmentId: Id, ownerKind: string, ownerId: Id): void {
  sqlite
    .prepare('INSERT INTO attachment_links (id, attachment_id, owner_kind, owner_id) VALUES (?, ?, ?, ?)')
    .run(newId(), attachmentId, ownerKind, ownerId);
}

function writeItems(
  sqlite: BetterSqlite3.Database,
  plan: ImportPlan,
  surroundings: ImportSurroundings,
  { projectId, now }: ImportRecord,
): ReadonlyMap<string, Id> {
  const insert = sqlite.prepare(
    `INSERT INTO items (id, project_id, position, line_no, name_en, name_zh, specification, unit, quantity, estimate_unit_price, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setEstimate = sqlite.prepare(
    `UPDATE items SET estimate_unit_price = ?, revision = revision + 1 WHERE id = ? AND estimate_unit_price IS NOT ?`,
  );
  let position = surroundings.nextPosition;
  const ids = new Map<string, Id>();
  for (const { imported, knownId } of plan.items) {
    const estimate = plan.estimate?.get(imported.key) ?? null;
    const id = knownId ?? newId();
    ids.set(imported.key, id);
    if (knownId !== null) {
      if (estimate !== null) setEstimate.run(estimate, knownId, estimate);
      continue;
    }
    const { nameEn, nameZh } = namesOf(imported);
    insert.run(
      id,
      projectId,
      position,
      imported.lineNo ?? '',
      nameEn,
      nameZh,
      imported.specification ?? '',
      imported.unit ?? '',
      imported.quantity,
      estimate,
      now,
    );
    position += 1;
  }
  return ids;
}

/** An item must be called something: without a name its line number or specification stands in. */
function namesOf({ nameEn, nameZh, lineNo, specification, row }: ImportedItem): { nameEn: string; nameZh: string } {
  if (nameEn || nameZh) return { nameEn: nameEn ?? '', nameZh: nameZh ?? '' };
  return { nameEn: specification || lineNo || String(row), nameZh: '' };
}

function writeSupplier(sqlite: BetterSqlite3.Database, quote: ImportedQuote, now: string): Id {
  const id = newId();
  const { supplierName } = quote;
  const isChinese = /\p{Script=Han}/u.test(supplierName);
  sqlite
    .prepare(
      `INSERT INTO suppliers (id, name_en, name_zh, name_key, contact_name, region, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      isChinese ? '' : supplierName,
      isChinese ? supplierName : '',
      supplierNameKey(supplierName),
      quote.contact ?? '',
      quote.region ?? '',
      now,
      now,
    );
  return id;
}

const LINE_COLUMNS = ['id', 'quote_id', 'item_id', 'unit_price', 'moq', 'order_multiple', 'notes'];

type WriteQuote = (planned: PlannedQuote, supplierId: Id, projectCurrency: CurrencyCode, onLine: () => void) => Id;

function quoteWriter(
  sqlite: BetterSqlite3.Database,
  { importId, projectId, now }: ImportRecord,
  itemIds: ReadonlyMap<string, Id>,
): WriteQuote {
  const insertQuote = sqlite.prepare(
    `INSERT INTO quotes (id, project_id, supplier_id, round, received_on, valid_until, currency, tax_basis, vat_rate_bp,
       lead_time_days, incoterm, named_place, payment_terms, notes, import_id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertCost = sqlite.prepare(
    'INSERT INTO quote_costs (id, quote_id, part, basis, amount_minor) VALUES (?, ?, ?, ?, ?)',
  );
  const lines = bulkInsert(sqlite, 'quote_lines', LINE_COLUMNS);
  const breaks = bulkInsert(sqlite, 'price_breaks', ['id', 'quote_line_id', 'min_quantity', 'unit_price']);
  return ({ quote, round }, supplierId, projectCurrency, onLine) => {
    const id = newId();
    const currency = quote.currency ?? projectCurrency;
    insertQuote.run(
      id,
      projectId,
      supplierId,
      round,
      quote.receivedDate,
      quote.validUntil,
      currency,
      quote.taxBasis,
      quote.vatRateBp,
      quote.leadTimeDays,
      quote.incoterm,
      quote.namedPlace ?? '',
      quote.paymentTerms ?? '',
      quote.note ?? '',
      importId,
      now,
      now,
    );
    if (quote.freight !== 'unknown') {
      const amount = quote.freightAmount === null ? null : parseDecimal(quote.freightAmount);
      const minor = quote.freight === 'extra' && amount !== null ? moneyOf(amount, currency).minor : null;
      insertCost.run(newId(), id, 'domesticFreight', quote.freight, minor);
    }
    const lineIds = quote.lines.map((line) => {
      const itemId = itemIds.get(line.itemKey);
      if (itemId === undefined) throw new Error(`a line without its item: ${line.itemKey}`);
      const lineId = newId();
      lines.add(lineId, id, itemId, line.unitPrice, line.moq, line.orderMultiple, line.note ?? '');
      onLine();
      return lineId;
    });
    lines.flush();
    quote.lines.forEach((line, index) => {
      const lineId = lineIds[index] ?? null;
      for (const { minQuantity, unitPrice } of line.breaks) breaks.add(newId(), lineId, minQuantity, unitPrice);
    });
    breaks.flush();
    return id;
  };
}
