import { type Kysely, sql } from 'kysely';
import { type Action, type ActionLabel, actionLabel, type HistoryEntry } from '../../../shared/contract/history.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionsTable, Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { entrySubjects } from './entry-subjects.ts';

type Db = Kysely<Database>;

export interface StandingAction {
  readonly actionId: Id;
  readonly label: ActionLabel;
}

/**
 * Actions that Ctrl+Z stops before: those that made the workspace what it is, and decisions. A confirmed award is opened again
 * with a reason on record, never by taking its confirmation back.
 */
const BOUNDARIES = new Set(['createWorkspace', 'upgradeWorkspace', 'fillSample', 'confirmAward', 'reopenAward']);

export async function listActions(
  db: Db,
  input: { search: string; offset: number; limit: number },
): Promise<{ rows: Action[]; total: number }> {
  const words = input.search.trim();
  const matching = db.selectFrom('actions').$if(words !== '', (query) => query.where(mentions(words)));
  const rows = await matching
    .select(['id', 'seq', 'at', 'actor', 'label', 'kind', 'first_seq', 'last_seq'])
    .orderBy('seq', 'desc')
    .offset(input.offset)
    .limit(input.limit)
    .execute();
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return {
    rows: rows.map(({ first_seq, last_seq, label, ...row }) => ({
      ...row,
      label: readLabel(label),
      changeCount: last_seq - first_seq + 1,
    })),
    total,
  };
}

export async function listEntries(
  db: Db,
  input: { actionId: Id; offset: number; limit: number },
): Promise<HistoryEntry[] | null> {
  const action = await db
    .selectFrom('actions')
    .select(['first_seq', 'last_seq'])
    .where('id', '=', input.actionId)
    .executeTakeFirst();
  if (action === undefined) return null;
  const first = action.first_seq + input.offset;
  const rows = await db
    .selectFrom('history')
    .select(['seq', 'table_name', 'row_id', 'operation', 'before', 'after'])
    .where('seq', '>=', first)
    .where('seq', '<=', Math.min(action.last_seq, first + input.limit - 1))
    .orderBy('seq')
    .execute();
  const entries = rows.map((row) => ({
    seq: row.seq,
    tableName: row.table_name,
    rowId: row.row_id,
    operation: row.operation,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
  }));
  const subjects = await entrySubjects(
    db,
    entries.map(({ tableName, before, after }) => ({ tableName, row: after ?? before ?? {} })),
  );
  return entries.map((entry, index) => ({ ...entry, subject: subjects[index] ?? { names: [], currency: null } }));
}

/**
 * The newest action that stands: one whose latest undo, if it has any, was itself taken back by a redo.
 * Null when there is none or when it is one that undo does not pass.
 */
export async function findUndoable(db: Db): Promise<StandingAction | null> {
  const found = await sql<Pick<ActionsTable, 'id' | 'label'>>`
    SELECT id, label FROM actions AS done
    WHERE kind = 'do'
      AND coalesce((SELECT kind FROM actions WHERE target_id = done.id ORDER BY seq DESC LIMIT 1), 'redo') = 'redo'
    ORDER BY seq DESC LIMIT 1`.execute(db);
  const standing = asStanding(found.rows[0]);
  return standing === null || BOUNDARIES.has(standing.label.key) ? null : standing;
}

/** The action undone last that no redo brought back; anything new done since cuts it off. */
export async function findRedoable(db: Db): Promise<StandingAction | null> {
  const found = await sql<Pick<ActionsTable, 'id' | 'label'>>`
    SELECT target_id AS id, label FROM actions AS undone
    WHERE kind = 'undo'
      AND seq > (SELECT seq FROM actions WHERE kind = 'do' ORDER BY seq DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM actions AS later WHERE later.target_id = undone.target_id AND later.seq > undone.seq)
    ORDER BY seq DESC LIMIT 1`.execute(db);
  return asStanding(found.rows[0]);
}

/** The action that wrote the state an undo or redo of `actionId` has to take back: itself, or what was done with it last. */
export async function latestTurnOf(db: Db, actionId: Id): Promise<{ id: Id; changeCount: number }> {
  const turn = await db
    .selectFrom('actions')
    .select(['id', 'first_seq', 'last_seq'])
    .where(({ or, eb }) => or([eb('id', '=', actionId), eb('target_id', '=', actionId)]))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { id: turn.id, changeCount: turn.last_seq - turn.first_seq + 1 };
}

/** Who did it, the kind of action, or a name it was done to. The whole label is looked at first: that is quick. */
function mentions(words: string) {
  const pattern = containsPattern(words);
  return sql<boolean>`(actor LIKE ${pattern} ESCAPE '\\' OR (label LIKE ${pattern} ESCAPE '\\' AND (
    label ->> '$.key' LIKE ${pattern} ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM json_each(label, '$.params') WHERE value LIKE ${pattern} ESCAPE '\\'))))`;
}

function asStanding(row: Pick<ActionsTable, 'id' | 'label'> | undefined): StandingAction | null {
  return row === undefined ? null : { actionId: row.id, label: readLabel(row.label) };
}

function readLabel(label: string): ActionLabel {
  return actionLabel.parse(JSON.parse(label));
}
