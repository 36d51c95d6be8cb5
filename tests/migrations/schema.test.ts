import BetterSqlite3 from 'better-sqlite3';
import type { Selectable } from 'kysely';
import { expect, test } from 'vitest';
import { APPLICATION_ID, migrate, newestVersion } from '../../electron/db/open.ts';
import type { Database } from '../../electron/db/schema.ts';
import { INSPECTION_TABLES } from './declared-inspections.ts';
import { SUPPLIER_COLUMNS, SUPPLIER_TABLES } from './declared-suppliers.ts';

/** What SQLite must say of a column for its type in schema.ts to be true. */
type Declared<V> = `${NonNullable<V> extends number ? 'INTEGER' : 'TEXT'}${null extends V ? '' : ' NOT NULL'}`;

type Declarations = {
  [Table in keyof Database]: {
    [Column in keyof Selectable<Database[Table]>]: Declared<Selectable<Database[Table]>[Column]>;
  };
};

/** tsc proves that this is schema.ts; the test that it is the database. */
const DECLARED = {
  award_scenarios: {
    id: 'TEXT NOT NULL',
    project_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    name: 'TEXT NOT NULL',
    payload: 'TEXT NOT NULL',
    sha256: 'TEXT NOT NULL',
    revision: 'INTEGER NOT NULL',
    created_by: 'TEXT NOT NULL',
    created_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
  awards: {
    id: 'TEXT NOT NULL',
    project_id: 'TEXT NOT NULL',
    state: 'TEXT NOT NULL',
    source: 'TEXT NOT NULL',
    scenario_id: 'TEXT',
    basis: 'TEXT NOT NULL',
    currency: 'TEXT NOT NULL',
    reasons: 'TEXT NOT NULL',
    confirmed_snapshot_id: 'TEXT',
    revision: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
    updated_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
  award_suppliers: {
    id: 'TEXT NOT NULL',
    award_id: 'TEXT NOT NULL',
    supplier_id: 'TEXT NOT NULL',
    quote_id: 'TEXT NOT NULL',
    role: 'TEXT NOT NULL',
    position: 'INTEGER NOT NULL',
    amount_minor: 'INTEGER',
    note: 'TEXT NOT NULL',
    not_comparable_reason: 'TEXT NOT NULL',
  },
  award_lines: {
    id: 'TEXT NOT NULL',
    award_id: 'TEXT NOT NULL',
    supplier_id: 'TEXT NOT NULL',
    item_id: 'TEXT NOT NULL',
    quantity: 'INTEGER NOT NULL',
    amount_minor: 'INTEGER',
  },
  award_points: {
    id: 'TEXT NOT NULL',
    award_id: 'TEXT NOT NULL',
    supplier_id: 'TEXT NOT NULL',
    point: 'TEXT NOT NULL',
    state: 'TEXT NOT NULL',
    evidence: 'TEXT NOT NULL',
    reason: 'TEXT NOT NULL',
    settled_by: 'TEXT NOT NULL',
    settled_on: 'TEXT',
    revision: 'INTEGER NOT NULL',
  },
  award_approvals: {
    id: 'TEXT NOT NULL',
    award_id: 'TEXT NOT NULL',
    position: 'INTEGER NOT NULL',
    name: 'TEXT NOT NULL',
    role: 'TEXT NOT NULL',
    decision: 'TEXT NOT NULL',
    decided_on: 'TEXT',
    note: 'TEXT NOT NULL',
  },
  award_snapshots: {
    id: 'TEXT NOT NULL',
    award_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    payload: 'TEXT NOT NULL',
    sha256: 'TEXT NOT NULL',
    confirmed_by: 'TEXT NOT NULL',
    confirmed_at: 'TEXT NOT NULL',
  },
  award_reopenings: {
    id: 'TEXT NOT NULL',
    award_id: 'TEXT NOT NULL',
    snapshot_id: 'TEXT NOT NULL',
    reason: 'TEXT NOT NULL',
    reopened_by: 'TEXT NOT NULL',
    reopened_at: 'TEXT NOT NULL',
  },
  ...INSPECTION_TABLES,
  ...SUPPLIER_TABLES,
  import_mappings: {
    id: 'TEXT NOT NULL',
    mapping: 'TEXT NOT NULL',
    updated_at: 'TEXT NOT NULL',
  },
  actions: {
    seq: 'INTEGER NOT NULL',
    id: 'TEXT NOT NULL',
    at: 'TEXT NOT NULL',
    actor: 'TEXT NOT NULL',
    label: 'TEXT NOT NULL',
    kind: 'TEXT NOT NULL',
    target_id: 'TEXT',
    first_seq: 'INTEGER NOT NULL',
    last_seq: 'INTEGER NOT NULL',
    previous_hash: 'TEXT NOT NULL',
    hash: 'TEXT NOT NULL',
  },
  attachments: {
    id: 'TEXT NOT NULL',
    sha256: 'TEXT NOT NULL',
    file_name: 'TEXT NOT NULL',
    media_type: 'TEXT NOT NULL',
    byte_size: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
  },
  history: {
    seq: 'INTEGER NOT NULL',
    action_id: 'TEXT NOT NULL',
    table_name: 'TEXT NOT NULL',
    row_id: 'TEXT NOT NULL',
    operation: 'TEXT NOT NULL',
    before: 'TEXT',
    after: 'TEXT',
  },
  report_snapshots: {
    id: 'TEXT NOT NULL',
    project_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    kind: 'TEXT NOT NULL',
    language: 'TEXT NOT NULL',
    title: 'TEXT NOT NULL',
    payload: 'TEXT NOT NULL',
    sha256: 'TEXT NOT NULL',
    created_by: 'TEXT NOT NULL',
    created_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
  scores: {
    id: 'TEXT NOT NULL',
    criterion_id: 'TEXT NOT NULL',
    supplier_id: 'TEXT NOT NULL',
    score_hundredths: 'INTEGER NOT NULL',
    reason: 'TEXT NOT NULL',
    revision: 'INTEGER NOT NULL',
  },
  imports: {
    id: 'TEXT NOT NULL',
    project_id: 'TEXT NOT NULL',
    attachment_id: 'TEXT NOT NULL',
    sheet: 'TEXT NOT NULL',
    encoding: 'TEXT NOT NULL',
    mapping: 'TEXT NOT NULL',
    rows_read: 'INTEGER NOT NULL',
    rows_taken: 'INTEGER NOT NULL',
    problems: 'TEXT NOT NULL',
    created_at: 'TEXT NOT NULL',
  },
  quote_lines: {
    id: 'TEXT NOT NULL',
    quote_id: 'TEXT NOT NULL',
    item_id: 'TEXT NOT NULL',
    unit_price: 'INTEGER',
    moq: 'INTEGER',
    order_multiple: 'INTEGER',
    carton_quantity: 'INTEGER',
    carton_length_mm: 'INTEGER',
    carton_width_mm: 'INTEGER',
    carton_height_mm: 'INTEGER',
    carton_weight_g: 'INTEGER',
    notes: 'TEXT NOT NULL',
  },
  quote_costs: {
    id: 'TEXT NOT NULL',
    quote_id: 'TEXT NOT NULL',
    part: 'TEXT NOT NULL',
    basis: 'TEXT NOT NULL',
    amount_minor: 'INTEGER',
  },
  quotes: {
    id: 'TEXT NOT NULL',
    project_id: 'TEXT NOT NULL',
    supplier_id: 'TEXT NOT NULL',
    round: 'INTEGER NOT NULL',
    received_on: 'TEXT',
    valid_until: 'TEXT',
    currency: 'TEXT NOT NULL',
    tax_basis: 'TEXT NOT NULL',
    vat_rate_bp: 'INTEGER',
    minimum_value_minor: 'INTEGER',
    lead_time_days: 'INTEGER',
    lead_time_from: 'TEXT',
    incoterm: 'TEXT',
    named_place: 'TEXT NOT NULL',
    payment_terms: 'TEXT NOT NULL',
    notes: 'TEXT NOT NULL',
    import_id: 'TEXT',
    revision: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
    updated_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
  attachment_links: {
    id: 'TEXT NOT NULL',
    attachment_id: 'TEXT NOT NULL',
    owner_kind: 'TEXT NOT NULL',
    owner_id: 'TEXT NOT NULL',
  },
  suppliers: {
    ...SUPPLIER_COLUMNS,
    id: 'TEXT NOT NULL',
    name_en: 'TEXT NOT NULL',
    name_zh: 'TEXT NOT NULL',
    name_key: 'TEXT NOT NULL',
    contact_name: 'TEXT NOT NULL',
    phone: 'TEXT NOT NULL',
    wechat: 'TEXT NOT NULL',
    email: 'TEXT NOT NULL',
    region: 'TEXT NOT NULL',
    shop_url: 'TEXT NOT NULL',
    notes: 'TEXT NOT NULL',
    revision: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
    updated_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
  price_breaks: {
    id: 'TEXT NOT NULL',
    quote_line_id: 'TEXT NOT NULL',
    min_quantity: 'INTEGER NOT NULL',
    unit_price: 'INTEGER NOT NULL',
  },
  quote_confirmations: {
    id: 'TEXT NOT NULL',
    quote_id: 'TEXT NOT NULL',
    confirmed_quote_id: 'TEXT NOT NULL',
    confirmed_by: 'TEXT NOT NULL',
    note: 'TEXT NOT NULL',
    created_at: 'TEXT NOT NULL',
  },
  items: {
    id: 'TEXT NOT NULL',
    project_id: 'TEXT NOT NULL',
    position: 'INTEGER NOT NULL',
    line_no: 'TEXT NOT NULL',
    name_en: 'TEXT NOT NULL',
    name_zh: 'TEXT NOT NULL',
    specification: 'TEXT NOT NULL',
    category: 'TEXT NOT NULL',
    unit: 'TEXT NOT NULL',
    quantity: 'INTEGER',
    estimate_unit_price: 'INTEGER',
    target_unit_price: 'INTEGER',
    hs_code: 'TEXT NOT NULL',
    notes: 'TEXT NOT NULL',
    revision: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
  criteria: {
    id: 'TEXT NOT NULL',
    project_id: 'TEXT NOT NULL',
    position: 'INTEGER NOT NULL',
    name_en: 'TEXT NOT NULL',
    name_zh: 'TEXT NOT NULL',
    kind: 'TEXT NOT NULL',
    weight_bp: 'INTEGER NOT NULL',
    knockout_minimum_hundredths: 'INTEGER',
    revision: 'INTEGER NOT NULL',
  },
  workspace: {
    id: 'TEXT NOT NULL',
    name: 'TEXT NOT NULL',
    company_name_en: 'TEXT NOT NULL',
    company_name_zh: 'TEXT NOT NULL',
    company_address: 'TEXT NOT NULL',
    logo_attachment_id: 'TEXT',
    base_currency: 'TEXT NOT NULL',
    is_sample: 'INTEGER NOT NULL',
    revision: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
  },
  exchange_rates: {
    id: 'TEXT NOT NULL',
    base: 'TEXT NOT NULL',
    quote: 'TEXT NOT NULL',
    rate: 'TEXT NOT NULL',
    effective_date: 'TEXT NOT NULL',
    source: 'TEXT NOT NULL',
    revision: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
  projects: {
    id: 'TEXT NOT NULL',
    name_en: 'TEXT NOT NULL',
    name_zh: 'TEXT NOT NULL',
    stage: 'TEXT NOT NULL',
    currency: 'TEXT NOT NULL',
    destination: 'TEXT NOT NULL',
    need_by: 'TEXT',
    budget_minor: 'INTEGER',
    vat_recoverable: 'INTEGER NOT NULL',
    comparison_date: 'TEXT',
    notes: 'TEXT NOT NULL',
    revision: 'INTEGER NOT NULL',
    created_at: 'TEXT NOT NULL',
    updated_at: 'TEXT NOT NULL',
    deleted_at: 'TEXT',
  },
} satisfies Declarations;

test('the migrated database has the tables and columns of schema.ts, and no others', () => {
  const sqlite = new BetterSqlite3(':memory:');
  migrate(sqlite);
  const tables = sqlite
    .prepare<[], { name: string; strict: number }>(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
    )
    .all();
  const found = Object.fromEntries(tables.map(({ name }) => [name, columnsOf(sqlite, name)]));
  expect(found).toEqual(DECLARED);
  // Without STRICT a text could stand where a number is promised.
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
  expect(sqlite.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(newestVersion());
});

function columnsOf(sqlite: BetterSqlite3.Database, table: string): Record<string, string> {
  const columns = sqlite
    .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
      'SELECT * FROM pragma_table_info(?)',
    )
    .all(table);
  return Object.fromEntries(
    columns.map(({ name, type, notnull, pk }) => [name, `${type}${notnull + pk > 0 ? ' NOT NULL' : ''}`]),
  );
}
