import type { Migration } from './migration.ts';

/** Cost parts by order, unit or rate with bounds for what is unknown, payment instalments, and where a quote comes from. */
export const costLedger: Migration = {
  number: 7,
  name: 'cost-ledger',
  sql: `
ALTER TABLE quotes ADD COLUMN channel TEXT;

ALTER TABLE quote_costs ADD COLUMN measure TEXT NOT NULL DEFAULT 'order';
ALTER TABLE quote_costs ADD COLUMN unit_amount INTEGER;
ALTER TABLE quote_costs ADD COLUMN rate_bp INTEGER;
ALTER TABLE quote_costs ADD COLUMN low INTEGER;
ALTER TABLE quote_costs ADD COLUMN high INTEGER;
ALTER TABLE quote_costs ADD COLUMN over_quantity INTEGER;

CREATE TABLE quote_payments (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quotes (id),
  position INTEGER NOT NULL,
  percent_bp INTEGER NOT NULL,
  anchor TEXT NOT NULL,
  offset_days INTEGER NOT NULL,
  UNIQUE (quote_id, position)
) STRICT;
`,
};
