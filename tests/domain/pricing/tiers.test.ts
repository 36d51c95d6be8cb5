import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atMyQuantity,
  effectiveUnitPrice,
  orderQuantity,
  type PriceBreak,
  priceAt,
  priceBreakWarnings,
  slabTotal,
  tiersOf,
  validatePriceBreaks,
} from '../../../shared/domain/pricing/tiers.ts';
import { traceAtMyQuantity } from '../../../shared/domain/pricing/trace.ts';
import { lineTotal, toDecimalString } from '../../../shared/kernel/money.ts';
import { law } from '../kernel/law.ts';
import { risingTiers, tiers, units } from './price-breaks.ts';

describe('price at a quantity', () => {
  // github.com/inventree/InvenTree company/fixtures/price_breaks.yaml and company/tests.py, test_quantity_pricing
  const acme0001 = tiers([1, '10'], [5, '7.50'], [25, '3.50']);
  const acme0002 = tiers([5, '7'], [50, '1.25']);
  test.each([
    [acme0001, 1, 1000],
    [acme0001, 4, 4000],
    [acme0001, 11, 8250],
    [acme0001, 23, 17250],
    [acme0001, 100, 35000],
    [acme0002, 5, 3500],
    [acme0002, 45, 31500],
    [acme0002, 55, 6875],
  ])('%# InvenTree: %j at %i costs %i', (list, quantity, cents) => {
    const tier = priceAt(units(quantity), list);
    expect(tier && lineTotal(units(quantity), tier.unitPrice, 'USD')).toBe(cents);
  });

  test('below the first tier nothing can be ordered', () => {
    expect(priceAt(units(4), acme0002)).toBeNull();
  });

  test('within one tier more never costs less', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 9 });
    law(
      fc.property(risingTiers, amount, amount, (list, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const tier = priceAt(less, list);
        if (tier === null || tier !== priceAt(more, list)) return;
        expect(lineTotal(less, tier.unitPrice, 'CNY')).toBeLessThanOrEqual(lineTotal(more, tier.unitPrice, 'CNY'));
      }),
    );
  });
});

describe('order quantity', () => {
  test.each([
    [950, 1000, null, 1000],
    [950, 1000, 300, 1200],
    [950, null, 300, 1200],
    [900, null, 300, 900],
    [1200, 1000, null, 1200],
    [950, 1000, 0, 1000],
    [0.5, null, null, 0.5],
    [0.5, null, 0.2, 0.6],
  ])('need %d, MOQ %d, multiple %d: order %d', (need, moq, multiple, expected) => {
    const quantity = (value: number | null) => (value === null ? null : units(value));
    expect(orderQuantity(units(need), quantity(moq), quantity(multiple))).toBe(units(expected));
  });

  test('it covers need and MOQ in whole multiples, with less than one multiple to spare', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 });
    law(
      fc.property(amount, amount, fc.integer({ min: 1, max: 10 ** 9 }), (need, moq, multiple) => {
        const ordered = orderQuantity(need, moq, multiple);
        const wanted = Math.max(need, moq);
        expect(ordered % multiple).toBe(0);
        expect(ordered).toBeGreaterThanOrEqual(wanted);
        expect(ordered - multiple).toBeLessThan(wanted);
      }),
    );
  });

  test('a negative quantity is refused', () => {
    expect(() => orderQuantity(-1, null, null)).toThrow(RangeError);
    expect(() => orderQuantity(1, null, -1)).toThrow(RangeError);
  });
});

describe('at my quantity', () => {
  const straw = {
    unitPrice: 500_000,
    breaks: tiers([5000, '0.45'], [10000, '0.40']),
    moq: units(1000),
    multiple: units(600),
  };

  test('MOQ and multiple decide the quantity, the quantity decides the tier', () => {
    expect(atMyQuantity({ ...straw, need: units(800) })).toEqual({
      state: 'orderable',
      need: units(800),
      orderQuantity: units(1200),
      unitPrice: 500_000,
      tierMinQuantity: units(1000),
      surplus: units(400),
      moqApplied: true,
      multipleApplied: true,
    });
    expect(atMyQuantity({ ...straw, need: units(4900) })).toMatchObject({
      orderQuantity: units(5400), // rounding up to the pack reaches the next tier
      unitPrice: 450_000,
      moqApplied: false,
      multipleApplied: true,
    });
  });

  test('a need that meets the MOQ is not raised by it', () => {
    expect(atMyQuantity({ ...straw, multiple: null, need: units(1000) })).toMatchObject({
      surplus: 0,
      moqApplied: false,
      multipleApplied: false,
    });
  });

  test('paying for more than is needed raises the price of a needed unit', () => {
    expect(effectiveUnitPrice(60_000, units(800), 'CNY')).toBe(750_000); // 600.00 for 800
    expect(effectiveUnitPrice(1_000, units(3), 'JPY')).toBe(333_333_333);
  });

  test.each([
    ['noPrice', { unitPrice: null, breaks: [], moq: null, multiple: null, need: units(1) }],
    ['noQuantity', { ...straw, need: null }],
    ['noQuantity', { ...straw, need: 0 }],
    ['belowFirstTier', { unitPrice: null, breaks: tiers([100, '1']), moq: null, multiple: null, need: units(99) }],
    ['invalidPriceBreaks', { ...straw, breaks: tiers([5000, '0.45'], [5000, '0.40']), need: units(1) }],
    ['invalidPriceBreaks', { ...straw, breaks: tiers([1000, '0.45']), need: units(1) }], // contradicts the base price
  ])('%s: cannot be ordered', (reason, input) => {
    expect(atMyQuantity(input)).toMatchObject({ state: 'cannotBeOrdered', reason });
  });

  test('a first break that only repeats the base price is no contradiction', () => {
    const breaks = tiers([500, '0.5'], [1000, '0.5'], [5000, '0.45']);
    expect(tiersOf({ ...straw, breaks })).toEqual(tiers([1000, '0.5'], [5000, '0.45']));
  });

  test('the trace shows the figure of the rule', () => {
    const input = { ...straw, need: units(4900) };
    const trace = traceAtMyQuantity(input, 'CNY', 'pcs');
    const total = lineTotal(units(5400), 450_000, 'CNY');
    expect(trace.result).toEqual({
      name: 'goodsTotal',
      value: toDecimalString({ minor: total, currency: 'CNY' }),
      unit: 'CNY',
    });
    expect(trace.parts?.map(({ result }) => result?.value)).toEqual(['5400', '0.45']);
    expect(traceAtMyQuantity({ ...input, need: null }, 'CNY', 'pcs')).toMatchObject({
      result: null,
      inputs: expect.arrayContaining([{ name: 'cannotBeOrdered', value: 'noQuantity' }]),
    });
  });
});

describe('checking price breaks', () => {
  test('quantities rise strictly, nothing is negative', () => {
    expect(validatePriceBreaks(tiers([1, '1'], [2, '0.9'], [3, '0.8']))).toEqual([]);
    const wrong: PriceBreak[] = [
      { minQuantity: 20, unitPrice: 1 },
      { minQuantity: 20, unitPrice: -1 },
      { minQuantity: -1, unitPrice: 1 },
    ];
    expect(validatePriceBreaks(wrong)).toEqual([
      { kind: 'negativePrice', minQuantity: 20, unitPrice: -1 },
      { kind: 'notRising', minQuantity: 20, previousMinQuantity: 20 },
      { kind: 'negativeQuantity', minQuantity: -1 },
      { kind: 'notRising', minQuantity: -1, previousMinQuantity: 20 },
    ]);
  });

  test('a price that rises with the quantity is worth a warning', () => {
    expect(priceBreakWarnings(tiers([1, '1'], [10, '0.8'], [100, '0.9'], [200, '0.9']))).toEqual([
      { minQuantity: units(100), unitPrice: 900_000, previousUnitPrice: 800_000 },
    ]);
  });
});

describe('slab pricing', () => {
  test.each([
    // zuplo.com/docs/articles/monetization/pricing-models, graduated
    [tiers([0, '0.10'], [1000, '0.05'], [10000, '0.01']), 15000, 60000],
    // docs.useautumn.com graduated-pricing
    [tiers([0, '0.01'], [1000, '0.008'], [10000, '0.005']), 15000, 10700],
    // docs.oracle.com Liquidity Management 14.7.4, example of a tier based amount with unit
    [tiers([0, '1'], [250, '2'], [500, '3']), 1000, 225000],
  ])('%# %j at %i costs %i', (list, quantity, cents) => {
    expect(slabTotal(units(quantity), list, 'USD')).toBe(cents);
  });

  test('one more unit costs at least nothing and the whole is the sum of its slabs', () => {
    law(
      fc.property(risingTiers, fc.integer({ min: 0, max: 10 ** 9 }), (list, quantity) => {
        const total = slabTotal(quantity, list, 'CNY');
        const next = slabTotal(quantity + 10_000, list, 'CNY');
        if (total === null) return;
        expect(next).toBeGreaterThanOrEqual(total);
        const exact = list.reduce((sum, tier, index) => {
          const from = index === 0 ? 0 : tier.minQuantity;
          const to = Math.min(quantity, list[index + 1]?.minQuantity ?? quantity);
          return sum + (to > from ? lineTotal(to - from, tier.unitPrice, 'CNY') : 0);
        }, 0);
        expect(Math.abs(total - exact)).toBeLessThanOrEqual(list.length);
      }),
    );
  });
});
