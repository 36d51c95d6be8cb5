import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

const settings = {
  search: { search: '吸管', stages: ['quotes', 'award'], sort: 'needBy', descending: true },
  columns: { budget: true, stage: false },
};

test('a view keeps what was looked at, under a name of its own in its list', async () => {
  const { call } = core;
  const kept = await call.listViews.create({ list: 'projects', name: '  Metal straws ', settings });
  expect(kept).toMatchObject({ list: 'projects', name: 'Metal straws', settings, isDefault: false, revision: 1 });
  await call.listViews.create({ list: 'suppliers', name: 'Metal straws', settings });
  await expect(call.listViews.create({ list: 'projects', name: 'Metal straws', settings })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { field: 'name', rule: 'duplicate' },
  });
  await expect(call.listViews.create({ list: 'projects', name: ' ', settings })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { field: 'name', rule: 'required' },
  });
  const renamed = await call.listViews.update({ id: kept.id, revision: 1, changes: { name: 'Straws' } });
  expect(await call.listViews.list({ list: 'projects' })).toEqual([renamed]);
  await expect(call.listViews.update({ id: kept.id, revision: 1, changes: { name: 'Old' } })).rejects.toMatchObject({
    code: 'STALE',
    data: { noun: 'listView' },
  });
});

test('a list opens with one view at most, and undo gives the default back to the view that had it', async () => {
  const { call } = core;
  const first = await call.listViews.create({ list: 'projects', name: 'First', settings });
  const second = await call.listViews.create({ list: 'projects', name: 'Second', settings });
  const other = await call.listViews.create({ list: 'suppliers', name: 'Other', settings });
  await call.listViews.update({ id: first.id, revision: 1, changes: { isDefault: true } });
  await call.listViews.update({ id: other.id, revision: 1, changes: { isDefault: true } });
  await call.listViews.update({ id: second.id, revision: 1, changes: { isDefault: true } });
  const defaults = async () =>
    (await call.listViews.list({ list: 'projects' })).filter((view) => view.isDefault).map((view) => view.name);
  expect(await defaults()).toEqual(['Second']);
  expect((await call.listViews.list({ list: 'suppliers' }))[0]?.isDefault).toBe(true);
  await call.history.undo({});
  expect(await defaults()).toEqual(['First']);
});

test('a deleted view is gone, its name is free again, and undo brings it back', async () => {
  const { call } = core;
  const view = await call.listViews.create({ list: 'history', name: 'Mine', settings });
  const { actionId } = await call.listViews.remove({ id: view.id, revision: 1 });
  expect(await call.listViews.list({ list: 'history' })).toEqual([]);
  await call.history.undo({ actionId });
  expect((await call.listViews.list({ list: 'history' })).map(({ name }) => name)).toEqual(['Mine']);
});
