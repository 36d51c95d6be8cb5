import type { Migration } from './migration.ts';

/** Award scenarios, the award of a project with its gate and approvals, and the frozen decisions. */
export const awards: Migration = {
  number: 2,
  name: 'awards',
  sql: `
CREATE TABLE award_scenarios (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  payload TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (project_id, number)
) STRICT;

CREATE TABLE awards (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  state TEXT NOT NULL,
  source TEXT NOT NULL,
  scenario_id TEXT REFERENCES award_scenarios (id),
  basis TEXT NOT NULL,
  currency TEXT NOT NULL,
  reasons TEXT NOT NULL DEFAULT '',
  confirmed_snapshot_id TEXT REFERENCES award_snapshots (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX awards_project ON awards (project_id) WHERE deleted_at IS NULL;

CREATE TABLE award_suppliers (
  id TEXT PRIMARY KEY,
  award_id TEXT NOT NULL REFERENCES awards (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  quote_id TEXT NOT NULL REFERENCES quotes (id),
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  amount_minor INTEGER,
  note TEXT NOT NULL DEFAULT '',
  not_comparable_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (award_id, supplier_id)
) STRICT;
CREATE INDEX award_suppliers_supplier ON award_suppliers (supplier_id);
CREATE INDEX award_suppliers_quote ON award_suppliers (quote_id);

CREATE TABLE award_lines (
  id TEXT PRIMARY KEY,
  award_id TEXT NOT NULL REFERENCES awards (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  item_id TEXT NOT NULL REFERENCES items (id),
  quantity INTEGER NOT NULL,
  amount_minor INTEGER,
  UNIQUE (award_id, supplier_id, item_id)
) STRICT;
CREATE INDEX award_lines_item ON award_lines (item_id);
CREATE INDEX award_lines_supplier ON award_lines (supplier_id);

CREATE TABLE award_points (
  id TEXT PRIMARY KEY,
  award_id TEXT NOT NULL REFERENCES awards (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  point TEXT NOT NULL,
  state TEXT NOT NULL,
  evidence TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  settled_by TEXT NOT NULL DEFAULT '',
  settled_on TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (award_id, supplier_id, point)
) STRICT;
CREATE INDEX award_points_supplier ON award_points (supplier_id);

CREATE TABLE award_approvals (
  id TEXT PRIMARY KEY,
  award_id TEXT NOT NULL REFERENCES awards (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL,
  decided_on TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX award_approvals_award ON award_approvals (award_id, position);

CREATE TABLE award_snapshots (
  id TEXT PRIMARY KEY,
  award_id TEXT NOT NULL REFERENCES awards (id),
  number INTEGER NOT NULL,
  payload TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  UNIQUE (award_id, number)
) STRICT;

CREATE TABLE award_reopenings (
  id TEXT PRIMARY KEY,
  award_id TEXT NOT NULL REFERENCES awards (id),
  snapshot_id TEXT NOT NULL REFERENCES award_snapshots (id),
  reason TEXT NOT NULL,
  reopened_by TEXT NOT NULL,
  reopened_at TEXT NOT NULL
) STRICT;
CREATE INDEX award_reopenings_award ON award_reopenings (award_id);
CREATE INDEX award_reopenings_snapshot ON award_reopenings (snapshot_id);
`,
};
