import type { Migration } from './migration.ts';

/** What a project takes for granted to carry quotes to its door; duty and cartons of items, where quotes leave them open. */
export const costing: Migration = {
  number: 8,
  name: 'costing',
  sql: `
ALTER TABLE items ADD COLUMN duty_rate_bp INTEGER;
ALTER TABLE items ADD COLUMN additional_duty_bp INTEGER;
ALTER TABLE items ADD COLUMN specific_duty INTEGER;
ALTER TABLE items ADD COLUMN carton_quantity INTEGER;
ALTER TABLE items ADD COLUMN carton_length_mm INTEGER;
ALTER TABLE items ADD COLUMN carton_width_mm INTEGER;
ALTER TABLE items ADD COLUMN carton_height_mm INTEGER;
ALTER TABLE items ADD COLUMN carton_weight_g INTEGER;

CREATE TABLE costings (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL UNIQUE REFERENCES projects (id),
  country TEXT,
  point TEXT NOT NULL,
  origin_currency TEXT NOT NULL,
  freight_currency TEXT NOT NULL,
  destination_currency TEXT NOT NULL,
  freight_mode TEXT,
  freight_per_kg INTEGER,
  freight_per_m3 INTEGER,
  container_type TEXT,
  freight_per_container_minor INTEGER,
  freight_lump_minor INTEGER,
  freight_percent_bp INTEGER,
  freight_minimum_minor INTEGER,
  volumetric_divisor INTEGER,
  weight_step_g INTEGER,
  minimum_weight_g INTEGER,
  round_up_to_cm INTEGER NOT NULL,
  per_piece INTEGER NOT NULL,
  transit_days INTEGER,
  insurance_ppm INTEGER,
  duty_rate_bp INTEGER,
  import_vat_rate_bp INTEGER,
  import_vat_recoverable INTEGER NOT NULL,
  agent_scope TEXT NOT NULL,
  agent_rate_bp INTEGER,
  agent_minimum_minor INTEGER,
  origin_inland_minor INTEGER,
  export_clearance_minor INTEGER,
  origin_terminal_minor INTEGER,
  destination_terminal_minor INTEGER,
  brokerage_minor INTEGER,
  user_fee_ppm INTEGER,
  user_fee_minimum_minor INTEGER,
  user_fee_maximum_minor INTEGER,
  on_carriage_minor INTEGER,
  capital_rate_bp INTEGER,
  discount_method TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE cost_bounds (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  part TEXT NOT NULL,
  measure TEXT NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  UNIQUE (project_id, part)
) STRICT;
`,
};
