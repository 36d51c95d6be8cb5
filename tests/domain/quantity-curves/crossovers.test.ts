import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atMyQuantity } from '../../../shared/domain/pricing/tiers.ts';
import { cheapestOf, cheapestRuns } from '../../../shared/domain/quantity-curves/crossovers.ts';
import { lineTotal } from '../../../shared/kernel/money.ts';
import { law } from '../kernel/law.ts';

interface Offer {
  readonly moq: number;
  readonly multiple: number;
  readonly fixedMinor: number;
  /** Whole units and cents. */
  readonly tiers: readonly (readonly [number, number])[];
}

/** What an offer comes to at a need of whole units, by the pricing rule itself; null where it cannot be ordered. */
function at({ moq, multiple, fixedMinor, tiers }: Offer, units: number): { cost: number | null; tier: number } {
  const [first, ...rest] = tiers;
  const order = atMyQuantity({
    need: units * 10_000,
    moq: moq * 10_000,
    multiple: multiple * 10_000,
    unitPrice: null,
    breaks: [first, ...rest].flatMap((one) =>
      one === undefined ? [] : [{ minQuantity: one[0] * 10_000, unitPrice: one[1] * 10_000 }],
    ),
  });
  if (order.state !== 'orderable') return { cost: null, tier: -1 };
  return { cost: fixedMinor + lineTotal(order.orderQuantity, order.unitPrice, 'CNY'), tier: order.tierMinQuantity };
}

const pointed = (cost: number | null) => (cost === null ? null : { lowMinor: cost, highMinor: cost });

function runsOf(offers: readonly Offer[], from: number, to: number, budget = 10_000) {
  let looks = 0;
  const work = cheapestRuns({
    from,
    to,
    budget,
    suppliers: offers.length,
    lookAt: (supplier, step) => {
      looks += 1;
      const offer = offers[supplier];
      if (offer === undefined) throw new Error('no such offer');
      const { cost, tier } = at(offer, step);
      return { cost: pointed(cost), tier };
    },
  });
  for (;;) {
    const step = work.next();
    if (step.done === true) return { runs: step.value, looks };
  }
}

const flat = (price: number, moq = 0, fixedMinor = 0): Offer => ({ moq, multiple: 1, fixedMinor, tiers: [[0, price]] });

describe('where the cheapest changes', () => {
  test('two lines cross between whole units: the first whole unit on the other side counts', () => {
    // 100.00 + 1.00 q against 1.50 q: equal at exactly 200.
    const { runs } = runsOf([flat(100, 0, 10_000), flat(150)], 1, 1_000);
    expect(runs).toEqual([
      { from: 1, to: 199, cheapest: [1], takesTurns: false },
      { from: 200, to: 200, cheapest: [0, 1], takesTurns: false },
      { from: 201, to: 1_000, cheapest: [0], takesTurns: false },
    ]);
  });

  test('a price break makes an offer cheaper from its first unit on, and buying it early is not assumed', () => {
    const withBreak: Offer = {
      moq: 0,
      multiple: 1,
      fixedMinor: 0,
      tiers: [
        [0, 120],
        [500, 90],
      ],
    };
    expect(runsOf([flat(100), withBreak], 1, 2_000).runs).toEqual([
      { from: 1, to: 499, cheapest: [0], takesTurns: false },
      { from: 500, to: 2_000, cheapest: [1], takesTurns: false },
    ]);
  });

  test('below the first tier nobody is cheapest', () => {
    const late: Offer = { moq: 0, multiple: 1, fixedMinor: 0, tiers: [[300, 100]] };
    expect(runsOf([late], 1, 400).runs).toEqual([
      { from: 1, to: 299, cheapest: [], takesTurns: false },
      { from: 300, to: 400, cheapest: [0], takesTurns: false },
    ]);
  });

  test('where an unknown cost leaves it open, all that may be cheapest are named', () => {
    const costs = [
      { lowMinor: 90, highMinor: 120 },
      { lowMinor: 100, highMinor: 100 },
      { lowMinor: 101, highMinor: 101 },
      null,
    ];
    expect(cheapestOf(costs)).toEqual([0, 1]);
  });

  test('far apart takes few looks, whatever the range', () => {
    const { runs, looks } = runsOf([flat(100), flat(130)], 1, 10_000_000);
    expect(runs).toHaveLength(1);
    expect(looks).toBeLessThan(500);
  });

  test('too close to be told within the budget is said to be so, and the range stays whole', () => {
    const saw: Offer = { moq: 0, multiple: 7, fixedMinor: 0, tiers: [[0, 100]] };
    const { runs, looks } = runsOf([saw, flat(101)], 1, 100_000, 50);
    expect(looks).toBeLessThan(200);
    expect(runs.some(({ takesTurns }) => takesTurns)).toBe(true);
    expect([runs[0]?.from, runs.at(-1)?.to]).toEqual([1, 100_000]);
  });
});

test('agrees with looking at every single step', () => {
  const offer = fc
    .record({
      moq: fc.integer({ min: 0, max: 60 }),
      multiple: fc.integer({ min: 1, max: 25 }),
      fixedMinor: fc.integer({ min: 0, max: 4_000 }),
      gaps: fc.array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 50, max: 150 })), {
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map(({ gaps, ...rest }): Offer => {
      let edge = 0;
      const tiers = gaps.map(([gap, price]) => {
        edge += gap;
        return [edge, price] as const;
      });
      return { ...rest, tiers };
    });
  law(
    fc.property(fc.array(offer, { minLength: 1, maxLength: 4 }), (offers) => {
      const steps = Array.from({ length: 300 }, (_, index) => index + 1);
      const found = runsOf(offers, 1, 300).runs.flatMap(({ from, to, cheapest }) =>
        Array.from({ length: to - from + 1 }, () => cheapest),
      );
      expect(found).toEqual(steps.map((step) => cheapestOf(offers.map((one) => pointed(at(one, step).cost)))));
    }),
  );
});
