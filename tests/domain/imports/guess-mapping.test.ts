import { describe, expect, it } from 'vitest';
import { isEstimateName } from '../../../shared/domain/imports/estimate.ts';
import { findTable, headerSignature } from '../../../shared/domain/imports/find-table.ts';
import { readHeader } from '../../../shared/domain/imports/header.ts';
import { drawSheet, pricesOf, problemsOf, readDrawn, rolesOf } from './sheets.ts';

describe('where the table is', () => {
  it('below titles and blank rows, above totals and notes', () => {
    const grid = drawSheet(`
      | Quotation comparison | |
      | Supplier: | see below | Date: 2026-03-01 |
      |  |
      | No. | Product | Qty | Unit price |
      | 1 | Straw | 10 | 1 |
      | | SECTION B | | |
      | 2 | Total station | 1 | 5 |
      | | Total | | 15 |
      | Prices are valid for 30 days |`);
    expect(findTable(grid)).toEqual({
      headerRow: 4,
      headerRows: 1,
      firstDataRow: 5,
      lastDataRow: 7,
      totalRows: [8],
      titleRows: [1, 2],
    });
  });

  it('the user may point at the header', () => {
    const grid = drawSheet(`
      | Item | Qty | Price |
      | Article | Number | Money |
      | Straw | 10 | 1 |`);
    expect(findTable(grid).headerRow).toBe(1);
    expect(findTable(grid, 2)).toMatchObject({ headerRow: 2, headerRows: 1, firstDataRow: 3 });
  });

  it('an empty sheet has an empty table', () => {
    expect(findTable(drawSheet(''))).toMatchObject({ headerRow: 1, firstDataRow: 2, lastDataRow: 1 });
  });
});

describe('layouts', () => {
  it('names over 单价 and 金额, terms below the items', () => {
    const { guess, table } = readDrawn(
      drawSheet(`
      | 供应商比价表 |
      | 序号 | 品名 | 规格 | 单位 | 数量 | 宏达（深圳）五金 | | 永利制品厂 | | 预算 |
      | | | | | | 含税单价 | 金额 | 单价（元） | 金额 | 单价 |
      | 1 | 金属吸管 | 6mm | 支 | 10000 | 0.85 | 8500 | 0.79 | 7900 | 0.9 |
      | 2 | 毛刷 | | 个 | 2000 | 0.2 | 400 | 面议 | | 0.25 |
      | 合计 | | | | | | 8900 | | 7900 | |
      | 交货期 | | | | | 15天 | | 2-3周 | | |
      | 付款方式 | | | | | 30%定金 | | 月结30天 | | |
      | 是否含税 | | | | | 含13%税 | | 不含税 | | |
      | 运费 | | | | | 包邮 | | 到付 | | |
      | 币种：人民币 |`),
    );
    expect(guess.mapping).toMatchObject({ layout: 'wide', headerRow: 2, headerRows: 2 });
    expect(guess.needs).toEqual([]);
    expect(rolesOf(guess)).toEqual([
      'lineNumber',
      'itemName',
      'specification',
      'unit',
      'quantity',
      'unitPrice 宏达（深圳）五金',
      'lineTotal 宏达（深圳）五金',
      'unitPrice 永利制品厂',
      'lineTotal 永利制品厂',
      'unitPrice 预算 (estimate)',
    ]);
    expect(
      table.quotes.map(({ supplierName, currency, taxBasis, vatRateBp, freight, leadTimeDays, paymentTerms }) => [
        supplierName,
        currency,
        taxBasis,
        vatRateBp,
        freight,
        leadTimeDays,
        paymentTerms,
      ]),
    ).toEqual([
      ['宏达（深圳）五金', 'CNY', 'included', 1300, 'included', 15, '30%定金'],
      ['永利制品厂', 'CNY', 'excluded', null, 'extra', 21, '月结30天'],
      ['预算', 'CNY', 'unknown', null, 'unknown', null, null],
    ]);
    expect(table.quotes[1]?.declined).toEqual([{ itemKey: 'item2', row: 5, text: '面议' }]);
    expect(problemsOf(table)).toEqual(['warning H5 noPriceGiven', 'warning 11 skippedRow']);
  });

  it('names under one 单价, whatever words they hold', () => {
    const { guess } = readDrawn(
      drawSheet(`
      | 序号 | 产品名称 | 数量 | 单价（元） | | |
      | | | | 甲公司 | Price & Bros | 标底 |
      | 1 | 吸管 | 100 | 1.2 | 1.3 | 1.1 |`),
    );
    expect(rolesOf(guess).slice(3)).toEqual([
      'unitPrice 甲公司',
      'unitPrice Price & Bros',
      'unitPrice 标底 (estimate)',
    ]);
    expect(guess.mapping.defaults.currency).toBe('CNY');
  });

  it('short titles under names that hold title words', () => {
    const { guess } = readDrawn(
      drawSheet(`
      | | | | | Acme | | Unit Price Supply LLC | |
      | Item | Description | Unit | Qty | Unit | Total | Unit | Total |
      | 1 | A | EA | 12 | 1.5 | 18 | 2 | 24 |`),
    );
    expect(rolesOf(guess).slice(2)).toEqual([
      'unit',
      'quantity',
      'unitPrice Acme',
      'lineTotal Acme',
      'unitPrice Unit Price Supply LLC',
      'lineTotal Unit Price Supply LLC',
    ]);
  });

  it('the same titles in two languages in two rows', () => {
    const { guess, table } = readDrawn(
      drawSheet(`
      | 序号 | 品名 | 单位 | 数量 | 单价 | 供应商 |
      | No. | Description | Unit | Qty | Unit Price | Supplier |
      | 1 | A吸管 | 个 | 12 | 1.5 | 甲 |`),
    );
    expect(rolesOf(guess)).toEqual(['lineNumber', 'itemName', 'unit', 'quantity', 'unitPrice', 'supplier']);
    expect(pricesOf(table)).toEqual({ 甲: [1_500_000] });
  });

  it.each([
    ['before', 'ACME, INC. unit price', 'UNIT PRICE CO unit price', "Engineer's Estimate unit price"],
    ['after', 'Unit price: ACME, INC.', 'Unit price - UNIT PRICE CO', "Unit price (Engineer's Estimate)"],
    ['bare', 'ACME, INC.', 'BEST PRICE', "Engineer's Estimate"],
  ])('wide, the name %s', (_, first, second, estimate) => {
    const { guess } = readDrawn(
      drawSheet(`
      | Line | Description | Unit | Quantity | ${first} | ${second} | ${estimate} | Average |
      | 1 | A | EA | 12 | 1.5 | 18 | 2 | 7 |`),
    );
    const name = second === 'BEST PRICE' ? second : 'UNIT PRICE CO';
    expect(rolesOf(guess).slice(4)).toEqual([
      'unitPrice ACME, INC.',
      `unitPrice ${name}`,
      "unitPrice Engineer's Estimate (estimate)",
      'ignore',
    ]);
  });

  it("a supplier's own terms beside its price", () => {
    const { guess, table } = readDrawn(
      drawSheet(`
      | 品名 | 数量 | 宏达 单价 | 宏达 起订量 | 宏达 交货期 | 永利 单价(USD) | 永利 备注 | 备注 |
      | 吸管 | 100 | 1.2 | 500件 | 7天 | 1.1 | 需定制 | 急用 |`),
    );
    expect(rolesOf(guess)).toEqual([
      'itemName',
      'quantity',
      'unitPrice 宏达',
      'moq 宏达',
      'leadTime 宏达',
      'unitPrice 永利',
      'note 永利',
      'note',
    ]);
    expect(table.quotes[0]).toMatchObject({ currency: null, leadTimeDays: 7, lines: [{ moq: 5_000_000 }] });
    expect(table.quotes[1]).toMatchObject({ currency: 'USD', lines: [{ moq: null, note: '需定制' }] });
    expect(table.items[0]?.note).toBe('急用');
  });

  it('a long sheet of offers without line numbers', () => {
    const { guess, table } = readDrawn(
      drawSheet(`
      | Vendor | Product | Price | Currency | MOQ | Lead time (weeks) | Incoterm | Valid until | Payment terms |
      | Shenzhen A | Metal straw | 0.85 | USD | 500 | 2 | FOB Shenzhen | 2026-05-01 | 30/70 |
      | Yiwu B | Metal straw | 5.9 | RMB | 1,000 pcs | 3-4 | EXW | 31/12/2026 | 100% TT |
      | Our estimate | Metal straw | 0.9 | USD | | | | | |`),
    );
    expect(rolesOf(guess)).toEqual([
      'supplier',
      'itemName',
      'unitPrice',
      'currency',
      'moq',
      'leadTime',
      'tradeTerm',
      'validUntil',
      'paymentTerms',
    ]);
    expect(table.items).toHaveLength(1);
    expect(table.quotes).toMatchObject([
      {
        supplierName: 'Shenzhen A',
        currency: 'USD',
        incoterm: 'FOB',
        namedPlace: 'Shenzhen',
        validUntil: '2026-05-01',
        leadTimeDays: 14,
        paymentTerms: '30/70',
        lines: [{ moq: 5_000_000 }],
      },
      {
        supplierName: 'Yiwu B',
        currency: 'CNY',
        incoterm: 'EXW',
        namedPlace: null,
        validUntil: '2026-12-31',
        leadTimeDays: 28,
        lines: [{ moq: 10_000_000 }],
      },
      { supplierName: 'Our estimate', isEstimate: true, currency: 'USD' },
    ]);
    expect(table.problems).toEqual([]);
  });

  it('price breaks of a supplier named above the table', () => {
    const { guess, table } = readDrawn(
      drawSheet(`
      | 报价单 |
      | 供应商：深圳宏达（五金）制品有限公司 | 日期：2026-03-01 |
      | 产品名称 | 规格 | 10-99件 | 100-499件 | ≥500件 | 备注 |
      | 吸管 | 6mm | ¥1.20 | ¥1.00 | ¥0.85 | 现货 |
      | 刷子 | 小 | 0.5元 | 0.45元 | | |`),
    );
    expect(guess.needs).toEqual([]);
    expect(table.quotes).toMatchObject([
      {
        supplierName: '深圳宏达（五金）制品有限公司',
        currency: 'CNY',
        lines: [
          {
            unitPrice: 1_200_000,
            moq: 100_000,
            breaks: [
              { minQuantity: 1_000_000, unitPrice: 1_000_000 },
              { minQuantity: 5_000_000, unitPrice: 850_000 },
            ],
            note: '现货',
          },
          { unitPrice: 500_000, moq: 100_000, breaks: [{ minQuantity: 1_000_000, unitPrice: 450_000 }] },
        ],
      },
    ]);
  });

  it('names that stand once over several rows are repeated, and said to be', () => {
    const { guess, table } = readDrawn(
      drawSheet(`
      | 供应商 | 品名 | 数量 | 单价 |
      | 宏达 | 吸管 | 100 | 0.85 |
      | | 刷子 | 100 | 0.3 |
      | 永利 | 吸管 | 100 | 0.80 |
      | | 刷子 | 100 | 0.28 |`),
    );
    expect(guess.mapping.columns[0]).toMatchObject({ role: 'supplier', fillDown: true });
    expect(pricesOf(table)).toEqual({ 宏达: [850_000, 300_000], 永利: [800_000, 280_000] });
    expect(problemsOf(table)).toEqual(['warning A3 filledDown']);
  });

  it('what cannot be told is asked for', () => {
    expect(
      readDrawn(
        drawSheet(`
      | Item | Description | Qty | Unit | Unit price | Amount |
      | 1 | Foo | 10 | EA | 1.5 | 15 |`),
      ).guess.needs,
    ).toEqual(['supplier', 'currency']);
    expect(
      readDrawn(
        drawSheet(`
      | Partida | Concepto | Cant | PU |
      | 1 | Tubo | 5 | 3.5 |`),
      ).guess.needs,
    ).toEqual(['itemName', 'unitPrice', 'supplier', 'currency']);
  });

  it('sayings of one column are not put on another', () => {
    const { guess, table } = readDrawn(
      drawSheet(`
      | 品名 | 数量 | 宏达（含税13%）单价（元） | ABC Ltd unit price (USD) |
      | 吸管 | 100 | 1.13 | 0.15 |`),
    );
    expect(guess.mapping.defaults).toMatchObject({ currency: null, taxBasis: 'unknown', vatRateBp: null });
    expect(table.quotes).toMatchObject([
      { supplierName: '宏达', currency: 'CNY', taxBasis: 'included', vatRateBp: 1300 },
      { supplierName: 'ABC Ltd', currency: 'USD', taxBasis: 'unknown', vatRateBp: null },
    ]);
  });
});

it.each([
  ['Est. Qty', 'quantity'],
  ['Plan Quantity', 'quantity'],
  ['U/M', 'unit'],
  ['Unit Bid', 'unitPrice'],
  ['Bidder', 'supplier'],
  ['Extended Price', 'lineTotal'],
  ['TOTAL BID', 'lineTotal'],
  ['报价单位', 'supplier'],
  ['单位', 'unit'],
  ['起订量', 'moq'],
  ['是否含税', 'taxBasis'],
  ['税率', 'vatRate'],
  ['运费', 'freight'],
  ['交货期', 'leadTime'],
  ['有效期', 'validUntil'],
  ['备注', 'note'],
  ['Unit Price 单价', 'unitPrice'],
  ['供应商/Supplier', 'supplier'],
  ['数量（件）', 'quantity'],
  ['Price Brothers LLC', null],
  ['深圳宏达有限公司', null],
])('title %s is %s', (title, role) => {
  expect(readHeader(title)).toMatchObject({ role, supplier: null });
});

it.each([
  ["ENGINEER'S ESTIMATE", true],
  ['Engineers Est.', true],
  ['ENGINEER’S ESTIMATE', true],
  ['our estimate', true],
  ['Estimate', true],
  ["Owner's Estimate", true],
  ['Independent Cost Estimate', true],
  ['budget', true],
  ['Budget price', true],
  ['Target price', true],
  ['预算', true],
  ['标底', true],
  ['招标控制价', true],
  ['我方估价', true],
  ['预算单价', true],
  ['目标价', true],
  ['Budget Electrical LLC', false],
  ['Target Construction', false],
  ['Engineered Estates Inc', false],
  ['Reference Tools', false],
  ['Estrada Paving', false],
  ['预算通科技有限公司', false],
  ['K&E EXCAVATING INC.', false],
  ['East Engineering', false],
  ['', false],
])('%s as our own estimate: %s', (name, expected) => {
  expect(isEstimateName(name)).toBe(expected);
});

it('a header signature forgives case, width and trailing columns, not order', () => {
  const signature = headerSignature(['品名', 'Unit  Price', '数量（件）']);
  expect(headerSignature(['品名', 'unit price', '数量(件)', '', ''])).toBe(signature);
  expect(headerSignature(['品名', '数量（件）', 'Unit Price'])).not.toBe(signature);
});
