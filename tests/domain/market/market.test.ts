import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { belowMarket } from '../../../shared/domain/market/below-market.ts';
import { marketStatistics, populationSize, weightedPrice } from '../../../shared/domain/market/market.ts';
import { traceBelowMarket, traceMarket } from '../../../shared/domain/market/trace.ts';
import type { MarketQuote } from '../../../shared/domain/market/types.ts';
import { law } from '../kernel/law.ts';

/** Quotes a, b, c … at the prices given, all for the same quantity unless told otherwise. */
function quotesAt(prices: number[], quantities: (number | null)[] = prices.map(() => 10_000)): MarketQuote[] {
  return prices.map((price, index) => ({
    id: String.fromCharCode(97 + index),
    price,
    quantity: quantities[index] ?? null,
  }));
}

// DOMAIN 4
test.each([
  [0, 'insufficient'],
  [2, 'insufficient'],
  [3, 'indicative'],
  [4, 'indicative'],
  [5, 'adequate'],
  [9, 'adequate'],
  [10, 'strong'],
])('%i quotes are %s', (count, size) => {
  expect(populationSize(count)).toBe(size);
});

describe('market statistics', () => {
  test.each([
    [[], 3],
    [[100], 2],
    [[100, 200], 1],
  ])('%j is refused and says how many are missing', (prices, missingQuotes) => {
    expect(marketStatistics(quotesAt(prices))).toEqual({ state: 'insufficient', count: prices.length, missingQuotes });
  });

  test('six quotes, one of them far off', () => {
    const quotes = quotesAt([100, 104, 98, 102, 96, 400], [10_000, 30_000, 10_000, 10_000, 10_000, 10_000]);
    expect(marketStatistics(quotes)).toEqual({
      state: 'computed',
      size: 'adequate',
      count: 6,
      min: 96,
      max: 400,
      mean: 150,
      median: 101,
      p25: 99, // 98.5
      p75: 104, // 103.5
      standardDeviation: 123, // 122.507
      weightedMean: { price: 139, weighting: 'quantity' }, // 1108 / 8
      spreadBp: 30_099,
      outliers: [{ id: 'f', price: 400, zHundredths: 6723 }],
      referencePrice: { price: 101, weighting: 'quantity' }, // 708 / 7
    });
  });

  test('one unknown quantity makes it the plain mean, and it says so', () => {
    const quotes = quotesAt([100, 200, 600], [10_000, null, 10_000]);
    expect(marketStatistics(quotes)).toMatchObject({
      weightedMean: { price: 300, weighting: 'none' },
      referencePrice: { price: 300, weighting: 'none' },
      outliers: null,
    });
  });

  test('prices of zero have no spread, negative ones no market', () => {
    expect(marketStatistics(quotesAt([0, 0, 0]))).toMatchObject({ spreadBp: null, mean: 0 });
    expect(() => marketStatistics(quotesAt([1, 2, -3]))).toThrow(RangeError);
  });
});

// support.microsoft.com, "Calculate a weighted average" (shown there as 24.66 and 0.28), in millionths
test.each([
  ['a unit across three purchases', [20, 25, 35], [500, 750, 200], 24_655_172],
  ['widgets of two shipments', [0.2, 0.3], [10, 40], 280_000],
])('weighted average: %s', (_case, prices, quantities, price) => {
  const millionths = prices.map((one) => Math.round(one * 1_000_000));
  expect(weightedPrice(quotesAt(millionths, quantities))).toEqual({ price, weighting: 'quantity' });
});

describe('significantly below market', () => {
  // The others are 90, 100, 110 and 100: their weighted mean is 100.
  test.each([
    [100, 0, 'none'],
    [92, 800, 'none'],
    [85, 1500, 'amber'],
    [81, 1900, 'amber'],
    [80, 2000, 'red'],
    [71, 2900, 'red'],
    [70, 3000, 'critical'],
    [120, -2000, 'none'],
  ])('%i is %i basis points below: %s', (price, belowBp, severity) => {
    const verdict = belowMarket(quotesAt([90, 100, 110, 100, price])).at(-1);
    expect(verdict).toMatchObject({ state: 'computed', severity, belowBp, others: { price: 100 }, othersCount: 4 });
  });

  test('one standard deviation below the mean is amber, however small the distance', () => {
    const verdict = belowMarket(quotesAt([1000, 1002, 1001, 999, 990])).at(-1);
    expect(verdict).toMatchObject({ severity: 'amber', belowOneDeviation: true, belowBp: 105 });
  });

  test('exactly one deviation below the mean is not below it', () => {
    // Mean 100, sample deviation exactly 3; that of a whole population would be 2.68.
    expect(belowMarket(quotesAt([97, 97, 103, 103, 100]))[0]).toMatchObject({ belowOneDeviation: false });
  });

  test.each([
    ['four quotes', [100, 100, 100, 50], 1],
    ['two quotes', [100, 50], 3],
    ['one quote', [50], 4],
  ])('%s: refused, and it says how many are missing', (_case, prices, missingQuotes) => {
    expect(belowMarket(quotesAt(prices)).at(-1)).toMatchObject({ state: 'refused', missingQuotes });
  });

  test('an outlier does not lift the market the others are held against', () => {
    const verdict = belowMarket(quotesAt([90, 100, 110, 100, 104, 5_000]))[0];
    expect(verdict).toMatchObject({ othersCount: 4, others: { price: 104 }, severity: 'none', belowBp: 1304 }); // 13.5 / 103.5
  });

  test('weights are those of the others: a quote without quantity spoils all but its own', () => {
    const verdicts = belowMarket(quotesAt([90, 100, 110, 100, 80], [10_000, 10_000, 10_000, 10_000, null]));
    expect(verdicts.map((one) => one.state === 'computed' && one.others.weighting)).toEqual([
      'none',
      'none',
      'none',
      'none',
      'quantity',
    ]);
  });
});

describe('laws', () => {
  const quotes = fc
    .array(
      fc.record({
        price: fc.integer({ min: 1, max: 10 ** 9 }),
        quantity: fc.option(fc.integer({ min: 1, max: 10 ** 9 })),
      }),
      {
        minLength: 3,
        maxLength: 14,
      },
    )
    .map((rows) => rows.map((row, index) => ({ ...row, id: `supplier-${index}` })));

  test('neither the order nor the currency of the quotes changes a verdict', () => {
    law(
      fc.property(quotes, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const dearer = list.map((quote) => ({ ...quote, price: quote.price * factor }));
        const verdicts = (of: MarketQuote[]) =>
          belowMarket(of)
            .map((one) => ({ ...one, others: null }))
            .toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(verdicts(list.toReversed())).toEqual(verdicts(list));
        expect(verdicts(dearer)).toEqual(verdicts(list));
        const outliers = (of: MarketQuote[]) => {
          const market = marketStatistics(of);
          return market.state === 'computed' && market.outliers?.map(({ id }) => id).toSorted();
        };
        expect(outliers(list.toReversed())).toEqual(outliers(list));
        expect(outliers(dearer)).toEqual(outliers(list));
      }),
    );
  });

  test('the reference price lies between the lowest and the highest', () => {
    law(
      fc.property(quotes, (list) => {
        const market = marketStatistics(list);
        if (market.state === 'insufficient') return;
        for (const { price } of [market.weightedMean, market.referencePrice]) {
          expect(price).toBeGreaterThanOrEqual(market.min);
          expect(price).toBeLessThanOrEqual(market.max);
        }
      }),
    );
  });
});

test('the traces show the figures of the rules', () => {
  const priceText = (price: number) => ({ value: String(price), unit: 'fen' });
  const quotes = quotesAt([90, 100, 110, 100, 70]);
  expect(traceMarket(quotes, priceText).result).toEqual({ name: 'referencePrice', value: '94', unit: 'fen' });
  expect(traceBelowMarket(quotes, 'e', priceText).result).toEqual({ name: 'below', value: '30.00', unit: '%' });
  expect(traceMarket(quotes.slice(0, 2), priceText)).toMatchObject({
    result: null,
    inputs: expect.arrayContaining([{ name: 'missingQuotes', value: '1' }]),
  });
  expect(() => traceBelowMarket(quotes, 'z', priceText)).toThrow(RangeError);
});
