import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildItem, buildProject, haveItems, haveQuotedProject } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('new, changed and removed rows are saved together, in their order', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const [first, second] = await haveItems(call, project, [
    { lineNo: '1', nameEn: 'A', quantity: 15_000, estimateUnitPrice: 37_500, hsCode: '7323.93' },
    { lineNo: '2', nameEn: 'B' },
  ]);
  if (first === undefined || second === undefined) throw new Error('two items were saved');
  const { items: saved } = await call.items.save({
    projectId: project.id,
    create: [buildItem({ position: 2, lineNo: '3', nameEn: '', nameZh: '刷子', quantity: null })],
    update: [{ id: first.id, revision: first.revision, changes: { quantity: 20_001, notes: 'x' } }],
    remove: [{ id: second.id, revision: second.revision }],
  });
  expect(saved).toEqual(await call.items.list({ projectId: project.id }));
  expect(saved.map(({ lineNo, nameEn, nameZh, quantity }) => [lineNo, nameEn, nameZh, quantity])).toEqual([
    ['1', 'A', first.nameZh, 20_001],
    ['3', '', '刷子', null],
  ]);
  expect(saved[0]).toEqual({ ...first, quantity: 20_001, notes: 'x', revision: 2 });
});

test('rows go where they are put, between others too', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const [, second] = await haveItems(call, project, [
    { lineNo: 'a' },
    { lineNo: 'b' },
    { lineNo: 'c' },
    { lineNo: 'd' },
  ]);
  if (second === undefined) throw new Error('four items were saved');
  const put = async (places: [number, string][], remove: { id: string; revision: number }[] = []) => {
    const create = places.map(([position, lineNo]) => buildItem({ position, lineNo }));
    const { items, createdIds } = await call.items.save({ projectId: project.id, create, update: [], remove });
    const created = createdIds.map((id) => items.find((item) => item.id === id)?.lineNo);
    expect(created).toEqual(places.map(([, lineNo]) => lineNo));
    return items.map(({ lineNo }) => lineNo).join('');
  };
  expect(await put([], [second])).toBe('acd');
  expect(await put([[3, 'e']])).toBe('acde');
  expect(await put([[1, 'x']])).toBe('axcde');
  expect(
    await put([
      [6, 'z'],
      [0, 'w'],
      [2, 'y'],
    ]),
  ).toBe('wayxcdze');
  expect(await put([[90, 'q']])).toBe('wayxcdzeq');
});

test('one stale or nameless row refuses the whole batch', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const [first] = await haveItems(call, project, [{ lineNo: '1' }]);
  if (first === undefined) throw new Error('an item was saved');
  await call.items.save({
    projectId: project.id,
    create: [],
    update: [{ id: first.id, revision: 1, changes: { quantity: 70_000 } }],
    remove: [],
  });
  const before = await call.items.list({ projectId: project.id });
  const added = buildItem({ position: 1, lineNo: '2' });
  await expect(
    call.items.save({
      projectId: project.id,
      create: [added],
      update: [{ id: first.id, revision: 1, changes: { quantity: 90_000 } }],
      remove: [],
    }),
  ).rejects.toMatchObject({ code: 'STALE', data: { noun: 'item', id: first.id, current: { quantity: 70_000 } } });
  await expect(
    call.items.save({
      projectId: project.id,
      create: [added],
      update: [{ id: first.id, revision: 2, changes: { nameEn: '', nameZh: '' } }],
      remove: [],
    }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { rule: 'nameRequired', params: { row: 1 } } });
  expect(await call.items.list({ projectId: project.id })).toEqual(before);
});

test('an item of another project is out of reach', async () => {
  const { call } = core;
  const { items } = await haveQuotedProject(call);
  const stranger = await call.projects.create(buildProject({ nameEn: 'Other' }));
  const [item] = items;
  if (item === undefined) throw new Error('the project has items');
  for (const change of [
    { update: [{ id: item.id, revision: 1, changes: { notes: 'taken' } }], remove: [] },
    { update: [], remove: [{ id: item.id, revision: 1 }] },
  ]) {
    await expect(call.items.save({ projectId: stranger.id, create: [], ...change })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
});

test('a batch is one action of the history', async () => {
  const { call, state } = core;
  const project = await call.projects.create(buildProject());
  await haveItems(
    call,
    project,
    Array.from({ length: 40 }, (_, index) => ({ lineNo: String(index + 1) })),
  );
  const actions = await state.workspace?.database.db.selectFrom('actions').select('label').orderBy('seq').execute();
  expect(actions?.slice(1).map(({ label }) => JSON.parse(label))).toEqual([
    { key: 'createProject', params: { name: 'Metal straws' } },
    { key: 'saveItems', params: { count: 40, name: 'Metal straws' } },
  ]);
});
