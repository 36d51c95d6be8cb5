import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluate, makeFolder } from './run.ts';

let dir: string;
beforeEach(async () => {
  dir = await makeFolder();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function have(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(dir, name), content);
  return name;
}

const WIDE = `Line,Description,Unit,Quantity,Alpha Ltd. unit price,Beta Co. unit price,Gamma Inc. unit price
1,Straw,pcs,1000,0.50,0.45,0.45
2,Brush,pcs,200,1.00,1.25,1.25
3,Box,pcs,10,20.00,20.00,
`;

test('incomplete suppliers never rank, and ties go to the first by name', async () => {
  const { status, json, out } = await evaluate(dir, [await have('straws.csv', WIDE)]);
  expect(status).toBe(0);
  expect(json).toEqual({
    currency: 'USD',
    lines: 3,
    lowest: 'Alpha Ltd.',
    estimate: null,
    suppliers: [
      { name: 'Alpha Ltd.', total: '900.00', complete: true, rank: 1 },
      { name: 'Beta Co.', total: '900.00', complete: true, rank: 1 },
      { name: 'Gamma Inc.', total: '700.00', complete: false, rank: null },
    ],
    problems: [],
  });
  expect(out).toContain('–  700.00 USD  Gamma Inc. (Incomplete; 1 item has no price; Lines: 3)\n');
  expect(out).toContain('Alpha Ltd. and Beta Co. share the lowest of 2 comparable totals: 900.00\u00a0USD.');
});

test('what cannot be taken is named with row and column, and the rest counts', async () => {
  const sheet = WIDE.replace('2,Brush,pcs,200,1.00,1.25', '2,Brush,pcs,200,12O,-1.25');
  const { status, json, err } = await evaluate(dir, [await have('straws.csv', sheet)]);
  expect(status).toBe(2);
  expect(json?.problems).toEqual([
    { row: 3, column: 'E', message: '“12O” is not a number' },
    { row: 3, column: 'F', message: 'the price “-1.25” is negative' },
  ]);
  expect(err).toContain('row 3, column E: “12O” is not a number\nrow 3, column F: the price “-1.25” is negative\n');
  expect(json?.lowest).toBeNull();
  expect(json?.suppliers.map(({ complete, rank }) => [complete, rank])).toEqual([
    [false, null],
    [false, null],
    [false, null],
  ]);
});

/** "供应商,品名,数量,单价,起订量,含税,运费" and four rows, as Excel in China saves them: GBK without a mark. */
const GBK_SHEET = [
  'b9a9d3a6c9cc2cc6b7c3fb2ccafdc1bf2cb5a5bcdb2cc6f0b6a9c1bf2cbaaccbb02cd4cbb7d10a',
  'bdd2d1f4bae3d0c52ccefcb9dc2c3230303030302c302e38352c313030302ccac72cb0fcd3ca0a',
  'bdd2d1f4bae3d0c52cc7e5bde0cba22c353030302c312e352c3530302ccac72cb0fcd3ca0a',
  'd2e5cedab5c2c8aa2ccefcb9dc2c3230303030302c302e38302c313030302ccac72cb0fcd3ca0a',
  'd2e5cedab5c2c8aa2cc7e5bde0cba22c353030302c312e362c3530302ccac72cb0fcd3ca0a',
].join('');

test('a GBK sheet with Chinese headers is taken in yuan, and spoken of in Chinese', async () => {
  const { status, json, out, err } = await evaluate(dir, [
    await have('报价.csv', Buffer.from(GBK_SHEET, 'hex')),
    '--lang',
    'zh',
  ]);
  expect(err).toContain('表中未写币种，价格按 CNY 计。');
  expect(status).toBe(0);
  expect(json).toMatchObject({ currency: 'CNY', lines: 2, problems: [] });
  expect(json?.suppliers.map(({ total, rank }) => [total, rank])).toEqual([
    ['168000.00', 1],
    ['177500.00', 2],
  ]);
  expect(json?.suppliers.every(({ name }) => /^\p{Script=Han}+$/u.test(name))).toBe(true);
  expect(out).toMatch(/^在 2 个可比总价中，/);
});

const TWO_CURRENCIES = `Supplier,Item,Quantity,Unit price,Currency
Alpha,Straw,1000,0.10,USD
Beta,Straw,1000,0.70,CNY
Delta,Straw,1000,0.72,CNY
`;

test('quotes in several currencies are compared at dated rates, in the currency asked for', async () => {
  const sheet = await have('mixed.csv', TWO_CURRENCIES);
  const rates = await have(
    'rates.csv',
    '\uFEFF基准币种,目标币种,汇率,日期,来源\nUSD,CNY,7.0000,2026-02-27,中国银行\nUSD,CNY,9.0000,2026-03-20,明天的\n',
  );
  const inYuan = await evaluate(dir, [sheet, '--rates', rates]);
  expect(inYuan.status).toBe(0);
  expect(inYuan.json?.currency).toBe('CNY');
  expect(inYuan.json?.suppliers.map(({ name, total, rank }) => [name, total, rank])).toEqual([
    ['Alpha', '700.00', 1],
    ['Beta', '700.00', 1],
    ['Delta', '720.00', 3],
  ]);
  const inDollars = await evaluate(dir, [sheet, '--rates', rates, '--currency', 'usd']);
  expect(inDollars.json?.suppliers.map(({ name, total }) => [name, total])).toEqual([
    ['Alpha', '100.00'],
    ['Beta', '100.00'],
    ['Delta', '102.86'],
  ]);
  const json = await have('rates.json', JSON.stringify([{ base: 'USD', quote: 'CNY', rate: 7, date: '2026-02-27' }]));
  const fromJson = await evaluate(dir, [sheet, '--rates', json]);
  expect(fromJson.json).toEqual(inYuan.json);
});

test('a quote that no rate converts is a problem and takes no rank', async () => {
  const { status, json, err } = await evaluate(dir, [await have('mixed.csv', TWO_CURRENCIES)]);
  expect(status).toBe(2);
  expect(json?.currency).toBe('CNY');
  expect(json?.lowest).toBe('Beta');
  expect(json?.suppliers.at(-1)).toEqual({ name: 'Alpha', total: null, complete: true, rank: null });
  expect(json?.problems).toEqual([{ row: null, column: null, message: 'No exchange rate from USD to CNY' }]);
  expect(err).toContain('No exchange rate from USD to CNY\n');
});

test('a column named as our own estimate is no supplier', async () => {
  const sheet = await have('estimate.csv', WIDE.replace('Beta Co. unit price', "Engineer's Estimate unit price"));
  const { json } = await evaluate(dir, [sheet, '--currency', 'USD']);
  expect(json?.estimate).toEqual({ name: "Engineer's Estimate", total: '900.00' });
  expect(json?.suppliers.map(({ name }) => name)).toEqual(['Alpha Ltd.', 'Gamma Inc.']);
});

test.each([
  ['no sheet', [], 'Name the sheet to evaluate.'],
  ['two sheets', ['a.csv', 'b.csv'], 'Only one sheet is evaluated at a time'],
  ['an unknown option', ['a.csv', '--fast'], "Unknown option '--fast'"],
  ['an unknown language', ['a.csv', '--lang', 'fr'], '--lang takes en, zh, both, not "fr".'],
  ['no currency code', ['a.csv', '--currency', 'dollars'], '--currency needs a currency code'],
  ['a result over the sheet', ['a.csv', '--out', './a.csv'], 'which is only read.'],
  ['a missing file', ['missing.csv'], 'There is no file'],
  ['a folder', ['.'], 'is not a file.'],
])('%s is refused with a sentence', async (_, args, sentence) => {
  const { status, err, json } = await evaluate(dir, args);
  expect(status).toBe(1);
  expect(err).toContain(sentence);
  expect(json).toBeNull();
});

test('a sheet without prices, an empty one and a binary one are unusable', async () => {
  for (const [name, content] of [
    ['words.csv', 'Item,Remark\nStraw,nice\n'],
    ['empty.csv', ''],
    ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8])],
  ] as const) {
    const { status, err } = await evaluate(dir, [await have(name, content)]);
    expect(err.trim()).not.toBe('');
    expect(status).toBe(1);
  }
});

test('a row of the rates that cannot be read is named', async () => {
  const sheet = await have('mixed.csv', TWO_CURRENCIES);
  const rates = await have('rates.csv', 'base,quote,rate,date,source\nUSD,CNY,seven,2026-02-27,bank\n');
  const { status, err } = await evaluate(dir, [sheet, '--rates', rates]);
  expect(status).toBe(1);
  expect(err).toContain('rates.csv, row 2, column C: “seven” is not a rate above zero.');
});

test('without a browser the result is written all the same, and the report is said to be missing', async () => {
  const { status, json, err } = await evaluate(dir, [await have('straws.csv', WIDE), '--out', 'report.pdf'], {
    env: {},
    platform: 'freebsd',
  });
  expect(status).toBe(1);
  expect(json?.lowest).toBe('Alpha Ltd.');
  expect(err).toContain('no Chromium, Chrome or Edge was found');
  expect(await readdir(dir)).toEqual(expect.arrayContaining(['result.json']));
  expect(await readdir(dir)).not.toContain('report.pdf');
});

test('an interrupted run writes nothing, leaves nothing, and the sheet as it was', async () => {
  const sheet = await have('straws.csv', WIDE);
  const before = await leftovers();
  const interrupt = new AbortController();
  const { status, json } = await evaluate(dir, [sheet], {
    signal: interrupt.signal,
    terminal: { out: () => undefined, err: () => interrupt.abort(), isLive: false },
  });
  expect(status).toBe(130);
  expect(json).toBeNull();
  expect(await readFile(join(dir, sheet), 'utf8')).toBe(WIDE);
  expect(await readdir(dir)).toEqual([sheet]);
  expect(await leftovers()).toEqual(before);
});

async function leftovers(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => /^hangjia-evaluate-(?!test)/.test(name)).sort();
}
