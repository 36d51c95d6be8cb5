import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Download, ReportSummary } from '../../../shared/contract/reports.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { buildLine, buildProject, buildQuote, buildRate, buildSupplier, haveItems } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

interface Tendered {
  readonly projectId: Id;
  readonly quoteIds: readonly Id[];
}

/** Two items, three suppliers: one in USD, one that leaves an item open, one with a hostile name. */
async function haveTender(names: readonly [string, string, string] = ['Alpha', 'Beta', '=1+1']): Promise<Tendered> {
  const { call } = core;
  await call.exchangeRates.create(buildRate({ rate: '7.0000', effectiveDate: '2026-03-01' }));
  const project = await call.projects.create(buildProject({ nameEn: '-Straws', budgetMinor: null }));
  const items = await haveItems(call, project, [
    { lineNo: '1', nameEn: '+Straight straw', quantity: 100_000_000, estimateUnitPrice: 900_000 },
    { lineNo: '2', nameEn: 'Brush', quantity: 1_000_000, estimateUnitPrice: 1_000_000 },
  ]);
  const prices: readonly (readonly [string, number, number | null])[] = [
    ['CNY', 850_000, 1_100_000],
    ['USD', 120_000, 150_000],
    ['CNY', 100_000, null],
  ];
  const quoteIds: Id[] = [];
  for (const [index, [currency, first, second]] of prices.entries()) {
    const supplier = await call.suppliers.create(buildSupplier({ nameEn: names[index] ?? '', nameZh: '' }));
    const quote = await call.quotes.create({
      projectId: project.id,
      supplierId: supplier.id,
      fields: buildQuote({ currency }),
      lines: [first, second].flatMap((unitPrice, at) => {
        const item = items[at];
        return item === undefined || unitPrice === null ? [] : [buildLine(item.id, { unitPrice })];
      }),
    });
    quoteIds.push(quote.id);
  }
  return { projectId: project.id, quoteIds };
}

async function exported(
  report: ReportSummary,
  format: 'xlsx' | 'csv' | 'pdf',
  language: 'en' | 'zh' | 'both' = 'en',
): Promise<{ download: Download; bytes: Buffer }> {
  for await (const event of await core.call.reports.exportFile({ id: report.id, format, language })) {
    if (event.kind !== 'result') continue;
    const file = core.state.downloads.find(event.result.url.split('/').at(-1) ?? '')?.file;
    if (file === undefined) throw new Error('the file is gone');
    return { download: event.result, bytes: await readFile(file) };
  }
  throw new Error('no result');
}

const temporaryFiles = () => readdir(join(core.root, 'app-data', 'tmp')).catch(() => []);

test('a frozen report prints again equal to the cent, whatever changes afterwards', async () => {
  const { projectId, quoteIds } = await haveTender();
  const report = await core.call.reports.create({ projectId, language: 'en' });
  const before = { stored: await core.call.reports.get({ id: report.id }), csv: (await exported(report, 'csv')).bytes };
  const [quoteId = ''] = quoteIds;
  const { quote, lines } = await core.call.quotes.get({ id: quoteId });
  await core.call.quotes.saveLines({
    id: quoteId,
    revision: quote.revision,
    lines: lines.map((line) => ({ ...line, unitPrice: 10_000 })),
  });
  await core.call.exchangeRates.create(buildRate({ rate: '9.0000', effectiveDate: '2026-03-02' }));
  core.clock.set('2027-01-01T00:00:00.000Z');
  expect(await core.call.reports.get({ id: report.id })).toEqual(before.stored);
  expect((await exported(report, 'csv')).bytes).toEqual(before.csv);
  const next = await core.call.reports.create({ projectId, language: 'en' });
  expect(next.number).toBe(2);
  expect((await exported(next, 'csv')).bytes).not.toEqual(before.csv);
});

test('a stored report that was altered is told apart, in its spreadsheet too', async () => {
  const { projectId } = await haveTender();
  const report = await core.call.reports.create({ projectId, language: 'en' });
  expect((await core.call.reports.get({ id: report.id })).intact).toBe(true);
  alterOutside((payload) => payload.replace('"createdBy":"tester"', '"createdBy":"nobody"'));
  expect((await core.call.reports.get({ id: report.id })).intact).toBe(false);
  const { bytes } = await exported(report, 'xlsx');
  const book = await readXlsx(bytes, { sheets: [0] });
  expect(book.sheets[0]?.rows.flat()).toContain(
    'Warning: this stored report was changed after it was frozen. Do not rely on it.',
  );
});

test('the workbook has typed cells, frozen heads and no formula', async () => {
  const { projectId } = await haveTender();
  const report = await core.call.reports.create({ projectId, language: 'both' });
  const { bytes, download } = await exported(report, 'xlsx', 'both');
  expect(download.fileName).toBe('-Straws - Supplier evaluation report 1.xlsx');
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual([
    'Summary 摘要',
    'Comparison 对比',
    'Cost ledger 费用清单',
    'Ranking 排名',
    'Rates and assumptions 汇率与前提',
    'Excluded 未参与排名',
  ]);
  for (const sheet of sheets) {
    expect(sheet.freezePane?.rows).toBeGreaterThan(0);
    for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
  }
  const matrix = sheets[1];
  expect(matrix?.freezePane).toEqual({ rows: 2, columns: 2 });
  expect(matrix?.rows[0]?.filter((value) => value !== null)).toEqual(expect.arrayContaining(['Beta', 'Alpha', '=1+1']));
  // Beta: 10,000 × 0.12 USD at 7 = 8,400 CNY, which is the lower of the two that are complete.
  const first = (column: number) => matrix?.cells?.get(`2,${column}`);
  expect([first(1)?.type, first(1)?.value]).toEqual(['string', '+Straight straw / 直吸管 6 mm']);
  expect([first(4)?.type, first(4)?.value, first(4)?.style?.numFmt]).toEqual(['number', 10_000, '#,##0']);
  expect([first(6)?.type, first(6)?.value, first(6)?.style?.numFmt]).toEqual(['number', 0.12, '#,##0.0000##']);
  expect([first(7)?.type, first(7)?.value]).toEqual(['number', 8_400]);
  const labelled = (label: string) => matrix?.rows.find((row) => row[1] === label);
  expect(labelled('Total / 总价')?.filter((value) => typeof value === 'number')).toEqual([9_100, 8_505, 8_610, 1_000]);
  expect(labelled('To our estimate / 与估价之差')?.[7]).toBe(-595);
  expect(labelled('Valid until / 有效期至')?.[7]).toEqual(new Date('2026-03-31T00:00:00Z'));
  const rates = sheets[4]?.rows ?? [];
  expect(rates[1]?.slice(0, 4)).toEqual(['USD/CNY', 7, new Date('2026-03-01T00:00:00Z'), 'Bank of China, middle rate']);
  expect(sheets[5]?.rows[1]).toEqual([
    '=1+1',
    'Incomplete / 不完整',
    '1 item has no price; Lines: 2 / 有 1 项未报价；序号：2',
  ]);
});

test('the CSV holds the matrix with negative figures as figures, and no formula', async () => {
  const { projectId } = await haveTender(['Alpha', '@Beta', '=1+1']);
  const report = await core.call.reports.create({ projectId, language: 'zh' });
  const { bytes, download } = await exported(report, 'csv', 'zh');
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(download.fileName).toBe('金属吸管 - 供应商评审报告 1.csv');
  const rows: string[][] = parse(bytes, { bom: true });
  expect(rows[0]?.slice(5, 9)).toEqual([
    '我方估价 (CNY)',
    "'@Beta 单价 (USD)",
    "'@Beta 金额 (CNY)",
    'Alpha 单价 (CNY)',
  ]);
  expect(rows[0]?.[10]).toBe("'=1+1 单价 (CNY)");
  expect(rows[1]?.slice(0, 6)).toEqual(['1', '直吸管 6 mm', '304 stainless, 215 mm', 'pcs', '10000', '9000.00']);
  expect(rows[1]?.slice(6, 10)).toEqual(['0.12', '8400.00', '0.85', '8500.00']);
  expect(rows.find((row) => row[1] === '与估价之差')?.slice(7, 10)).toEqual(['-595.00', '', '-490.00']);
});

test('a PDF needs a browser; with one it is the page of the frozen report', async () => {
  const { projectId } = await haveTender();
  const report = await core.call.reports.create({ projectId, language: 'en' });
  await expect(exported(report, 'pdf')).rejects.toMatchObject({ code: 'NO_PDF' });
  const printed: string[] = [];
  core.state.host = {
    ...core.state.host,
    renderPdf: async (path) => {
      printed.push(path);
      return Buffer.from('%PDF-1.7');
    },
  };
  const { bytes, download } = await exported(report, 'pdf', 'both');
  expect(printed).toEqual([`/print/reports/${report.id}?language=both&paper=A4`]);
  expect(bytes.toString()).toBe('%PDF-1.7');
  expect(download).toMatchObject({ byteSize: 8, fileName: '-Straws - Supplier evaluation report 1.pdf' });
});

test('a cancelled or failed export leaves no file', async () => {
  const { projectId } = await haveTender();
  const report = await core.call.reports.create({ projectId, language: 'en' });
  const cancel = new AbortController();
  core.state.host = {
    ...core.state.host,
    renderPdf: async (_, { signal }) => {
      cancel.abort();
      signal.throwIfAborted();
      return new Uint8Array();
    },
  };
  const request = { id: report.id, format: 'pdf' as const, language: 'en' as const };
  const consume = async (signal?: AbortSignal) => {
    for await (const _ of await core.call.reports.exportFile(request, { signal }));
  };
  await expect(consume(cancel.signal)).rejects.toThrow();
  expect(await temporaryFiles()).toEqual([]);
  core.state.host = { ...core.state.host, renderPdf: () => Promise.reject(new Error('the page crashed')) };
  await expect(consume()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(await temporaryFiles()).toEqual([]);
});

test('a workbook is written beside the program: it says how far it is, and a cancel leaves no file', async () => {
  const { projectId } = await haveTender();
  const report = await core.call.reports.create({ projectId, language: 'en' });
  const request = { id: report.id, format: 'xlsx', language: 'en' } as const;
  const before = await temporaryFiles();
  const cancel = new AbortController();
  const consume = async () => {
    for await (const event of await core.call.reports.exportFile(request, { signal: cancel.signal })) {
      if (event.kind === 'progress' && event.total !== null) cancel.abort(new Error('enough'));
    }
  };
  await expect(consume()).rejects.toThrow();
  expect(await temporaryFiles()).toEqual(before);
});

test('a deleted report is gone and comes back by undo, and the next gets the next number', async () => {
  const { projectId } = await haveTender();
  const first = await core.call.reports.create({ projectId, language: 'en' });
  await core.call.reports.remove({ id: first.id });
  expect(await core.call.reports.list({ projectId })).toEqual([]);
  await expect(core.call.reports.get({ id: first.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await core.call.history.undo({});
  const second = await core.call.reports.create({ projectId, language: 'zh' });
  expect((await core.call.reports.list({ projectId })).map(({ number }) => number)).toEqual([2, 1]);
  expect(second.number).toBe(2);
  expect((await core.call.reports.get({ id: first.id })).intact).toBe(true);
});

/** What somebody does to the file with a tool of his own: around the history, too. */
function alterOutside(change: (payload: string) => string): void {
  const sqlite = new BetterSqlite3(join(core.dir, 'workspace.db'));
  const triggers = sqlite.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`);
  const row = sqlite.prepare<[], { payload: string }>('SELECT payload FROM report_snapshots').get();
  sqlite.prepare('UPDATE report_snapshots SET payload = ?').run(change(row?.payload ?? ''));
  sqlite.close();
}
