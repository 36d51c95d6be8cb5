import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Id } from '../../shared/kernel/ids.ts';

/** Tables of a supplier's profile, verification and communication; part of schema.ts. */

type Instant = string;

export interface SupplierContactsTable {
  id: Id;
  supplier_id: Id;
  name: string;
  role: string;
  channel: string;
  address: string;
  language: string;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
}

export interface SupplierPayeesTable {
  id: Id;
  supplier_id: Id;
  kind: string;
  holder: string;
  bank: string;
  account_number: string;
  notes: string;
  revision: Generated<number>;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface SupplierCertificatesTable {
  id: Id;
  supplier_id: Id;
  kind: string;
  number: string;
  holder: string;
  issuer: string;
  scope: string;
  issued_on: CalendarDate | null;
  expires_on: CalendarDate | null;
  revision: Generated<number>;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface SupplierReadingsTable {
  id: Id;
  supplier_id: Id;
  taken_on: CalendarDate;
  source: string;
  reorder_hundredths: number | null;
  on_time_hundredths: number | null;
  response_hundredths: number | null;
  quality_hundredths: number | null;
  service_hundredths: number | null;
  response_minutes: number | null;
  monthly_pieces: number | null;
  production_lines: number | null;
  staff: number | null;
  area_m2: number | null;
  revision: Generated<number>;
  created_at: Instant;
}

export interface SupplierChecksTable {
  id: Id;
  supplier_id: Id;
  item: string;
  state: string;
  evidence: string;
  decided_by: string;
  decided_on: CalendarDate | null;
  revision: Generated<number>;
  created_at: Instant;
}

export interface SupplierFlagsTable {
  id: Id;
  supplier_id: Id;
  flag: string;
  noted_on: CalendarDate;
  evidence: string;
  noted_by: string;
  created_at: Instant;
}

export interface SupplierOverridesTable {
  id: Id;
  supplier_id: Id;
  disqualifier: string;
  reason: string;
  author: string;
  decided_on: CalendarDate;
  created_at: Instant;
}

export interface SupplierCommunicationsTable {
  id: Id;
  supplier_id: Id;
  project_id: Id | null;
  happened_on: CalendarDate;
  channel: string;
  direction: string;
  person: string;
  summary: string;
  revision: Generated<number>;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface AskSheetsTable {
  id: Id;
  supplier_id: Id;
  project_id: Id | null;
  sent_on: CalendarDate;
  quantity: string;
  feature: string;
  address: string;
  revision: Generated<number>;
  created_at: Instant;
}

export interface AskAnswersTable {
  id: Id;
  ask_sheet_id: Id;
  question: string;
  state: string;
  answer: string;
}

export interface ItemSourcesTable {
  id: Id;
  item_id: Id;
  supplier_id: Id;
  notes: string;
  created_at: Instant;
}

export interface SupplierTagsTable {
  id: Id;
  supplier_id: Id;
  tag: string;
}

export interface SupplierDossiersTable {
  id: Id;
  supplier_id: Id;
  number: number;
  language: string;
  payload: string;
  sha256: string;
  created_by: string;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface SupplierTables {
  supplier_contacts: SupplierContactsTable;
  supplier_payees: SupplierPayeesTable;
  supplier_certificates: SupplierCertificatesTable;
  supplier_readings: SupplierReadingsTable;
  supplier_checks: SupplierChecksTable;
  supplier_flags: SupplierFlagsTable;
  supplier_overrides: SupplierOverridesTable;
  supplier_communications: SupplierCommunicationsTable;
  ask_sheets: AskSheetsTable;
  ask_answers: AskAnswersTable;
  item_sources: ItemSourcesTable;
  supplier_tags: SupplierTagsTable;
  supplier_dossiers: SupplierDossiersTable;
}
