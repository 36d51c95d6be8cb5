import type { Kysely } from 'kysely';
import type { Id } from '../../../shared/kernel/ids.ts';
import { type ActionScope, runAction, runActionElsewhere } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import type { ActionRecord } from '../../db/history.ts';
import { revertAction } from '../../db/revert.ts';
import { runJob, runJobBySize } from '../../db/run-job.ts';
import type { Database } from '../../db/schema.ts';
import {
  findRedoable,
  findUndoable,
  latestTurnOf,
  listActions,
  listEntries,
  type StandingAction,
} from './history.queries.ts';

/** Actions with more entries than this are taken back in a thread of their own (about 20 µs an entry). */
const INLINE_ENTRIES = 1_000;

export const historyProcedures = {
  list: api.history.list
    .use(needsWorkspace)
    .handler(({ context: { workspace }, input }) => listActions(workspace.database.db, input)),

  entries: api.history.entries.use(needsWorkspace).handler(async ({ context: { workspace }, input }) => {
    const entries = await listEntries(workspace.database.db, input);
    if (entries === null) throw notFound('action', input.actionId);
    return entries;
  }),

  state: api.history.state.use(needsWorkspace).handler(async ({ context: { workspace } }) => ({
    undo: await findUndoable(workspace.database.db),
    redo: await findRedoable(workspace.database.db),
  })),

  undo: api.history.undo
    .use(needsWritable)
    .handler(({ context: { core, workspace }, input }) =>
      takeBack(core, workspace, 'undo', findUndoable, input.actionId ?? null),
    ),

  redo: api.history.redo
    .use(needsWritable)
    .handler(({ context: { core, workspace } }) => takeBack(core, workspace, 'redo', findRedoable, null)),

  verify: api.history.verify.use(needsWorkspace).handler(async ({ context: { core, workspace } }) => {
    const brokenSeq = await runJobBySize(core.options.workers.database, 'verifyHistory', { file: workspace.file });
    return { intact: brokenSeq === null, brokenSeq };
  }),
};

export { binProcedures } from './bin.procedures.ts';

export const changesProcedures = {
  // Listens from here on, not from when the first change is asked for.
  stream: api.changes.stream.handler(({ context: { core }, signal }) => core.changes.subscribe('change', { signal })),
};

type Find = (db: Kysely<Database>) => Promise<StandingAction | null>;

/**
 * Undo and redo are one thing: the entries of what was written last for an action are written back, as an action of
 * its own that names the first as its target. History only grows.
 */
async function takeBack(
  core: CoreState,
  workspace: OpenedWorkspace,
  kind: 'undo' | 'redo',
  find: Find,
  only: Id | null,
): Promise<StandingAction | null> {
  for (;;) {
    const found = await find(workspace.database.db);
    if (only !== null && found?.actionId !== only) throw refused('actionId', 'notNewest');
    if (found === null) return null;
    try {
      await writeBack(core, workspace, kind, find, found);
      return found;
    } catch (error) {
      // Pressed twice, or in two windows at once: the second takes what is the newest by then.
      if (!(error instanceof Overtaken)) throw error;
    }
  }
}

/** While this undo waited for its turn, another action was written. */
class Overtaken extends Error {}

async function writeBack(
  core: CoreState,
  workspace: OpenedWorkspace,
  kind: 'undo' | 'redo',
  find: Find,
  { label, actionId: targetId }: StandingAction,
): Promise<void> {
  const turn = await latestTurnOf(workspace.database.db, targetId);
  const requireNewest = async (db: Kysely<Database>) => {
    const now = await find(db);
    if (now?.actionId !== targetId || (await latestTurnOf(db, targetId)).id !== turn.id) throw new Overtaken();
  };
  const asTurn = { kind, targetId } as const;
  if (turn.changeCount <= INLINE_ENTRIES) {
    const work = async ({ trx }: ActionScope) => {
      await requireNewest(trx);
      revertAction(workspace.database.sqlite, turn.id);
    };
    await runAction(core, workspace, label, work, asTurn);
  } else {
    const work = async (record: ActionRecord) => {
      await requireNewest(workspace.database.db);
      const input = { file: workspace.file, record, actionId: turn.id };
      return { result: null, sealed: await runJob(core.options.workers.database, 'revert', input) };
    };
    await runActionElsewhere(core, workspace, label, work, asTurn);
  }
}
