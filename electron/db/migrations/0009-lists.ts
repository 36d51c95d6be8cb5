import type { Migration } from './migration.ts';

/** Views that lists are kept under, and the orders in which quote lines of the whole workspace are read. */
export const lists: Migration = {
  number: 9,
  name: 'lists',
  sql: `
CREATE TABLE list_views (
  id TEXT PRIMARY KEY,
  list TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  settings TEXT NOT NULL,
  is_default INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX list_views_name ON list_views (list, name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX list_views_default ON list_views (list) WHERE is_default = 1 AND deleted_at IS NULL;

CREATE INDEX quotes_received ON quotes (received_on) WHERE deleted_at IS NULL;
CREATE INDEX quotes_valid_until ON quotes (coalesce(valid_until, '9999')) WHERE deleted_at IS NULL;
CREATE INDEX quote_lines_priced ON quote_lines (quote_id, item_id, unit_price) WHERE unit_price IS NOT NULL;
CREATE INDEX quote_lines_priced_item ON quote_lines (item_id, quote_id, unit_price) WHERE unit_price IS NOT NULL;
CREATE INDEX quote_lines_price ON quote_lines (unit_price, quote_id, item_id) WHERE unit_price IS NOT NULL;
CREATE INDEX items_by_name ON items (coalesce(nullif(name_en, ''), name_zh) COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE INDEX items_deleted ON items (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX suppliers_by_name ON suppliers (coalesce(nullif(name_en, ''), name_zh) COLLATE NOCASE);
CREATE INDEX projects_by_name ON projects (coalesce(nullif(name_en, ''), name_zh) COLLATE NOCASE) WHERE deleted_at IS NULL;
`,
};
