import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectPage } from '../../../electron/modules/projects/projects.queries.ts';
import { PROJECT_STAGES } from '../../../shared/domain/projects/stages.ts';
import { buildLine, buildProject, buildQuote, buildSupplier, haveItems } from '../../builders/fields.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('a project keeps what was typed, in every field', async () => {
  const { call } = core;
  const fields = buildProject({
    nameEn: '  Straws, 100 % steel_',
    nameZh: '金属吸管（六毫米）',
    currency: 'KWD',
    needBy: null,
    budgetMinor: 1_234_567,
    vatRecoverable: true,
    comparisonDate: '2026-02-28',
    notes: 'a\nb',
  });
  const created = await call.projects.create(fields);
  expect(await call.projects.get({ id: created.id })).toEqual({
    ...fields,
    nameEn: 'Straws, 100 % steel_',
    id: created.id,
    revision: 1,
    createdAt: created.createdAt,
    updatedAt: created.createdAt,
    itemCount: 0,
    quoteCount: 0,
    supplierCount: 0,
  });
});

test('the list counts items, quotes and suppliers that are not in the bin', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const items = await haveItems(call, project, [{ lineNo: '1' }, { lineNo: '2' }, { lineNo: '3' }]);
  const last = items[2];
  if (last === undefined) throw new Error('three items were saved');
  const supplier = await call.suppliers.create(buildSupplier());
  const other = await call.suppliers.create(buildSupplier({ nameEn: 'Other', nameZh: '' }));
  const quote = (supplierId: string) =>
    call.quotes.create({ projectId: project.id, supplierId, fields: buildQuote(), lines: [buildLine(last.id)] });
  const first = await quote(supplier.id);
  await call.quotes.requote({ id: first.id });
  const gone = await quote(other.id);
  await call.quotes.remove({ id: gone.id, revision: gone.revision });
  await call.items.save({
    projectId: project.id,
    create: [],
    update: [],
    remove: [{ id: last.id, revision: last.revision }],
  });

  const { rows, total } = await call.projects.list({});
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({ itemCount: 2, quoteCount: 2, supplierCount: 1 });
  expect((await call.quotes.list({ projectId: project.id })).map((row) => row.lineCount)).toEqual([0, 0]);
});

test('search takes signs literally and finds two Chinese characters inside a name', async () => {
  const { call } = core;
  await call.projects.create(buildProject({ nameEn: '100% cotton_bags', nameZh: '' }));
  await call.projects.create(buildProject({ nameEn: '100 cotton bags', nameZh: '' }));
  await call.projects.create(buildProject({ nameEn: '', nameZh: '不锈钢金属吸管套装' }));
  const found = async (search: string) =>
    (await call.projects.list({ search, sort: 'name' })).rows.map((row) => row.nameEn || row.nameZh);
  expect(await found('100%')).toEqual(['100% cotton_bags']);
  expect(await found('n_b')).toEqual(['100% cotton_bags']);
  expect(await found('COTTON')).toEqual(['100 cotton bags', '100% cotton_bags']);
  expect(await found('吸管')).toEqual(['不锈钢金属吸管套装']);
  expect(await found("' OR 1=1 --")).toEqual([]);
});

test('stages filter and sort in the order of the work, pages follow on each other', async () => {
  const { call } = core;
  for (const stage of ['award', 'search', 'quotes', 'closed'] as const) {
    await call.projects.create(buildProject({ nameEn: stage, stage }));
  }
  const names = async (input: Parameters<typeof call.projects.list>[0]) =>
    (await call.projects.list(input)).rows.map((row) => row.nameEn);
  expect(await names({ sort: 'stage' })).toEqual(['search', 'quotes', 'award', 'closed']);
  expect(await names({ sort: 'stage', descending: true, stages: ['award', 'quotes'] })).toEqual(['award', 'quotes']);
  expect(await names({ sort: 'updatedAt', descending: true, limit: 2 })).toEqual(['closed', 'quotes']);
  expect(await names({ sort: 'updatedAt', descending: true, limit: 2, offset: 2 })).toEqual(['search', 'award']);
});

test('a stale write is refused with what is stored, a nameless project is refused, a deleted one is gone', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  await call.projects.update({ id: project.id, revision: 1, changes: { destination: 'Rotterdam' } });
  await expect(
    call.projects.update({ id: project.id, revision: 1, changes: { destination: 'Antwerp' } }),
  ).rejects.toMatchObject({
    code: 'STALE',
    data: { noun: 'project', current: { destination: 'Rotterdam', revision: 2 } },
  });
  await expect(
    call.projects.update({ id: project.id, revision: 2, changes: { nameEn: ' ', nameZh: '' } }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'name', rule: 'nameRequired' } });

  await call.projects.remove({ id: project.id, revision: 2 });
  await expect(call.projects.get({ id: project.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await call.projects.list({})).total).toBe(0);
});

test('the budget stays as typed when the currency changes', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject({ budgetMinor: 120_000 }));
  const yen = await call.projects.update({ id: project.id, revision: 1, changes: { currency: 'JPY' } });
  expect(yen).toMatchObject({ currency: 'JPY', budgetMinor: 1_200 });
  const both = await call.projects.update({
    id: project.id,
    revision: 2,
    changes: { currency: 'KWD', budgetMinor: 5 },
  });
  expect(both).toMatchObject({ currency: 'KWD', budgetMinor: 5 });
  await expect(
    call.projects.update({ id: project.id, revision: 3, changes: { currency: 'CNY' } }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { rule: 'amountDecimals', params: { amount: '0.005' } } });
});

test('the list reads through its index and counts through those of items and quotes', async () => {
  const { database } = workspaceOf(core);
  const page = (overrides: Partial<Parameters<typeof projectPage>[1]>) =>
    explain(
      database,
      projectPage(database.db, {
        search: '',
        stages: [],
        sort: 'updatedAt',
        descending: true,
        offset: 0,
        limit: 50,
        ...overrides,
      }).compile(),
    );
  for (const plan of [page({}), page({ search: '吸管' }), page({ stages: [...PROJECT_STAGES], sort: 'stage' })]) {
    expect(plan).toContain('SEARCH projects USING INDEX projects_updated (deleted_at=?)');
    expect(plan).toContain('SEARCH items USING INDEX items_project (project_id=?)');
    expect(
      plan.filter((step) => /^SEARCH quotes USING (COVERING )?INDEX quotes_round \(project_id=\?\)/.test(step)),
    ).toHaveLength(2);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  }
  expect(page({})).not.toContain('USE TEMP B-TREE FOR ORDER BY');
});

function workspaceOf({ state }: TestCore) {
  if (state.workspace === null) throw new Error('the test core opens a workspace');
  return state.workspace;
}
