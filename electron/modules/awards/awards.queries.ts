import { type Kysely, type Selectable, sql } from 'kysely';
import type { DecisionSummary, PointId } from '../../../shared/contract/awards.ts';
import {
  APPROVAL_DECISIONS,
  type Approval,
  AWARD_STATES,
  type AwardDecision,
  awardTotal,
  GATE_POINTS,
  POINT_STATES,
  type Reopening,
} from '../../../shared/domain/awards/award.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { AwardsTable } from '../../db/award-tables.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';
import { hashOf } from './scenarios.queries.ts';

type Db = Kysely<Database>;

export type AwardRow = Selectable<AwardsTable>;

export async function awardOfProject(db: Db, projectId: Id): Promise<AwardRow | null> {
  const row = await db
    .selectFrom('awards')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function findAward(db: Db, id: Id): Promise<AwardRow | null> {
  const row = await db
    .selectFrom('awards')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export function isConfirmed(row: Pick<AwardRow, 'state'>): boolean {
  return storedWord(AWARD_STATES, row.state) === 'confirmed';
}

/** Suppliers of an award with their names, the awarded ones first. */
export function awardSuppliers(db: Db, awardId: Id) {
  return db
    .selectFrom('award_suppliers')
    .innerJoin('suppliers', 'suppliers.id', 'award_suppliers.supplier_id')
    .innerJoin('quotes', 'quotes.id', 'award_suppliers.quote_id')
    .selectAll('award_suppliers')
    .select(['suppliers.name_en', 'suppliers.name_zh', 'quotes.valid_until'])
    .where('award_id', '=', awardId)
    .orderBy('role')
    .orderBy('position')
    .execute();
}

export function awardLines(db: Db, awardId: Id) {
  return db
    .selectFrom('award_lines')
    .innerJoin('items', 'items.id', 'award_lines.item_id')
    .selectAll('award_lines')
    .select(['items.line_no', 'items.name_en', 'items.name_zh', 'items.unit'])
    .where('award_id', '=', awardId)
    .orderBy('items.position')
    .orderBy('items.id')
    .execute();
}

/** The points that were touched, with the files that show them. */
export async function awardPoints(db: Db, awardId: Id) {
  const [points, files] = await Promise.all([
    db.selectFrom('award_points').selectAll().where('award_id', '=', awardId).execute(),
    db
      .selectFrom('attachment_links')
      .innerJoin('attachments', 'attachments.id', 'attachment_links.attachment_id')
      .innerJoin('award_points', 'award_points.id', 'attachment_links.owner_id')
      .select(['award_points.id as pointId', 'attachments.file_name as fileName', 'attachments.sha256'])
      .where('attachment_links.owner_kind', '=', 'awardPoint')
      .where('award_points.award_id', '=', awardId)
      .orderBy('attachment_links.id')
      .execute(),
  ]);
  return points.map((row) => ({
    supplierId: row.supplier_id,
    id: row.id,
    revision: row.revision,
    point: storedWord(GATE_POINTS, row.point),
    state: storedWord(POINT_STATES, row.state),
    evidence: row.evidence,
    reason: row.reason,
    settledBy: row.settled_by,
    settledOn: row.settled_on,
    files: files.filter(({ pointId }) => pointId === row.id).map(({ fileName, sha256 }) => ({ fileName, sha256 })),
  }));
}

export type StoredPoint = Awaited<ReturnType<typeof awardPoints>>[number];

export function pointIdsOf(points: readonly StoredPoint[]): PointId[] {
  return points.map(({ supplierId, point, id, revision }) => ({ supplierId, point, id, revision }));
}

export async function awardApprovals(db: Db, awardId: Id): Promise<Approval[]> {
  const rows = await db
    .selectFrom('award_approvals')
    .selectAll()
    .where('award_id', '=', awardId)
    .orderBy('position')
    .execute();
  return rows.map(({ name, role, decision, decided_on, note }) => ({
    name,
    role,
    decision: storedWord(APPROVAL_DECISIONS, decision),
    decidedOn: decided_on,
    note,
  }));
}

/** Every decision an award ever had, the newest first. */
export async function listDecisions(db: Db, awardId: Id): Promise<DecisionSummary[]> {
  const rows = await db
    .selectFrom('award_snapshots')
    .selectAll()
    .where('award_id', '=', awardId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => {
    const { award }: AwardDecision = JSON.parse(row.payload);
    return {
      id: row.id,
      number: row.number,
      confirmedBy: row.confirmed_by,
      confirmedAt: row.confirmed_at,
      sha256: row.sha256,
      totalMinor: awardTotal(award),
      currency: award.currency,
      intact: hashOf(row.payload) === row.sha256,
    };
  });
}

export async function findDecision(
  db: Db,
  id: Id,
): Promise<{ readonly decision: AwardDecision; readonly intact: boolean; readonly awardId: Id } | null> {
  const row = await db.selectFrom('award_snapshots').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const decision: AwardDecision = JSON.parse(row.payload);
  return { decision, intact: hashOf(row.payload) === row.sha256, awardId: row.award_id };
}

export async function listReopenings(db: Db, awardId: Id): Promise<Reopening[]> {
  const rows = await db
    .selectFrom('award_reopenings')
    .innerJoin('award_snapshots', 'award_snapshots.id', 'award_reopenings.snapshot_id')
    .select(['award_snapshots.number', 'reason', 'reopened_by', 'reopened_at'])
    .where('award_reopenings.award_id', '=', awardId)
    .orderBy('reopened_at')
    .execute();
  return rows.map((row) => ({
    decisionNumber: row.number,
    reason: row.reason,
    reopenedBy: row.reopened_by,
    reopenedAt: row.reopened_at,
  }));
}

/** The latest round of each supplier in a project, which is the one an award rests on. */
export async function latestQuotes(db: Db, projectId: Id): Promise<Map<Id, { readonly id: Id }>> {
  const rows = await db
    .selectFrom('quotes')
    .select(['id', 'supplier_id'])
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM quotes AS later WHERE later.project_id = quotes.project_id
        AND later.supplier_id = quotes.supplier_id AND later.deleted_at IS NULL AND later.round > quotes.round)`,
    )
    .execute();
  return new Map(rows.map(({ id, supplier_id }) => [supplier_id, { id }]));
}
