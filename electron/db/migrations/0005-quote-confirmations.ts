import type { Migration } from './migration.ts';

/** Who said that an earlier quote holds again: one row a confirming round, beside the round it repeats. */
export const quoteConfirmations: Migration = {
  number: 5,
  name: 'quote-confirmations',
  sql: `
CREATE TABLE quote_confirmations (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL UNIQUE REFERENCES quotes (id),
  confirmed_quote_id TEXT NOT NULL REFERENCES quotes (id),
  confirmed_by TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
`,
};
