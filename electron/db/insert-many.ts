import type { Insertable } from 'kysely';
import type { Trx } from '../core/action.ts';
import type { Database } from './schema.ts';

/** SQLite takes at most 32,766 variables a statement; rows are sent in chunks that stay below. */
const MAX_VARIABLES = 30_000;

/** Inserts many rows of one table in as few statements as SQLite allows. */
export async function insertMany<Table extends keyof Database & string>(
  trx: Trx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const chunk = Math.max(1, Math.floor(MAX_VARIABLES / Object.keys(first).length));
  for (let start = 0; start < rows.length; start += chunk) {
    await trx
      .insertInto(table)
      .values(rows.slice(start, start + chunk))
      .execute();
  }
}
