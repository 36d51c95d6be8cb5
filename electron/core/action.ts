import { ORPCError } from '@orpc/server';
import type { Transaction } from 'kysely';
import type { ActionLabel } from '../../shared/contract/history.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { type ActionRecord, beginAction, type SealedAction, sealAction } from '../db/history.ts';
import type { Database } from '../db/schema.ts';
import type { CoreState, OpenedWorkspace } from './core-state.ts';

export type Trx = Transaction<Database>;

/** What every writing procedure has at hand inside its action. */
export interface ActionScope {
  readonly trx: Trx;
  readonly actionId: Id;
  /** One instant for all rows of the action. */
  readonly now: string;
  readonly newId: () => Id;
}

type ActionKind = Pick<ActionRecord, 'kind' | 'targetId'>;
const DO: ActionKind = { kind: 'do', targetId: null };

/**
 * Runs one named action: a single transaction whose changes are recorded together, can be undone together, and are
 * announced to every window once they are on disk. Throws whatever `work` throws, with nothing written.
 * Inside `work` use only `trx`; an action inside an action is refused.
 */
export async function runAction<T>(
  core: CoreState,
  workspace: OpenedWorkspace,
  label: ActionLabel,
  work: (scope: ActionScope) => Promise<T>,
  kind: ActionKind = DO,
): Promise<{ result: T; actionId: Id }> {
  return runRecorded(core, workspace, label, kind, async (record) => {
    const { database } = workspace;
    const trx = await database.db.startTransaction().execute();
    try {
      const seqBefore = beginAction(database, record.id);
      const result = await work({ trx, actionId: record.id, now: record.at, newId: core.options.newId });
      const sealed = sealAction(database, record, seqBefore);
      await trx.commit().execute();
      return { result, sealed };
    } catch (error) {
      // SQLite may have rolled back by itself (disk full); what counts is the error that led here.
      await trx
        .rollback()
        .execute()
        .catch(() => undefined);
      if (database.sqlite.inTransaction) database.sqlite.exec('ROLLBACK');
      throw error;
    } finally {
      database.cursor.actionId = null;
    }
  });
}

/**
 * Runs one named action in a worker thread, for work that would hold up the program: keeps the write gate while the
 * worker writes `record` and its entries over a connection of its own (`runSealedAction`), then announces them.
 * `work` must not settle before the worker's transaction has ended.
 */
export async function runActionElsewhere<T>(
  core: CoreState,
  workspace: OpenedWorkspace,
  label: ActionLabel,
  work: (record: ActionRecord) => Promise<{ result: T; sealed: SealedAction }>,
  kind: ActionKind = DO,
): Promise<{ result: T; actionId: Id }> {
  return runRecorded(core, workspace, label, kind, work);
}

async function runRecorded<T>(
  core: CoreState,
  workspace: OpenedWorkspace,
  label: ActionLabel,
  kind: ActionKind,
  work: (record: ActionRecord) => Promise<{ result: T; sealed: SealedAction }>,
): Promise<{ result: T; actionId: Id }> {
  const { clock, newId, actor } = core.options;
  return workspace.gate.run(async () => {
    // Asked again: while this action waited for its turn, the workspace may have been closed or its disk have failed.
    if (workspace.isClosed) throw new ORPCError('NO_WORKSPACE', { defined: true });
    if (workspace.readOnly !== null) {
      throw new ORPCError('READ_ONLY', { defined: true, data: { reason: workspace.readOnly } });
    }
    const record: ActionRecord = {
      id: newId(),
      at: clock().toISOString(),
      actor,
      label: JSON.stringify(label),
      ...kind,
    };
    try {
      const { result, sealed } = await work(record);
      workspace.noteWritten();
      if (sealed.tables.length > 0) {
        core.changes.publish('change', { seq: sealed.seq, tables: sealed.tables, label, kind: kind.kind });
      }
      return { result, actionId: record.id };
    } catch (error) {
      await workspace.noteFailure(error);
      throw error;
    }
  });
}
