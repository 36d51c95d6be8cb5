import { afterEach, beforeEach, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { DuplicateChoicesInput } from '../../../shared/contract/supplier-imports.ts';
import { buildSupplier } from '../../builders/fields.ts';
import { inGbk } from '../../builders/gbk.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';
import { resultOf } from '../imports/import-file.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

const SKIP: DuplicateChoicesInput = { all: 'skip', rows: [] };

/** Upload, preview and check, with every guess accepted. */
async function readSheet(fileName: string, bytes: Uint8Array | string) {
  const { call } = core;
  const { uploadId } = await call.imports.upload({ file: new File([Uint8Array.from(Buffer.from(bytes))], fileName) });
  const source = { uploadId, sheet: null, encoding: null };
  const preview = await call.supplierImports.preview({ ...source, headerRow: null });
  const request = { ...source, mapping: preview.mapping };
  return { preview, request, check: await resultOf(await call.supplierImports.check(request)) };
}

async function importSheet(fileName: string, bytes: Uint8Array | string, choices = SKIP) {
  const read = await readSheet(fileName, bytes);
  return { ...read, result: await resultOf(await core.call.supplierImports.commit({ ...read.request, choices })) };
}

async function stored() {
  const { rows } = await core.call.suppliers.list({ sort: 'name', limit: 100 });
  return rows;
}

test('a CSV in GBK with Chinese headings becomes suppliers with everything it says', async () => {
  const csv = [
    '供应商名称,所在省份,所在城市,联系人,手机,微信号,经营模式,会员等级,入驻时间,统一社会信用代码,月产能,员工人数,主营产品',
    '义乌市恒达金属制品有限公司,浙江省,义乌市,陈伟,13800001111,hengda88,生产厂家,实力商家,2015年6月1日,91330100799655058B,50万,120,吸管、餐具',
    '无锡太湖塑料厂,江苏,无锡,,0510-8888 1234,,工贸一体,诚信通,2019,,,,',
  ].join('\r\n');
  const { preview, check, result } = await importSheet('供应商.csv', inGbk(csv));
  expect(preview.encoding?.name).toBe('gb18030');
  expect(check).toMatchObject({ rowsRead: 2, newCount: 2, repeated: [], problemCount: { refused: 0, warning: 1 } });
  expect(check.problems).toMatchObject([{ row: 3, column: 'I', header: '入驻时间', code: 'dayAssumed' }]);
  expect(result).toMatchObject({ created: 2, filled: 0, skipped: 0 });
  const [wuxi, yiwu] = (await stored()).toSorted((a, b) => (a.province < b.province ? -1 : 1));
  expect(yiwu).toMatchObject({
    nameZh: '义乌市恒达金属制品有限公司',
    nameEn: '',
    province: '33',
    region: '浙江省义乌市',
    contactName: '陈伟',
    phone: '13800001111',
    wechat: 'hengda88',
    businessKind: 'factory',
    tier: 'strong',
    memberSince: '2015-06-01',
    uscc: '91330100799655058B',
    tags: ['吸管', '餐具'],
  });
  expect(wuxi).toMatchObject({ memberSince: '2019-01-01', businessKind: 'factoryAndTrader', tier: 'basic' });
  const profile = await core.call.supplierProfiles.get({ supplierId: yiwu?.id ?? '' });
  expect(profile.readings).toMatchObject([{ takenOn: '2026-03-02', monthlyPieces: 500_000, staff: 120 }]);
});

test('what is stored of how a supplier stands is what its file says', async () => {
  await importSheet(
    'suppliers.csv',
    'Supplier,Contact,Phone,Tier,Member since,Credit code,Monthly capacity,Staff\nAcme Metal,Li Na,13800001111,Strong Merchant,2015-06-01,91330100799655058B,500000,120\n',
  );
  const [before] = await stored();
  if (before === undefined) throw new Error('it was imported');
  // Any change works the standing out anew, from everything stored.
  await core.call.suppliers.update({ id: before.id, revision: before.revision, changes: { notes: 'seen' } });
  const [after] = await stored();
  expect(after).toMatchObject({
    verification: before.verification,
    qualificationHundredths: before.qualificationHundredths,
    coverageBp: before.coverageBp,
    disqualified: before.disqualified,
    nextExpiry: before.nextExpiry,
  });
});

test('a workbook with merged titles above the table is read below them', async () => {
  const heads = ['Supplier', 'Province', 'Contact person', 'Mobile', 'Shop link'];
  const blanks = heads.slice(1).map(() => null);
  const file = await writeExcelFile(
    [
      [{ value: '2026 供应商名录', columnSpan: heads.length, fontWeight: 'bold' }, ...blanks],
      [{ value: 'Purchasing department', columnSpan: heads.length }, ...blanks],
      heads.map((value) => ({ value })),
      ['Acme Metal', 'Zhejiang', 'Li Na', 13_800_001_111, 'acme.1688.com'].map((value) => ({ value })),
    ],
    { sheet: 'Directory' },
  ).toBuffer();
  const { preview } = await importSheet('directory.xlsx', file);
  expect(preview.mapping.headerRow).toBe(3);
  expect(await stored()).toMatchObject([
    { nameEn: 'Acme Metal', province: '33', phone: '13800001111', shopUrl: 'https://acme.1688.com' },
  ]);
});

test('rows that cannot be taken are named by row, column and reason; the rest comes in', async () => {
  const csv = [
    'Supplier,Phone,Website,Tier,Staff',
    ',13800001111,,,',
    `${'x'.repeat(301)},,,,`,
    'Acme,,javascript:alert(1),,',
    'Bright,,,Platinum,many',
    '=HYPERLINK("http://evil"),,,,',
  ].join('\n');
  const { check, result } = await importSheet('bad.csv', csv);
  expect(check.problems).toMatchObject([
    { severity: 'refused', row: 2, column: null, code: 'noName' },
    { severity: 'refused', row: 3, column: 'A', header: 'Supplier', code: 'tooLong', data: { most: 300 } },
    { severity: 'refused', row: 4, column: 'C', code: 'webAddress', data: { text: 'javascript:alert(1)' } },
    { severity: 'warning', row: 5, column: 'D', code: 'unknownTier', data: { text: 'Platinum' } },
    { severity: 'warning', row: 5, column: 'E', code: 'badCount', data: { text: 'many' } },
  ]);
  expect(check.problemCount).toEqual({ refused: 3, warning: 2 });
  expect(result).toMatchObject({ created: 2 });
  expect((await stored()).map(({ nameEn }) => nameEn)).toEqual(['=HYPERLINK("http://evil")', 'Bright']);
});

test('a row that may be a known supplier is skipped, fills empty fields or becomes a supplier of its own', async () => {
  const { call } = core;
  const known = await call.suppliers.create(
    buildSupplier({ nameEn: 'Hengda Metal', nameZh: '恒达金属', phone: '138 0000 1111', wechat: '', email: 'a@b.cn' }),
  );
  const csv = [
    'English name,Chinese name,Phone,WeChat,E-mail,Tags',
    'Hengda Hardware,,+86 13800001111,hengda88,other@x.cn,straws',
    '恒达金属,,,,,',
    'Newcomer,,13911112222,,,',
    'Newcomer Ltd,,13911112222,,,',
  ].join('\n');
  const { check, request } = await readSheet('again.csv', csv);
  expect(check).toMatchObject({ rowsRead: 4, newCount: 1, fresh: [{ row: 4 }] });
  expect(check.repeated).toMatchObject([
    { row: 2, known: { id: known.id, reasons: ['phone'] }, sameAsRow: null },
    { row: 3, known: { id: known.id, reasons: ['sameName'] } },
    { row: 5, known: null, sameAsRow: 4 },
  ]);
  const rows = [{ row: 3, choice: 'create' as const }];
  const result = await resultOf(await call.supplierImports.commit({ ...request, choices: { all: 'fill', rows } }));
  expect(result).toMatchObject({ created: 2, filled: 1, skipped: 1 });
  const after = await call.suppliers.get({ id: known.id });
  expect(after).toMatchObject({ nameEn: 'Hengda Metal', phone: '138 0000 1111', wechat: 'hengda88', email: 'a@b.cn' });
  expect(after.revision).toBeGreaterThan(known.revision);
  expect(await stored()).toHaveLength(3);
});

test('one undo takes an import back whole', async () => {
  const known = await core.call.suppliers.create(buildSupplier({ nameEn: 'Hengda Metal', wechat: '' }));
  const csv = 'Supplier,WeChat,Tags,Staff\nHengda Metal,hengda88,straws,40\nNewcomer,nc,,\n';
  const { result } = await importSheet('list.csv', csv, { all: 'fill', rows: [] });
  expect(await stored()).toHaveLength(2);
  await core.call.history.undo({ actionId: result.actionId });
  expect(await stored()).toMatchObject([{ id: known.id, wechat: '', tags: [] }]);
  expect((await core.call.supplierProfiles.get({ supplierId: known.id })).readings).toEqual([]);
});

test('without a column of names nothing is imported', async () => {
  const { request } = await readSheet('list.csv', 'Supplier,Phone\nAcme,1\n');
  const mapping = { ...request.mapping, columns: [{ index: 1, role: 'phone' as const }] };
  const commit = core.call.supplierImports.commit({ ...request, mapping, choices: SKIP });
  await expect(commit.then(resultOf)).rejects.toMatchObject({ code: 'REFUSED', data: { rule: 'noNameColumn' } });
  expect(await stored()).toEqual([]);
});
