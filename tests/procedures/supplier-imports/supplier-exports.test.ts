import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSheetContent } from '../../../electron/exchange/read/read-sheet.ts';
import type { SupplierRow } from '../../../shared/contract/suppliers.ts';
import { FACT_COLUMNS, SUPPLIER_SHEET_COLUMNS } from '../../../shared/domain/supplier-imports/sheet-columns.ts';
import { buildSupplier } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';
import { resultOf } from '../imports/import-file.ts';

let core: TestCore;
let other: TestCore;
beforeEach(async () => {
  core = await createTestCore();
  other = await createTestCore();
});
afterEach(async () => {
  await core.dispose();
  await other.dispose();
});

type Request = Parameters<TestCore['call']['suppliers']['exportFile']>[0];

async function exported(request: Partial<Request> = {}) {
  const download = await resultOf(
    await core.call.suppliers.exportFile({
      sort: 'name',
      columns: [...SUPPLIER_SHEET_COLUMNS],
      format: 'xlsx',
      language: 'en',
      ...request,
    }),
  );
  const file = core.state.downloads.find(download.url.split('/').at(-1) ?? '')?.file;
  if (file === undefined) throw new Error('the file is gone');
  return { download, file };
}

async function haveDirectory() {
  const { call } = core;
  const first = await call.suppliers.create({
    ...buildSupplier({
      nameEn: 'Hengda "Metal", Yiwu',
      nameZh: '义乌恒达金属',
      contactName: '陈伟',
      phone: '+86 579 8888 1234',
      wechat: '007',
      email: 'sales@hengda.cn',
      region: '浙江义乌',
      shopUrl: 'https://hengda.1688.com',
      notes: 'First line\nSecond line; =1+1',
    }),
    province: '33',
    businessKind: 'factoryAndTrader',
    tier: 'none',
    memberSince: '2015-06-01',
    uscc: '91330100799655058B',
    licenceName: '义乌市恒达金属制品有限公司',
    legalPerson: '陈伟',
  });
  await call.supplierProfiles.saveTags({ supplierId: first.id, tags: ['straws', '餐具'] });
  await call.suppliers.create({
    ...buildSupplier({ nameEn: '=cmd|calc', nameZh: '', region: '', notes: '@SUM(A1)' }),
    province: '61',
  });
  await call.suppliers.create({ ...buildSupplier({ nameEn: '', nameZh: '佛山未知厂' }), tier: 'sourceFactory' });
}

/** What a sheet carries of a supplier. */
function facts({ tags, ...row }: SupplierRow) {
  const known = FACT_COLUMNS.filter((column) => column in row).map((column) => [column, Reflect.get(row, column)]);
  return { ...Object.fromEntries(known), tags: tags.toSorted() };
}

test.each([
  ['xlsx', 'en'],
  ['xlsx', 'zh'],
  ['csv', 'en'],
  ['csv', 'zh'],
] as const)('what is exported as %s in %s imports again equal', async (format, language) => {
  await haveDirectory();
  const { download, file } = await exported({ format, language });
  expect(download.fileName).toBe(`${language === 'en' ? 'Suppliers' : '供应商'}.${format}`);
  const bytes = Uint8Array.from(await readFile(file));
  const { uploadId } = await other.call.imports.upload({ file: new File([bytes], download.fileName) });
  const source = { uploadId, sheet: null, encoding: null };
  const { mapping } = await other.call.supplierImports.preview({ ...source, headerRow: null });
  const check = await resultOf(await other.call.supplierImports.check({ ...source, mapping }));
  expect(check.problems).toEqual([]);
  const choices = { all: 'skip' as const, rows: [] };
  await resultOf(await other.call.supplierImports.commit({ ...source, mapping, choices }));
  const [before, after] = await Promise.all(
    [core, other].map(async ({ call }) => (await call.suppliers.list({ sort: 'name' })).rows.map(facts)),
  );
  expect(after).toEqual(before);
});

test('the file holds the list as it is filtered, sorted and shown', async () => {
  await haveDirectory();
  const { file } = await exported({
    columns: ['nameEn', 'nameZh', 'tier'],
    tiers: ['none', 'sourceFactory'],
    descending: true,
  });
  const { grid } = await readSheetContent(file);
  expect(grid.rows).toEqual([
    ['English name', 'Chinese name', 'Platform tier'],
    ['', '佛山未知厂', 'Source Factory'],
    ['Hengda "Metal", Yiwu', '义乌恒达金属', 'No badge'],
  ]);
});

test('cells are typed in a workbook, and no text runs as a formula in a CSV', async () => {
  await haveDirectory();
  const { file } = await exported({ format: 'csv', columns: ['nameEn', 'phone', 'wechat', 'memberSince', 'notes'] });
  const csv = await readFile(file, 'utf8');
  expect(csv).toContain("'=cmd|calc");
  expect(csv).toContain("'+86 579 8888 1234");
  expect(csv).toContain("'@SUM(A1)");
  expect(csv).toContain(',007,2015-06-01,');
});

test('a cancelled export leaves no file behind', async () => {
  await haveDirectory();
  const cancel = new AbortController();
  const consume = async () => {
    const request = { columns: [...SUPPLIER_SHEET_COLUMNS], format: 'xlsx' as const, language: 'en' as const };
    for await (const event of await core.call.suppliers.exportFile(request, { signal: cancel.signal })) {
      if (event.kind === 'progress') cancel.abort(new Error('enough'));
    }
  };
  await expect(consume()).rejects.toThrow();
  expect(await readdir(join(core.root, 'app-data', 'tmp'))).toEqual([]);
});
