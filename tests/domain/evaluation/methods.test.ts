import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionProblem, Direction } from '../../../shared/domain/evaluation/decision.ts';
import { dominatedBy } from '../../../shared/domain/evaluation/dominated-by.ts';
import { type Normalisation, normalised } from '../../../shared/domain/evaluation/normalise.ts';
import { type TopsisNormalisation, topsis } from '../../../shared/domain/evaluation/topsis.ts';
import { weightedSum } from '../../../shared/domain/evaluation/weighted-sum.ts';
import { law } from '../kernel/law.ts';

function problem(matrix: number[][], directions: string, weights = Array.from(directions, () => 1)): DecisionProblem {
  return { matrix, weights, directions: Array.from(directions, (sign): Direction => (sign === '+' ? 'max' : 'min')) };
}

// scikit-criteria: github.com/quatrope/scikit-criteria tests/agg/test_topsis.py (test_TOPSIS, tzeng2011multiple).
// pymcdm: tests of methods.TOPSIS (Opricovic and Tzeng 2004), which normalise by min-max.
// mcdm: github.com/ktafakkori/Multi-Criteria-Optimization-in-Python, TOPSIS with vector normalisation.
const TOPSIS_CASES: [string, DecisionProblem, TopsisNormalisation, number[], number[]][] = [
  [
    'scikit-criteria',
    problem(
      [
        [1, 0, 3],
        [0, 5, 6],
      ],
      '+++',
    ),
    'none',
    [0.1464, 0.8536],
    [2, 1],
  ],
  [
    'Tzeng and Huang',
    problem(
      [
        [5, 8, 4],
        [7, 6, 8],
        [8, 8, 6],
        [7, 4, 6],
      ],
      '+++',
      [0.3, 0.4, 0.3],
    ),
    'vector',
    [0.5037, 0.6581, 0.7482, 0.334],
    [3, 2, 1, 4],
  ],
  [
    'pymcdm',
    problem(
      [
        [1, 3000],
        [2, 3750],
        [5, 4500],
      ],
      '-+',
      [0.5, 0.5],
    ),
    'minMax',
    [0.5, 0.617, 0.5],
    [2, 1, 2],
  ],
  [
    'mcdm, costs among them',
    problem(
      [
        [80, 90, 600],
        [65, 58, 200],
        [83, 60, 400],
      ],
      '-+-',
    ),
    'vector',
    [0.3238, 0.679, 0.409],
    [3, 1, 2],
  ],
];

test.each(TOPSIS_CASES)('TOPSIS: %s', (_source, given, normalisation, closeness, ranks) => {
  const result = topsis(given, normalisation);
  closeness.forEach((expected, index) => {
    expect(Math.abs((result.closeness[index] ?? Number.NaN) - expected)).toBeLessThan(0.0005);
  });
  expect(result.ranks).toEqual(ranks);
});

// scikit-criteria tests/agg/test_simple.py (test_WeightedSumModel, kracka2010ranking: heating losses of a building, weights of 20
// scaled to sum 1, costs by 1/x); pymcdm tests of methods.WSM, whose weights sum to 2.
const HEATING = [
  [33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852],
  [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
  [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
  [30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186],
  [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61],
  [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
];
const WSM_CASES: [string, DecisionProblem, Normalisation, number[], number[]][] = [
  [
    'scikit-criteria',
    problem(
      [
        [1, 0, 3],
        [0, 5, 6],
      ],
      '+++',
    ),
    'asIs',
    [4, 11],
    [2, 1],
  ],
  [
    'Kracka',
    problem(
      HEATING,
      '----+-+',
      Array.from({ length: 7 }, () => 1 / 7),
    ),
    'sum',
    [0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701],
    [6, 1, 3, 4, 5, 2],
  ],
  [
    'pymcdm',
    problem(
      [
        [96, 83, 75, 7],
        [63, 5, 56, 9],
        [72, 30, 32, 48],
        [11, 4, 27, 9],
        [77, 21, 17, 11],
      ],
      '++--',
      [8 / 13, 5 / 13, 6 / 13, 7 / 13],
    ),
    'sum',
    [0.609, 0.313, 0.334, 0.265, 0.479],
    [1, 4, 3, 5, 2],
  ],
  [
    'a constant column counts 1',
    problem(
      [
        [5, 10],
        [5, 20],
        [5, 15],
      ],
      '+-',
      [0.5, 0.5],
    ),
    'minMax',
    [1, 0.5, 0.75],
    [1, 3, 2],
  ],
];

test.each(WSM_CASES)('weighted sum: %s', (_source, given, normalisation, scores, ranks) => {
  const result = weightedSum(given, normalisation);
  scores.forEach((expected, index) => {
    expect(Math.abs((result.scores[index] ?? Number.NaN) - expected)).toBeLessThan(0.0005);
  });
  expect(result.ranks).toEqual(ranks);
});

test('the method can change the winner: one strong figure or an even hand', () => {
  const given = problem(
    [
      [90, 10],
      [55, 55],
      [10, 89],
    ],
    '++',
    [0.5, 0.5],
  );
  expect(weightedSum(given).ranks).toEqual([2, 1, 3]);
  const uneven = problem(
    [
      [1, 100],
      [2, 210],
    ],
    '--',
  );
  expect(weightedSum(uneven, 'sum').ranks).toEqual([1, 2]);
  const close = problem(
    [
      [9, 2, 5],
      [7, 7, 2],
      [4, 6, 9],
    ],
    '+++',
    [0.5, 0.2, 0.3],
  );
  expect(weightedSum(close, 'sum').ranks.indexOf(1)).not.toBe(topsis(close).ranks.indexOf(1));
});

describe('edges', () => {
  test('a column of zeros adds nothing, and alternatives without any difference are all half way', () => {
    expect(
      topsis(
        problem(
          [
            [0, 1],
            [0, 2],
          ],
          '++',
        ),
      ),
    ).toMatchObject({ norms: [0, expect.any(Number)], closeness: [0, 1] });
    expect(
      topsis(
        problem(
          [
            [0, 0],
            [0, 0],
          ],
          '+-',
        ),
      ),
    ).toMatchObject({ closeness: [0.5, 0.5], ranks: [1, 1] });
    expect(topsis(problem([[4, 7]], '+-')).closeness).toEqual([0.5]);
    expect(normalised(problem([[0], [0]], '+'), 'sum')).toEqual([[0], [0]]);
  });

  test('costs of zero share the whole, as ever smaller costs would', () => {
    expect(normalised(problem([[0], [5], [0]], '-'), 'sum')).toEqual([[0.5], [0], [0.5]]);
  });

  test('what cannot be judged is refused', () => {
    expect(() => weightedSum(problem([[1, 2]], '+-'))).toThrow(RangeError);
    expect(() => topsis(problem([[1, -2]], '++'))).toThrow(RangeError);
    expect(() => topsis(problem([[1, Number.NaN]], '++'))).toThrow(RangeError);
    expect(() => topsis(problem([[1]], '++'))).toThrow(RangeError);
    expect(() => topsis(problem([[1, 2]], '++', [0, 0]))).toThrow(RangeError);
  });
});

test('whoever is nowhere better and somewhere worse is dominated; equals are not', () => {
  const given = problem(
    [
      [80, 100],
      [80, 120],
      [90, 100],
      [80, 100],
    ],
    '+-',
  );
  expect(dominatedBy(given)).toEqual([[2], [0, 2, 3], [], [2]]);
});

describe('laws', () => {
  const figure = fc.integer({ min: 0, max: 10_000 });
  const given = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.record({
      matrix: fc.array(fc.array(figure, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: width, maxLength: width }),
      directions: fc.array(fc.constantFrom<Direction[]>('max', 'min'), { minLength: width, maxLength: width }),
    }),
  );
  const METHODS = [
    ['sum', (one: DecisionProblem) => weightedSum(one, 'sum').ranks],
    ['minMax', (one: DecisionProblem) => weightedSum(one, 'minMax').ranks],
    ['topsis', (one: DecisionProblem) => topsis(one).ranks],
  ] as const;

  test.each(METHODS)(
    '%s: neither the order of alternatives nor the unit of a column changes a rank',
    (_name, ranksOf) => {
      law(
        fc.property(given, fc.nat(), fc.integer({ min: 2, max: 1_000 }), (one, place, factor) => {
          const ranks = ranksOf(one);
          expect(ranksOf({ ...one, matrix: one.matrix.toReversed() })).toEqual(ranks.toReversed());
          const column = place % one.weights.length;
          const scaled = one.matrix.map((row) =>
            row.map((value, index) => (index === column ? value * factor : value)),
          );
          expect(ranksOf({ ...one, matrix: scaled })).toEqual(ranks);
        }),
      );
    },
  );

  test('closeness lies between 0 and 1, and a dominated alternative is never nearer', () => {
    law(
      fc.property(given, (one) => {
        const { closeness } = topsis(one);
        for (const value of closeness) expect(value >= 0 && value <= 1).toBe(true);
        dominatedBy(one).forEach((by, index) => {
          for (const other of by) expect(closeness[other] ?? 0).toBeGreaterThanOrEqual((closeness[index] ?? 0) - 1e-9);
        });
      }),
    );
  });
});
