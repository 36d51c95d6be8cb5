import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ahp, ratioOf, reciprocalMatrix } from '../../../shared/domain/evaluation/ahp.ts';
import { comparedWeights } from '../../../shared/domain/evaluation/compared-weights.ts';
import { law } from '../kernel/law.ts';

/** A reciprocal matrix from its upper half, row by row. */
function fromUpper(...rows: number[][]): number[][] {
  const size = rows.length + 1;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) =>
      i === j ? 1 : i < j ? (rows[i]?.[j - i - 1] ?? 1) : 1 / (rows[j]?.[i - j - 1] ?? 1),
    ),
  );
}

// Saaty (1990), How to make a decision: buying a house by size, transport, neighbourhood, age, yard, facilities, condition, financing.
const HOUSE = fromUpper(
  [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
  [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
  [6, 3, 4, 6, 1 / 5],
  [1 / 3, 1 / 4, 1 / 7, 1 / 8],
  [1 / 2, 1 / 5, 1 / 6],
  [1 / 5, 1 / 6],
  [1 / 2],
);
// Saaty (1980): choosing a school by learning, friends, school life, vocational training, college preparation, music.
const SCHOOL = fromUpper([4, 3, 1, 3, 4], [7, 3, 1 / 5, 1], [1 / 5, 1 / 5, 1 / 6], [1, 1 / 3], [3]);

test('Saaty: the house', () => {
  const result = ahp(HOUSE);
  expect(result.weights.map((weight) => weight.toFixed(3))).toEqual([
    '0.173',
    '0.054',
    '0.188',
    '0.018',
    '0.031',
    '0.036',
    '0.167',
    '0.333',
  ]);
  expect(result.lambdaMax).toBeCloseTo(9.669, 3);
  expect(result.consistencyIndex).toBeCloseTo(0.238, 3);
  expect(result.consistencyRatio).toBeCloseTo(0.169, 3);
  expect(result.isAccepted).toBe(false);
  // The neighbourhood was judged 6 times the condition, but the weights put them side by side.
  expect(result.deviations[0]).toMatchObject({ first: 2, second: 6, judged: 6, fitting: 1 });
});

test('Saaty: the school', () => {
  const published = [0.32, 0.14, 0.03, 0.13, 0.24, 0.14];
  const { weights, isAccepted } = ahp(SCHOOL);
  published.forEach((weight, index) => {
    expect(Math.abs((weights[index] ?? Number.NaN) - weight)).toBeLessThan(0.006);
  });
  expect(isAccepted).toBe(false);
});

test('judging the worst pair as it fits brings the ratio down', () => {
  const [worst] = ahp(HOUSE).deviations;
  if (worst === undefined) throw new Error('a pair expected');
  const mended = HOUSE.map((row) => [...row]);
  const value = ratioOf(worst.fitting);
  (mended[worst.first] ?? [])[worst.second] = value;
  (mended[worst.second] ?? [])[worst.first] = 1 / value;
  expect(ahp(mended).consistencyRatio).toBeLessThan(ahp(HOUSE).consistencyRatio ?? 0);
});

describe('edges', () => {
  test('one or two criteria cannot contradict themselves; more than ten have no ratio', () => {
    expect(ahp([[1]])).toMatchObject({ weights: [1], consistencyRatio: 0, isAccepted: true });
    expect(
      ahp([
        [1, 3],
        [1 / 3, 1],
      ]),
    ).toMatchObject({ weights: [0.75, 0.25], consistencyRatio: 0 });
    expect(ahp(reciprocalMatrix(11, []))).toMatchObject({ consistencyRatio: null, isAccepted: null });
  });

  test.each([
    ['empty', []],
    ['not square', [[1, 2]]],
    [
      'zero',
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      'not reciprocal',
      [
        [1, 3],
        [3, 1],
      ],
    ],
  ])('%s is refused', (_case, matrix) => {
    expect(() => ahp(matrix)).toThrow(RangeError);
  });

  test('every pair must be compared once', () => {
    const judged = { firstId: 'a', secondId: 'b', intensity: 3 };
    expect(comparedWeights(['a', 'b'], [judged])?.weightsBp).toEqual([7_500, 2_500]);
    expect(comparedWeights(['a', 'b', 'c'], [judged])).toBeNull();
    expect(comparedWeights(['a', 'b'], [{ ...judged, secondId: 'x' }])).toBeNull();
    expect(comparedWeights(['a', 'b'], [{ ...judged, firstId: 'b', secondId: 'a', intensity: -3 }])?.weightsBp).toEqual(
      [7_500, 2_500],
    );
  });
});

describe('laws', () => {
  test('a consistent matrix gives back its weights with a ratio of 0', () => {
    law(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 10 }), (parts) => {
        const { weights, consistencyRatio, lambdaMax } = ahp(parts.map((own) => parts.map((other) => own / other)));
        const sum = parts.reduce((total, part) => total + part, 0);
        parts.forEach((part, index) => {
          expect(weights[index]).toBeCloseTo(part / sum, 9);
        });
        expect(consistencyRatio).toBeLessThan(1e-9);
        expect(lambdaMax).toBeCloseTo(parts.length, 9);
      }),
    );
  });

  test('weights in basis points sum to 100 % exactly', () => {
    const steps = fc.integer({ min: -9, max: 9 }).filter((value) => value !== 0 && value !== -1);
    law(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.array(steps, { minLength: 28, maxLength: 28 }), (size, values) => {
        const ids = Array.from({ length: size }, (_, index) => `c${index}`);
        const judgements = ids.flatMap((firstId, first) =>
          ids.slice(first + 1).map((secondId) => ({ firstId, secondId, intensity: 1 })),
        );
        const judged = judgements.map((one, index) => ({ ...one, intensity: values[index] ?? 1 }));
        const result = comparedWeights(ids, judged);
        expect(result?.weightsBp.reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
        expect(result?.ahp.lambdaMax).toBeGreaterThanOrEqual(size - 1e-9);
      }),
    );
  });
});
