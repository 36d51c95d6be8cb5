import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runAction } from '../../../electron/core/action.ts';
import type { OpenedWorkspace } from '../../../electron/core/core-state.ts';
import { recordedTables } from '../../../electron/db/history-triggers.ts';
import { haveQuotedProject } from '../../builders/fields.ts';
import { insertProject, insertSupplier } from '../../builders/rows.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await createTestCore();
});

afterEach(() => core.dispose());

const SUPPLIER = '019c0000-0000-7000-8000-0000000000aa';

describe('the history', () => {
  test('records every column of every table on insert, update and delete', () => {
    const { sqlite } = opened().database;
    for (const table of recordedTables(sqlite)) {
      const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);
      for (const operation of ['insert', 'update', 'delete']) {
        const trigger = sqlite
          .prepare('SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?')
          .pluck()
          .get('trigger', `history_${table}_${operation}`);
        for (const column of columns) expect(String(trigger)).toContain(`"${column}"`);
      }
    }
  });

  test('has one entry per changed row, with what it was before and after', async () => {
    await run('createSupplier', ({ trx }) => insertSupplier(trx, SUPPLIER, { name_en: 'A', notes: '"quoted"\n行家' }));
    const changed = await run('updateSupplier', ({ trx }) =>
      trx.updateTable('suppliers').set({ name_en: 'B', revision: 2 }).where('id', '=', SUPPLIER).execute(),
    );
    const entries = await core.call.history.entries({ actionId: changed });
    expect(entries).toMatchObject([
      {
        tableName: 'suppliers',
        rowId: SUPPLIER,
        operation: 'update',
        before: { name_en: 'A', notes: '"quoted"\n行家', revision: 1, deleted_at: null },
        after: { name_en: 'B', notes: '"quoted"\n行家', revision: 2, deleted_at: null },
      },
    ]);
    const removed = await run('removeSupplier', ({ trx }) => trx.deleteFrom('suppliers').execute());
    expect(await core.call.history.entries({ actionId: removed, offset: 0, limit: 1 })).toMatchObject([
      { operation: 'delete', before: { name_en: 'B' }, after: null },
    ]);
    expect(await core.call.history.entries({ actionId: removed, offset: 1 })).toEqual([]);
  });

  test('tells what a row belongs to, and the currency of its amounts', async () => {
    const { quote, supplier, items } = await haveQuotedProject(core.call);
    const { nameEn, nameZh } = supplier;
    await core.call.quotes.update({
      id: quote.id,
      revision: quote.revision,
      changes: { payments: [{ percentBp: 10_000, anchor: 'delivered', offsetDays: 30 }] },
    });
    const [latest, created] = (await core.call.history.list({ offset: 0, limit: 2 })).rows;
    const subjectsOf = async (actionId = '') =>
      (await core.call.history.entries({ actionId })).map(({ tableName, subject }) => ({ tableName, ...subject }));
    expect(await subjectsOf(latest?.id)).toContainEqual({
      tableName: 'quote_payments',
      names: [{ nameEn, nameZh }],
      currency: 'CNY',
    });
    expect(await subjectsOf(created?.id)).toContainEqual({
      tableName: 'quote_lines',
      names: [
        { nameEn: items[0]?.nameEn, nameZh: items[0]?.nameZh },
        { nameEn, nameZh },
      ],
      currency: 'CNY',
    });
  });

  test('sees rows that INSERT OR REPLACE takes away', async () => {
    await run('createSupplier', ({ trx }) => insertSupplier(trx, SUPPLIER));
    const replaced = await run('replace', async () => {
      opened()
        .database.sqlite.prepare(
          `INSERT OR REPLACE INTO suppliers (id, name_en, name_key, created_at, updated_at) VALUES (?, 'new', '', '', '')`,
        )
        .run(SUPPLIER);
    });
    const entries = await core.call.history.entries({ actionId: replaced });
    expect(entries.map((entry) => entry.operation)).toEqual(['delete', 'insert']);
  });

  test('takes no change outside an action, and none of itself', async () => {
    await run('createSupplier', ({ trx }) => insertSupplier(trx, SUPPLIER));
    const { sqlite } = opened().database;
    expect(() => sqlite.exec(`UPDATE suppliers SET notes = 'x'`)).toThrow('every change belongs to a named action');
    for (const statement of [
      `UPDATE history SET before = NULL`,
      `DELETE FROM history`,
      `INSERT OR REPLACE INTO history SELECT * FROM history LIMIT 1`,
      `UPDATE actions SET actor = 'somebody else'`,
      `DELETE FROM actions`,
    ]) {
      expect(() => sqlite.exec(statement), statement).toThrow('append-only');
    }
  });

  test('an action that fails leaves nothing, and the next one works', async () => {
    const before = opened().database.sqlite.prepare('SELECT count(*) FROM history').pluck().get();
    await expect(
      run('createSupplier', async ({ trx }) => {
        await insertSupplier(trx, SUPPLIER);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(opened().database.sqlite.prepare('SELECT count(*) FROM history').pluck().get()).toBe(before);
    await run('createSupplier', ({ trx }) => insertSupplier(trx, SUPPLIER));
    await expect(
      run('outer', () => run('inner', ({ trx }) => insertSupplier(trx, SUPPLIER)).then(() => undefined)),
    ).rejects.toThrow('one writer inside another');
  });

  test.each([
    ['an entry changed', `UPDATE history SET after = replace(after, 'Supplier', 'Another') WHERE seq = 3`],
    ['an entry taken away', 'DELETE FROM history WHERE seq = 3'],
    [
      'an entry added',
      `INSERT INTO history SELECT 99, action_id, table_name, row_id, operation, before, after FROM history WHERE seq = 3`,
    ],
    ['the author changed', `UPDATE actions SET actor = 'somebody else' WHERE seq = 3`],
    ['an action taken away', 'DELETE FROM actions WHERE seq = 3'],
  ])('its hash chain shows %s', async (_name, tampering) => {
    for (const letter of ['a', 'b', 'c']) {
      await run('createSupplier', ({ trx }) => insertSupplier(trx, SUPPLIER.replace('aa', `a${letter}`)));
    }
    expect(await core.call.history.verify({})).toEqual({ intact: true, brokenSeq: null });
    const { sqlite } = opened().database;
    for (const guard of [
      'history_append_only_update',
      'history_append_only_delete',
      'actions_append_only_update',
      'actions_append_only_delete',
    ]) {
      sqlite.exec(`DROP TRIGGER ${guard}`);
    }
    sqlite.exec(tampering);
    expect((await core.call.history.verify({})).brokenSeq).toBeGreaterThanOrEqual(3);
  });
});

describe('the changes stream', () => {
  test('tells each window which tables an action touched, until it goes away', async () => {
    const gone = new AbortController();
    const stream = await core.call.changes.stream({}, { signal: gone.signal });
    const first = stream.next();
    await run('createProject', ({ trx }) => insertProject(trx, SUPPLIER));
    expect((await first).value).toMatchObject({ tables: ['projects'], label: { key: 'createProject' }, kind: 'do' });
    const second = stream.next();
    await core.call.history.undo({});
    expect((await second).value).toMatchObject({ tables: ['projects'], label: { key: 'createProject' }, kind: 'undo' });
    const third = stream.next();
    gone.abort();
    await expect(third).rejects.toThrow();
    expect(core.state.changes.size).toBe(0);
  });
});

function opened(): OpenedWorkspace {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  return workspace;
}

async function run(key: string, work: Parameters<typeof runAction>[3]): Promise<string> {
  return (await runAction(core.state, opened(), { key, params: {} }, work)).actionId;
}
