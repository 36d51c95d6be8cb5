import type { Migration } from './migration.ts';

/** Workspace, sourcing projects, suppliers, quotes, evaluation, report snapshots, attachments and the history. */
export const foundation: Migration = {
  number: 1,
  name: 'foundation',
  sql: `
CREATE TABLE workspace (
  id TEXT PRIMARY KEY CHECK (id = 'workspace'),
  name TEXT NOT NULL,
  company_name_en TEXT NOT NULL DEFAULT '',
  company_name_zh TEXT NOT NULL DEFAULT '',
  company_address TEXT NOT NULL DEFAULT '',
  logo_attachment_id TEXT REFERENCES attachments (id),
  base_currency TEXT NOT NULL,
  is_sample INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_rates (
  id TEXT PRIMARY KEY,
  base TEXT NOT NULL,
  quote TEXT NOT NULL,
  rate TEXT NOT NULL,
  effective_date TEXT NOT NULL,
  source TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (base <> quote)
) STRICT;
CREATE UNIQUE INDEX exchange_rates_pair ON exchange_rates (base, quote, effective_date) WHERE deleted_at IS NULL;

CREATE TABLE projects (
  id TEXT PRIMARY KEY,
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL,
  currency TEXT NOT NULL,
  destination TEXT NOT NULL DEFAULT '',
  need_by TEXT,
  budget_minor INTEGER,
  vat_recoverable INTEGER NOT NULL DEFAULT 0,
  comparison_date TEXT,
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (name_en <> '' OR name_zh <> '')
) STRICT;
CREATE INDEX projects_updated ON projects (deleted_at, updated_at DESC);

CREATE TABLE items (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  position INTEGER NOT NULL,
  line_no TEXT NOT NULL DEFAULT '',
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  specification TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  quantity INTEGER,
  estimate_unit_price INTEGER,
  target_unit_price INTEGER,
  hs_code TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX items_project ON items (project_id, position);

CREATE TABLE suppliers (
  id TEXT PRIMARY KEY,
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL,
  contact_name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  wechat TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  shop_url TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (name_en <> '' OR name_zh <> '')
) STRICT;
CREATE INDEX suppliers_name_key ON suppliers (name_key);
CREATE INDEX suppliers_updated ON suppliers (deleted_at, updated_at DESC);
CREATE INDEX suppliers_region ON suppliers (deleted_at, region);

CREATE TABLE quotes (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  round INTEGER NOT NULL,
  received_on TEXT,
  valid_until TEXT,
  currency TEXT NOT NULL,
  tax_basis TEXT NOT NULL,
  vat_rate_bp INTEGER,
  minimum_value_minor INTEGER,
  lead_time_days INTEGER,
  lead_time_from TEXT,
  incoterm TEXT,
  named_place TEXT NOT NULL DEFAULT '',
  payment_terms TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  import_id TEXT REFERENCES imports (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX quotes_round ON quotes (project_id, supplier_id, round) WHERE deleted_at IS NULL;
CREATE INDEX quotes_supplier ON quotes (supplier_id);
CREATE INDEX quotes_import ON quotes (import_id);

CREATE TABLE quote_costs (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quotes (id),
  part TEXT NOT NULL,
  basis TEXT NOT NULL,
  amount_minor INTEGER,
  UNIQUE (quote_id, part)
) STRICT;

CREATE TABLE quote_lines (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quotes (id),
  item_id TEXT NOT NULL REFERENCES items (id),
  unit_price INTEGER,
  moq INTEGER,
  order_multiple INTEGER,
  carton_quantity INTEGER,
  carton_length_mm INTEGER,
  carton_width_mm INTEGER,
  carton_height_mm INTEGER,
  carton_weight_g INTEGER,
  notes TEXT NOT NULL DEFAULT '',
  UNIQUE (quote_id, item_id)
) STRICT;
CREATE INDEX quote_lines_item ON quote_lines (item_id);

CREATE TABLE price_breaks (
  id TEXT PRIMARY KEY,
  quote_line_id TEXT NOT NULL REFERENCES quote_lines (id),
  min_quantity INTEGER NOT NULL,
  unit_price INTEGER NOT NULL,
  UNIQUE (quote_line_id, min_quantity)
) STRICT;

CREATE TABLE criteria (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  position INTEGER NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  weight_bp INTEGER NOT NULL,
  knockout_minimum_hundredths INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK (name_en <> '' OR name_zh <> '')
) STRICT;
CREATE INDEX criteria_project ON criteria (project_id, position);

CREATE TABLE scores (
  id TEXT PRIMARY KEY,
  criterion_id TEXT NOT NULL REFERENCES criteria (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  score_hundredths INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (criterion_id, supplier_id)
) STRICT;
CREATE INDEX scores_supplier ON scores (supplier_id);

CREATE TABLE report_snapshots (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  payload TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (project_id, number)
) STRICT;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  byte_size INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_sha256 ON attachments (sha256);

CREATE TABLE attachment_links (
  id TEXT PRIMARY KEY,
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  owner_kind TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  UNIQUE (owner_kind, owner_id, attachment_id)
) STRICT;
CREATE INDEX attachment_links_attachment ON attachment_links (attachment_id);

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  sheet TEXT NOT NULL,
  encoding TEXT NOT NULL,
  mapping TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_taken INTEGER NOT NULL,
  problems TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX imports_project ON imports (project_id, created_at);

CREATE TABLE import_mappings (
  id TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE actions (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target_id TEXT REFERENCES actions (id),
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  CHECK ((kind = 'do') = (target_id IS NULL))
) STRICT;
CREATE INDEX actions_target ON actions (target_id);

CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  action_id TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX history_row ON history (row_id);

CREATE TRIGGER actions_append_only_update BEFORE UPDATE ON actions BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER actions_append_only_delete BEFORE DELETE ON actions BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_append_only_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_append_only_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
`,
};
