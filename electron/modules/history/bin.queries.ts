import { type Kysely, sql } from 'kysely';
import type { BIN_NOUNS, BinEntry } from '../../../shared/contract/history.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import type { Database } from '../../db/schema.ts';

export type BinNoun = (typeof BIN_NOUNS)[number];

/** Where a noun of the bin lives. */
export const BIN_TABLES = {
  project: 'projects',
  supplier: 'suppliers',
  quote: 'quotes',
  item: 'items',
  exchangeRate: 'exchange_rates',
  report: 'report_snapshots',
  sampleRound: 'sample_rounds',
  inspection: 'inspections',
  qualityDocument: 'quality_documents',
} as const satisfies Record<BinNoun, keyof Database>;

/** Everything in the bin, what was deleted last first. */
export async function listBin(db: Kysely<Database>): Promise<BinEntry[]> {
  const found = await sql<{ noun: BinNoun; id: Id; title: string; context: string; deleted_at: string }>`
    ${sql.join(
      [
        sql`SELECT 'project' AS noun, id, ${names('projects')} AS title, '' AS context, deleted_at
            FROM projects WHERE deleted_at IS NOT NULL`,
        sql`SELECT 'supplier', id, ${names('suppliers')}, region, deleted_at
            FROM suppliers WHERE deleted_at IS NOT NULL`,
        sql`SELECT 'quote', quotes.id, ${names('suppliers')}, ${names('projects')} || ' · ' || quotes.round,
              quotes.deleted_at
            FROM quotes JOIN suppliers ON suppliers.id = quotes.supplier_id JOIN projects ON projects.id = quotes.project_id
            WHERE quotes.deleted_at IS NOT NULL`,
        sql`SELECT 'item', items.id, ${names('items')}, ${names('projects')}, items.deleted_at
            FROM items JOIN projects ON projects.id = items.project_id WHERE items.deleted_at IS NOT NULL`,
        sql`SELECT 'exchangeRate', id, base || '/' || quote || ' ' || rate, effective_date, deleted_at
            FROM exchange_rates WHERE deleted_at IS NOT NULL`,
        sql`SELECT 'report', report_snapshots.id, title, ${names('projects')}, report_snapshots.deleted_at
            FROM report_snapshots JOIN projects ON projects.id = report_snapshots.project_id
            WHERE report_snapshots.deleted_at IS NOT NULL`,
        sql`SELECT 'sampleRound', id, title, '#' || number, deleted_at FROM sample_rounds WHERE deleted_at IS NOT NULL`,
        sql`SELECT 'inspection', inspections.id, '#' || inspections.number || ' ' || inspections.title,
              ${names('suppliers')}, inspections.deleted_at
            FROM inspections JOIN suppliers ON suppliers.id = inspections.supplier_id
            WHERE inspections.deleted_at IS NOT NULL`,
        sql`SELECT 'qualityDocument', quality_documents.id, quality_documents.standard || ' ' || quality_documents.number,
              ${names('suppliers')}, quality_documents.deleted_at
            FROM quality_documents JOIN suppliers ON suppliers.id = quality_documents.supplier_id
            WHERE quality_documents.deleted_at IS NOT NULL`,
      ],
      sql` UNION ALL `,
    )}
    ORDER BY deleted_at DESC, id`.execute(db);
  return found.rows.map(({ deleted_at, ...row }) => ({ ...row, deletedAt: deleted_at }));
}

/** Takes a row out of the bin as it was; its revision rises, so that nobody's older reading is taken for current. */
export async function takeOutOfBin(trx: Trx, noun: BinNoun, id: Id): Promise<void> {
  const revised = noun === 'report' ? sql`` : sql`, revision = revision + 1`;
  await sql`UPDATE ${sql.table(BIN_TABLES[noun])} SET deleted_at = NULL ${revised} WHERE id = ${id}`.execute(trx);
}

export async function isInBin(db: Trx, noun: BinNoun, id: Id): Promise<boolean> {
  const found =
    await sql`SELECT 1 FROM ${sql.table(BIN_TABLES[noun])} WHERE id = ${id} AND deleted_at IS NOT NULL`.execute(db);
  return found.rows.length > 0;
}

/** The noun of a parent that is itself in the bin: what belongs to it could not be seen anywhere. */
export async function deletedParent(db: Trx, noun: BinNoun, id: Id): Promise<'project' | 'supplier' | null> {
  if (noun === 'project' || noun === 'supplier' || noun === 'exchangeRate') return null;
  const hasSupplier = noun === 'quote' || noun === 'inspection' || noun === 'qualityDocument';
  const supplier = hasSupplier ? sql`row.supplier_id` : sql`NULL`;
  const found = await sql<{ project: string | null; supplier: string | null }>`
    SELECT
      (SELECT deleted_at FROM projects WHERE id = row.project_id) AS project,
      (SELECT deleted_at FROM suppliers WHERE id = ${supplier}) AS supplier
    FROM ${sql.table(BIN_TABLES[noun])} AS row WHERE row.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (row?.project) return 'project';
  return row?.supplier ? 'supplier' : null;
}

/** Both names, or the one there is. */
function names(table: 'projects' | 'suppliers' | 'items') {
  const en = sql.ref(`${table}.name_en`);
  const zh = sql.ref(`${table}.name_zh`);
  return sql`${en} || CASE WHEN ${en} <> '' AND ${zh} <> '' THEN ' · ' ELSE '' END || ${zh}`;
}
