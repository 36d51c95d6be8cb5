import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import type { Quantity } from '../../shared/kernel/quantity.ts';

/** Tables of samples, inspections and what both are judged by; part of schema.ts. */

type Instant = string;
type Flag = 0 | 1;

export interface SampleRoundsTable {
  id: Id;
  number: number;
  project_id: Id | null;
  item_id: Id | null;
  title: string;
  specification: string;
  requested_on: CalendarDate | null;
  needed_by: CalendarDate | null;
  is_blind: Flag;
  revealed_at: Instant | null;
  golden_sample_id: Id | null;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
}

export interface SamplesTable {
  id: Id;
  round_id: Id;
  supplier_id: Id;
  code: string;
  pieces: number | null;
  currency: CurrencyCode;
  fee_minor: number | null;
  fee_refund: string;
  refund_quantity: Quantity | null;
  freight_minor: number | null;
  requested_on: CalendarDate | null;
  shipped_on: CalendarDate | null;
  received_on: CalendarDate | null;
  tracking: string;
  verdict: string | null;
  verdict_reason: string;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
}

export interface InspectionsTable {
  id: Id;
  number: number;
  kind: string;
  supplier_id: Id;
  project_id: Id | null;
  item_id: Id | null;
  /** The inspection that this one repeats. */
  previous_id: Id | null;
  golden_sample_id: Id | null;
  title: string;
  batch: string;
  planned_on: CalendarDate | null;
  done_on: CalendarDate | null;
  place: string;
  inspector: string;
  /** Whole pieces; more than the lot: a part of the order is inspected. */
  order_quantity: number | null;
  lot_size: number | null;
  level: string;
  aql_critical: string;
  aql_major: string;
  aql_minor: string;
  inspected_quantity: number | null;
  /** What stands now, computed or overridden; kept here so that lists can sort and filter by it. */
  result: string;
  override_result: string | null;
  override_reason: string;
  override_by: string;
  override_at: Instant | null;
  closed_at: Instant | null;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
}

export interface InspectionDefectsTable {
  id: Id;
  inspection_id: Id;
  position: number;
  class: string;
  count: number;
  description: string;
}

export interface ChecklistPointsTable {
  id: Id;
  /** A point belongs to a round of samples or to an inspection. */
  round_id: Id | null;
  inspection_id: Id | null;
  /** The point it was first copied from: the same measurement over samples and batches. */
  origin_id: Id;
  position: number;
  section: string;
  name_en: string;
  name_zh: string;
  kind: string;
  unit: string;
  /** Plain decimals; null: no limit on that side. */
  lower: string | null;
  upper: string | null;
  /** A JSON list of what can be chosen, with its points. */
  choices: string;
  weight: number;
  is_critical: Flag;
}

export interface ChecklistAnswersTable {
  id: Id;
  point_id: Id;
  /** Null: the answer of an inspection. */
  sample_id: Id | null;
  /** A JSON list of plain decimals, one a piece. */
  readings: string;
  choice: string | null;
  notes: string;
}

export interface QualityDocumentsTable {
  id: Id;
  kind: string;
  supplier_id: Id;
  project_id: Id | null;
  item_id: Id | null;
  standard: string;
  issuer: string;
  number: string;
  market: string;
  holder: string;
  scope: string;
  issued_on: CalendarDate | null;
  expires_on: CalendarDate | null;
  result: string;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
}

export interface HolidaysTable {
  id: Id;
  /** The key of the period in `resources/reference` that this one stands for; null: one the user added. */
  replaces: string | null;
  name_en: string;
  name_zh: string;
  kind: string;
  from_date: CalendarDate;
  to_date: CalendarDate;
  is_active: Flag;
  revision: Generated<number>;
}

export interface InspectionTables {
  sample_rounds: SampleRoundsTable;
  samples: SamplesTable;
  inspections: InspectionsTable;
  inspection_defects: InspectionDefectsTable;
  checklist_points: ChecklistPointsTable;
  checklist_answers: ChecklistAnswersTable;
  quality_documents: QualityDocumentsTable;
  holidays: HolidaysTable;
}
