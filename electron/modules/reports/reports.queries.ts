import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { REPORT_KINDS, REPORT_LANGUAGES, type ReportSummary } from '../../../shared/contract/reports.ts';
import type { EvaluationReport } from '../../../shared/domain/reports/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database, ReportSnapshotsTable } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';

export interface StoredReport {
  readonly summary: ReportSummary;
  readonly report: EvaluationReport;
  /** The frozen content still has the hash it was stored with. */
  readonly intact: boolean;
}

/** The reports of a project, newest first, without those in the bin. */
export async function listReports(db: Kysely<Database>, projectId: Id): Promise<ReportSummary[]> {
  const rows = await db
    .selectFrom('report_snapshots')
    .select(['id', 'project_id', 'number', 'kind', 'language', 'title', 'created_by', 'created_at', 'sha256'])
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toSummary);
}

export async function findReport(db: Kysely<Database>, id: Id): Promise<StoredReport | null> {
  const row = await db
    .selectFrom('report_snapshots')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const report: EvaluationReport = JSON.parse(row.payload);
  return { summary: toSummary(row), report, intact: payloadHash(row.payload) === row.sha256 };
}

export async function nextReportNumber(db: Kysely<Database>, projectId: Id): Promise<number> {
  const row = await db
    .selectFrom('report_snapshots')
    .where('project_id', '=', projectId)
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

export function payloadHash(payload: string): string {
  return createHash('sha256').update(payload).digest('hex');
}

function toSummary(row: Omit<Selectable<ReportSnapshotsTable>, 'payload' | 'deleted_at'>): ReportSummary {
  return {
    id: row.id,
    projectId: row.project_id,
    number: row.number,
    kind: storedWord(REPORT_KINDS, row.kind),
    language: storedWord(REPORT_LANGUAGES, row.language),
    title: row.title,
    createdBy: row.created_by,
    createdAt: row.created_at,
    sha256: row.sha256,
  };
}
