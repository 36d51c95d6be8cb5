import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  instalments,
  milestone,
  milestoneFault,
  PAYMENT_PLANS,
  peakExposureBp,
  riskOf,
} from '../../../shared/domain/payments/milestones.ts';
import {
  type DiscountMethod,
  daysAfterReceipt,
  presentValue,
  presentValueOfSchedule,
} from '../../../shared/domain/payments/present-value.ts';
import { PAYMENT_ANCHORS } from '../../../shared/domain/quotes/terms.ts';
import { law } from '../kernel/law.ts';

describe('plans (DOMAIN 7, from the sourcing guide)', () => {
  test.each([
    ['A', 'medium', 10_000],
    ['B', 'low', 5_000],
    ['C', 'veryLow', 0],
    ['upfront', 'high', 10_000],
  ] as const)('plan %s is %s; at peak %d of ten thousand are exposed', (id, risk, exposed) => {
    const plan = PAYMENT_PLANS.find((one) => one.id === id);
    if (plan === undefined) throw new Error(`no plan ${id}`);
    expect(milestoneFault(plan.milestones)).toBeNull();
    expect(plan.risk).toBe(risk);
    expect(riskOf(plan.milestones)).toBe(risk);
    expect(peakExposureBp(plan.milestones)).toBe(exposed);
  });

  test('instalments sum to the cent, the odd one by the largest remainder (moneyphp: allocation)', () => {
    const thirds = [milestone(3_334, 'orderConfirmed'), milestone(3_333, 'shipped'), milestone(3_333, 'delivered')];
    expect(instalments(100, thirds)).toEqual([34, 33, 33]);
    expect(instalments(5, [milestone(3_000, 'orderConfirmed'), milestone(7_000, 'beforeShipment')])).toEqual([2, 3]);
  });

  test.each([
    ['none', []],
    ['sum', [milestone(3_000, 'orderConfirmed')]],
    ['percent', [milestone(0, 'orderConfirmed'), milestone(10_000, 'delivered')]],
    ['offset', [milestone(10_000, 'delivered', -1)]],
  ] as const)('refused: %s', (fault, milestones) => {
    expect(milestoneFault(milestones)).toBe(fault);
    expect(() => instalments(100, milestones)).toThrow(RangeError);
  });
});

describe('present value at receipt', () => {
  test.each([
    // DOMAIN 2.5. A year at 8 % is the textbook case; 30/365 of 10 % by hand calculator, 1.1^(-30/365) = 0.9921967
    ['a year later', [{ minor: 108_000, days: 365 }], 800, 'compound', 100_000],
    ['a year earlier', [{ minor: 100_000, days: -365 }], 800, 'compound', 108_000],
    ['30 days later', [{ minor: 1_000_000, days: 30 }], 1000, 'compound', 992_197],
    ['30 days later, simple', [{ minor: 1_000_000, days: 30 }], 1000, 'simple', 991_781],
    ['73 days earlier, simple: a fifth of a year', [{ minor: 100_000, days: -73 }], 1000, 'simple', 102_000],
    ['cash on delivery', [{ minor: 123_457, days: 0 }], 2500, 'compound', 123_457],
    ['no cost of capital', [{ minor: 123_457, days: -400 }], 0, 'compound', 123_457],
  ] as const)('%s', (_case, payments, rateBp, method, expected) => {
    expect(presentValue(payments, rateBp, method)).toBe(expected);
  });

  test('plan A with 25 days of production and 35 at sea', () => {
    const planA = PAYMENT_PLANS.find(({ id }) => id === 'A')?.milestones ?? [];
    const timing = { leadTimeDays: 25, transitDays: 35 };
    const value = presentValueOfSchedule(1_000_000, planA, timing, 1000, 'simple');
    expect(value).toEqual({
      state: 'computed',
      // 300000 × (1 + .1 × 60/365) + 700000 × (1 + .1 × 35/365)
      minor: 1_011_644,
      payments: [
        { minor: 300_000, days: -60 },
        { minor: 700_000, days: -35 },
      ],
    });
  });

  test('names what is not known, and asks for nothing a schedule does not need', () => {
    const unknown = { leadTimeDays: null, transitDays: null };
    expect(daysAfterReceipt(milestone(10_000, 'delivered', 30), unknown)).toEqual({ state: 'computed', days: 30 });
    expect(daysAfterReceipt(milestone(10_000, 'shipped'), unknown)).toMatchObject({ missing: 'transitDays' });
    expect(daysAfterReceipt(milestone(10_000, 'orderConfirmed'), { ...unknown, transitDays: 5 })).toMatchObject({
      missing: 'leadTimeDays',
    });
  });

  const method = fc.constantFrom<DiscountMethod>('compound', 'simple');
  const amount = fc.integer({ min: 0, max: 10 ** 11 });
  const rate = fc.integer({ min: 0, max: 5_000 });

  test('paid on delivery it is the face value, at any rate', () => {
    law(
      fc.property(amount, rate, method, (minor, rateBp, how) => {
        expect(presentValue([{ minor, days: 0 }], rateBp, how)).toBe(minor);
      }),
    );
  });

  test('it falls the later one pays; it rises with the rate for what is paid earlier and falls for what is paid later', () => {
    const days = fc.integer({ min: -700, max: 700 });
    law(
      fc.property(
        amount,
        rate,
        days,
        fc.integer({ min: 0, max: 365 }),
        fc.integer({ min: 0, max: 900 }),
        method,
        (minor, rateBp, day, later, more, how) => {
          const value = presentValue([{ minor, days: day }], rateBp, how);
          expect(presentValue([{ minor, days: day + later }], rateBp, how)).toBeLessThanOrEqual(value);
          const dearer = presentValue([{ minor, days: day }], rateBp + more, how);
          if (day <= 0) expect(dearer).toBeGreaterThanOrEqual(value);
          else expect(dearer).toBeLessThanOrEqual(value);
        },
      ),
    );
  });

  test('instalments of any schedule sum exactly', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 8 });
    law(
      fc.property(amount, cuts, fc.constantFrom(...PAYMENT_ANCHORS), (total, at, anchor) => {
        const edges = [0, ...at.sort((a, b) => a - b), 10_000];
        const shares = edges.slice(1).map((edge, index) => milestone(edge - (edges[index] ?? 0), anchor));
        expect(instalments(total, shares).reduce((sum, one) => sum + one, 0)).toBe(total);
      }),
    );
  });
});
