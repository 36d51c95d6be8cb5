import type { Migration } from './migration.ts';

/** Sample rounds, inspections with their defects, the checklists both are judged by, quality documents, holidays. */
export const samplesAndInspections: Migration = {
  number: 3,
  name: 'samples-and-inspections',
  sql: `
CREATE TABLE sample_rounds (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  project_id TEXT REFERENCES projects (id),
  item_id TEXT REFERENCES items (id),
  title TEXT NOT NULL CHECK (title <> ''),
  specification TEXT NOT NULL DEFAULT '',
  requested_on TEXT,
  needed_by TEXT,
  is_blind INTEGER NOT NULL DEFAULT 0,
  revealed_at TEXT,
  golden_sample_id TEXT REFERENCES samples (id),
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX sample_rounds_updated ON sample_rounds (deleted_at, updated_at DESC);
CREATE INDEX sample_rounds_project ON sample_rounds (project_id, number);
CREATE INDEX sample_rounds_item ON sample_rounds (item_id);

CREATE TABLE samples (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES sample_rounds (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  code TEXT NOT NULL,
  pieces INTEGER,
  currency TEXT NOT NULL,
  fee_minor INTEGER,
  fee_refund TEXT NOT NULL DEFAULT 'unknown',
  refund_quantity INTEGER,
  freight_minor INTEGER,
  requested_on TEXT,
  shipped_on TEXT,
  received_on TEXT,
  tracking TEXT NOT NULL DEFAULT '',
  verdict TEXT,
  verdict_reason TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  UNIQUE (round_id, supplier_id)
) STRICT;
CREATE INDEX samples_supplier ON samples (supplier_id);

CREATE TABLE inspections (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  project_id TEXT REFERENCES projects (id),
  item_id TEXT REFERENCES items (id),
  previous_id TEXT REFERENCES inspections (id),
  golden_sample_id TEXT REFERENCES samples (id),
  title TEXT NOT NULL DEFAULT '',
  batch TEXT NOT NULL DEFAULT '',
  planned_on TEXT,
  done_on TEXT,
  place TEXT NOT NULL DEFAULT '',
  inspector TEXT NOT NULL DEFAULT '',
  order_quantity INTEGER,
  lot_size INTEGER,
  level TEXT NOT NULL DEFAULT 'II',
  aql_critical TEXT NOT NULL DEFAULT '0',
  aql_major TEXT NOT NULL DEFAULT '2.5',
  aql_minor TEXT NOT NULL DEFAULT '4.0',
  inspected_quantity INTEGER,
  result TEXT NOT NULL DEFAULT 'open',
  override_result TEXT,
  override_reason TEXT NOT NULL DEFAULT '',
  override_by TEXT NOT NULL DEFAULT '',
  override_at TEXT,
  closed_at TEXT,
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX inspections_updated ON inspections (deleted_at, updated_at DESC);
CREATE INDEX inspections_supplier ON inspections (supplier_id, item_id);
CREATE INDEX inspections_project ON inspections (project_id, number);
CREATE INDEX inspections_previous ON inspections (previous_id);

CREATE TABLE inspection_defects (
  id TEXT PRIMARY KEY,
  inspection_id TEXT NOT NULL REFERENCES inspections (id),
  position INTEGER NOT NULL,
  class TEXT NOT NULL,
  count INTEGER NOT NULL,
  description TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX inspection_defects_inspection ON inspection_defects (inspection_id, position);

CREATE TABLE checklist_points (
  id TEXT PRIMARY KEY,
  round_id TEXT REFERENCES sample_rounds (id),
  inspection_id TEXT REFERENCES inspections (id),
  origin_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  section TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  lower TEXT,
  upper TEXT,
  choices TEXT NOT NULL DEFAULT '[]',
  weight INTEGER NOT NULL DEFAULT 1,
  is_critical INTEGER NOT NULL DEFAULT 0,
  CHECK (name_en <> '' OR name_zh <> ''),
  CHECK ((round_id IS NULL) <> (inspection_id IS NULL))
) STRICT;
CREATE INDEX checklist_points_round ON checklist_points (round_id, position);
CREATE INDEX checklist_points_inspection ON checklist_points (inspection_id, position);
CREATE INDEX checklist_points_origin ON checklist_points (origin_id);

CREATE TABLE checklist_answers (
  id TEXT PRIMARY KEY,
  point_id TEXT NOT NULL REFERENCES checklist_points (id),
  sample_id TEXT REFERENCES samples (id),
  readings TEXT NOT NULL DEFAULT '[]',
  choice TEXT,
  notes TEXT NOT NULL DEFAULT '',
  UNIQUE (point_id, sample_id)
) STRICT;
CREATE INDEX checklist_answers_sample ON checklist_answers (sample_id);

CREATE TABLE quality_documents (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  project_id TEXT REFERENCES projects (id),
  item_id TEXT REFERENCES items (id),
  standard TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  market TEXT NOT NULL DEFAULT '',
  holder TEXT NOT NULL DEFAULT '',
  scope TEXT NOT NULL DEFAULT '',
  issued_on TEXT,
  expires_on TEXT,
  result TEXT NOT NULL DEFAULT 'unknown',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX quality_documents_updated ON quality_documents (deleted_at, updated_at DESC);
CREATE INDEX quality_documents_supplier ON quality_documents (supplier_id);
CREATE INDEX quality_documents_project ON quality_documents (project_id);

CREATE TABLE holidays (
  id TEXT PRIMARY KEY,
  replaces TEXT,
  name_en TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK (name_en <> '' OR name_zh <> ''),
  CHECK (from_date <= to_date)
) STRICT;
CREATE UNIQUE INDEX holidays_replaces ON holidays (replaces) WHERE replaces IS NOT NULL;
`,
};
