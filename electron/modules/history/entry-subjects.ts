import type { Kysely } from 'kysely';
import type { EntrySubject } from '../../../shared/contract/history.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';

type Row = Readonly<Record<string, string | number | null>>;

interface Changed {
  readonly tableName: string;
  readonly row: Row;
}

interface Names {
  readonly nameEn: string;
  readonly nameZh: string;
}

/**
 * What changed rows belong to as it stands today, one for each: an instalment names neither its supplier nor its currency, a
 * price not its item. A few queries for a whole page. Who is gone for good is not named.
 */
export async function entrySubjects(db: Kysely<Database>, changed: readonly Changed[]): Promise<EntrySubject[]> {
  const rows = changed.map(({ row }) => row);
  // Lines that went with this very action are known from its own entries alone.
  const goneLines = changed.flatMap(({ tableName, row }) => (tableName === 'quote_lines' ? [row] : []));
  const lines = byId([...(await linesOf(db, idsIn(rows, 'quote_line_id'))), ...goneLines]);
  const withLines = rows.map((row) => ({ ...(lines.get(idIn(row, 'quote_line_id') ?? '') ?? {}), ...row }));
  const quotes = byId(await quotesOf(db, idsIn(withLines, 'quote_id')));
  const whole = withLines.map((row) => ({ ...(quotes.get(idIn(row, 'quote_id') ?? '') ?? {}), ...row }));
  const [suppliers, items, awards, projects] = await Promise.all([
    namesOf(db, 'suppliers', idsIn(whole, 'supplier_id')),
    namesOf(db, 'items', idsIn(whole, 'item_id')),
    currenciesOf(db, 'awards', idsIn(whole, 'award_id')),
    currenciesOf(db, 'projects', idsIn(whole, 'project_id')),
  ]);
  return whole.map((row) => {
    const names = [items.get(idIn(row, 'item_id') ?? ''), suppliers.get(idIn(row, 'supplier_id') ?? '')];
    const own = typeof row.currency === 'string' ? row.currency : null;
    return {
      names: names.filter((one) => one !== undefined),
      currency: own ?? awards.get(idIn(row, 'award_id') ?? '') ?? projects.get(idIn(row, 'project_id') ?? '') ?? null,
    };
  });
}

async function linesOf(db: Kysely<Database>, ids: readonly Id[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('quote_lines').select(['id', 'quote_id', 'item_id']).where('id', 'in', ids).execute();
}

async function quotesOf(db: Kysely<Database>, ids: readonly Id[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('quotes').select(['id', 'supplier_id', 'currency']).where('id', 'in', ids).execute();
}

async function namesOf(
  db: Kysely<Database>,
  table: 'suppliers' | 'items',
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Names>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom(table).select(['id', 'name_en', 'name_zh']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name_en, name_zh }) => [id, { nameEn: name_en, nameZh: name_zh }]));
}

async function currenciesOf(
  db: Kysely<Database>,
  table: 'awards' | 'projects',
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom(table).select(['id', 'currency']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, currency }) => [id, currency]));
}

function idIn(row: Row, column: string): Id | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

function idsIn(rows: readonly Row[], column: string): Id[] {
  return [...new Set(rows.flatMap((row) => idIn(row, column) ?? []))];
}

function byId(rows: readonly Row[]): ReadonlyMap<Id, Row> {
  return new Map(rows.map(({ id, ...rest }) => [String(id), rest]));
}
