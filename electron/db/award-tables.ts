import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import type { Quantity } from '../../shared/kernel/quantity.ts';

/** Tables of scenarios, awards and decisions; part of schema.ts. */

type Instant = string;

export interface AwardScenariosTable {
  id: Id;
  project_id: Id;
  /** Counts the scenarios of a project; kept when one goes. */
  number: number;
  name: string;
  /** Limits, inputs and result as they were when it was saved, JSON. */
  payload: string;
  sha256: string;
  revision: Generated<number>;
  created_by: string;
  created_at: Instant;
  deleted_at: Instant | null;
}

export interface AwardsTable {
  id: Id;
  project_id: Id;
  state: string;
  source: string;
  scenario_id: Id | null;
  basis: string;
  currency: CurrencyCode;
  reasons: string;
  /** The decision it stands by while it is confirmed. */
  confirmed_snapshot_id: Id | null;
  revision: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
}

export interface AwardSuppliersTable {
  id: Id;
  award_id: Id;
  supplier_id: Id;
  quote_id: Id;
  /** Awarded, or an alternate in this order. */
  role: string;
  position: number;
  /** In the award's currency; null for an alternate and where it cannot be computed. */
  amount_minor: number | null;
  note: string;
  /** Why it is awarded although its quote cannot be compared. */
  not_comparable_reason: string;
}

export interface AwardLinesTable {
  id: Id;
  award_id: Id;
  supplier_id: Id;
  item_id: Id;
  quantity: Quantity;
  amount_minor: number | null;
}

export interface AwardPointsTable {
  id: Id;
  award_id: Id;
  supplier_id: Id;
  point: string;
  state: string;
  evidence: string;
  reason: string;
  settled_by: string;
  settled_on: CalendarDate | null;
  revision: Generated<number>;
}

export interface AwardApprovalsTable {
  id: Id;
  award_id: Id;
  position: number;
  name: string;
  role: string;
  decision: string;
  decided_on: CalendarDate | null;
  note: string;
}

export interface AwardSnapshotsTable {
  id: Id;
  award_id: Id;
  number: number;
  payload: string;
  sha256: string;
  confirmed_by: string;
  confirmed_at: Instant;
}

export interface AwardReopeningsTable {
  id: Id;
  award_id: Id;
  snapshot_id: Id;
  reason: string;
  reopened_by: string;
  reopened_at: Instant;
}

export interface AwardTables {
  award_scenarios: AwardScenariosTable;
  awards: AwardsTable;
  award_suppliers: AwardSuppliersTable;
  award_lines: AwardLinesTable;
  award_points: AwardPointsTable;
  award_approvals: AwardApprovalsTable;
  award_snapshots: AwardSnapshotsTable;
  award_reopenings: AwardReopeningsTable;
}
