import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionProblem } from '../../../shared/domain/evaluation/decision.ts';
import { topsis } from '../../../shared/domain/evaluation/topsis.ts';
import { moved, weightStability } from '../../../shared/domain/evaluation/weight-stability.ts';
import { weightedSum } from '../../../shared/domain/evaluation/weighted-sum.ts';
import { law } from '../kernel/law.ts';

const max = (count: number) => Array.from({ length: count }, () => 'max' as const);

// Triantaphyllou and Sanchez (1997), A sensitivity analysis approach for some deterministic multi-criteria decision making methods:
// four alternatives by four criteria under the weighted sum.
const MATRIX = [
  [0.3088, 0.2897, 0.3867, 0.1922],
  [0.2163, 0.3458, 0.1755, 0.6288],
  [0.4509, 0.2473, 0.1194, 0.0575],
  [0.024, 0.1172, 0.3184, 0.1215],
];
const EXAMPLE: DecisionProblem = { matrix: MATRIX, weights: [0.3277, 0.3058, 0.2876, 0.079], directions: max(4) };

test('Triantaphyllou and Sanchez: the interval ends where their smallest change reverses the first place', () => {
  const { winner, intervals } = weightStability(EXAMPLE);
  expect(winner).toBe(0);
  const { scores } = weightedSum(EXAMPLE);
  // Their weights are rounded and sum to 1.0001.
  const whole = 1.0001;
  EXAMPLE.weights.forEach((weight, criterion) => {
    // Their theorem: taking δ from one weight and rescaling all reverses i and j at δ = (P_j − P_i)/(a_jk − a_ik).
    const shares = [1, 2, 3].map((other) => {
      const delta =
        ((scores[other] ?? 0) - (scores[0] ?? 0)) / ((MATRIX[other]?.[criterion] ?? 0) - (MATRIX[0]?.[criterion] ?? 0));
      return (weight - delta) / (whole - delta);
    });
    const below = Math.max(0, ...shares.filter((share) => share < weight / whole && share > 0));
    const above = Math.min(1, ...shares.filter((share) => share > weight / whole && share < 1));
    expect(intervals[criterion]?.low).toBeCloseTo(below, 6);
    expect(intervals[criterion]?.high).toBeCloseTo(above, 6);
  });
});

test('who takes over at each end, and the criterion whose interval is the narrowest', () => {
  const stability = weightStability({
    matrix: [
      [80, 40],
      [60, 90],
    ],
    weights: [0.7, 0.3],
    directions: max(2),
  });
  // 80t + 40(1−t) = 60t + 90(1−t) at t = 5/7.
  expect(stability).toMatchObject({ winner: 1, sharing: [1], critical: 0 });
  expect(stability.intervals[0]).toMatchObject({ low: 0, belowLow: null, aboveHigh: 0 });
  expect(stability.intervals[0]?.high).toBeCloseTo(5 / 7, 12);
});

test('where nobody can ever take over nothing is critical', () => {
  const stability = weightStability({
    matrix: [
      [80, 80],
      [60, 70],
    ],
    weights: [1, 1],
    directions: max(2),
  });
  expect(stability.critical).toBeNull();
  expect(stability.intervals).toMatchObject([
    { low: 0, high: 1 },
    { low: 0, high: 1 },
  ]);
});

test('a shared first place has no room on the side where the other gains; the whole weight has no interval', () => {
  const tied = weightStability({
    matrix: [
      [80, 60],
      [60, 80],
    ],
    weights: [1, 1],
    directions: max(2),
  });
  expect(tied).toMatchObject({ winner: 0, sharing: [0, 1] });
  expect(tied.intervals[0]).toMatchObject({ low: 0.5, high: 1, belowLow: 1, aboveHigh: null });
  const whole = weightStability({
    matrix: [
      [80, 60],
      [60, 80],
    ],
    weights: [1, 0],
    directions: max(2),
  });
  expect(whole.intervals[0]).toBeNull();
});

describe('laws', () => {
  const figure = fc.integer({ min: 0, max: 100 });
  const given = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.record({
      matrix: fc.array(fc.array(figure, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
      weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: width, maxLength: width }),
    }),
  );
  const STEP = 1e-6;

  test('weighted sum: the winner stays first within its interval and is overtaken by the one named outside', () => {
    law(
      fc.property(given, fc.double({ min: 0, max: 1, noNaN: true }), (one, place) => {
        const problem: DecisionProblem = { ...one, directions: max(one.weights.length) };
        const { winner, intervals } = weightStability(problem);
        const sum = one.weights.reduce((total, weight) => total + weight, 0);
        const shares = one.weights.map((weight) => weight / sum);
        const leadAt = (criterion: number, share: number, other: number) => {
          const { scores } = weightedSum({ ...problem, weights: moved(shares, criterion, share) });
          return (scores[winner] ?? 0) - (scores[other] ?? 0);
        };
        for (const interval of intervals) {
          if (interval === null) continue;
          const { criterion, low, high, belowLow, aboveHigh } = interval;
          const inside = low + (high - low) * place;
          one.matrix.forEach((_, other) => {
            expect(leadAt(criterion, inside, other)).toBeGreaterThanOrEqual(-1e-6);
          });
          if (belowLow !== null && low > STEP) expect(leadAt(criterion, low - STEP, belowLow)).toBeLessThan(0);
          if (aboveHigh !== null && high < 1 - STEP) expect(leadAt(criterion, high + STEP, aboveHigh)).toBeLessThan(0);
        }
      }),
    );
  });

  test('TOPSIS: at its ends the winner is first, a hair beyond it is not', () => {
    law(
      fc.property(given, (one) => {
        const problem: DecisionProblem = { ...one, directions: max(one.weights.length) };
        const { winner, intervals } = weightStability(problem, { method: 'topsis' });
        const sum = one.weights.reduce((total, weight) => total + weight, 0);
        const shares = one.weights.map((weight) => weight / sum);
        const isFirstAt = (criterion: number, share: number) => {
          const { closeness } = topsis({ ...problem, weights: moved(shares, criterion, share) });
          return closeness.every((value) => value - (closeness[winner] ?? 0) <= 1e-9);
        };
        for (const interval of intervals) {
          if (interval === null) continue;
          expect(isFirstAt(interval.criterion, interval.low)).toBe(true);
          expect(isFirstAt(interval.criterion, interval.high)).toBe(true);
        }
      }),
    );
  });
});
