import type BetterSqlite3 from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import type { WorkspaceDatabase } from '../../electron/db/open.ts';

/** The steps SQLite would take for a query, one line each ("SEARCH projects USING INDEX …", "SCAN …"). */
export function explain({ sqlite }: Pick<WorkspaceDatabase, 'sqlite'>, query: CompiledQuery): string[] {
  return explainSql(sqlite, query.sql, query.parameters);
}

export function explainSql(sqlite: BetterSqlite3.Database, sql: string, parameters: readonly unknown[] = []): string[] {
  return sqlite
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map((row) => row.detail);
}
