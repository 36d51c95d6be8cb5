import type BetterSqlite3 from 'better-sqlite3';

/** Tables that are themselves the record; everything else is recorded. */
const UNRECORDED = new Set(['actions', 'history']);

const OPERATIONS = ['insert', 'update', 'delete'] as const;

/** The action that the running transaction belongs to; the triggers refuse any change made outside one. */
export interface ActionCursor {
  actionId: string | null;
}

/** Gives a connection the SQL function that the history triggers call. Needed on every connection that writes. */
export function registerActionCursor(sqlite: BetterSqlite3.Database): ActionCursor {
  const cursor: ActionCursor = { actionId: null };
  sqlite.function('current_action', () => {
    if (cursor.actionId === null) throw new Error('every change belongs to a named action');
    return cursor.actionId;
  });
  return cursor;
}

/** Takes the triggers away, so that a migration may change tables and rows. */
export function dropHistoryTriggers(sqlite: BetterSqlite3.Database): void {
  const names = sqlite
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all()
    .map(({ name }) => name);
  const standing = new Set(names);
  for (const table of recordedTables(sqlite)) {
    for (const operation of OPERATIONS) {
      const name = `history_${table}_${operation}`;
      if (standing.has(name)) sqlite.exec(`DROP TRIGGER "${name}"`);
    }
  }
}

/**
 * Creates the triggers that write every insert, update and delete of every table into `history`.
 * They are derived from the schema, so they are made anew after each migration and never migrated themselves.
 */
export function createHistoryTriggers(sqlite: BetterSqlite3.Database): void {
  for (const table of recordedTables(sqlite)) {
    const columns = columnsOf(sqlite, table);
    for (const operation of OPERATIONS) sqlite.exec(triggerSql(table, columns, operation));
  }
}

/** Every table whose rows the history records. */
export function recordedTables(sqlite: BetterSqlite3.Database): string[] {
  return sqlite
    .prepare<[], { name: string }>(
      // Virtual tables (search indexes) and their shadows are derived and cannot carry triggers.
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
    .map((row) => row.name)
    .filter((name) => !UNRECORDED.has(name));
}

function columnsOf(sqlite: BetterSqlite3.Database, table: string): string[] {
  return sqlite
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((row) => row.name);
}

function triggerSql(table: string, columns: readonly string[], operation: (typeof OPERATIONS)[number]): string {
  const before = operation === 'insert' ? 'NULL' : jsonOf(columns, 'OLD');
  const after = operation === 'delete' ? 'NULL' : jsonOf(columns, 'NEW');
  const row = operation === 'delete' ? 'OLD' : 'NEW';
  return `CREATE TRIGGER "history_${table}_${operation}" AFTER ${operation.toUpperCase()} ON "${table}" BEGIN
    INSERT INTO history (action_id, table_name, row_id, operation, before, after)
    VALUES (current_action(), '${table}', ${row}.id, '${operation}', ${before}, ${after});
  END`;
}

function jsonOf(columns: readonly string[], row: 'OLD' | 'NEW'): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`;
}
