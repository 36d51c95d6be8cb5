import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import type {
  ComparisonInput,
  ComparisonOptions,
  ComparisonQuote,
  LedgerEntry,
  QuoteCostPart,
} from '../../../shared/domain/comparison/types.ts';
import { statedCost } from '../../../shared/domain/quotes/costs.ts';
import { type CostPart, SUPPLIER_CHARGES } from '../../../shared/domain/quotes/terms.ts';
import { buildInput, buildLine, buildOptions, buildQuote, buildRate, price, units } from './builders.ts';

/** Everything a supplier charges is in the price but for what is named. */
function quoteWith(id: string, major: number, costs: readonly QuoteCostPart[], terms: Partial<ComparisonQuote> = {}) {
  const named = new Set(costs.map(({ part }) => part));
  const included = SUPPLIER_CHARGES.filter((part) => !named.has(part)).map((part) => statedCost(part, 'included'));
  return buildQuote(id, { a: major, b: major }, { costs: [...included, ...costs], ...terms });
}

const comparison = (
  quotes: ComparisonQuote[],
  options: Partial<ComparisonOptions> = {},
  more: Partial<ComparisonInput> = {},
) => compare(buildInput(quotes, more), buildOptions(options));

function entryOf(quote: ComparisonQuote, part: CostPart, others: ComparisonQuote[] = []): LedgerEntry | undefined {
  const { quotes } = comparison([quote, ...others]);
  return quotes.find((one) => one.quote.id === quote.id)?.ledger.find((entry) => entry.part === part);
}

describe('what a cost part comes to', () => {
  // 200 pieces at 10.00: goods 2,000.00
  test.each<[string, QuoteCostPart, number]>([
    ['per order', statedCost('packaging', 'extra', { amountMinor: 5_000 }), 5_000],
    ['per unit ordered', statedCost('packaging', 'extra', { measure: 'unit', unitAmount: 125_000 }), 2_500],
    ['as a rate of the goods', statedCost('packaging', 'extra', { measure: 'rate', rateBp: 250 }), 5_000],
    ['tooling, this order bearing it all', statedCost('tooling', 'extra', { amountMinor: 80_000 }), 80_000],
    [
      'tooling spread over a volume five times the order',
      statedCost('tooling', 'extra', { amountMinor: 80_000, overQuantity: units(1_000) }),
      16_000,
    ],
    [
      'tooling over a volume the order passes: never more than it costs',
      statedCost('tooling', 'extra', { amountMinor: 80_000, overQuantity: units(100) }),
      80_000,
    ],
  ])('%s', (_case, cost, minor) => {
    const quote = quoteWith('x', 10, [cost]);
    expect(entryOf(quote, cost.part)).toMatchObject({
      state: 'extra',
      source: 'stated',
      lowMinor: minor,
      highMinor: minor,
    });
    expect(comparison([quote]).quotes[0]?.totalMinor).toBe(200_000 + minor);
  });

  test('an agent’s rate is on goods and domestic freight (DOMAIN 2.3)', () => {
    const quote = quoteWith('x', 10, [
      statedCost('domesticFreight', 'extra', { amountMinor: 20_000 }),
      statedCost('agentFee', 'extra', { measure: 'rate', rateBp: 500 }),
    ]);
    expect(entryOf(quote, 'agentFee')).toMatchObject({ lowMinor: 11_000 });
  });

  test('the rate for an invoice is on the net amount (DOMAIN 2.1)', () => {
    const quote = quoteWith('x', 10, [statedCost('vatInvoice', 'extra', { measure: 'rate', rateBp: 600 })], {
      taxBasis: 'excluded',
    });
    const [compared] = comparison([quote]).quotes;
    expect(compared?.totalMinor).toBe(226_000 + 12_000);
    expect(compared?.components).toEqual([
      { component: 'goods', lowMinor: 200_000, highMinor: 200_000 },
      { component: 'vatInvoice', lowMinor: 12_000, highMinor: 12_000 },
      { component: 'tax', lowMinor: 26_000, highMinor: 26_000 },
    ]);
  });
});

describe('who says it', () => {
  const silent = (incoterm: ComparisonQuote['incoterm']) =>
    buildQuote('x', { a: 10, b: 10 }, { incoterm, costs: [statedCost('packaging', 'included')] });

  test.each([
    ['FOB', 'domesticFreight', 'included', 'byTerm'],
    ['EXW', 'domesticFreight', 'open', 'open'],
    ['domestic', 'domesticFreight', 'open', 'open'],
    ['FOB', 'mainCarriage', 'open', 'open'],
    ['CIF', 'mainCarriage', 'included', 'byTerm'],
    ['CIF', 'insurance', 'included', 'byTerm'],
    ['CFR', 'insurance', 'open', 'open'],
    ['DDP', 'duty', 'included', 'byTerm'],
    ['FOB', 'packaging', 'included', 'stated'],
    ['FOB', 'vatInvoice', 'included', 'byTerm'],
    ['FOB', 'agentFee', 'none', 'open'],
  ] as const)('%s, silent on %s: %s, %s', (incoterm, part, state, source) => {
    expect(entryOf(silent(incoterm), part)).toMatchObject({ state, source });
  });

  test('a statement overrides the term, and both are told', () => {
    const quote = { ...silent('FOB'), costs: [statedCost('domesticFreight', 'extra', { amountMinor: 100 })] };
    expect(entryOf(quote, 'domesticFreight')).toMatchObject({ state: 'extra', source: 'stated', byTerm: 'included' });
  });

  test('what the buyer pays beyond the trade term is not part of the comparable cost', () => {
    const quote = quoteWith('x', 10, [statedCost('mainCarriage', 'extra', { amountMinor: 9_000 })], {
      incoterm: 'FOB',
    });
    expect(entryOf(quote, 'mainCarriage')).toMatchObject({ counted: false });
    expect(comparison([quote]).quotes[0]?.totalMinor).toBe(200_000);
  });

  test('the project’s bounds stand in where a quote is silent, in its currency, and are said', () => {
    const open = buildQuote(
      'x',
      { a: 10, b: 10 },
      {
        currency: 'USD',
        costs: SUPPLIER_CHARGES.slice(1).map((part) => statedCost(part, 'included')),
      },
    );
    const bounds = [{ part: 'domesticFreight', measure: 'order', low: 7_000, high: 14_000 }] as const;
    const result = comparison([open, quoteWith('y', 10, [])], {}, { bounds, rates: [buildRate('USD', 'CNY', '7')] });
    const compared = result.quotes.find((one) => one.quote.id === 'x');
    expect(compared?.ledger[0]).toMatchObject({ state: 'range', source: 'assumed', lowMinor: 1_000, highMinor: 2_000 });
    expect(compared?.totalRange).toEqual({ lowMinor: 1_407_000, highMinor: 1_414_000 });
    expect(result.assumptions).toContainEqual({ code: 'costBounded', part: 'domesticFreight' });
  });
});

describe('unknown within bounds', () => {
  const freight = (low: number, high: number) => statedCost('domesticFreight', 'unknown', { low, high });

  test('both ends go through tax and exchange; nothing pretends to be a point', () => {
    const quote = quoteWith('x', 1, [freight(1_000, 2_000)], { currency: 'USD', taxBasis: 'excluded' });
    const { quotes, rows, lowestMinor, lowestRange, averageMinor, market, marketRange } = comparison(
      [quote, { ...quote, id: 'y' }, { ...quote, id: 'z' }],
      {},
      { rates: [buildRate('USD', 'CNY', '7')] },
    );
    // (20,000 + 1,000) × 1.13 × 7 and (20,000 + 2,000) × 1.13 × 7
    expect(quotes[0]).toMatchObject({
      state: 'ranked',
      totalMinor: null,
      totalRange: { lowMinor: 166_110, highMinor: 174_020 },
      extrasMinor: null,
      taxMinor: null,
      rank: null,
      standing: { bestRank: 1, worstRank: 3, firm: false },
      toLowest: null,
      toLowestRange: { lowMinor: 0, highMinor: 7_910, lowBp: 0 },
    });
    expect([lowestMinor, averageMinor, market]).toEqual([null, null, null]);
    expect(lowestRange).toEqual({ lowMinor: 166_110, highMinor: 174_020 });
    expect(marketRange?.low).toMatchObject({ state: 'computed', median: 166_110 });
    expect(marketRange?.high).toMatchObject({ state: 'computed', median: 174_020 });
    expect(rows[0]?.cells[0]).toMatchObject({
      comparedMinor: null,
      comparedLowMinor: 83_055,
      comparedHighMinor: 87_010,
    });
    expect(rows.flatMap(({ cells }) => cells.map(({ isLowest }) => isLowest))).not.toContain(true);
  });

  test('ranks are firm where ranges do not overlap, open where they do', () => {
    const result = comparison([
      quoteWith('a', 10, []),
      quoteWith('b', 10.5, [freight(0, 4_000)]),
      quoteWith('c', 10.6, []),
      quoteWith('d', 12, [freight(0, 1_000)]),
    ]);
    expect(
      result.quotes.map(({ quote, rank, standing }) => [quote.id, rank, standing?.bestRank, standing?.worstRank]),
    ).toEqual([
      ['a', 1, 1, 1],
      ['b', null, 2, 3],
      ['c', null, 2, 3],
      ['d', 4, 4, 4],
    ]);
    expect(result.lowestMinor).toBe(200_000);
    expect(result.question).toMatchObject({
      quoteId: 'b',
      part: 'domesticFreight',
      widthMinor: 4_000,
      openCount: 2,
      settledCount: 2,
      settlesAll: true,
    });
  });

  test('the question goes to the unknown that settles most, and says when it only narrows', () => {
    const result = comparison([
      quoteWith('a', 10, [freight(0, 40_000)]),
      quoteWith('b', 10.5, [freight(0, 4_000), statedCost('tooling', 'unknown', { low: 0, high: 1_000 })]),
      quoteWith('c', 10.6, []),
    ]);
    expect(result.question).toMatchObject({ quoteId: 'a', part: 'domesticFreight', openCount: 3, settlesAll: false });
  });

  test('a tie of points shares a firm rank; firm ranks leave nothing to ask', () => {
    const result = comparison([quoteWith('a', 10, []), quoteWith('b', 10, []), quoteWith('c', 11, [freight(0, 10)])]);
    expect(result.quotes.map(({ rank }) => rank)).toEqual([1, 1, 3]);
    expect(result.question).toBeNull();
  });

  test('without bounds it stays not comparable, where others know', () => {
    const open = quoteWith('x', 1, [statedCost('domesticFreight', 'unknown')]);
    const [known, unknown] = comparison([open, quoteWith('y', 10, [])]).quotes;
    expect(known?.rank).toBe(1);
    expect(unknown).toMatchObject({
      state: 'excluded',
      exclusions: [{ code: 'costUnknown', part: 'domesticFreight' }],
    });
  });

  test('on prices as quoted an unknown cost changes nothing', () => {
    const quotes = [quoteWith('a', 10, [freight(0, 50)]), quoteWith('b', 10, [freight(0, 90)])];
    expect(comparison(quotes, { basis: 'quoted' }).quotes.map(({ totalMinor }) => totalMinor)).toEqual([
      200_000, 200_000,
    ]);
  });
});

describe('markets apart', () => {
  test('1688 and Alibaba.com prices share no statistic, and what is left out is said', () => {
    const on = (id: string, major: number, channel: ComparisonQuote['channel']) =>
      quoteWith(id, major, [], { channel });
    const result = comparison([
      on('a', 10, '1688'),
      on('b', 11, '1688'),
      on('c', 12, '1688'),
      on('d', 30, 'alibaba'),
      on('e', 31, 'alibaba'),
    ]);
    expect(result.market).toMatchObject({ state: 'computed', count: 3, max: 240_000 });
    expect(result.quotes.map(({ inMarket }) => inMarket)).toEqual([true, true, true, false, false]);
    expect(result.quotes.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    expect(result.assumptions).toContainEqual({ code: 'channelApart', channel: 'alibaba', count: 2 });
  });
});

test('each quote is shown as what it is: no rate, incomplete, expired, below its MOQ, unknown freight', () => {
  const quotes = [
    quoteWith('good', 10, []),
    quoteWith('noRate', 1, [], { currency: 'EUR' }),
    buildQuote('incomplete', { a: 1 }),
    quoteWith('expired', 1, [], { validUntil: '2026-01-04' }),
    {
      ...quoteWith('belowMoq', 9, []),
      lines: ['a', 'b'].map((item) => buildLine(item, { moq: units(500), unitPrice: price(9) })),
    },
    quoteWith('unknownFreight', 9.5, [statedCost('domesticFreight', 'unknown', { low: 5_000, high: 15_000 })]),
  ];
  const { quotes: compared, rows } = comparison(quotes);
  const said = Object.fromEntries(
    compared.map((one) => [
      one.quote.id,
      [one.state, one.standing, [...one.exclusions, ...one.incomplete].map(({ code }) => code)],
    ]),
  );
  expect(said).toEqual({
    good: ['ranked', { bestRank: 1, worstRank: 2, firm: false }, []],
    unknownFreight: ['ranked', { bestRank: 1, worstRank: 2, firm: false }, []],
    belowMoq: ['ranked', { bestRank: 3, worstRank: 3, firm: true }, []],
    incomplete: ['incomplete', null, ['missingPrices']],
    expired: ['excluded', null, ['expired']],
    noRate: ['excluded', null, ['noExchangeRate']],
  });
  const belowMoq = compared.findIndex(({ quote }) => quote.id === 'belowMoq');
  expect(rows[0]?.cells[belowMoq]).toMatchObject({ moqApplied: true, orderQuantity: units(500) });
});
