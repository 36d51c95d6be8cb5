import { describe, expect, it } from 'vitest';
import { readSheetContent } from '../../../electron/exchange/read/read-sheet.ts';
import { findTable } from '../../../shared/domain/imports/find-table.ts';
import { guessMapping } from '../../../shared/domain/imports/guess-mapping.ts';
import { readRows } from '../../../shared/domain/imports/read-rows.ts';
import type { ImportedTable } from '../../../shared/domain/imports/types.ts';
import { encodeChinese, utf16 } from './files.ts';

const ROWS = [
  ['供应商', '品名', '单位', '数量', '单价', '起订量', '含税', '运费'],
  ['宏达五金', '金属吸管', '支', '1000', '0.85', '500', '是', '包邮'],
  ['永利制品', '清洁刷', '个', '200', '1.25', '100', '否', '12.5'],
];
const TABLE = ROWS.map((row) => row.join(',')).join('\n');
const TRADITIONAL = '供應商,品名,單位,數量,單價\n宏達五金,金屬吸管,支,1000,0.85\n永利製品,清潔刷,個,200,1.25\n';

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  return (await readSheetContent(bytes)).grid.rows;
}

async function tableOf(text: string): Promise<ImportedTable> {
  const { grid } = await readSheetContent(Buffer.from(text));
  return readRows(grid, guessMapping(grid, findTable(grid)).mapping);
}

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE), 'utf-8', 'valid'],
    ['UTF-8 with mark', Buffer.from(`\ufeff${TABLE}`), 'utf-8', 'mark'],
    ['GBK', encodeChinese(TABLE, 'gb18030'), 'gb18030', 'guess'],
    ['UTF-16LE with mark', utf16(TABLE, 'le', true), 'utf-16le', 'mark'],
    ['UTF-16BE with mark', utf16(TABLE, 'be', true), 'utf-16be', 'mark'],
    ['UTF-16LE without mark', utf16(TABLE, 'le', false), 'utf-16le', 'valid'],
    ['UTF-16BE without mark', utf16(TABLE, 'be', false), 'utf-16be', 'valid'],
  ])('%s', async (_, bytes, name, certainty) => {
    const content = await readSheetContent(bytes);
    expect(content.grid.rows).toEqual(ROWS);
    expect(content.encoding).toEqual({ name, certainty });
  });

  it('four-byte GB18030', async () => {
    const rare = Buffer.from([0x95, 0x32, 0x82, 0x36]);
    const rows = await rowsOf(Buffer.concat([encodeChinese('品名,单价\n', 'gb18030'), rare, Buffer.from(',1\n')]));
    expect(rows).toEqual([
      ['品名', '单价'],
      ['𠀀', '1'],
    ]);
  });

  it('Big5 is told from GB18030, though both are valid', async () => {
    const content = await readSheetContent(encodeChinese(TRADITIONAL, 'big5'));
    expect(content.grid.rows[0]).toEqual(['供應商', '品名', '單位', '數量', '單價']);
    expect(content.encoding).toEqual({ name: 'big5', certainty: 'guess' });
  });

  it('a chosen encoding is taken, strictly', async () => {
    const bytes = encodeChinese(TABLE, 'gb18030');
    expect((await readSheetContent(bytes, { encoding: 'gb18030' })).encoding?.certainty).toBe('chosen');
    await expect(readSheetContent(bytes, { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'badEncoding',
      data: { detail: 'utf-8' },
    });
  });

  it('bytes valid in no encoding are refused, never shown as mojibake', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0xff, 0x20, 0xc3]), Buffer.from('\n')]);
    await expect(readSheetContent(bytes)).rejects.toMatchObject({ code: 'badEncoding' });
  });
});

describe('shapes', () => {
  const cells = [
    ['a', 'b', 'c'],
    ['1', 'x, y', '3'],
  ];
  it.each([
    ['comma', 'a,b,c\n1,"x, y",3\n', cells],
    ['semicolon', 'a;b;c\n1;x, y;3\n', cells],
    ['tab', 'a\tb\tc\n1\tx, y\t3\n', cells],
    ['bar', 'a|b|c\n1|x, y|3\n', cells],
    ['sep= line', 'sep=;\na;b;c\n1;x, y;3\n', [[], ...cells]],
    ['CRLF', 'a,b,c\r\n1,"x, y",3\r\n', cells],
    ['CR', 'a,b,c\r1,"x, y",3\r', cells],
    ['mixed line ends', 'a,b,c\r\n1,"x, y",3\n4,5,6\r7,8,9', [...cells, ['4', '5', '6'], ['7', '8', '9']]],
    [
      'line break in a cell',
      'a,b,c\n1,"x\ny",3\n',
      [
        ['a', 'b', 'c'],
        ['1', 'x\ny', '3'],
      ],
    ],
    [
      'doubled quotes',
      'a,b,c\n1,"say ""x""",3\n',
      [
        ['a', 'b', 'c'],
        ['1', 'say "x"', '3'],
      ],
    ],
    [
      'inch marks in plain cells',
      'a,b,c\n1,5" pipe,3\n2,"x, y",6" pipe\n',
      [
        ['a', 'b', 'c'],
        ['1', '5" pipe', '3'],
        ['2', 'x, y', '6" pipe'],
      ],
    ],
    [
      'texts that keep their zeros',
      'a,b,c\n="0012","=""01""",3\n',
      [
        ['a', 'b', 'c'],
        ['0012', '01', '3'],
      ],
    ],
    ['trailing empty column', 'a,b,c,\n1,"x, y",3,\n', cells],
    ['blank rows keep their number', 'a,b,c\n\n,,\n1,"x, y",3\n', [['a', 'b', 'c'], [], [], ['1', 'x, y', '3']]],
    ['ragged rows', 'a,b,c\n1\n1,2,3,4\n', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
    [
      'decimal commas between semicolons',
      'a;b;c\nx;1,5;2,5\ny;3,5;4,5\n',
      [
        ['a', 'b', 'c'],
        ['x', '1,5', '2,5'],
        ['y', '3,5', '4,5'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await rowsOf(Buffer.from(text))).toEqual(expected);
  });

  it.each([
    ['never closed', 'a,b\n1,2\n3,"x\n5,6\n', 3],
    ['closed by a later quote', 'a,b\n1,"x\n3,4\n5,"y",7\n', 2],
    ['closed by a later quote beside an inch mark', 'a,b\n1,5" pipe\n2,"x\n3,4\n5,"y"\n', 3],
    ['text behind the closing quote', 'a,b\n1,"x" y\n', 2],
  ])('an open quote is reported with its row: %s', async (_, text, row) => {
    await expect(readSheetContent(Buffer.from(text))).rejects.toMatchObject({ code: 'openQuote', data: { row } });
  });

  it.each([
    ['empty', Buffer.alloc(0), 'empty'],
    ['binary', Buffer.from([1, 0, 2, 0, 0, 0, 3, 9, 9, 0]), 'unsupportedFormat'],
    ['web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'unsupportedFormat'],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(readSheetContent(bytes)).rejects.toMatchObject({ code });
  });

  it('limits are named', async () => {
    const limits = { fileBytes: 1_000, unpackedBytes: 1, parts: 1, rows: 3, columns: 3, cells: 5, cellLength: 10 };
    const read = (text: string): Promise<unknown> => readSheetContent(Buffer.from(text), { limits });
    await expect(read('a\nb\nc\nd\n')).rejects.toMatchObject({ code: 'tooManyRows', data: { limit: 3, row: 4 } });
    await expect(read('a,b,c,d\n')).rejects.toMatchObject({ code: 'tooManyColumns', data: { limit: 3, row: 1 } });
    await expect(read('a,b,c\nd,e,f\n')).rejects.toMatchObject({ code: 'tooManyCells', data: { limit: 5, row: 2 } });
    await expect(read('a\nabcdefghijk\n')).rejects.toMatchObject({ code: 'tooLarge', data: { limit: 10, row: 2 } });
    await expect(read('a'.repeat(1_001))).rejects.toMatchObject({ code: 'tooLarge', data: { limit: 1_000 } });
  });
});

describe('figures of a CSV', () => {
  const head = 'Line;Description;Unit;Quantity;ACME unit price;BETA unit price\n';
  const prices = (table: ImportedTable): number[][] =>
    table.quotes.map((quote) => quote.lines.map((line) => line.unitPrice));

  it('1.234,56 is read by the evidence of its column', async () => {
    const table = await tableOf(`${head}1;Rohr;m;1.500;1.234,56;1.300\n2;Ventil;pcs;12;45,5;1.020,75\n`);
    expect(table.items.map((item) => item.quantity)).toEqual([15_000_000, 120_000]);
    expect(prices(table)).toEqual([
      [1_234_560_000, 45_500_000],
      [1_300_000_000, 1_020_750_000],
    ]);
    expect(table.problems).toEqual([]);
  });

  it('full-width digits and marks', async () => {
    const table = await tableOf('品名,单位,数量,宏达 单价\n吸管,件,"１，０００",１．２５\n刷子,件,２０,￥２．５０\n');
    expect(table.items.map((item) => item.quantity)).toEqual([10_000_000, 200_000]);
    expect(prices(table)).toEqual([[1_250_000, 2_500_000]]);
  });

  it('a row that cannot be taken is named, the others are taken', async () => {
    const table = await tableOf(`${head}1;Rohr;m;15;1,5;abc\n2;Ventil;pcs;zwei;45,5;1,5\n3;Knie;pcs;5;2,5;3,5\n`);
    expect(table.problems.map(({ severity, row, column, code }) => ({ severity, row, column, code }))).toEqual([
      { severity: 'refused', row: 2, column: 'F', code: 'notANumber' },
      { severity: 'refused', row: 3, column: 'D', code: 'notANumber' },
    ]);
    expect(prices(table)).toEqual([[1_500_000, 2_500_000], [3_500_000]]);
    expect([table.rowsRead, table.rowsTaken]).toEqual([3, 2]);
  });
});
