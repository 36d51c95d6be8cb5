import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import type { ComparisonOptions, ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import { buildInput, buildItem, buildLine, buildOptions, buildQuote, buildRate, price, units } from './builders.ts';

/** What the screen says first: who stands where, why not, and what his total is. */
function standing(quotes: readonly ComparisonQuote[], options: Partial<ComparisonOptions> = {}, rates = RATES) {
  return compare(buildInput(quotes, { rates }), buildOptions(options)).quotes.map((one) => [
    one.quote.id,
    one.state,
    one.rank,
    one.totalMinor,
    [...one.exclusions, ...one.incomplete].map(({ code }) => code),
  ]);
}

const RATES = [buildRate('USD', 'CNY', '7')];
const full = buildQuote('full', { a: 2, b: 3 });
const dear = buildQuote('dear', { a: 3, b: 4 });

describe('who takes part', () => {
  test('complete quotes are ranked from the lowest total up, ties share a place', () => {
    const tie = buildQuote('tie', { a: 3, b: 2 });
    expect(standing([dear, tie, full])).toEqual([
      ['full', 'ranked', 1, 50_000, []],
      ['tie', 'ranked', 1, 50_000, []],
      ['dear', 'ranked', 3, 70_000, []],
    ]);
  });

  test.each<[string, ComparisonQuote, [string, number | null, string[]]]>([
    ['a missing price', buildQuote('x', { a: 0.01 }), ['incomplete', 100, ['missingPrices']]],
    ['no price at all', buildQuote('x', {}), ['incomplete', null, ['missingPrices']]],
    [
      'an item that cannot be ordered at this quantity',
      {
        ...buildQuote('x', { a: 0.01 }),
        lines: [
          buildLine('a', { unitPrice: price(0.01) }),
          buildLine('b', { unitPrice: null, breaks: [{ minQuantity: units(1_000), unitPrice: price(0.01) }] }),
        ],
      },
      ['incomplete', 100, ['cannotBeOrdered']],
    ],
    [
      'an order below the minimum value',
      buildQuote('x', { a: 0.01, b: 0.01 }, { minimumValueMinor: 201 }),
      ['incomplete', 200, ['belowMinimumValue']],
    ],
    ['expiry', buildQuote('x', { a: 0.01, b: 0.01 }, { validUntil: '2026-01-04' }), ['excluded', 200, ['expired']]],
    [
      'a currency without a rate',
      buildQuote('x', { a: 0.01, b: 0.01 }, { currency: 'EUR' }),
      ['excluded', null, ['noExchangeRate']],
    ],
    [
      'an unknown tax basis',
      buildQuote('x', { a: 0.01, b: 0.01 }, { taxBasis: 'unknown' }),
      ['excluded', null, ['taxBasisUnknown']],
    ],
    [
      'a VAT rate that is needed and missing',
      buildQuote('x', { a: 0.01, b: 0.01 }, { taxBasis: 'excluded', vatRateBp: null }),
      ['excluded', null, ['vatRateUnknown']],
    ],
    [
      'freight that nobody knows about, where the others say it is included',
      buildQuote('x', { a: 0.01, b: 0.01 }, { costs: full.costs.filter(({ part }) => part !== 'domesticFreight') }),
      ['excluded', 200, ['costUnknown']],
    ],
    [
      'an extra cost without an amount',
      buildQuote('x', { a: 0.01, b: 0.01 }, { costs: [...full.costs.slice(1), extra(null)] }),
      ['excluded', 200, ['costUnknown']],
    ],
    [
      'goods handed over before the freight that the others pay',
      buildQuote('x', { a: 0.01, b: 0.01 }, { incoterm: 'CIF' }),
      ['excluded', 200, ['differentTradeTerm']],
    ],
    [
      'an unknown trade term',
      buildQuote('x', { a: 0.01, b: 0.01 }, { incoterm: null }),
      ['excluded', 200, ['tradeTermUnknown']],
    ],
    [
      'figures beyond the exact range',
      {
        ...full,
        id: 'x',
        lines: [buildLine('a', { moq: Number.MAX_SAFE_INTEGER, unitPrice: price(1_000) }), buildLine('b')],
      },
      ['excluded', null, ['outOfRange']],
    ],
  ])('%s never wins, however low the rest', (_case, quote, [state, total, reasons]) => {
    expect(standing([dear, full, quote])).toEqual([
      ['full', 'ranked', 1, 50_000, []],
      ['dear', 'ranked', 2, 70_000, []],
      ['x', state, null, total, reasons],
    ]);
  });

  test('a quote holds on its last day', () => {
    expect(standing([dear, { ...full, validUntil: '2026-01-05' }])[0]).toEqual(['full', 'ranked', 1, 50_000, []]);
  });

  test('an item without quantity leaves everybody without a total to rank, an item nobody prices too', () => {
    const items = [buildItem('a'), buildItem('b', { quantity: null })];
    const unknown = compare(buildInput([full, dear], { items }), buildOptions());
    expect(unknown.quotes.map(({ rank, incomplete }) => [rank, incomplete])).toEqual([
      [null, [{ code: 'missingQuantities', count: 1 }]],
      [null, [{ code: 'missingQuantities', count: 1 }]],
    ]);
    expect(unknown.lowestMinor).toBeNull();
    expect(standing([buildQuote('x', { a: 1 })])[0]?.[2]).toBeNull();
  });

  test('no items: nobody is ranked', () => {
    const empty = compare(buildInput([full], { items: [] }), buildOptions());
    expect(empty.quotes.map(({ state, rank }) => [state, rank])).toEqual([['incomplete', null]]);
  });
});

describe('like with like', () => {
  const codesOf = (quotes: readonly ComparisonQuote[], options: Partial<ComparisonOptions> = {}) =>
    compare(buildInput(quotes, { rates: RATES }), buildOptions(options)).assumptions.map(({ code }) => code);
  const silent = { taxBasis: 'unknown', costs: [], incoterm: null } as const;

  test('what no quote states is left out for all, and said', () => {
    const quotes = [buildQuote('x', { a: 2, b: 3 }, silent), buildQuote('y', { a: 3, b: 3 }, silent)];
    expect(standing(quotes).map(([id, , rank]) => [id, rank])).toEqual([
      ['x', 1],
      ['y', 2],
    ]);
    expect(codesOf(quotes)).toEqual([
      'taxBasisUnstated',
      ...Array.from({ length: 5 }, () => 'costUnstated'),
      'tradeTermUnstated',
    ]);
  });

  test.each<[string, Partial<ComparisonQuote>]>([
    ['expired', { validUntil: '2025-12-31' }],
    ['without a rate', { currency: 'EUR' }],
    ['without a price', { lines: [] }],
  ])('a quote %s does not make the silent ones incomparable', (_case, overrides) => {
    const speaking = buildQuote('z', { a: 1, b: 1 }, overrides);
    const quotes = [buildQuote('x', { a: 2, b: 3 }, silent), buildQuote('y', { a: 3, b: 3 }, silent), speaking];
    expect(standing(quotes).map(([id, , rank]) => [id, rank])).toEqual([
      ['x', 1],
      ['y', 2],
      ['z', null],
    ]);
  });

  test('nothing takes part: nothing is assumed', () => {
    expect(codesOf([buildQuote('x', {}, silent)])).toEqual([]);
  });

  test('tax is put on or taken out, stated extras are added, foreign prices converted once', () => {
    const quotes = [
      buildQuote('net', { a: 2, b: 3 }, { taxBasis: 'excluded', costs: [...full.costs.slice(1), extra(10_000)] }),
      buildQuote('usd', { a: 0.4, b: 0.5 }, { currency: 'USD', taxBasis: 'none' }),
      buildQuote('gross', { a: 2.26, b: 3.39 }),
    ];
    const gross = compare(buildInput(quotes, { rates: RATES }), buildOptions());
    expect(
      gross.quotes.map((one) => [one.quote.id, one.goodsMinor, one.extrasMinor, one.taxMinor, one.totalMinor]),
    ).toEqual([
      ['gross', 56_500, 0, 0, 56_500],
      ['usd', 9_000, 0, 0, 63_000],
      ['net', 50_000, 10_000, 7_800, 67_800],
    ]);
    const net = compare(buildInput(quotes, { rates: RATES }), buildOptions({ vatRecoverable: true }));
    expect(net.quotes.map((one) => [one.quote.id, one.taxMinor, one.totalMinor])).toEqual([
      ['gross', -6_500, 50_000],
      ['net', 0, 60_000],
      ['usd', 0, 63_000],
    ]);
    expect([gross, net].map(({ assumptions }) => assumptions[0]?.code)).toEqual(['gross', 'net']);
  });

  test.each<[string, Partial<ComparisonQuote>, boolean, boolean]>([
    ['without VAT beside one with, VAT lost', { taxBasis: 'excluded' }, false, false],
    ['outside VAT beside one with, VAT lost', { taxBasis: 'none' }, false, true],
    ['with VAT at another rate, VAT lost', { vatRateBp: 300 }, false, true],
    ['with VAT at another rate, VAT reclaimed', { vatRateBp: 300 }, true, false],
    ['outside VAT beside one with, VAT reclaimed', { taxBasis: 'none' }, true, false],
    ['that leaves freight open', { costs: [] }, false, false],
    ['that charges freight extra', { costs: [...full.costs.slice(1), extra(1)] }, false, false],
  ])('as quoted, a price %s: ranked only where it means the same', (_case, overrides, vatRecoverable, ranked) => {
    const other = buildQuote('x', { a: 1, b: 1 }, overrides);
    const result = compare(buildInput([full, other]), buildOptions({ basis: 'quoted', vatRecoverable }));
    expect(result.quotes.map(({ rank }) => rank !== null)).toEqual([ranked, ranked]);
    expect(result.assumptions[0]?.code).toBe(ranked ? 'quotedAsStated' : 'mixedBases');
  });

  test('the stretch of delivery most quotes state is compared, the shorter one among equals', () => {
    const at = (id: string, incoterm: ComparisonQuote['incoterm']) => buildQuote(id, { a: 1, b: 1 }, { incoterm });
    const rankedOf = (quotes: ComparisonQuote[]) =>
      standing(quotes).flatMap(([id, state]) => (state === 'ranked' ? id : []));
    expect(rankedOf([at('1', 'DDP'), at('2', 'DDP'), at('3', 'FOB')])).toEqual(['1', '2']);
    expect(rankedOf([at('1', 'DDP'), at('2', 'FOB'), at('3', 'EXW'), at('4', 'DAP')])).toEqual(['2', '3']);
    expect(rankedOf([at('1', 'CIF'), at('2', 'EXW')])).toEqual(['2']);
    const spread = compare(buildInput([at('1', 'FOB'), at('2', 'EXW')]), buildOptions()).assumptions;
    expect(spread).toContainEqual({ code: 'tradeTermsDiffer', terms: ['EXW', 'FOB'] });
  });

  test('a rate more than seven days old is said, once a currency, the estimate included', () => {
    const usd = buildQuote('usd', { a: 1, b: 1 }, { currency: 'USD' });
    const items = [buildItem('a', { estimateUnitPrice: price(1) }), buildItem('b')];
    const input = buildInput([usd, { ...usd, id: 'usd2' }], { rates: RATES, items, estimateCurrency: 'USD' });
    const stale = { code: 'staleRate', from: 'USD', to: 'CNY', date: '2026-01-01' };
    expect(compare(input, buildOptions({ asOf: '2026-01-08' })).assumptions).not.toContainEqual(stale);
    const late = compare(input, buildOptions({ asOf: '2026-01-09' }));
    expect(late.assumptions.filter(({ code }) => code === 'staleRate')).toEqual([stale]);
    expect(late.quotes.map(({ rank, rate }) => [rank, rate?.rate, rate?.stale])).toEqual([
      [1, '7', true],
      [1, '7', true],
    ]);
    expect(standing([usd], { asOf: '2025-12-31' })[0]).toEqual(['usd', 'excluded', null, null, ['noExchangeRate']]);
  });
});

describe('cells', () => {
  const cellsOf = (line: Partial<ReturnType<typeof buildLine>>, options: Partial<ComparisonOptions> = {}) => {
    const quote = { ...full, lines: [buildLine('a', line)] };
    return compare(buildInput([quote], { items: [buildItem('a')] }), buildOptions(options)).rows[0]?.cells[0];
  };

  test('below the MOQ the whole MOQ is paid for what is needed', () => {
    expect(cellsOf({ moq: units(500), unitPrice: price(1) })).toMatchObject({
      orderQuantity: units(500),
      moqApplied: true,
      multipleApplied: false,
      comparedMinor: 50_000,
      comparedUnitPrice: price(5),
    });
  });

  test('orders are rounded up to whole multiples', () => {
    expect(cellsOf({ orderMultiple: units(30), unitPrice: price(1) })).toMatchObject({
      orderQuantity: units(120),
      moqApplied: false,
      multipleApplied: true,
      comparedMinor: 12_000,
    });
  });

  test.each([
    [50, price(2), null],
    [100, price(1.5), units(100)],
    [400, price(1), units(400)],
  ])('at %i %% of the plan the tier of that quantity applies', (quantityPercent, unitPrice, tierMinQuantity) => {
    const breaks = [
      { minQuantity: units(100), unitPrice: price(1.5) },
      { minQuantity: units(400), unitPrice: price(1) },
    ];
    const cell = cellsOf({ unitPrice: price(2), breaks }, { quantityPercent });
    expect(cell).toMatchObject({ unitPrice, tierMinQuantity, orderQuantity: units(quantityPercent) });
  });

  test.each<[string, Partial<ReturnType<typeof buildLine>>, object]>([
    ['no price', { unitPrice: null }, { state: 'noPrice', firstQuantity: null }],
    [
      'below the first tier',
      { unitPrice: null, breaks: [{ minQuantity: units(1_000), unitPrice: price(1) }] },
      { state: 'cannotBeOrdered', firstQuantity: units(1_000), unitPrice: price(1) },
    ],
    [
      'tiers that contradict each other',
      { breaks: [0, 1].map((cents) => ({ minQuantity: units(200), unitPrice: price(cents) })) },
      { state: 'cannotBeOrdered', firstQuantity: null },
    ],
    [
      'a figure beyond the exact range',
      { moq: Number.MAX_SAFE_INTEGER, unitPrice: price(1_000) },
      { state: 'outOfRange' },
    ],
  ])('%s: no figure', (_case, line, expected) => {
    expect(cellsOf(line)).toMatchObject({ ...expected, comparedMinor: null, comparable: false, isLowest: false });
  });

  test('the lowest is marked among comparable cells only, ties all, a lone one not', () => {
    const quotes = [
      buildQuote('low', { a: 1, b: 2 }),
      buildQuote('tie', { a: 1, b: 9 }),
      buildQuote('partial', { b: 1 }),
      buildQuote('gone', { a: 0.1, b: 0.1 }, { validUntil: '2025-12-31' }),
      buildQuote('small', { a: 0.1, b: 0.1 }, { minimumValueMinor: 1_000_000 }),
    ];
    const { rows, quotes: order } = compare(buildInput(quotes), buildOptions());
    const lowest = rows.map(({ cells }) => cells.flatMap(({ isLowest }, at) => (isLowest ? order[at]?.quote.id : [])));
    expect(lowest).toEqual([['low', 'tie'], ['partial']]);
    expect(rows.map(({ lowestMinor, comparableCount }) => [lowestMinor, comparableCount])).toEqual([
      [10_000, 2],
      [10_000, 3],
    ]);
    const alone = compare(buildInput([full]), buildOptions());
    expect(alone.rows[0]?.cells[0]).toMatchObject({ comparable: true, isLowest: false });
  });
});

describe('differences', () => {
  test('to the lowest, the average and our estimate, of ranked totals only', () => {
    const items = ['a', 'b'].map((id) => buildItem(id, { estimateUnitPrice: price(4) }));
    const { quotes, estimateMinor } = compare(
      buildInput([full, dear, buildQuote('x', { a: 1 })], { items }),
      buildOptions(),
    );
    expect(estimateMinor).toBe(80_000);
    expect(quotes.map(({ toLowest, toAverage, toEstimate }) => [toLowest, toAverage, toEstimate])).toEqual([
      [
        { minor: 0, bp: 0 },
        { minor: -10_000, bp: -1_667 },
        { minor: -30_000, bp: -3_750 },
      ],
      [
        { minor: 20_000, bp: 4_000 },
        { minor: 10_000, bp: 1_667 },
        { minor: -10_000, bp: -1_250 },
      ],
      [null, null, null],
    ]);
  });

  test('a partial estimate is shown by the row and held against no total', () => {
    const items = [buildItem('a', { estimateUnitPrice: price(4) }), buildItem('b')];
    const result = compare(buildInput([full], { items }), buildOptions());
    expect(result.rows.map(({ estimateMinor }) => estimateMinor)).toEqual([40_000, null]);
    expect([result.estimateMinor, result.estimatedCount]).toEqual([40_000, 1]);
    expect(result.quotes[0]?.toEstimate).toBeNull();
  });

  test('an estimate without a rate is left out, and it is said', () => {
    const items = ['a', 'b'].map((id) => buildItem(id, { estimateUnitPrice: price(4) }));
    const result = compare(buildInput([full], { items, estimateCurrency: 'EUR' }), buildOptions());
    expect([result.estimateMinor, result.estimatedCount]).toEqual([null, 2]);
    expect(result.assumptions).toContainEqual({ code: 'estimateNoRate', from: 'EUR', to: 'CNY' });
  });

  test('statistics count ranked totals only', () => {
    const quotes = [full, dear, { ...dear, id: 'third' }, buildQuote('x', { a: 0.01 })];
    expect(compare(buildInput(quotes), buildOptions()).market).toMatchObject({ count: 3, min: 50_000, max: 70_000 });
  });
});

function extra(amountMinor: number | null) {
  return { part: 'domesticFreight', basis: 'extra', amountMinor } as const;
}
