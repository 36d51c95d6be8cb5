import { type Kysely, sql } from 'kysely';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import { refused } from '../../core/procedure.ts';
import type { Database } from '../../db/schema.ts';

type Table = keyof Database;

/** Tables whose rows change hands as they are. */
export const MOVED: readonly Table[] = [
  'supplier_contacts',
  'supplier_payees',
  'supplier_certificates',
  'supplier_readings',
  'supplier_flags',
  'supplier_communications',
  'ask_sheets',
  'inspections',
  'quality_documents',
];

/** Tables that allow one row a supplier and these columns: where both have one, the row of the supplier that stays holds. */
export const MOVED_ONCE: readonly { readonly table: Table; readonly per: readonly string[] }[] = [
  { table: 'supplier_checks', per: ['item'] },
  { table: 'supplier_overrides', per: ['disqualifier'] },
  { table: 'supplier_tags', per: ['tag'] },
  { table: 'item_sources', per: ['item_id'] },
  { table: 'scores', per: ['criterion_id', 'evaluator_id'] },
];

/** Decisions and tests: naming both suppliers, they cannot be made one without changing what was decided. */
export const MOVED_UNLESS_BOTH: readonly { readonly table: Table; readonly per: string; readonly rule: string }[] = [
  { table: 'award_suppliers', per: 'award_id', rule: 'bothInAward' },
  { table: 'award_lines', per: 'award_id', rule: 'bothInAward' },
  { table: 'award_points', per: 'award_id', rule: 'bothInAward' },
  { table: 'samples', per: 'round_id', rule: 'bothInSampleRound' },
];

/** Tables that are numbered within a supplier. */
export const RENUMBERED: readonly Table[] = ['quotes', 'supplier_dossiers'];

/** Gives everything of one supplier to another; both are stored and differ. */
export async function moveRows(trx: Trx, from: Id, to: Id): Promise<void> {
  for (const { table, per, rule } of MOVED_UNLESS_BOTH) {
    if (await holdsBoth(trx, table, per, from, to)) throw refused('supplier', rule);
  }
  for (const { table, per } of MOVED_ONCE) await dropRepeated(trx, table, per, from, to);
  for (const table of [...MOVED, ...[...MOVED_ONCE, ...MOVED_UNLESS_BOTH].map((one) => one.table)]) {
    await sql`UPDATE ${sql.table(table)} SET supplier_id = ${to} WHERE supplier_id = ${from}`.execute(trx);
  }
  await moveQuotes(trx, from, to);
  await moveDossiers(trx, from, to);
  await moveFiles(trx, from, to);
}

/** How many rows would change hands, by table. */
export async function countMoves(db: Kysely<Database>, from: Id): Promise<{ table: string; count: number }[]> {
  const tables: readonly Table[] = [
    ...RENUMBERED,
    ...MOVED,
    ...[...MOVED_ONCE, ...MOVED_UNLESS_BOTH].map((one) => one.table),
  ];
  const counts: { table: string; count: number }[] = [];
  for (const table of tables) {
    const found = await sql<{
      count: number;
    }>`SELECT count(*) AS count FROM ${sql.table(table)} WHERE supplier_id = ${from}`.execute(db);
    counts.push({ table, count: found.rows[0]?.count ?? 0 });
  }
  return counts.filter(({ count }) => count > 0);
}

async function holdsBoth(trx: Trx, table: Table, per: string, from: Id, to: Id): Promise<boolean> {
  const column = sql.ref(per);
  const found = await sql`SELECT 1 FROM ${sql.table(table)} WHERE supplier_id = ${from}
    AND ${column} IN (SELECT ${column} FROM ${sql.table(table)} WHERE supplier_id = ${to}) LIMIT 1`.execute(trx);
  return found.rows.length > 0;
}

async function dropRepeated(trx: Trx, table: Table, per: readonly string[], from: Id, to: Id): Promise<void> {
  const columns = sql.join(per.map((column) => sql.ref(column)));
  await sql`DELETE FROM ${sql.table(table)} WHERE supplier_id = ${from}
    AND (${columns}) IN (SELECT ${columns} FROM ${sql.table(table)} WHERE supplier_id = ${to})`.execute(trx);
}

/** Rounds of both in one project become one row of rounds, in the order in which they were received. */
async function moveQuotes(trx: Trx, from: Id, to: Id): Promise<void> {
  const quotes = await trx
    .selectFrom('quotes')
    .where('supplier_id', 'in', [from, to])
    .select(['id', 'project_id', 'supplier_id', 'received_on', 'created_at', 'round', 'revision'])
    .execute();
  const far = Math.max(0, ...quotes.map(({ round }) => round)) + quotes.length;
  for (const all of Map.groupBy(quotes, (quote) => quote.project_id).values()) {
    if (all.every((quote) => quote.supplier_id === to)) continue;
    const day = (quote: (typeof all)[number]) => quote.received_on ?? quote.created_at.slice(0, 10);
    const inOrder = all.toSorted(
      (a, b) => compare(day(a), day(b)) || compare(a.created_at, b.created_at) || a.round - b.round,
    );
    // First out of each other's way: the table allows no round twice, not even for a moment.
    for (const [index, quote] of inOrder.entries()) {
      await trx
        .updateTable('quotes')
        .set({ supplier_id: to, round: far + index + 1 })
        .where('id', '=', quote.id)
        .execute();
    }
    for (const [index, quote] of inOrder.entries()) {
      await trx
        .updateTable('quotes')
        .set({ round: index + 1, revision: quote.revision + 1 })
        .where('id', '=', quote.id)
        .execute();
    }
  }
}

/** Frozen dossiers keep their order behind those of the supplier that stays. */
async function moveDossiers(trx: Trx, from: Id, to: Id): Promise<void> {
  await sql`UPDATE supplier_dossiers SET supplier_id = ${to},
      number = number + (SELECT coalesce(max(number), 0) FROM supplier_dossiers WHERE supplier_id = ${to})
    WHERE supplier_id = ${from}`.execute(trx);
}

async function moveFiles(trx: Trx, from: Id, to: Id): Promise<void> {
  await sql`DELETE FROM attachment_links WHERE owner_kind = 'supplier' AND owner_id = ${from} AND attachment_id IN (
    SELECT attachment_id FROM attachment_links WHERE owner_kind = 'supplier' AND owner_id = ${to})`.execute(trx);
  await sql`UPDATE attachment_links SET owner_id = ${to} WHERE owner_kind = 'supplier' AND owner_id = ${from}`.execute(
    trx,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
