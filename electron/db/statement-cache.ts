import type BetterSqlite3 from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

const KEPT = 300;
/** Inserts of many rows at once are each of their own length: keeping them would push out what is used again. */
const MAX_SQL = 8_000;

/**
 * The database as Kysely takes it, with the statements used last kept. Otherwise each query is compiled anew, with
 * all its triggers, and thousands of finished statements wait in SQLite until the garbage is collected.
 */
export function withStatementCache(sqlite: BetterSqlite3.Database): SqliteDatabase {
  const kept = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  return {
    close: () => sqlite.close(),
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined && !known.busy) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      const statement = sqlite.prepare<unknown[]>(text);
      if (text.length <= MAX_SQL) {
        kept.set(text, statement);
        const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
        if (oldest !== undefined) kept.delete(oldest);
      }
      return statement;
    },
  };
}
