import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import { explain } from '../../../shared/domain/comparison/explain.ts';
import { packComparison, unpackComparison } from '../../../shared/domain/comparison/packed.ts';
import type { ComparisonInput, ComparisonLine, ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import { COST_BASES, COST_PARTS, TAX_BASES } from '../../../shared/domain/quotes/terms.ts';
import { toDecimalString } from '../../../shared/kernel/money.ts';
import type { Trace } from '../../../shared/kernel/trace.ts';
import { law } from '../kernel/law.ts';
import { buildInput, buildItem, buildOptions, buildQuote, buildRate, units } from './builders.ts';

const ITEM_IDS = ['a', 'b', 'c'];
const CURRENCIES = ['CNY', 'USD', 'JPY', 'KWD', 'XXX'];
const RATES = [buildRate('USD', 'CNY', '7.0123'), buildRate('CNY', 'JPY', '21.7'), buildRate('KWD', 'USD', '3.25')];

const NO_LINE: Omit<ComparisonLine, 'itemId'> = { unitPrice: null, moq: null, orderMultiple: null, breaks: [] };

const quantity = fc.integer({ min: 1, max: 5_000_0000 });
const unitPrice = fc.integer({ min: 0, max: 90_000_000 });

const line: fc.Arbitrary<Omit<ComparisonLine, 'itemId'>> = fc.record({
  unitPrice: fc.option(unitPrice, { freq: 9 }),
  moq: fc.option(quantity),
  orderMultiple: fc.option(fc.integer({ min: 1, max: 500_0000 })),
  breaks: fc
    .uniqueArray(fc.record({ minQuantity: quantity, unitPrice }), { selector: (one) => one.minQuantity, maxLength: 3 })
    .map((breaks) => breaks.toSorted((a, b) => a.minQuantity - b.minQuantity)),
});

const terms: fc.Arbitrary<Partial<ComparisonQuote>> = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  taxBasis: fc.constantFrom(...TAX_BASES),
  vatRateBp: fc.constantFrom(1300, 300, null),
  minimumValueMinor: fc.option(fc.nat({ max: 10_000_00 })),
  validUntil: fc.constantFrom(null, '2025-12-31', '2026-01-05'),
  incoterm: fc.constantFrom(null, 'EXW', 'FOB', 'DDP'),
  costs: fc.uniqueArray(
    fc.record({
      part: fc.constantFrom(...COST_PARTS),
      basis: fc.constantFrom(...COST_BASES),
      amountMinor: fc.nat({ max: 100_000 }),
    }),
    { selector: (one) => one.part },
  ),
});

const quotes = fc
  .array(fc.tuple(terms, fc.array(fc.option(line, { freq: 9 }), { minLength: 3, maxLength: 3 })), { maxLength: 6 })
  .map((list) =>
    list.map(([overrides, lines], at) =>
      buildQuote(
        `q${at}`,
        {},
        {
          ...overrides,
          lines: lines.flatMap((one, index) => (one === null ? [] : [{ ...one, itemId: ITEM_IDS[index] ?? '' }])),
        },
      ),
    ),
  );

const input: fc.Arbitrary<ComparisonInput> = fc
  .record({
    quotes,
    items: fc.array(
      fc.record({ quantity: fc.option(quantity, { freq: 9 }), estimateUnitPrice: fc.option(unitPrice) }),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
  })
  .map(({ quotes: list, items }) =>
    buildInput(list, { items: items.map((item, at) => buildItem(ITEM_IDS[at] ?? '', item)), rates: RATES }),
  );

const options = fc
  .record({
    basis: fc.constantFrom('quoted', 'comparable'),
    currency: fc.constantFrom('CNY', 'USD', 'JPY'),
    quantityPercent: fc.constantFrom(1, 50, 100, 333),
    vatRecoverable: fc.boolean(),
  })
  .map(buildOptions);

test('the cells of a column add up to its total, those of the estimate too', () => {
  law(
    fc.property(input, options, (given, how) => {
      const { quotes: columns, rows, estimateMinor } = compare(given, how);
      const sumOf = (values: (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      columns.forEach(({ totalMinor }, at) => {
        expect(sumOf(rows.map(({ cells }) => cells[at]?.comparedMinor ?? null))).toBe(totalMinor ?? 0);
      });
      expect(sumOf(rows.map((row) => row.estimateMinor))).toBe(estimateMinor ?? 0);
    }),
  );
});

test('only complete and comparable quotes are ranked, and what is lowest is one of them', () => {
  law(
    fc.property(input, options, (given, how) => {
      const result = compare(given, how);
      for (const { state, rank, exclusions, incomplete, pricedCount, totalMinor } of result.quotes) {
        expect(rank !== null).toBe(state === 'ranked');
        expect(state === 'ranked').toBe(exclusions.length === 0 && incomplete.length === 0);
        if (rank !== null) expect([pricedCount, totalMinor !== null]).toEqual([ITEM_IDS.length, true]);
      }
      const ranked = result.quotes.flatMap(({ rank, totalMinor }) => (rank === null ? [] : (totalMinor ?? [])));
      expect(result.lowestMinor).toBe(ranked.length === 0 ? null : Math.min(...ranked));
      for (const { cells } of result.rows) {
        for (const [at, cell] of cells.entries()) {
          if (cell.isLowest) expect(result.quotes[at]?.exclusions).toEqual([]);
        }
      }
    }),
  );
});

test('the order in which quotes come changes nothing', () => {
  law(
    fc.property(input, options, (given, how) => {
      expect(compare({ ...given, quotes: given.quotes.toReversed() }, how)).toEqual(compare(given, how));
    }),
  );
});

// Whole units and whole cents, so that no rounding makes or breaks a tie.
test('all prices times a constant, or all in another currency, give the same ranks', () => {
  const prices = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 2 }), { maxLength: 8 });
  law(
    fc.property(prices, fc.integer({ min: 2, max: 9 }), (list, factor) => {
      const build = (times: number) =>
        list.map(([a = 1, b = 1], at) => buildQuote(`q${at}`, { a: a * times, b: b * times }));
      const ranksOf = (given: ComparisonInput, currency: string) =>
        compare(given, buildOptions({ currency })).quotes.map(({ quote, rank, toLowest }) => [
          quote.id,
          rank,
          toLowest?.bp,
        ]);
      const items = [buildItem('a', { quantity: units(3) }), buildItem('b', { quantity: units(7) })];
      const plain = ranksOf(buildInput(build(1), { items }), 'CNY');
      const rates = [buildRate('CNY', 'USD', String(factor))];
      expect(ranksOf(buildInput(build(factor), { items }), 'CNY')).toEqual(plain);
      expect(ranksOf(buildInput(build(1), { items, rates }), 'USD')).toEqual(plain);
    }),
  );
});

test('the explanation ends in the figure it explains', () => {
  const resultOf = (trace: Trace | null) => trace?.result?.value ?? null;
  law(
    fc.property(input, options, (given, how) => {
      const { quotes: columns, rows } = compare(given, how);
      const shown = (minor: number | null | undefined) =>
        minor === null || minor === undefined ? null : toDecimalString({ minor, currency: how.currency });
      columns.forEach(({ quote, totalMinor }, at) => {
        expect(resultOf(explain(given, how, quote.id, null))).toBe(shown(totalMinor));
        for (const { item, cells } of rows) {
          expect(resultOf(explain(given, how, quote.id, item.id))).toBe(shown(cells[at]?.comparedMinor));
        }
      });
    }),
  );
});

test('packing loses nothing', () => {
  law(
    fc.property(input, options, (given, how) => {
      const comparison = compare(given, how);
      expect(unpackComparison(packComparison(comparison))).toEqual(comparison);
    }),
  );
});

test('nothing is explained that is not there', () => {
  const given = buildInput([buildQuote('q', { a: 1, b: 1 })]);
  expect(explain(given, buildOptions(), 'nobody', null)).toBeNull();
  expect(explain(given, buildOptions(), 'q', 'nothing')).toBeNull();
});

test('figures beyond the exact range have an explanation without result', () => {
  const lines = [{ ...NO_LINE, itemId: 'a', unitPrice: Number.MAX_SAFE_INTEGER, moq: units(1_000_000) }];
  const given = buildInput([{ ...buildQuote('q', {}), lines }]);
  expect(explain(given, buildOptions(), 'q', 'a')).toMatchObject({ rule: 'shareOfTotal', result: null });
});
