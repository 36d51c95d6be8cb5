import { CompiledQuery, type Insertable } from 'kysely';
import type { Trx } from '../core/action.ts';
import type { Database } from './schema.ts';

/** Rows that share one statement: enough to save half of the time, few enough for the statement to be kept. */
const TOGETHER = 50;

/**
 * Inserts many rows of one table, all with the same columns in the same order. The text of the statement is put together
 * here: the query builder makes an object of each of a thousand values, which takes longer than writing them.
 */
export async function insertMany<Table extends keyof Database & string>(
  trx: Trx,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join();
  for (let start = 0; start < rows.length; start += TOGETHER) {
    const together = rows.slice(start, start + TOGETHER);
    const values = together.flatMap((row): unknown[] => {
      if (Object.keys(row).join() !== columns) throw new Error(`rows of ${table} with different columns`);
      return Object.values(row);
    });
    await trx.executeQuery(CompiledQuery.raw(insertSql(table, columns, together.length), values));
  }
}

const texts = new Map<string, string>();

/** The text is kept, too: the same one again finds its statement at once. There are as many as tables times fifty. */
function insertSql(table: string, columns: string, count: number): string {
  const key = `${table}(${columns})${count}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const names = columns.split(',');
  const row = `(${names.map(() => '?').join(', ')})`;
  const rows = Array.from({ length: count }, () => row).join(', ');
  const text = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES ${rows}`;
  texts.set(key, text);
  return text;
}
