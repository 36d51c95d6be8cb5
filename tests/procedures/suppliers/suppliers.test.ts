import { afterEach, beforeEach, expect, test } from 'vitest';
import { supplierPage } from '../../../electron/modules/suppliers/supplier-list.queries.ts';
import { supplierQuotes } from '../../../electron/modules/suppliers/suppliers.queries.ts';
import { buildProject, buildQuote, buildSupplier, haveQuotedProject } from '../../builders/fields.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('a supplier keeps what was typed, in every field', async () => {
  const { call } = core;
  const fields = buildSupplier({
    nameEn: '',
    nameZh: '义乌市宏达日用品有限公司',
    contactName: '王芳',
    phone: '+86 139 0000 0000',
    wechat: 'wangfang_yw',
    email: 'wang@example.cn',
    region: 'Zhejiang',
    shopUrl: 'HTTPS://shop123.1688.com/?a=b',
    notes: '<b>bold</b>',
  });
  const created = await call.suppliers.create(fields);
  expect(await call.suppliers.get({ id: created.id })).toMatchObject({ ...fields, revision: 1 });
  const changed = await call.suppliers.update({ id: created.id, revision: 1, changes: { nameEn: 'Yiwu Hongda' } });
  expect(changed).toMatchObject({ ...fields, nameEn: 'Yiwu Hongda', revision: 2 });
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  '\\\\server\\share',
  ' https://a.cn',
  'data:text/html,x',
  'ftp://a',
])('refuses the shop link %s', async (shopUrl) => {
  await expect(core.call.suppliers.create(buildSupplier({ shopUrl }))).rejects.toMatchObject({
    code: 'REFUSED',
    data: { field: 'shopUrl', rule: 'webAddress' },
  });
});

test('search finds part of a Chinese name, of a contact and of a region; regions filter and are counted', async () => {
  const { call } = core;
  await call.suppliers.create(buildSupplier({ nameEn: '', nameZh: '义乌市宏达日用品有限公司', region: '浙江' }));
  await call.suppliers.create(
    buildSupplier({ nameEn: 'Anping Mesh', nameZh: '', contactName: '李娜', region: 'Hebei' }),
  );
  await call.suppliers.create(buildSupplier({ nameEn: 'Baoding Mesh', nameZh: '', region: 'Hebei' }));
  await call.suppliers.create(buildSupplier({ nameEn: 'Nowhere', nameZh: '', region: '' }));
  const found = async (input: Parameters<typeof call.suppliers.list>[0]) =>
    (await call.suppliers.list({ sort: 'name', ...input })).rows.map((row) => row.nameEn || row.nameZh);
  expect(await found({ search: '日用' })).toEqual(['义乌市宏达日用品有限公司']);
  expect(await found({ search: '李娜' })).toEqual(['Anping Mesh']);
  expect(await found({ search: 'hebei' })).toEqual(['Anping Mesh', 'Baoding Mesh']);
  expect(await found({ regions: ['Hebei', '浙江'], descending: true })).toEqual([
    '义乌市宏达日用品有限公司',
    'Baoding Mesh',
    'Anping Mesh',
  ]);
  expect(await call.suppliers.regions({})).toEqual([
    { region: 'Hebei', count: 2 },
    { region: '浙江', count: 1 },
  ]);
});

test('a supplier shows its quotes by project, newest first, and none of a project in the bin', async () => {
  const { call } = core;
  const { supplier, quote, project } = await haveQuotedProject(call);
  const second = await call.quotes.requote({ id: quote.id });
  const later = await call.projects.create(buildProject({ nameEn: 'Bamboo straws', nameZh: '' }));
  const dropped = await call.projects.create(buildProject({ nameEn: 'Dropped', nameZh: '' }));
  for (const projectId of [later.id, dropped.id]) {
    await call.quotes.create({
      projectId,
      supplierId: supplier.id,
      fields: buildQuote({ receivedOn: '2026-03-09', currency: 'USD' }),
      lines: [],
    });
  }
  await call.projects.remove({ id: dropped.id, revision: dropped.revision });
  expect(await call.suppliers.quotes({ id: supplier.id })).toMatchObject([
    { projectNameEn: 'Bamboo straws', round: 1, lineCount: 0, superseded: false, currency: 'USD' },
    { projectId: project.id, id: second.id, round: 2, lineCount: 2, superseded: false },
    { projectId: project.id, id: quote.id, round: 1, lineCount: 2, superseded: true },
  ]);
  expect((await call.suppliers.list({})).rows[0]).toMatchObject({ quoteCount: 3, lastQuoteOn: '2026-03-09' });
});

test('a supplier with quotes cannot be deleted; without them it goes to the bin', async () => {
  const { call } = core;
  const { supplier, quote } = await haveQuotedProject(call);
  const remove = () => call.suppliers.remove({ id: supplier.id, revision: supplier.revision });
  await expect(remove()).rejects.toMatchObject({
    code: 'REFUSED',
    data: { rule: 'supplierHasQuotes', params: { count: 1 } },
  });
  await call.quotes.remove({ id: quote.id, revision: quote.revision });
  await remove();
  expect((await call.suppliers.list({})).total).toBe(0);
});

test('the lists read through their indices', () => {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('the test core opens a workspace');
  const { database } = workspace;
  const page = (overrides: Partial<Parameters<typeof supplierPage>[1]>) =>
    explain(
      database,
      supplierPage(
        database.db,
        {
          search: '',
          regions: [],
          provinces: [],
          tiers: [],
          standings: [],
          papers: [],
          tags: [],
          sort: 'updatedAt',
          descending: true,
          offset: 0,
          limit: 50,
          ...overrides,
        },
        { today: '2026-03-02', renewed: [] },
      ).compile(),
    );
  const plans = [
    page({}),
    page({ search: '吸管' }),
    page({ regions: ['Hebei'], sort: 'region' }),
    page({ sort: 'qualification' }),
    page({ provinces: ['44'], sort: 'province' }),
    page({ papers: ['expiring'], sort: 'nextExpiry', descending: false }),
  ];
  for (const plan of plans) {
    expect(plan.filter((step) => step === 'SEARCH quotes USING INDEX quotes_supplier (supplier_id=?)')).toHaveLength(2);
    // The fifty suppliers of the page, found before anything is looked up of them.
    expect(plan).toContain('CO-ROUTINE found');
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN found']);
    expect(plan).toContain('SEARCH suppliers USING INDEX sqlite_autoindex_suppliers_1 (id=?)');
  }
  expect(plans[0]).toContain('SEARCH suppliers USING INDEX suppliers_updated (deleted_at=?)');
  // Afterwards the page itself is put in order, which is fifty rows.
  const finding = (plan: string[] | undefined = []) => plan.slice(0, plan.indexOf('SCAN found'));
  expect(finding(plans[0])).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  expect(plans[2]).toContain('SEARCH suppliers USING INDEX suppliers_region (deleted_at=? AND region=?)');
  expect(plans[3]).toContain('SEARCH suppliers USING INDEX suppliers_qualification (deleted_at=?)');
  expect(finding(plans[3])).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  expect(plans[4]).toContain('SEARCH suppliers USING INDEX suppliers_province (deleted_at=? AND province=?)');
  expect(plans[5]).toContain('SEARCH suppliers USING INDEX suppliers_expiry (deleted_at=? AND next_expiry<?)');
  const own = explain(database, supplierQuotes(database.db, '019c0000-0000-7000-8000-000000000001').compile());
  expect(own).toContain('SEARCH quotes USING INDEX quotes_supplier (supplier_id=?)');
  expect(own.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
