import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ActionScope, runAction } from '../../../electron/core/action.ts';
import { insertItem, insertProject, insertQuote, insertSupplier } from '../../builders/rows.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

const PROJECT = '019c0000-0000-7000-8000-0000000000a1';
const SUPPLIER = '019c0000-0000-7000-8000-0000000000a2';
const QUOTE = '019c0000-0000-7000-8000-0000000000a3';
const ITEM = '019c0000-0000-7000-8000-0000000000a4';
const RATE = '019c0000-0000-7000-8000-0000000000a5';
const REPORT = '019c0000-0000-7000-8000-0000000000a6';

let core: TestCore;

beforeEach(async () => {
  core = await createTestCore();
  await act(async ({ trx }) => {
    await insertProject(trx, PROJECT, { name_en: 'Straws', name_zh: '吸管' });
    await insertSupplier(trx, SUPPLIER, { name_zh: '恒达', name_en: '', region: 'Guangdong' });
    await insertQuote(trx, QUOTE, PROJECT, SUPPLIER);
    await insertItem(trx, ITEM, PROJECT, { name_en: 'Bent straw' });
    await trx
      .insertInto('exchange_rates')
      .values({
        id: RATE,
        base: 'USD',
        quote: 'CNY',
        rate: '7.1',
        effective_date: '2026-03-01',
        source: 's',
        created_at: '',
        deleted_at: null,
      })
      .execute();
    await trx
      .insertInto('report_snapshots')
      .values({
        id: REPORT,
        project_id: PROJECT,
        number: 1,
        kind: 'evaluation',
        language: 'en',
        title: 'Report 1',
        payload: '{}',
        sha256: '',
        created_by: 'tester',
        created_at: '',
        deleted_at: null,
      })
      .execute();
  });
});

afterEach(() => core.dispose());

test('lists what was deleted with what it was, the last first, and restores each kind', async () => {
  for (const table of ['report_snapshots', 'exchange_rates', 'items', 'quotes', 'suppliers', 'projects'] as const) {
    await act(({ trx, now }) => trx.updateTable(table).set({ deleted_at: now }).execute());
  }
  const listed = await core.call.bin.list({});
  expect(listed.map(({ noun, title, context }) => [noun, title, context])).toEqual([
    ['project', 'Straws · 吸管', ''],
    ['supplier', '恒达', 'Guangdong'],
    ['quote', '恒达', 'Straws · 吸管 · 1'],
    ['item', 'Bent straw', 'Straws · 吸管'],
    ['exchangeRate', 'USD/CNY 7.1', '2026-03-01'],
    ['report', 'Report 1', 'Straws · 吸管'],
  ]);
  for (const noun of ['quote', 'item', 'report'] as const) {
    const binned = listed.find((entry) => entry.noun === noun);
    await expect(core.call.bin.restore({ noun, id: binned?.id ?? '' })).rejects.toMatchObject({
      data: { rule: 'projectInBin' },
    });
  }
  for (const { noun, id } of listed) await core.call.bin.restore({ noun, id });
  expect(await core.call.bin.list({})).toEqual([]);
  await core.call.history.undo({});
  expect((await core.call.bin.list({})).map(({ noun }) => noun)).toEqual(['report']);
});

test('a row that is not in the bin is not found; a place that was taken meanwhile is told', async () => {
  await expect(core.call.bin.restore({ noun: 'quote', id: QUOTE })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await act(({ trx, now }) => trx.updateTable('quotes').set({ deleted_at: now, revision: 2 }).execute());
  await act(({ trx, newId }) => insertQuote(trx, newId(), PROJECT, SUPPLIER));
  await expect(core.call.bin.restore({ noun: 'quote', id: QUOTE })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { rule: 'duplicate' },
  });
  await core.call.history.undo({});
  await core.call.bin.restore({ noun: 'quote', id: QUOTE });
  const row = core.state.workspace?.database.sqlite.prepare('SELECT deleted_at, revision FROM quotes').get();
  expect(row).toEqual({ deleted_at: null, revision: 3 });
});

async function act(work: (scope: ActionScope) => Promise<unknown>): Promise<void> {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  await runAction(core.state, workspace, { key: 'test', params: {} }, work);
}
