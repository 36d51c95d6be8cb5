import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitPriceFigure } from '../../../shared/domain/imports/figures.ts';
import { type NumeralStyle, readMeasure, readPrice } from '../../../shared/domain/imports/numbers.ts';
import { readDate, readFreight, readLeadTime, readTax, readTradeTerm } from '../../../shared/domain/imports/terms.ts';
import { unitCode } from '../../../shared/domain/imports/units.ts';
import { parseUnitPrice, unitPriceToString } from '../../../shared/kernel/quantity.ts';

const price = (cell: string, style: NumeralStyle = 'point'): string | null => {
  const reading = readPrice(cell, style);
  return reading.kind === 'number'
    ? `${reading.text}${reading.currency === null ? '' : ` ${reading.currency.code}`}`
    : reading.kind;
};

/** Any price, written with either decimal mark, grouped or not, signed with money or in full-width digits, is read back exactly. */
it('what is written is what is read', () => {
  const written = fc.record({
    millionths: fc.integer({ min: 0, max: 9_999_999_999_999 }),
    comma: fc.boolean(),
    grouped: fc.boolean(),
    money: fc.constantFrom('', '$', '€ ', 'USD ', '¥', ' 元', '元/件'),
    wide: fc.boolean(),
  });
  fc.assert(
    fc.property(written, ({ millionths, comma, grouped, money, wide }) => {
      const plain = unitPriceToString(millionths);
      const [whole = '', fraction] = plain.split('.');
      const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, comma ? '.' : ',') : whole;
      const numeral = fraction === undefined ? digits : `${digits}${comma ? ',' : '.'}${fraction}`;
      const shown = wide
        ? numeral.replace(/[\d.,]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
        : numeral;
      const reading = readPrice(
        /^ ?元/.test(money) ? `${shown}${money}` : `${money}${shown}`,
        comma ? 'comma' : 'point',
      );
      expect(reading.kind === 'number' ? parseUnitPrice(reading.text) : reading.kind).toBe(millionths);
    }),
    { numRuns: 2_000 },
  );
});

it('the quick way and the decimal way agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 8 }), (digits, places) => {
      const text = (digits / 10 ** places).toFixed(places);
      const figure = unitPriceFigure(text);
      expect(figure.kind === 'exact' ? figure.value : null).toBe(parseUnitPrice(text));
    }),
    { numRuns: 2_000 },
  );
});

describe('prices', () => {
  it.each([
    ['$1,234.50', '1234.50 USD'],
    ['US$ 0.85', '0.85 USD'],
    ['12.5元/件', '12.5 CNY'],
    ['￥１，２３４．５', '1234.5 CNY'],
    ['RMB 3', '3 CNY'],
    ['(1,234.50)', '-1234.50'],
    ['$(5.00)', '-5.00 USD'],
    ['5.00-', '-5.00'],
    ['−3', '-3'],
    ['1 234.50', '1234.50'],
    ["1'234.50", '1234.50'],
    ['12,34,567.00', '1234567.00'],
    ['.5', '0.5'],
    ['1,234', '1234'],
    ['0.0375', '0.0375'],
    ['', 'blank'],
    ['  ', 'blank'],
    ['N/A', 'noPrice'],
    ['-', 'noPrice'],
    ['—', 'noPrice'],
    ['面议', 'noPrice'],
    ['No Bid', 'noPrice'],
    ['未报价', 'noPrice'],
    ['abc', 'notANumber'],
    ['12-15', 'notANumber'],
    ['13%', 'notANumber'],
    ['1,23,4', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['#DIV/0!', 'notANumber'],
    ['1e5', 'notANumber'],
    ['2026-03-01', 'notANumber'],
    ['1.234,5', 'ambiguous'],
  ])('%s is %s', (cell, expected) => {
    expect(price(cell)).toBe(expected);
  });

  it.each([
    ['1.234,56', '1234.56'],
    ['1.234', '1234'],
    ['12,5', '12.5'],
    ['1234', '1234'],
    ['€ 1.234.567,8', '1234567.8 EUR'],
  ])('with decimal comma %s is %s', (cell, expected) => {
    expect(price(cell, 'comma')).toBe(expected);
  });

  it('undecided, only the lone group is ambiguous', () => {
    expect(['1,234', '1.234', '12,5', '0.125', '1,234.5', '1234'].map((cell) => price(cell, 'unknown'))).toEqual([
      'ambiguous',
      'ambiguous',
      '12.5',
      '0.125',
      '1234.5',
      '1234',
    ]);
  });
});

it.each([
  ['1,200', '1200', null],
  ['100件', '100', '件'],
  ['≥500 pcs', '500', 'pcs'],
  ['1.2万件', '12000', '件'],
  ['2件起批', '2', '件'],
  ['1000+', '1000', null],
])('quantity %s is %s %s', (cell, text, unit) => {
  expect(readMeasure(cell, 'point')).toMatchObject({ kind: 'number', text, unit });
});

it.each([
  ['件', 'pcs'],
  ['个', 'pcs'],
  ['EACH', 'pcs'],
  ['Pcs.', 'pcs'],
  ['PCS（件）', 'pcs'],
  ['打', 'dozen'],
  ['双', 'pair'],
  ['套', 'set'],
  ['箱', 'carton'],
  ['吨', 't'],
  ['斤', 'jin'],
  ['公斤', 'kg'],
  ['码', 'yd'],
  ['米', 'm'],
  ['㎡', 'm2'],
  ['SY', 'yd2'],
  ['sq. yd.', 'yd2'],
  ['LF', 'ft'],
  ['Lin. Ft.', 'ft'],
  ['LS', 'lumpSum'],
  ['Lump Sum', 'lumpSum'],
  ['TON', 'ton'],
  ['ACRE', 'acre'],
  ['blorp', null],
  ['件/kg', null],
])('unit %s is %s', (typed, code) => {
  expect(unitCode(typed)).toBe(code);
});

describe('terms', () => {
  it.each([
    ['含13%税', 'title', 'included', 1300],
    ['不含税', 'title', 'excluded', null],
    ['excl. VAT', 'title', 'excluded', null],
    ['incl. 20% VAT', 'title', 'included', 2000],
    ['是', 'basis', 'included', null],
    ['No', 'basis', 'excluded', null],
    ['13%专票', 'basis', 'included', 1300],
    ['无票', 'basis', 'none', 0],
    ['13%', 'basis', 'included', 1300],
    ['0.13', 'rate', null, 1300],
    ['13', 'rate', null, 1300],
    ['1%', 'rate', null, 100],
    ['0.01', 'rate', null, 100],
  ] as const)('tax %s under a %s header', (cell, header, basis, rateBp) => {
    expect(readTax(cell, header)).toEqual({ basis, rateBp });
  });

  it('freight', () => {
    expect(
      ['包邮', '到付', '不含运费', '12.5', '¥80', '0', 'collect', 'free shipping'].map((cell) =>
        readFreight(cell, '运费'),
      ),
    ).toEqual([
      { basis: 'included', amount: null },
      { basis: 'extra', amount: null },
      { basis: 'extra', amount: null },
      { basis: 'extra', amount: '12.5' },
      { basis: 'extra', amount: '80' },
      { basis: 'included', amount: null },
      { basis: 'extra', amount: null },
      { basis: 'included', amount: null },
    ]);
    expect([readFreight('是', '是否包邮'), readFreight('是', '运费'), readFreight('asdf', '运费')]).toEqual([
      { basis: 'included', amount: null },
      null,
      null,
    ]);
  });

  it('lead time in calendar days', () => {
    expect(
      ['15天', '7-10天', '2 weeks', '10个工作日', '现货', '1个月', '15', '约15天左右', 'soon', 'A4'].map(readLeadTime),
    ).toEqual([15, 10, 14, 14, 0, 30, 15, 15, null, null]);
  });

  it('dates, but none that could be two', () => {
    expect(
      [
        '2026-03-05',
        '2026/3/5',
        '2026年3月5日',
        '20260305',
        '5-Mar-2026',
        'March 5, 2026',
        '13/03/2026',
        '03/13/2026',
        '03/04/2026',
        '2026-02-30',
        '46096',
      ].map(readDate),
    ).toEqual([...Array.from({ length: 6 }, () => '2026-03-05'), '2026-03-13', '2026-03-13', null, null, null]);
  });

  it('trade terms', () => {
    expect(['FOB Ningbo', 'fob 宁波', 'EXW', '出厂价', 'DDP (Hamburg)', 'CIFFER'].map(readTradeTerm)).toEqual([
      { incoterm: 'FOB', namedPlace: 'Ningbo' },
      { incoterm: 'FOB', namedPlace: '宁波' },
      { incoterm: 'EXW', namedPlace: null },
      { incoterm: 'EXW', namedPlace: null },
      { incoterm: 'DDP', namedPlace: 'Hamburg' },
      null,
    ]);
  });
});
