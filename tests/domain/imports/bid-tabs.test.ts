import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSheetContent } from '../../../electron/exchange/read/read-sheet.ts';
import type { DuplicateRule } from '../../../shared/domain/imports/types.ts';
import { buildXlsx, utf16 } from '../../exchange/read/files.ts';
import { exactTotal, readDrawn } from './sheets.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/data/bid-tabs');
const present = existsSync(FOLDER);

interface Expected {
  lines: number;
  bidders: number;
  estimate: { name: string; total: string } | null;
  totals: Record<string, string>;
}

interface Outcome extends Expected {
  /** All but repeated line numbers, which some of the sheets have, and skipped notes. */
  problems: string[];
}

async function outcomeOf(source: string | Uint8Array, duplicates: DuplicateRule = 'refuse'): Promise<Outcome> {
  const { grid } = await readSheetContent(source);
  const { table } = readDrawn(grid, undefined, { duplicates });
  const bidders = table.quotes.filter((quote) => !quote.isEstimate);
  const [estimate = null] = table.quotes.filter((quote) => quote.isEstimate);
  return {
    lines: table.items.length,
    bidders: bidders.length,
    estimate: estimate === null ? null : { name: estimate.supplierName, total: exactTotal(table, estimate) },
    totals: Object.fromEntries(bidders.map((quote) => [quote.supplierName, exactTotal(table, quote)])),
    problems: table.problems
      .filter(({ code }) => code !== 'repeatedLineNumber' && code !== 'skippedRow')
      .map((problem) => `${problem.row} ${problem.code}`),
  };
}

const expectedOf = (): Record<string, Expected> => JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'));
const outcome = ({ lines, bidders, estimate, totals }: Expected): Outcome => ({
  lines,
  bidders,
  estimate,
  totals,
  problems: [],
});

describe.skipIf(!present)(`real bid tabulations${present ? '' : ' (skipped: the sheets are not here)'}`, () => {
  const names = present ? Object.keys(expectedOf()).filter((name) => !name.startsWith('26-')) : [];

  it.each(
    names.flatMap((name) => [
      [name, 'wide'],
      [name, 'long'],
    ]),
  )('%s, %s', async (name, layout) => {
    const expected = expectedOf()[name];
    expect(expected).toBeDefined();
    if (expected !== undefined)
      expect(await outcomeOf(join(FOLDER, `${name}.${layout}.csv`))).toEqual(outcome(expected));
  });

  it('every sheet there is was tried', () => {
    expect(readdirSync(FOLDER).filter((file) => file.endsWith('.csv'))).toHaveLength(names.length * 2 + 2);
  });

  describe('26: duplicate lines', () => {
    const name = '26-sanitary-lift-station-rehabilitation';
    const path = join(FOLDER, `${name}.long.csv`);

    it('are refused by default, each with its row and the row it repeats, and nothing is merged', async () => {
      const { grid } = await readSheetContent(path);
      const { table } = readDrawn(grid);
      const refused = table.problems.filter((problem) => problem.severity === 'refused');
      expect(new Set(refused.map((problem) => problem.code))).toEqual(new Set(['duplicateLine']));
      expect(refused).toHaveLength(46);
      expect(refused[0]).toEqual({
        severity: 'refused',
        row: 3,
        column: null,
        header: null,
        code: 'duplicateLine',
        data: { firstRow: 2, supplier: "ENGINEER'S ESTIMATE" },
      });
      expect([table.rowsRead, table.rowsTaken, table.items.length]).toEqual([128, 82, 41]);
      // of a repeated line the first is taken as it stands
      expect(table.quotes[0]?.lines[0]?.unitPrice).toBe(85_336_000_000);
      // the same line number stands for several items: each further one is named
      expect(table.problems.filter((problem) => problem.code === 'repeatedLineNumber')).toHaveLength(16);
    });

    it('kept as separate items reach the totals over all rows', async () => {
      const result = await outcomeOf(path, 'separate');
      const expected = expectedOf()[name];
      expect({ estimate: result.estimate, totals: result.totals }).toEqual({
        estimate: expected?.estimate,
        totals: expected?.totals,
      });
    });

    it('wide: 41 lines, the repeated line numbers named', async () => {
      const { grid } = await readSheetContent(join(FOLDER, `${name}.wide.csv`));
      const { table } = readDrawn(grid);
      expect(table.items).toHaveLength(41);
      expect(table.problems.map((problem) => problem.code)).toEqual(
        Array.from({ length: 16 }, () => 'repeatedLineNumber'),
      );
    });
  });
});

/** The same figures in the manners of other offices. */
describe.skipIf(!present)('the same sheets written otherwise', () => {
  interface Bid {
    name: string;
    prices: string[];
  }
  interface Sheet {
    items: { line: string; name: string; unit: string; quantity: string }[];
    bids: Bid[];
  }

  async function load(name: string): Promise<Sheet> {
    const [header = [], ...rows] = (await readSheetContent(join(FOLDER, `${name}.wide.csv`))).grid.rows;
    return {
      items: rows.map(([line = '', item = '', unit = '', quantity = '']) => ({ line, name: item, unit, quantity })),
      bids: header.slice(4).map((title, at) => ({
        name: title.replace(/ unit price$/, ''),
        prices: rows.map((row) => row[at + 4] ?? ''),
      })),
    };
  }

  const cents = (text: string): string => Number(text).toFixed(2).replace(/\.00$/, '.00');
  const grouped = (text: string): string => {
    const [whole = '', fraction = ''] = (text.includes('.') ? text : `${text}.00`).split('.');
    return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
  };
  const dollars = (text: string): string => (text === '' ? '' : `$${grouped(text)}`);
  const german = (text: string): string => grouped(text).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  const product = (quantity: string, price: string): string =>
    String(Math.round(Number(quantity) * Number(price) * 100) / 100);
  const sum = (sheet: Sheet, bid: Bid): string =>
    String(
      Math.round(sheet.items.reduce((all, item, at) => all + Number(item.quantity) * Number(bid.prices[at]), 0) * 100) /
        100,
    );
  const csv = (rows: readonly (readonly string[])[], mark = ','): string =>
    rows
      .map((row) => row.map((cell) => (/["\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(mark))
      .join('\r\n');

  const manners: [string, (sheet: Sheet) => Uint8Array][] = [
    [
      'dollars, thousands, extensions, totals row, notes, titles',
      (sheet) =>
        Buffer.from(
          csv([
            ['BID TABULATION', ...Array.from({ length: 9 }, () => '')],
            ['Project: Airport', '', 'Bid opening: 3/14/2024'],
            [],
            [
              'Item No.',
              'Item Description',
              'U/M',
              'Est. Qty',
              ...sheet.bids.flatMap(({ name }) => [`${name} Unit Price`, `${name} Extended Price`]),
            ],
            ...sheet.items.map(({ line, name, unit, quantity }, at) => [
              line,
              name,
              unit,
              grouped(quantity),
              ...sheet.bids.flatMap(({ prices }) => [
                dollars(prices[at] ?? ''),
                dollars(product(quantity, prices[at] ?? '0')),
              ]),
            ]),
            ['TOTAL BID', '', '', '', ...sheet.bids.flatMap((bid) => ['', dollars(sum(sheet, bid))])],
            ['Notes: prices are valid for 60 days.'],
          ]),
        ),
    ],
    [
      'names over Unit Bid and Extension',
      (sheet) =>
        Buffer.from(
          csv([
            ['', '', '', '', ...sheet.bids.flatMap(({ name }) => [name, ''])],
            [
              'Bid Item',
              'Description',
              'Unit',
              'Plan Quantity',
              ...sheet.bids.flatMap(() => ['Unit Bid', 'Extension']),
            ],
            ...sheet.items.map(({ line, name, unit, quantity }, at) => [
              line,
              name,
              unit,
              quantity,
              ...sheet.bids.flatMap(({ prices }) => [prices[at] ?? '', product(quantity, prices[at] ?? '0')]),
            ]),
          ]),
        ),
    ],
    [
      'bare names, an average column, a trailing empty one',
      (sheet) =>
        Buffer.from(
          csv([
            ['No.', 'Work Item', 'UOM', 'Quantity', ...sheet.bids.map(({ name }) => name), 'Average', ''],
            ...sheet.items.map(({ line, name, unit, quantity }, at) => [
              line,
              name,
              unit,
              quantity,
              ...sheet.bids.map(({ prices }) => cents(prices[at] ?? '')),
              '1.00',
              '',
            ]),
          ]),
        ),
    ],
    [
      'unit price before the name, tab-separated UTF-16',
      (sheet) =>
        utf16(
          csv(
            [
              ['Line', 'Description', 'Unit', 'Qty', ...sheet.bids.map(({ name }) => `Unit price: ${name}`)],
              ...sheet.items.map(({ line, name, unit, quantity }, at) => [
                line,
                name,
                unit,
                quantity,
                ...sheet.bids.map(({ prices }) => prices[at] ?? ''),
              ]),
            ],
            '\t',
          ),
          'le',
          true,
        ),
    ],
    [
      'decimal commas between semicolons',
      (sheet) =>
        Buffer.from(
          `\ufeff${csv(
            [
              [
                'Pos.',
                'Description',
                'Unit',
                'Quantity',
                ...sheet.bids.map(({ name }) => `${name} - Unit Price (USD)`),
              ],
              ...sheet.items.map(({ line, name, unit, quantity }, at) => [
                line,
                name,
                unit,
                german(quantity),
                ...sheet.bids.map(({ prices }) => german(prices[at] ?? '')),
              ]),
            ],
            ';',
          )}`,
        ),
    ],
    [
      'a row per bidder and item, with subtotals',
      (sheet) =>
        Buffer.from(
          csv([
            ['Bidder', 'Bid Item', 'Description', 'U/M', 'Quantity', 'Unit Price', 'Extension', 'Currency'],
            ...sheet.bids.flatMap((bid) => [
              ...sheet.items.map(({ line, name, unit, quantity }, at) => [
                bid.name,
                line,
                name,
                unit,
                quantity,
                dollars(bid.prices[at] ?? ''),
                dollars(product(quantity, bid.prices[at] ?? '0')),
                'USD',
              ]),
              [`${bid.name} Total`, '', '', '', '', '', dollars(sum(sheet, bid)), ''],
            ]),
          ]),
        ),
    ],
    [
      'XLSX with number cells under Chinese titles',
      (sheet) =>
        buildXlsx([
          ['工程量清单报价汇总表'],
          ['项目编号', '项目名称', '计量单位', '工程量', ...sheet.bids.map(({ name }) => `${name} 综合单价（元）`)],
          ...sheet.items.map(({ line, name, unit, quantity }, at) => [
            line,
            name,
            unit,
            Number(quantity),
            ...sheet.bids.map(({ prices }) => (prices[at] === '' ? null : Number(prices[at]))),
          ]),
          ['合计'],
        ]),
    ],
  ];

  // 24 has two items under one line number; 11 prices of eight digits; 27 a quantity of 0.3
  const sheets = [
    '24-taxiways-k-west-and-e-rehabilitation',
    '11-north-ramp-ron-parking-reconstruction-0',
    '27-air-cargo-road-and-intersection-improvem',
    '13-kennedy-feeder-and-killingsworth-extensi',
  ];

  it.each(manners)('%s', async (_, write) => {
    for (const name of sheets) {
      const expected = expectedOf()[name];
      expect(expected).toBeDefined();
      if (expected !== undefined) expect(await outcomeOf(write(await load(name)))).toEqual(outcome(expected));
    }
  });
});
