import type BetterSqlite3 from 'better-sqlite3';
import { foundation } from '../../electron/db/migrations/0001-foundation.ts';
import type { Migration } from '../../electron/db/migrations/migration.ts';

/** A second version as one might come: a table is rebuilt under its children, rows are rewritten, a column is new. */
const rebuildSuppliers: Migration = {
  number: 2,
  name: 'rebuild-suppliers',
  sql: `
CREATE TABLE suppliers_new (
  id TEXT PRIMARY KEY, name_en TEXT NOT NULL DEFAULT '', name_zh TEXT NOT NULL DEFAULT '', name_key TEXT NOT NULL,
  contact_name TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', wechat TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '', region TEXT NOT NULL DEFAULT '', shop_url TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '', revision INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL, deleted_at TEXT, tier TEXT NOT NULL DEFAULT 'none'
) STRICT;
INSERT INTO suppliers_new SELECT *, 'none' FROM suppliers;
DROP TABLE suppliers;
ALTER TABLE suppliers_new RENAME TO suppliers;
UPDATE suppliers SET notes = 'seen by version 2';
`,
};

export const MIGRATIONS: readonly Migration[] = [foundation, rebuildSuppliers];

/** The schema as text, to compare two databases by. */
export function schemaOf(sqlite: BetterSqlite3.Database): string[] {
  return sqlite.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql').pluck().all().map(String);
}
