import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import type { Quantity, UnitPrice } from '../../shared/kernel/quantity.ts';
import type { AwardTables } from './award-tables.ts';
import type { InspectionTables } from './inspection-tables.ts';
import type { SupplierTables } from './supplier-tables.ts';

/** ISO 8601 instant in UTC. */
type Instant = string;
type Flag = 0 | 1;

export interface WorkspaceTable {
  id: string;
  name: string;
  company_name_en: string;
  company_name_zh: string;
  company_address: string;
  logo_attachment_id: Id | null;
  base_currency: CurrencyCode;
  is_sample: Flag;
  revision: Generated<number>;
  created_at: Instant;
}

export interface ExchangeRatesTable {
  id: Id;
  base: CurrencyCode;
  quote: CurrencyCode;
  rate: string;
  effective_date: CalendarDate;
  source: string;
  revision: Generated<number>;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface ProjectsTable {
  id: Id;
  name_en: string;
  name_zh: string;
  stage: string;
  currency: CurrencyCode;
  destination: string;
  need_by: CalendarDate | null;
  budget_minor: number | null;
  vat_recoverable: Flag;
  comparison_date: CalendarDate | null;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
}

export interface ItemsTable {
  id: Id;
  project_id: Id;
  position: number;
  line_no: string;
  name_en: string;
  name_zh: string;
  specification: string;
  category: string;
  unit: string;
  quantity: Quantity | null;
  estimate_unit_price: UnitPrice | null;
  target_unit_price: UnitPrice | null;
  hs_code: string;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
  deleted_at: Instant | null;
  duty_rate_bp: number | null;
  additional_duty_bp: number | null;
  specific_duty: UnitPrice | null;
  carton_quantity: Quantity | null;
  carton_length_mm: number | null;
  carton_width_mm: number | null;
  carton_height_mm: number | null;
  carton_weight_g: number | null;
}

export interface CostingsTable {
  id: Id;
  project_id: Id;
  country: string | null;
  point: string;
  origin_currency: CurrencyCode;
  freight_currency: CurrencyCode;
  destination_currency: CurrencyCode;
  freight_mode: string | null;
  freight_per_kg: UnitPrice | null;
  freight_per_m3: UnitPrice | null;
  container_type: string | null;
  freight_per_container_minor: number | null;
  freight_lump_minor: number | null;
  freight_percent_bp: number | null;
  freight_minimum_minor: number | null;
  volumetric_divisor: number | null;
  weight_step_g: number | null;
  minimum_weight_g: number | null;
  round_up_to_cm: Flag;
  per_piece: Flag;
  transit_days: number | null;
  insurance_ppm: number | null;
  duty_rate_bp: number | null;
  import_vat_rate_bp: number | null;
  import_vat_recoverable: Flag;
  agent_scope: string;
  agent_rate_bp: number | null;
  agent_minimum_minor: number | null;
  origin_inland_minor: number | null;
  export_clearance_minor: number | null;
  origin_terminal_minor: number | null;
  destination_terminal_minor: number | null;
  brokerage_minor: number | null;
  user_fee_ppm: number | null;
  user_fee_minimum_minor: number | null;
  user_fee_maximum_minor: number | null;
  on_carriage_minor: number | null;
  capital_rate_bp: number | null;
  discount_method: string;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
}

export interface CostBoundsTable {
  id: Id;
  project_id: Id;
  part: string;
  measure: string;
  low: number;
  high: number;
}

export interface SuppliersTable {
  id: Id;
  name_en: string;
  name_zh: string;
  name_key: string;
  contact_name: string;
  phone: string;
  wechat: string;
  email: string;
  region: string;
  shop_url: string;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
  province: Generated<string>;
  business_kind: Generated<string | null>;
  tier: Generated<string | null>;
  member_since: Generated<CalendarDate | null>;
  badges: Generated<string>;
  languages: Generated<string>;
  credit_grade: Generated<string | null>;
  deposit_minor: Generated<number | null>;
  licence_name: Generated<string>;
  uscc: Generated<string>;
  legal_person: Generated<string>;
  business_scope: Generated<string>;
  established_on: Generated<CalendarDate | null>;
  licence_until: Generated<CalendarDate | null>;
  licence_long_term: Generated<Flag>;
  licence_address: Generated<string>;
  contract_name: Generated<string>;
  invoice_name: Generated<string>;
  sample_score_hundredths: Generated<number | null>;
  verification: Generated<string>;
  qualification_hundredths: Generated<number | null>;
  qualification_coverage_bp: Generated<number>;
  disqualified: Generated<Flag>;
  next_expiry: Generated<CalendarDate | null>;
  standing_until: Generated<CalendarDate | null>;
}

export interface QuotesTable {
  id: Id;
  project_id: Id;
  supplier_id: Id;
  round: number;
  received_on: CalendarDate | null;
  valid_until: CalendarDate | null;
  currency: CurrencyCode;
  tax_basis: string;
  vat_rate_bp: number | null;
  minimum_value_minor: number | null;
  lead_time_days: number | null;
  lead_time_from: string | null;
  incoterm: string | null;
  named_place: string;
  payment_terms: string;
  notes: string;
  import_id: Id | null;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
  channel: string | null;
}

export interface QuoteCostsTable {
  id: Id;
  quote_id: Id;
  part: string;
  basis: string;
  amount_minor: number | null;
  measure: Generated<string>;
  unit_amount: UnitPrice | null;
  rate_bp: number | null;
  low: number | null;
  high: number | null;
  over_quantity: Quantity | null;
}

export interface QuotePaymentsTable {
  id: Id;
  quote_id: Id;
  position: number;
  percent_bp: number;
  anchor: string;
  offset_days: number;
}

export interface QuoteLinesTable {
  id: Id;
  quote_id: Id;
  item_id: Id;
  unit_price: UnitPrice | null;
  moq: Quantity | null;
  order_multiple: Quantity | null;
  carton_quantity: Quantity | null;
  carton_length_mm: number | null;
  carton_width_mm: number | null;
  carton_height_mm: number | null;
  carton_weight_g: number | null;
  notes: string;
}

export interface PriceBreaksTable {
  id: Id;
  quote_line_id: Id;
  min_quantity: Quantity;
  unit_price: UnitPrice;
}

/** The round `quote_id` repeats the terms of `confirmed_quote_id`, because somebody said they hold again. */
export interface QuoteConfirmationsTable {
  id: Id;
  quote_id: Id;
  confirmed_quote_id: Id;
  confirmed_by: string;
  note: string;
  created_at: Instant;
}

export interface CriteriaTable {
  id: Id;
  project_id: Id;
  position: number;
  name_en: string;
  name_zh: string;
  kind: string;
  weight_bp: number;
  knockout_minimum_hundredths: number | null;
  /** The group it belongs to; null at the root. */
  parent_id: Id | null;
  revision: Generated<number>;
}

/** How a project is evaluated; one row a project, none while it goes by the defaults. */
export interface EvaluationsTable {
  id: Id;
  project_id: Id;
  method: string;
  normalisation: string;
  aggregation: string;
  revision: Generated<number>;
}

export interface EvaluatorsTable {
  id: Id;
  project_id: Id;
  position: number;
  name: string;
  role: string;
  is_blind: Flag;
  hides_names: Flag;
  handed_in_at: Instant | null;
  revision: Generated<number>;
}

/** How much more one criterion counts than its sibling, on Saaty's scale; negative: how much less. */
export interface JudgementsTable {
  id: Id;
  first_id: Id;
  second_id: Id;
  intensity: number;
}

export interface CriteriaTemplatesTable {
  id: Id;
  name: string;
  /** The tree as JSON. */
  criteria: string;
  revision: Generated<number>;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface ScoresTable {
  id: Id;
  evaluator_id: Id;
  criterion_id: Id;
  supplier_id: Id;
  score_hundredths: number;
  reason: string;
  confidence: string;
  revision: Generated<number>;
}

export interface ReportSnapshotsTable {
  id: Id;
  project_id: Id;
  number: number;
  kind: string;
  language: string;
  title: string;
  payload: string;
  sha256: string;
  created_by: string;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface AttachmentsTable {
  id: Id;
  sha256: string;
  file_name: string;
  media_type: string;
  byte_size: number;
  created_at: Instant;
}

export interface AttachmentLinksTable {
  id: Id;
  attachment_id: Id;
  owner_kind: string;
  owner_id: Id;
}

export interface ImportsTable {
  id: Id;
  project_id: Id;
  attachment_id: Id;
  sheet: string;
  encoding: string;
  mapping: string;
  rows_read: number;
  rows_taken: number;
  problems: string;
  created_at: Instant;
}

export interface ImportMappingsTable {
  id: string;
  mapping: string;
  updated_at: Instant;
}

/** How a list was looked at, kept under a name. */
export interface ListViewsTable {
  id: Id;
  list: string;
  name: string;
  /** What stood in the address and which columns were shown, as JSON. */
  settings: string;
  /** What the list opens with; one a list at most. */
  is_default: Flag;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
}

export interface ActionsTable {
  seq: Generated<number>;
  id: Id;
  at: Instant;
  actor: string;
  label: string;
  kind: 'do' | 'undo' | 'redo';
  target_id: Id | null;
  /** The action's entries are `history.seq` from first_seq to last_seq. */
  first_seq: number;
  last_seq: number;
  previous_hash: string;
  hash: string;
}

export interface HistoryTable {
  seq: Generated<number>;
  action_id: Id;
  table_name: string;
  row_id: string;
  operation: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
}

/** The workspace database. A test compares this interface with the migrated schema. */
export interface Database extends AwardTables, InspectionTables, SupplierTables {
  workspace: WorkspaceTable;
  exchange_rates: ExchangeRatesTable;
  projects: ProjectsTable;
  items: ItemsTable;
  costings: CostingsTable;
  cost_bounds: CostBoundsTable;
  suppliers: SuppliersTable;
  quotes: QuotesTable;
  quote_costs: QuoteCostsTable;
  quote_payments: QuotePaymentsTable;
  quote_lines: QuoteLinesTable;
  price_breaks: PriceBreaksTable;
  quote_confirmations: QuoteConfirmationsTable;
  criteria: CriteriaTable;
  evaluations: EvaluationsTable;
  evaluators: EvaluatorsTable;
  judgements: JudgementsTable;
  criteria_templates: CriteriaTemplatesTable;
  scores: ScoresTable;
  report_snapshots: ReportSnapshotsTable;
  attachments: AttachmentsTable;
  attachment_links: AttachmentLinksTable;
  imports: ImportsTable;
  import_mappings: ImportMappingsTable;
  list_views: ListViewsTable;
  actions: ActionsTable;
  history: HistoryTable;
}
