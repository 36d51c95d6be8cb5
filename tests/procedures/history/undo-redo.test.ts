import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runAction } from '../../../electron/core/action.ts';
import type { OpenedWorkspace } from '../../../electron/core/core-state.ts';
import { findBrokenAction } from '../../../electron/db/history.ts';
import { openWorkspaceAt } from '../../../electron/modules/workspaces/open-workspace.ts';
import { dumpState } from '../../builders/inspect.ts';
import { seededRandom } from '../../builders/random.ts';
import { randomAction } from '../../builders/random-edits.ts';
import { insertProject, insertSupplier } from '../../builders/rows.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await createTestCore();
});

afterEach(() => core.dispose());

describe('500 random actions, undone and done again', () => {
  test('every state comes back exactly, back to the start, and the history only grows', async () => {
    const { call, state } = core;
    const random = seededRandom(20_260_302);
    const start = dump();
    /** States by how many actions stand; what lies above `standing` can be redone. */
    let states = [start];
    let standing = 0;
    let entries = countOf('history');
    for (let step = 0; step < 500; step += 1) {
      const roll = random.next();
      if (roll < 0.55) {
        const before = countOf('actions');
        await randomAction(state, random);
        if (countOf('actions') === before) continue;
        standing += 1;
        states = [...states.slice(0, standing), dump()];
      } else if (roll < 0.8) {
        const undone = await call.history.undo({});
        expect(undone === null).toBe(standing === 0);
        if (undone !== null) standing -= 1;
      } else {
        const redone = await call.history.redo({});
        expect(redone === null).toBe(standing === states.length - 1);
        if (redone !== null) standing += 1;
      }
      expect(dump(), `step ${step}`).toBe(states[standing]);
      expect(countOf('history')).toBeGreaterThanOrEqual(entries);
      entries = countOf('history');
    }
    expect(standing).toBeGreaterThan(20);
    while ((await call.history.undo({})) !== null) standing -= 1;
    expect(standing).toBe(0);
    expect(dump()).toBe(start);
    expect(findBrokenAction(opened().database.sqlite)).toBeNull();
  }, 60_000);

  test('undo goes on where it stopped after the workspace was closed and opened', async () => {
    const random = seededRandom(7);
    const states = [dump()];
    for (let step = 0; step < 5; step += 1) {
      await randomAction(core.state, random);
      states.push(dump());
    }
    await core.call.history.undo({});
    await openWorkspaceAt(core.state, core.dir);
    await core.call.history.undo({});
    expect(dump()).toBe(states[3]);
    await core.call.history.redo({});
    await core.call.history.redo({});
    expect(dump()).toBe(states[5]);
    expect(await core.call.history.redo({})).toBeNull();
  });
});

describe('what Ctrl+Z would do', () => {
  test('a new action cuts off redo; making the workspace cannot be undone', async () => {
    const { call } = core;
    expect(await call.history.state({})).toEqual({ undo: null, redo: null });
    expect(await call.history.undo({})).toBeNull();
    await addProject('A');
    await addProject('B');
    expect((await call.history.undo({}))?.label.params).toEqual({ name: 'B' });
    expect((await call.history.state({})).redo?.label.params).toEqual({ name: 'B' });
    await addProject('C');
    expect((await call.history.state({})).redo).toBeNull();
    expect(await call.history.redo({})).toBeNull();
    await call.history.undo({});
    expect((await call.history.state({})).undo?.label.params).toEqual({ name: 'A' });
    const { rows, total } = await call.history.list({ offset: 0, limit: 3 });
    expect(total).toBe(6);
    expect(rows.map(({ kind, label }) => [kind, label.params.name])).toEqual([
      ['undo', 'C'],
      ['do', 'C'],
      ['undo', 'B'],
    ]);
    expect((await call.history.list({ search: 'createWork', offset: 0, limit: 9 })).total).toBe(1);
    expect((await call.history.list({ search: '%', offset: 0, limit: 9 })).total).toBe(0);
  });

  test('a toast can only take back its own action while that is the newest', async () => {
    const first = await addProject('A');
    const second = await addProject('B');
    await expect(core.call.history.undo({ actionId: first })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'actionId', rule: 'notNewest' },
    });
    expect((await core.call.history.undo({ actionId: second }))?.actionId).toBe(second);
    expect((await core.call.history.undo({ actionId: first }))?.actionId).toBe(first);
  });

  test('pressed in two windows at once, each takes back one action', async () => {
    await addProject('A');
    await addProject('B');
    await addProject('C');
    const undone = await Promise.all([core.call.history.undo({}), core.call.history.undo({})]);
    expect(undone.map((step) => step?.label.params.name).sort()).toEqual(['B', 'C']);
  });

  test('a window that still shows what was undone cannot write over it', async () => {
    const { database } = opened();
    const id = '019c0000-0000-7000-8000-0000000000aa';
    const rename = (revision: number, name: string) =>
      runAction(core.state, opened(), { key: 'updateSupplier', params: { name } }, async ({ trx }) => {
        await trx
          .updateTable('suppliers')
          .set({ name_en: name, revision: revision + 1 })
          .where('id', '=', id)
          .execute();
      });
    await runAction(core.state, opened(), { key: 'createSupplier', params: { name: 'A' } }, ({ trx }) =>
      insertSupplier(trx, id, { name_en: 'A' }),
    );
    await rename(1, 'B');
    await core.call.history.undo({});
    const shown = await database.db.selectFrom('suppliers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(shown).toMatchObject({ name_en: 'A', revision: 3 });
    await rename(3, 'C');
    await core.call.history.undo({});
    await core.call.history.undo({});
    await core.call.history.redo({});
    const again = await database.db.selectFrom('suppliers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(again).toMatchObject({ name_en: 'A', revision: 6 });
  });

  test('8,000 rows are taken back and brought again without holding up the program', async () => {
    await runAction(core.state, opened(), { key: 'importQuotes', params: {} }, async ({ trx, newId }) => {
      await insertProject(trx, '019c0000-0000-7000-8000-0000000000bb');
      const insert = opened().database.sqlite.prepare(
        `INSERT INTO suppliers (id, name_en, name_key, created_at, updated_at) VALUES (?, 'S', 's', '', '')`,
      );
      for (let row = 0; row < 8_000; row += 1) insert.run(newId());
    });
    const full = dump();
    const turns = await turnsDuring(core.call.history.undo({}));
    expect(countOf('suppliers')).toBe(0);
    // In the main thread there would be next to none.
    expect(turns).toBeGreaterThan(20);
    await core.call.history.redo({});
    expect(dump()).toBe(full);
    expect(await core.call.history.verify({})).toEqual({ intact: true, brokenSeq: null });
  });
});

function opened(): OpenedWorkspace {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  return workspace;
}

function dump(): string {
  return dumpState(opened().database.sqlite);
}

function countOf(table: 'actions' | 'history' | 'suppliers'): number {
  return Number(opened().database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

async function addProject(name: string): Promise<string> {
  const { actionId } = await runAction(
    core.state,
    opened(),
    { key: 'createProject', params: { name } },
    ({ trx, newId }) => insertProject(trx, newId(), { name_en: name }),
  );
  return actionId;
}

/** How often the program got round to something else while it waited. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let running = true;
  void work.finally(() => {
    running = false;
  });
  while (running) {
    await setImmediate();
    turns += 1;
  }
  await work;
  return turns;
}
