import type BetterSqlite3 from 'better-sqlite3';
import type { DuplicateChoice, PlannedSupplier } from '../../../shared/domain/supplier-imports/plan.ts';
import type { Capacity, ReadSupplier } from '../../../shared/domain/supplier-imports/read-suppliers.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import { latestFigures } from '../../../shared/domain/suppliers/readings.ts';
import { standingOf } from '../../../shared/domain/suppliers/standing.ts';
import { NO_FACTS, type SupplierFacts, type SupplierFile } from '../../../shared/domain/suppliers/supplier-file.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { type Id, newId } from '../../../shared/kernel/ids.ts';
import { standingColumns } from '../suppliers/supplier-files.ts';
import type { WrittenSuppliers } from './supplier-import-messages.ts';

export type DecidedSupplier = PlannedSupplier & { readonly choice: DuplicateChoice };

interface Surroundings {
  /** Of the suppliers that are updated. */
  readonly files: ReadonlyMap<Id, SupplierFile>;
  readonly now: string;
  readonly today: CalendarDate;
}

/** Columns a row of a sheet can fill, beside the names. */
const COLUMNS = [
  'name_en',
  'name_zh',
  'contact_name',
  'phone',
  'wechat',
  'email',
  'region',
  'shop_url',
  'notes',
  'province',
  'business_kind',
  'tier',
  'member_since',
  'uscc',
  'licence_name',
  'legal_person',
] as const;
type Column = (typeof COLUMNS)[number];
/** How the supplier stands by all of it; written along, so that one row of history says it all. */
const STANDING = [
  'verification',
  'qualification_hundredths',
  'qualification_coverage_bp',
  'disqualified',
  'next_expiry',
  'standing_until',
] as const satisfies readonly (keyof ReturnType<typeof standingColumns>)[];
/** Those that are a way to reach somebody. */
const CONTACTS: ReadonlySet<Column> = new Set(['contact_name', 'phone', 'wechat', 'email']);

/** Carries out what was decided, inside the running transaction. `onProgress` hears how many rows are done. */
export function writeSuppliers(
  sqlite: BetterSqlite3.Database,
  decided: readonly DecidedSupplier[],
  { files, now, today }: Surroundings,
  onProgress: (done: number, total: number) => void,
): WrittenSuppliers {
  const statements = statementsOf(sqlite, { now, today });
  const count = { created: 0, filled: 0, skipped: 0 };
  // Two rows may fill one supplier: the second one stands on what the first one left.
  const current = new Map(files);
  for (const [index, { read, known, choice }] of decided.entries()) {
    if (choice === 'create') {
      statements.create(read);
      count.created += 1;
    } else if (choice === 'fill' && known !== null) {
      const before = current.get(known.id);
      if (before === undefined) throw new Error('a supplier to fill was not loaded');
      const after = statements.fill(known.id, before, read);
      if (after !== null) current.set(known.id, after);
      count[after === null ? 'skipped' : 'filled'] += 1;
    } else count.skipped += 1;
    if (index % 200 === 199) onProgress(index + 1, decided.length);
  }
  return count;
}

function statementsOf(
  sqlite: BetterSqlite3.Database,
  { now, today }: { readonly now: string; readonly today: CalendarDate },
) {
  const written = ['name_key', ...COLUMNS, ...STANDING];
  const insert = sqlite.prepare(
    `INSERT INTO suppliers (id, created_at, updated_at, ${written.join(', ')})
     VALUES (@id, @now, @now, ${written.map((column) => `@${column}`).join(', ')})`,
  );
  const stored = sqlite.prepare<[string], Record<Column, string | null>>(
    `SELECT ${COLUMNS.join(', ')} FROM suppliers WHERE id = ?`,
  );
  const update = sqlite.prepare(
    `UPDATE suppliers SET ${written.map((column) => `${column} = @${column}`).join(', ')},
       revision = revision + 1, updated_at = @now WHERE id = @id`,
  );
  const insertTag = sqlite.prepare('INSERT OR IGNORE INTO supplier_tags (id, supplier_id, tag) VALUES (?, ?, ?)');
  const insertReading = sqlite.prepare(
    `INSERT INTO supplier_readings (id, supplier_id, taken_on, monthly_pieces, production_lines, staff, area_m2, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addTags = (id: Id, tags: readonly string[]) =>
    tags.reduce((added, tag) => added + insertTag.run(newId(), id, tag).changes, 0);
  const addReading = (id: Id, { monthlyPieces, productionLines, staff, areaM2 }: Capacity) =>
    insertReading.run(newId(), id, today, monthlyPieces, productionLines, staff, areaM2, now);
  const standing = (file: SupplierFile) => standingColumns(standingOf(file, today));
  return {
    create(read: ReadSupplier): void {
      const id = newId();
      const knows = knowsCapacity(read.capacity);
      const file = newFile(read);
      insert.run({
        id,
        now,
        name_key: supplierNameKey(read.nameZh || read.nameEn),
        ...columnsOf(read),
        ...standing(knows ? withReading(file, read.capacity, today) : file),
      });
      addTags(id, read.tags);
      if (knows) addReading(id, read.capacity);
    },
    /** Writes what the directory leaves empty; null when the row adds nothing. */
    fill(id: Id, before: SupplierFile, read: ReadSupplier): SupplierFile | null {
      const there = stored.get(id);
      if (there === undefined) return null;
      const said = columnsOf(read);
      const empty = COLUMNS.filter((column) => !there[column] && said[column]);
      const filled = { ...there, ...Object.fromEntries(empty.map((column) => [column, said[column]])) };
      const capacity = unknownCapacity(before, read.capacity);
      const tagsAdded = addTags(id, read.tags);
      if (empty.length === 0 && tagsAdded === 0 && !knowsCapacity(capacity)) return null;
      const contacts = empty.filter((column) => CONTACTS.has(column)).length;
      const known: SupplierFile = {
        ...before,
        facts: { ...before.facts, ...unknownFacts(before.facts, factsOf(read)) },
        contactCount: before.contactCount + contacts,
      };
      const after = knowsCapacity(capacity) ? withReading(known, capacity, today) : known;
      update.run({
        id,
        now,
        name_key: supplierNameKey(filled.name_zh || filled.name_en || ''),
        ...filled,
        ...standing(after),
      });
      if (knowsCapacity(capacity)) addReading(id, capacity);
      return after;
    },
  };
}

function columnsOf(read: ReadSupplier): Record<Column, string | null> {
  return {
    name_en: read.nameEn,
    name_zh: read.nameZh,
    contact_name: read.contactName,
    phone: read.phone,
    wechat: read.wechat,
    email: read.email,
    region: read.region,
    shop_url: read.shopUrl,
    notes: read.notes,
    province: read.province,
    business_kind: read.businessKind,
    tier: read.tier,
    member_since: read.memberSince,
    uscc: read.uscc,
    licence_name: read.licenceName,
    legal_person: read.legalPerson,
  };
}

/** What the row says of the supplier; what it leaves open is left out. */
function factsOf(read: ReadSupplier): Partial<SupplierFacts> {
  return {
    ...(read.province === '' ? {} : { province: read.province }),
    ...(read.businessKind === null ? {} : { businessKind: read.businessKind }),
    ...(read.tier === null ? {} : { tier: read.tier }),
    ...(read.memberSince === null ? {} : { memberSince: read.memberSince }),
    ...(read.uscc === '' ? {} : { uscc: read.uscc }),
    ...(read.licenceName === '' ? {} : { licenceName: read.licenceName }),
    ...(read.legalPerson === '' ? {} : { legalPerson: read.legalPerson }),
  };
}

/** Of what a row says, that which nothing is known of yet. */
function unknownFacts(known: SupplierFacts, said: Partial<SupplierFacts>): Partial<SupplierFacts> {
  const open = new Set(
    Object.entries(known).flatMap(([name, value]) => (value === null || value === '' ? [name] : [])),
  );
  return Object.fromEntries(Object.entries(said).filter(([name]) => open.has(name)));
}

function unknownCapacity({ readings }: SupplierFile, said: Capacity): Capacity {
  const latest = latestFigures(readings);
  const open = (name: keyof Capacity) => (latest[name] === null ? said[name] : null);
  return {
    monthlyPieces: open('monthlyPieces'),
    productionLines: open('productionLines'),
    staff: open('staff'),
    areaM2: open('areaM2'),
  };
}

function knowsCapacity(capacity: Capacity): boolean {
  return Object.values(capacity).some((figure) => figure !== null);
}

/** The file with what a sheet says of capacity as a reading of today. */
function withReading(file: SupplierFile, capacity: Capacity, today: CalendarDate): SupplierFile {
  const reading = {
    takenOn: today,
    reorderHundredths: null,
    onTimeHundredths: null,
    responseHundredths: null,
    qualityHundredths: null,
    serviceHundredths: null,
    responseMinutes: null,
    ...capacity,
  };
  return { ...file, readings: [...file.readings, reading] };
}

/** The file of a supplier of whom only the row is known. */
function newFile(read: ReadSupplier): SupplierFile {
  return {
    facts: { ...NO_FACTS, ...factsOf(read) },
    contactCount: [read.contactName, read.phone, read.wechat, read.email].filter((text) => text !== '').length,
    payees: [],
    certificates: [],
    readings: [],
    checks: [],
    flags: [],
    overrides: [],
    answers: [],
    communicationCount: 0,
  };
}
