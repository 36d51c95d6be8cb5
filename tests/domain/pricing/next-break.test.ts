import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NextBreakInput, nextBreakAdvice } from '../../../shared/domain/pricing/next-break.ts';
import { priceAt } from '../../../shared/domain/pricing/tiers.ts';
import { traceNextBreak } from '../../../shared/domain/pricing/trace.ts';
import { lineTotal } from '../../../shared/kernel/money.ts';
import { law } from '../kernel/law.ts';
import { risingTiers, tiers, units } from './price-breaks.ts';

function order(quantity: number, more: Partial<NextBreakInput>): NextBreakInput {
  return {
    orderQuantity: units(quantity),
    tiers: tiers([1, '80'], [8, '69']),
    multiple: null,
    currency: 'USD',
    holdingCostPerUnit: null,
    ...more,
  };
}

describe('the next break', () => {
  // Prices of inphronesys.com "Quantity Discount Analysis": 80 up to seven boards, 69 above seven
  test('eight boards at 69 are cheaper than seven at 80', () => {
    expect(nextBreakAdvice(order(7, {}))?.best).toEqual({
      advice: 'recommend',
      minQuantity: units(8),
      orderQuantity: units(8),
      unitPrice: 69_000_000,
      extraQuantity: units(1),
      totalMinor: 55_200,
      holdingMinor: 0,
      savingMinor: 800,
      breakEvenQuantity: units(7), // 8 × 69 / 80 = 6.9
    });
  });

  test('for six boards only the marginal cost of the further two is shown', () => {
    const advice = nextBreakAdvice(order(6, {}));
    expect(advice?.best).toBeNull();
    expect(advice?.breaks).toMatchObject([
      { advice: 'costsMore', extraCostMinor: 7_200, marginalUnitCost: 36_000_000, extraQuantity: units(2) },
    ]);
  });

  test('an equal total is recommended: more goods for the same money', () => {
    const even = order(9, { tiers: tiers([1, '1'], [10, '0.9']) });
    expect(nextBreakAdvice(even)?.best).toMatchObject({ savingMinor: 0, totalMinor: 900 });
  });

  test('a break beyond the adjacent one can be the one that pays', () => {
    const steep = order(90, { tiers: tiers([1, '1'], [100, '0.95'], [120, '0.5']) });
    const advice = nextBreakAdvice(steep);
    expect(advice?.breaks.map((one) => one.advice)).toEqual(['costsMore', 'recommend']);
    expect(advice?.best).toMatchObject({ minQuantity: units(120), savingMinor: 3_000 });
  });

  test('the cost of keeping the surplus can spoil it', () => {
    const kept = order(7, { holdingCostPerUnit: 8_000_001 });
    expect(nextBreakAdvice(kept)?.best).toMatchObject({ totalMinor: 56_000, holdingMinor: 800, savingMinor: 0 });
    expect(nextBreakAdvice(order(7, { holdingCostPerUnit: 8_010_000 }))?.best).toBeNull();
  });

  test('only whole multiples can be bought, and they may reach a still higher tier', () => {
    const packed = order(24, { tiers: tiers([1, '1'], [30, '0.9'], [36, '0.6']), multiple: units(12) });
    expect(nextBreakAdvice(packed)?.breaks[0]).toMatchObject({ orderQuantity: units(36), unitPrice: 600_000 });
  });

  test('nothing is advised where nothing can be ordered or no tier is left', () => {
    expect(nextBreakAdvice(order(7, { tiers: tiers([10, '1']) }))).toBeNull();
    expect(nextBreakAdvice(order(8, {}))).toMatchObject({ breaks: [], best: null });
  });

  test('the trace ends at the recommended quantity, or at none', () => {
    expect(traceNextBreak(order(7, {}), 'pcs').result).toEqual({ name: 'orderQuantity', value: '8', unit: 'pcs' });
    expect(traceNextBreak(order(7, {}), 'pcs').parts?.[0]?.result?.value).toBe('8.00');
    expect(traceNextBreak(order(6, {}), 'pcs')).toMatchObject({
      result: null,
      parts: [{ result: { value: '-72.00' } }],
    });
  });
});

describe('laws', () => {
  const input = fc.record({
    orderQuantity: fc.integer({ min: 1, max: 10 ** 8 }),
    tiers: risingTiers,
    multiple: fc.option(fc.integer({ min: 1, max: 10 ** 6 }), { nil: null }),
    currency: fc.constantFrom('CNY', 'JPY'),
    holdingCostPerUnit: fc.option(fc.integer({ min: 0, max: 10 ** 6 }), { nil: null }),
  });

  test('advice never costs more than not taking it, and no cheaper tier is passed over', () => {
    law(
      fc.property(input, (one) => {
        const advice = nextBreakAdvice(one);
        if (advice === null) return;
        const cheapest = Math.min(...advice.breaks.map(({ totalMinor }) => totalMinor));
        if (cheapest <= advice.currentTotalMinor) expect(advice.best?.totalMinor).toBe(cheapest);
        else expect(advice.best).toBeNull();
        for (const { minQuantity, orderQuantity } of advice.breaks) {
          expect(minQuantity).toBeGreaterThan(one.orderQuantity);
          expect(orderQuantity).toBeGreaterThanOrEqual(minQuantity);
        }
      }),
    );
  });

  test('from the break-even quantity on the higher tier costs no more, one step before it does', () => {
    law(
      fc.property(input, (one) => {
        const price = priceAt(one.orderQuantity, one.tiers)?.unitPrice ?? 0;
        const holding = one.holdingCostPerUnit ?? 0;
        const step = one.multiple ?? 10_000;
        for (const { orderQuantity, unitPrice, breakEvenQuantity } of nextBreakAdvice(one)?.breaks ?? []) {
          const gain = (quantity: number) =>
            BigInt(quantity) * BigInt(price) -
            BigInt(orderQuantity) * BigInt(unitPrice) -
            BigInt(orderQuantity - quantity) * BigInt(holding);
          const lastBelow = orderQuantity - (orderQuantity % step || step);
          if (breakEvenQuantity === null) {
            if (price + holding > 0) expect(gain(lastBelow)).toBeLessThan(0n);
            continue;
          }
          expect(breakEvenQuantity).toBeLessThan(orderQuantity);
          expect(gain(breakEvenQuantity)).toBeGreaterThanOrEqual(0n);
          expect(gain(breakEvenQuantity - step)).toBeLessThan(0n);
        }
      }),
    );
  });

  test('the saving is what the totals differ by', () => {
    law(
      fc.property(input, (one) => {
        const best = nextBreakAdvice(one)?.best;
        const tier = priceAt(one.orderQuantity, one.tiers);
        if (!best || tier === null) return;
        const stay = lineTotal(one.orderQuantity, tier.unitPrice, one.currency);
        expect(stay - lineTotal(best.orderQuantity, best.unitPrice, one.currency)).toBe(
          best.savingMinor + best.holdingMinor,
        );
      }),
    );
  });
});
