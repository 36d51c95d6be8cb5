import type { Transaction } from 'kysely';
import type { ActionLabel } from '../../shared/contract/history.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { type ActionRecord, beginAction, sealAction } from '../db/history.ts';
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

/**
 * Runs one named action: a single transaction whose changes are recorded together, can be undone together, and are
 * announced to every window once they are on disk. Throws whatever `work` throws, with nothing written.
 */
export async function runAction<T>(
  core: CoreState,
  workspace: OpenedWorkspace,
  label: ActionLabel,
  work: (scope: ActionScope) => Promise<T>,
  kind: Pick<ActionRecord, 'kind' | 'targetId'> = { kind: 'do', targetId: null },
): Promise<{ result: T; actionId: Id }> {
  const { clock, newId, actor } = core.options;
  return workspace.gate.run(async () => {
    const actionId = newId();
    const now = clock().toISOString();
    const record: ActionRecord = { id: actionId, at: now, actor, label: JSON.stringify(label), ...kind };
    try {
      const { result, tables, seq } = await workspace.database.db.transaction().execute(async (trx) => {
        const seqBefore = beginAction(workspace.database, actionId);
        const result = await work({ trx, actionId, now, newId });
        return { result, ...sealAction(workspace.database, record, seqBefore) };
      });
      if (tables.length > 0) core.changes.publish('change', { seq, tables, label, kind: kind.kind });
      return { result, actionId };
    } finally {
      workspace.database.cursor.actionId = null;
    }
  });
}
