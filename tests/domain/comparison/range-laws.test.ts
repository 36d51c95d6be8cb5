import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import { shareSigned } from '../../../shared/domain/comparison/components.ts';
import { explain } from '../../../shared/domain/comparison/explain.ts';
import { packComparison, unpackComparison } from '../../../shared/domain/comparison/packed.ts';
import { standingsOf } from '../../../shared/domain/comparison/ranges.ts';
import type { ComparisonInput, ComparisonQuote, QuoteCostPart } from '../../../shared/domain/comparison/types.ts';
import { COST_BASES, COST_MEASURES, COST_PARTS, TAX_BASES } from '../../../shared/domain/quotes/terms.ts';
import { law } from '../kernel/law.ts';
import { buildInput, buildItem, buildOptions, buildQuote, buildRate, units } from './builders.ts';

const bounded = fc
  .record({
    part: fc.constantFrom(...COST_PARTS),
    basis: fc.constantFrom(...COST_BASES),
    measure: fc.constantFrom(...COST_MEASURES),
    amount: fc.nat({ max: 9_000 }),
    low: fc.nat({ max: 5_000 }),
    width: fc.nat({ max: 5_000 }),
    overQuantity: fc.option(fc.integer({ min: 1, max: 900_0000 })),
  })
  .map(
    ({ part, basis, measure, amount, low, width, overQuantity }): QuoteCostPart => ({
      part,
      basis,
      measure,
      amountMinor: amount,
      unitAmount: amount * 10,
      rateBp: amount,
      low,
      high: low + width,
      overQuantity,
    }),
  );

const quote = fc.record({
  prices: fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })),
  terms: fc.record({
    currency: fc.constantFrom('CNY', 'USD', 'JPY'),
    taxBasis: fc.constantFrom(...TAX_BASES.slice(0, 3)),
    vatRateBp: fc.constantFrom(1300, 300),
    incoterm: fc.constantFrom('domestic', 'EXW', 'FOB', null),
    channel: fc.constantFrom(null, '1688', 'alibaba'),
    costs: fc.uniqueArray(bounded, { selector: ({ part }) => part }),
  }),
});

const input: fc.Arbitrary<ComparisonInput> = fc.array(quote, { maxLength: 6 }).map((list) =>
  buildInput(
    list.map(({ prices: [a, b], terms }, at) =>
      buildQuote(`q${at}`, { a: a / 10, b: b / 10 }, terms satisfies Partial<ComparisonQuote>),
    ),
    {
      items: [buildItem('a', { quantity: units(7) }), buildItem('b', { quantity: units(13) })],
      rates: [buildRate('USD', 'CNY', '7.0123'), buildRate('CNY', 'JPY', '21.7')],
      bounds: [{ part: 'inspection', measure: 'order', low: 10, high: 99 }],
    },
  ),
);
const options = fc
  .record({
    basis: fc.constantFrom('quoted', 'comparable'),
    currency: fc.constantFrom('CNY', 'USD', 'JPY'),
    vatRecoverable: fc.boolean(),
  })
  .map(buildOptions);

const sum = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((all, one) => all + (one ?? 0), 0);

test('components and cells add up exactly to both ends of the total, and no cell’s ends cross', () => {
  law(
    fc.property(input, options, (given, how) => {
      const { quotes, rows } = compare(given, how);
      quotes.forEach(({ totalRange, totalMinor, components }, at) => {
        const low = totalRange?.lowMinor ?? 0;
        const high = totalRange?.highMinor ?? 0;
        expect(low).toBeLessThanOrEqual(high);
        expect(totalMinor).toBe(totalRange === null || low !== high ? null : low);
        expect(sum(components.map(({ lowMinor }) => lowMinor))).toBe(low);
        expect(sum(components.map(({ highMinor }) => highMinor))).toBe(high);
        expect(sum(rows.map(({ cells }) => cells[at]?.comparedLowMinor))).toBe(low);
        expect(sum(rows.map(({ cells }) => cells[at]?.comparedHighMinor))).toBe(high);
        for (const { cells } of rows) {
          const { comparedLowMinor, comparedHighMinor } = cells[at] ?? {};
          expect(comparedLowMinor ?? 0).toBeLessThanOrEqual(comparedHighMinor ?? 0);
        }
      });
    }),
  );
});

test('a range never shows as a point, a lowest mark is certain, and firm ranks are the ones that have a number', () => {
  law(
    fc.property(input, options, (given, how) => {
      const { quotes, rows, market } = compare(given, how);
      for (const { state, standing, rank } of quotes) {
        expect(standing !== null).toBe(state === 'ranked');
        expect(rank).toBe(standing?.firm ? standing.bestRank : null);
      }
      if (quotes.some(({ inMarket, totalMinor }) => inMarket && totalMinor === null)) expect(market).toBeNull();
      for (const { cells } of rows) {
        const others = cells.filter(({ comparable }) => comparable);
        for (const cell of others.filter(({ isLowest }) => isLowest)) {
          for (const other of others) {
            if (other !== cell) expect(cell.comparedHighMinor).toBeLessThanOrEqual(other.comparedLowMinor ?? 0);
          }
        }
      }
    }),
  );
});

test('the order in which quotes come changes nothing; packing loses nothing; the explanation ends in the figure', () => {
  law(
    fc.property(input, options, (given, how) => {
      const comparison = compare(given, how);
      expect(compare({ ...given, quotes: given.quotes.toReversed() }, how)).toEqual(comparison);
      expect(unpackComparison(packComparison(comparison))).toEqual(comparison);
      for (const { quote: one, totalRange } of comparison.quotes) {
        const shown = explain(given, how, one.id, null)?.result?.value ?? null;
        expect(shown === null).toBe(totalRange === null);
        expect(shown?.includes(' – ') ?? false).toBe(
          totalRange !== null && totalRange.lowMinor !== totalRange.highMinor,
        );
      }
    }),
  );
});

const ranges = fc.array(
  fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 20 })).map(([low, width]) => ({ lowMinor: low, highMinor: low + width })),
  { minLength: 1, maxLength: 8 },
);

test('standings are what the definition says', () => {
  law(
    fc.property(ranges, (list) => {
      standingsOf(list).forEach(({ bestRank, worstRank, firm }, at) => {
        const own = list[at];
        const others = list.filter((_, index) => index !== at);
        if (own === undefined) return;
        expect(bestRank).toBe(1 + others.filter(({ highMinor }) => highMinor < own.lowMinor).length);
        expect(worstRank).toBe(1 + others.filter(({ lowMinor }) => lowMinor < own.highMinor).length);
        expect(firm).toBe(bestRank === worstRank);
      });
    }),
  );
});

test('widening a bound never makes an open rank firm, and neither end of a total ever moves inward', () => {
  law(
    fc.property(
      fc.array(
        fc.record({ price: fc.integer({ min: 90, max: 110 }), low: fc.nat({ max: 900 }), width: fc.nat({ max: 900 }) }),
        {
          minLength: 2,
          maxLength: 6,
        },
      ),
      fc.nat(),
      fc.nat({ max: 900 }),
      (list, which, more) => {
        const build = (wider: number) =>
          compare(
            buildInput(
              list.map(({ price: major, low, width }, at) => {
                const extra = at === which % list.length ? wider : 0;
                const high = low + width + extra;
                const freight = {
                  part: 'domesticFreight',
                  basis: 'unknown',
                  amountMinor: null,
                  low: Math.max(0, low - extra),
                  high,
                } as const;
                return buildQuote(`q${at}`, { a: major / 10, b: 1 }, { costs: [freight] });
              }),
            ),
            buildOptions(),
          );
        const narrow = new Map(build(0).quotes.map((one) => [one.quote.id, one]));
        for (const wide of build(more).quotes) {
          const before = narrow.get(wide.quote.id);
          if (wide.standing?.firm) expect(before?.standing?.firm).toBe(true);
          expect(wide.totalRange?.lowMinor).toBeLessThanOrEqual(before?.totalRange?.lowMinor ?? 0);
          expect(wide.totalRange?.highMinor).toBeGreaterThanOrEqual(before?.totalRange?.highMinor ?? 0);
        }
      },
    ),
  );
});

// Whole cents and a whole rate, so that no rounding makes or breaks a tie.
test('standings do not depend on the currency: everything times a constant rate stands alike', () => {
  law(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat({ max: 500 }), fc.nat({ max: 500 })), { maxLength: 6 }),
      fc.integer({ min: 2, max: 9 }),
      (list, factor) => {
        const given = buildInput(
          list.map(([major, low, width], at) =>
            buildQuote(
              `q${at}`,
              { a: major, b: 1 },
              {
                costs: [{ part: 'packaging', basis: 'unknown', amountMinor: null, low, high: low + width }],
              },
            ),
          ),
          { rates: [buildRate('CNY', 'USD', String(factor))] },
        );
        const standOf = (currency: string) =>
          compare(given, buildOptions({ currency })).quotes.map(({ quote: one, standing }) => [one.id, standing]);
        expect(standOf('USD')).toEqual(standOf('CNY'));
      },
    ),
  );
});

test('shares of either sign sum exactly and lie within a unit of their exact value', () => {
  const parts = fc.array(fc.integer({ min: -5_000, max: 50_000 }), { minLength: 1, maxLength: 9 });
  law(
    fc.property(parts, fc.integer({ min: 0, max: 1_000_000 }), (list, total) => {
      const shares = shareSigned(total, list);
      expect(sum(shares)).toBe(total);
      const whole = sum(list);
      if (whole === 0) return;
      shares.forEach((share, at) => {
        expect(Math.abs(share - ((list[at] ?? 0) * total) / whole)).toBeLessThan(1.001);
      });
    }),
  );
});
