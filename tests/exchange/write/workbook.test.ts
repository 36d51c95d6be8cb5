import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, readXlsx, type Sheet } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dateCell,
  instantCell,
  moneyCell,
  percentCell,
  quantityCell,
  textCell,
  unitPriceCell,
  type WorkbookCell,
  writeWorkbook,
} from '../../../electron/exchange/write/workbook.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hangjia-workbook-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function written(name: string, rows: readonly (readonly (WorkbookCell | null)[])[]): Promise<Sheet> {
  const file = join(dir, 'book.xlsx');
  await writeWorkbook([{ name, rows, columnWidths: [10], frozenRows: 2, frozenColumns: 1 }], file);
  const book = await readXlsx(await readFile(file), { readStyles: true });
  const sheet = book.sheets[0];
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  return sheet;
}

const shapeOf = (cell: Cell | undefined) => [cell?.type, cell?.value, cell?.style?.numFmt];

test('cells carry what they mean, with the decimals of their currency', async () => {
  const sheet = await written('Figures', [
    [
      moneyCell(-343_659, 'CNY'),
      moneyCell(1_234, 'JPY'),
      moneyCell(1_234_567, 'KWD'),
      unitPriceCell(37_500),
      quantityCell(12_345_000),
      quantityCell(5_000),
      percentCell(-507),
      dateCell('2026-02-28'),
      instantCell('2026-02-28T06:30:00.000Z'),
      textCell('0012'),
    ],
  ]);
  expect(Array.from({ length: 10 }, (_, column) => shapeOf(sheet.cells?.get(`0,${column}`)))).toEqual([
    ['number', -3436.59, '#,##0.00'],
    ['number', 1234, '#,##0'],
    ['number', 1234.567, '#,##0.000'],
    ['number', 0.0375, '#,##0.0000##'],
    ['number', 1234.5, '#,##0.####'],
    ['number', 0.5, '#,##0.####'],
    ['number', -0.0507, '0.00%'],
    ['date', new Date('2026-02-28T00:00:00Z'), 'yyyy-mm-dd'],
    ['date', new Date('2026-02-28T14:30:00Z'), 'yyyy-mm-dd hh:mm'],
    ['string', '0012', '@'],
  ]);
  expect(sheet.freezePane).toEqual({ rows: 2, columns: 1 });
});

test('text that looks like a formula is text', async () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(1)',
    '\t=1',
    '＝1+1',
    '=HYPERLINK("http://x","y")',
    '<f>1+1</f>',
    '&lt;',
  ];
  const sheet = await written('Hostile', [hostile.map((text) => textCell(text))]);
  hostile.forEach((text, column) => {
    const cell = sheet.cells?.get(`0,${column}`);
    expect(cell?.formula).toBeUndefined();
    expect([cell?.type, cell?.value]).toEqual(['string', text]);
  });
});

test('a name no sheet may have is made into one', async () => {
  const sheet = await written('Rates / 汇率: [a*b?] and a good deal more than Excel allows', []);
  expect(sheet.name).toBe('Rates 汇率 a b and a good deal mo');
});
