import type BetterSqlite3 from 'better-sqlite3';
import type { Id } from '../../shared/kernel/ids.ts';

type Fields = Record<string, string | number | null>;

interface Step {
  table_name: string;
  row_id: string;
  operation: 'insert' | 'update' | 'delete';
  before: string | null;
}

/**
 * Writes the entries of an action back, the last first, inside the running transaction. Rows get every field they
 * had before, but for `revision`: that one only ever rises, so that a window which still shows what was just taken
 * back is refused as stale and not taken for current. Returns how many entries there were.
 *
 * Must only be called for the newest action that stands: then each row is exactly as that action left it, and going
 * back through the same states in reverse breaks no constraint that held on the way there.
 */
export function revertAction(sqlite: BetterSqlite3.Database, actionId: Id): number {
  // A parent may come back after its child within one action.
  sqlite.pragma('defer_foreign_keys = ON');
  const bounds = sqlite
    .prepare<[string], { first_seq: number; last_seq: number }>('SELECT first_seq, last_seq FROM actions WHERE id = ?')
    .get(actionId);
  if (bounds === undefined) throw new Error('no such action');
  const page = sqlite.prepare<[number, number], Step & { seq: number }>(
    `SELECT seq, table_name, row_id, operation, before FROM history
     WHERE seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT 1000`,
  );
  const writers = new Map<string, RowWriter>();
  let last = bounds.last_seq;
  while (last >= bounds.first_seq) {
    // In pages: the rows written meanwhile go into the table that is being read.
    const steps = page.all(bounds.first_seq, last);
    for (const step of steps) {
      let writer = writers.get(step.table_name);
      if (writer === undefined) {
        writer = rowWriter(sqlite, step.table_name);
        writers.set(step.table_name, writer);
      }
      takeBack(writer, step);
      last = step.seq - 1;
    }
    if (steps.length === 0) break;
  }
  return bounds.last_seq - bounds.first_seq + 1;
}

function takeBack(writer: RowWriter, step: Step): void {
  if (step.operation === 'insert') {
    writer.remove(step.row_id);
    return;
  }
  if (step.before === null) throw new Error(`an entry without the row it changed: ${step.table_name}`);
  const before: Fields = JSON.parse(step.before);
  if (step.operation === 'delete') writer.insert(before);
  else writer.update(step.row_id, before);
}

interface RowWriter {
  remove(id: string): void;
  insert(row: Fields): void;
  update(id: string, row: Fields): void;
}

/** Writes whole rows of one table. The column names come from the schema, never from the recorded text. */
function rowWriter(sqlite: BetterSqlite3.Database, table: string): RowWriter {
  const columns = sqlite
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((column) => column.name);
  if (columns.length === 0) throw new Error(`no such table: ${table}`);
  const isRevised = columns.includes('revision');
  const remove = sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`);
  const insert = sqlite.prepare(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map((column) => (column === 'revision' ? '@revision + 1' : `@${column}`)).join(', ')})`,
  );
  const update = sqlite.prepare(
    `UPDATE "${table}" SET ${columns
      .map((column) => (column === 'revision' ? 'revision = revision + 1' : `"${column}" = @${column}`))
      .join(', ')} WHERE id = @row_id_now`,
  );
  return {
    remove: (id) => mustChange(remove.run(id), table),
    insert: (row) => mustChange(insert.run(row), table),
    update: (id, row) => {
      const { revision, ...others } = row;
      mustChange(update.run({ ...(isRevised ? others : row), row_id_now: id }), table);
    },
  };
}

function mustChange({ changes }: BetterSqlite3.RunResult, table: string): void {
  if (changes !== 1) throw new Error(`a row of ${table} is not as its last action left it`);
}
