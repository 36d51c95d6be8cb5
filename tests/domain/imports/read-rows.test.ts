import { describe, expect, it } from 'vitest';
import { drawSheet, gridOf, pricesOf, problemsOf, readDrawn } from './sheets.ts';

const LONG = '| Supplier | Line | Description | Unit | Quantity | Unit price | Line total |';
const long = (...rows: string[]) => drawSheet([LONG, ...rows].join('\n'));

describe('rows that cannot be taken', () => {
  it('are named with row, cell, title, reason and what stood there', () => {
    const { table } = readDrawn(
      long(
        '| ACME | 1 | Foo | EA | 10 | 1.5 | 15 |',
        '|  | 2 | Bar | EA | 10 | 1.5 | 15 |',
        '| ACME | 3 |  | EA | 10 | 1.5 | 15 |',
        '| ACME | 4 | Nil | EA | 0 | 1.5 | 0 |',
        '| ACME | 5 | Minus | EA | -3 | 1.5 | 0 |',
        '| ACME | 6 | Ten | EA | ten | 1.5 | 15 |',
        '| ACME | 7 | Neg | EA | 10 | (1.50) | 15 |',
        '| ACME | 8 | Bad | EA | 10 | 1.5x2 | 15 |',
        '| ACME | 9 | Range | EA | 10 | 1.5-2 | 15 |',
        '| ACME | 10 | Typed | EA | 10 | 0.1234567 | 1.23 |',
        '| ACME | 11 | Huge | EA | 10 | 99999999999 | |',
        '| ACME | 1 | Foo | EA | 10 | 1.6 | 16 |',
        '| BETA | 1 | foo  | ea | 10.0 | 1.7 | 17 |',
      ),
    );
    expect(problemsOf(table)).toEqual([
      'refused A3 missingSupplier',
      'refused C4 missingItem',
      'refused E5 quantityNotPositive',
      'refused E6 quantityNotPositive',
      'refused E7 notANumber',
      'refused F8 negativePrice',
      'refused F9 notANumber',
      'refused F10 notANumber',
      'refused F11 tooManyDecimals',
      'refused F12 numberTooLarge',
      'refused 13 duplicateLine',
    ]);
    expect(table.problems[8]).toEqual({
      severity: 'refused',
      row: 11,
      column: 'F',
      header: 'Unit price',
      code: 'tooManyDecimals',
      data: { text: '0.1234567', places: 6 },
    });
    expect(table.problems[10]?.data).toEqual({ firstRow: 2, supplier: 'ACME' });
    expect(pricesOf(table)).toEqual({ ACME: [1_500_000], BETA: [1_700_000] });
    // BETA's row spells the item differently but means the same
    expect(table.quotes[1]?.lines[0]?.itemKey).toBe(table.quotes[0]?.lines[0]?.itemKey);
    expect([table.rowsRead, table.rowsTaken]).toEqual([13, 2]);
  });

  it('warnings leave the row in', () => {
    const { table } = readDrawn(
      long(
        '| ACME | 1 | Foo | blorp | 10 | 1.5 | 15.01 |',
        '| ACME | 2 | Bar | blorp | 3 | 11.0619469026549 | 33.19 |',
        '| ACME | 2 | Baz | 件 | | 2 | |',
        '| ACME | 4 | Free | EA | 1 | 0 | 0 |',
        '| ACME | 5 | Sum | EA | 8 | | 10 |',
        '| ACME | 6 | Sum | EA | 3 | | 10 |',
        '| ACME | 7 | Ask | EA | 8 | N/A | |',
        '| ACME | 8 | Later | EA | 8 | - | |',
        '| ACME | 9 | Blank | EA | 8 | | |',
      ),
    );
    expect(problemsOf(table)).toEqual([
      'warning D2 unknownUnit',
      'warning G2 totalMismatch',
      'warning F3 roundedDecimals',
      'warning E4 missingQuantity',
      'warning B4 repeatedLineNumber',
      'warning F5 zeroPrice',
      'warning G6 priceFromTotal',
      'refused G7 priceNotDerivable',
      'warning F8 noPriceGiven',
    ]);
    expect(table.problems[1]?.data).toEqual({ expected: '15.00', stated: '15.01' });
    expect(table.problems[2]?.data).toEqual({ text: '11.0619469026549', places: 6, taken: '11.061947' });
    expect(pricesOf(table)).toEqual({ ACME: [1_500_000, 11_061_947, 2_000_000, 0, 1_250_000] });
    expect(table.quotes[0]?.declined.map(({ text }) => text)).toEqual(['N/A', '-']);
    // an empty price is no quote and no problem, but the item is there
    expect(table.items.map((item) => item.nameEn)).toContain('Blank');
  });

  it('a second column for the same supplier is refused, not merged', () => {
    const { table } = readDrawn(
      drawSheet(`
      | Line | Description | Unit | Quantity | ACME unit price | Acme  unit price |
      | 1 | A | EA | 12 | 1.5 | 1.7 |`),
    );
    expect(problemsOf(table)).toEqual(['refused F repeatedSupplier']);
    expect(pricesOf(table)).toEqual({ ACME: [1_500_000] });
  });

  it('a price column given to nobody goes by its title', () => {
    const grid = drawSheet(`
      | Line | Description | Unit | Quantity | ACME unit price | Rebid |
      | 1 | A | EA | 12 | 1.5 | 1.7 |`);
    const { table } = readDrawn(grid, (mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) => (column.index === 5 ? { ...column, role: 'unitPrice' } : column)),
    }));
    expect(pricesOf(table)).toEqual({ ACME: [1_500_000], Rebid: [1_700_000] });
  });

  it('figures under an empty title are not lost silently', () => {
    const { table } = readDrawn(
      drawSheet(`
      | Line | Description | Unit | Quantity | ACME unit price | | |
      | 1 | A | EA | 12 | 1.5 | 7 | |`),
    );
    expect(problemsOf(table)).toEqual(['warning F2 unnamedColumn']);
  });
});

describe('duplicates', () => {
  const grid = long(
    '| ACME | 1 | Foo | EA | 10 | 1 | |',
    '| ACME | 1 | Foo | EA | 10 | 2 | |',
    '| BETA | 1 | Foo | EA | 10 | 3 | |',
    '| BETA | 1 | Foo | EA | 10 | 4 | |',
    '| ACME | 1 | Foo | EA | 10 | 5 | |',
  );

  it('separate: each repetition is a further item, the same one for all suppliers', () => {
    const { table } = readDrawn(grid, undefined, { duplicates: 'separate' });
    expect(problemsOf(table)).toEqual(['warning 3 separateLine', 'warning 5 separateLine', 'warning 6 separateLine']);
    expect(table.quotes.map((quote) => quote.lines.map((line) => [line.itemKey, line.unitPrice]))).toEqual([
      [
        ['item1', 1_000_000],
        ['item2', 2_000_000],
        ['item3', 5_000_000],
      ],
      [
        ['item1', 3_000_000],
        ['item2', 4_000_000],
      ],
    ]);
  });

  it('the rule may stand in the mapping', () => {
    const { table } = readDrawn(grid, (mapping) => ({
      ...mapping,
      defaults: { ...mapping.defaults, duplicates: 'separate' },
    }));
    expect(table.items).toHaveLength(3);
  });

  it('in a wide sheet a repeated row is refused as a whole', () => {
    const { table } = readDrawn(
      drawSheet(`
      | Line | Description | Unit | Quantity | ACME unit price | BETA unit price |
      | 1 | A | EA | 12 | 1.5 | 2 |
      | 1 | A | EA | 12 | 1.6 | |`),
    );
    expect(problemsOf(table)).toEqual(['refused 3 duplicateItem']);
    expect(pricesOf(table)).toEqual({ ACME: [1_500_000], BETA: [2_000_000] });
  });
});

describe('what makes a wrong winner', () => {
  it('a supplier with nothing but zeros has not bid', () => {
    const { table } = readDrawn(
      drawSheet(`
      | Line | Description | Unit | Quantity | ACME unit price | ZERO CO unit price | EMPTY CO unit price |
      | 1 | A | EA | 12 | 1.5 | 0 | |
      | 2 | B | EA | 12 | 0.00 | 0.00 | |`),
    );
    expect(pricesOf(table)).toEqual({ ACME: [1_500_000, 0], 'ZERO CO': [], 'EMPTY CO': [] });
    expect(table.problems[0]).toMatchObject({ code: 'zeroSupplier', row: null, data: { supplier: 'ZERO CO' } });
  });

  it('one supplier in two currencies is two quotes; an unreadable currency is none', () => {
    const { table } = readDrawn(
      drawSheet(`
      | 供应商 | 品名 | 数量 | 单价 | 币种 |
      | 甲 | 吸管 | 10 | 1 | 人民币 |
      | 甲 | 刷子 | 10 | 1 | US$ |
      | 乙 | 吸管 | 10 | 1 | XXQ |
      | 丙 | 吸管 | 10 | € 1.5 | |`),
    );
    expect(table.quotes.map(({ supplierName, currency }) => [supplierName, currency])).toEqual([
      ['甲', 'CNY'],
      ['甲', 'USD'],
      ['乙', null],
      ['丙', 'EUR'],
    ]);
    expect(problemsOf(table)).toEqual(['warning  mixedCurrency', 'warning E4 unknownCurrency']);
  });

  it('rows that disagree on tax or freight leave it unknown', () => {
    const { table } = readDrawn(
      drawSheet(`
      | 供应商 | 品名 | 数量 | 单价 | 含税 | 运费 | 付款方式 |
      | 甲 | 吸管 | 10 | 1 | 是 | 包邮 | 月结 |
      | 甲 | 刷子 | 10 | 1 | 否 | 12.5 | 预付 |`),
    );
    expect(table.quotes[0]).toMatchObject({
      taxBasis: 'unknown',
      freight: 'unknown',
      freightAmount: null,
      paymentTerms: '月结',
    });
    expect(table.problems.map(({ code, data }) => [code, data.term, data.firstRow])).toEqual([
      ['conflictingTerm', 'taxBasis', 2],
      ['conflictingTerm', 'freight', 2],
      ['conflictingTerm', 'paymentTerms', 2],
    ]);
  });

  it('"1,234" is read where something decides it, and refused where nothing does', () => {
    const wide = (first: string, second: string) =>
      drawSheet(`
      | Item | Description | Qty | Unit | ACME unit price | BETA unit price |
      | 1 | A | 1 | LS | ${first} | ${second} |`);
    expect(pricesOf(readDrawn(wide('12,500', '8,125.00')).table)).toEqual({
      ACME: [12_500_000_000],
      BETA: [8_125_000_000],
    });
    expect(pricesOf(readDrawn(wide('$12,500', '$8,125')).table)).toEqual({
      ACME: [12_500_000_000],
      BETA: [8_125_000_000],
    });
    expect(pricesOf(readDrawn(wide('12,500', '8,1')).table)).toEqual({ ACME: [12_500_000], BETA: [8_100_000] });
    expect(pricesOf(readDrawn(wide('1.234', '8.5')).table)).toEqual({ ACME: [1_234_000], BETA: [8_500_000] });
    const undecided = readDrawn(wide('12,500', '8,125'));
    expect(problemsOf(undecided.table)).toEqual(['refused E2 ambiguousNumber', 'refused F2 ambiguousNumber']);
    const told = readDrawn(wide('12,500', '8,125'), (mapping) => ({
      ...mapping,
      defaults: { ...mapping.defaults, decimal: 'point' },
    }));
    expect(pricesOf(told.table)).toEqual({ ACME: [12_500_000_000], BETA: [8_125_000_000] });
  });
});

it('totals and subtotals are checked against their rows, charges are no items', () => {
  const { table } = readDrawn(
    drawSheet(`
    | Line | Description | Unit | Qty | A CO unit price | A CO total |
    | SECTION 1 | | | | | |
    | 1 | x | EA | 2 | 3 | 6 |
    | 2 | y | EA | 1 | 4 | 4 |
    | | Subtotal section 1 | | | | 10 |
    | 3 | Total station rental | LS | 1 | 5 | 5 |
    | | Total section 2 | | | | 6 |
    | | Sales tax (8%) | | | | 1.20 |
    | | GRAND TOTAL | | | | $15.00 |`),
  );
  expect(table.items.map((item) => item.nameEn)).toEqual(['x', 'y', 'Total station rental']);
  expect(table.totals.map(({ row, kind, stated, expected }) => [row, kind, stated, expected])).toEqual([
    [5, 'subtotal', '10', '10.00'],
    [7, 'subtotal', '6', '5.00'],
    [9, 'total', '15.00', '15.00'],
  ]);
  expect(problemsOf(table)).toEqual(['warning 2 skippedRow', 'warning F7 sheetTotalMismatch', 'warning 8 skippedRow']);
});

it('a hundred thousand rows are linear work: ten times the rows, not a hundred times the time', () => {
  const rows = (count: number): string[][] => [
    ['供应商', '序号', '品名', '规格', '单位', '数量', '单价', '金额', '起订量', '交货期', '付款方式', '备注'],
    ...Array.from({ length: count }, (_, at) => [
      `供应商${at % 50}`,
      `${Math.floor(at / 50)}`,
      `吸管 ${Math.floor(at / 50)}`,
      '6mm',
      '件',
      '100',
      '1.25',
      '125',
      '100',
      '15天',
      '30%定金',
      '',
    ]),
  ];
  const time = (count: number): number => {
    const grid = gridOf(rows(count));
    const started = performance.now();
    expect(readDrawn(grid).table.rowsTaken).toBe(count);
    return performance.now() - started;
  };
  time(10_000);
  expect(time(100_000) / time(10_000)).toBeLessThan(40);
});

it('cells made to keep the patterns busy are read at once', () => {
  const hostile = [
    '9'.repeat(30_000),
    `(${' '.repeat(30_000)}`,
    '1,'.repeat(15_000),
    '9-'.repeat(15_000),
    '税含'.repeat(15_000),
    'total '.repeat(5_000),
  ];
  const grid = gridOf([
    [
      'Supplier',
      'Line',
      'Description',
      'Unit',
      'Quantity',
      'Unit price',
      'Line total',
      'Tax',
      'Freight',
      'Lead time',
      'Valid until',
      ...hostile,
    ],
    ...hostile.flatMap((cell) => [
      Array.from({ length: 17 }, () => cell),
      ['ACME', '1', cell, 'EA', '1', cell, cell, cell, cell, cell, cell],
    ]),
  ]);
  const started = performance.now();
  readDrawn(grid);
  expect(performance.now() - started).toBeLessThan(3_000);
});
