import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../shared/domain/evaluation/assess.ts';
import { type CriterionNode, leavesOf, validateTree } from '../../../shared/domain/evaluation/criteria-tree.ts';
import { evaluate } from '../../../shared/domain/evaluation/evaluation.ts';
import { letterOf } from '../../../shared/domain/evaluation/letters.ts';
import { type Confidence, type GivenScore, meanScores } from '../../../shared/domain/evaluation/mean-scores.ts';
import { traceEvaluation } from '../../../shared/domain/evaluation/trace.ts';
import { traceStability } from '../../../shared/domain/evaluation/trace-stability.ts';
import { type Candidate, type Criterion, DEFAULT_SETTINGS } from '../../../shared/domain/evaluation/types.ts';
import { law } from '../kernel/law.ts';

function node(id: string, weightBp: number, more: Partial<CriterionNode> = {}): CriterionNode {
  return { id, parentId: null, kind: 'manual', weightBp, knockoutMinimumHundredths: null, ...more };
}

function leaf(id: string, weightBp: number): Criterion {
  return { id, kind: id === 'price' ? 'price' : 'manual', weightBp, knockoutMinimumHundredths: null };
}

function given(evaluatorId: string, supplierId: string, points: number, confidence: Confidence = 'medium'): GivenScore {
  return { evaluatorId, criterionId: 'quality', supplierId, scoreHundredths: points * 100, confidence, reason: '' };
}

describe('a tree of criteria', () => {
  const TREE = [
    node('price', 4_000, { kind: 'price' }),
    node('quality', 6_000, { kind: 'group' }),
    node('sample', 3_333, { parentId: 'quality' }),
    node('papers', 3_333, { parentId: 'quality' }),
    node('audit', 3_334, { parentId: 'quality' }),
  ];

  test('leaves carry the product of the weights above them', () => {
    expect(leavesOf(TREE).map(({ id, weightBp }) => [id, weightBp])).toEqual([
      ['price', 4_000],
      ['sample', 2_000],
      ['papers', 2_000],
      ['audit', 2_000],
    ]);
  });

  test.each([
    [
      'siblings that miss 100 %',
      [...TREE.slice(0, 4)],
      [{ code: 'weightsDoNotSum', sumBp: 6_666, groupId: 'quality' }],
    ],
    ['a group without criteria', TREE.slice(0, 2), [{ code: 'emptyGroup', criterionId: 'quality' }]],
    [
      'a criterion below a leaf',
      [node('a', 10_000), node('b', 10_000, { parentId: 'a' })],
      [{ code: 'misplaced', criterionId: 'b' }],
    ],
    ['groups alone', [node('a', 10_000, { kind: 'group' })], [{ code: 'noCriteria' }]],
  ])('%s', (_case, nodes, problems) => {
    expect(validateTree(nodes)).toEqual(problems);
  });

  test('effective weights sum to 100 % exactly, whatever the weights on each level', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 5 });
    const level = cuts.map((list) => {
      const edges = [0, ...list.toSorted((a, b) => a - b), 10_000];
      return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
    });
    law(
      fc.property(level, fc.array(level, { maxLength: 6 }), (roots, inner) => {
        const nodes = roots.flatMap((weightBp, index) => {
          const below = inner[index];
          if (below === undefined) return [node(`r${index}`, weightBp)];
          return [
            node(`r${index}`, weightBp, { kind: 'group' }),
            ...below.map((weight, place) => node(`r${index}.${place}`, weight, { parentId: `r${index}` })),
          ];
        });
        expect(validateTree(nodes)).toEqual([]);
        expect(leavesOf(nodes).reduce((sum, { weightBp }) => sum + weightBp, 0)).toBe(10_000);
      }),
    );
  });
});

describe('several evaluators', () => {
  const scores = [
    given('li', 'a', 90, 'high'),
    given('wu', 'a', 60, 'low'),
    given('li', 'b', 70),
    given('wu', 'b', 55),
  ];

  test('make one score by their plain mean, or by how sure they are; 20 points apart is a disagreement', () => {
    expect(meanScores(scores, 'mean')).toMatchObject([
      { supplierId: 'a', meanHundredths: 7_500, spreadHundredths: 3_000, disagrees: true },
      { supplierId: 'b', meanHundredths: 6_250, spreadHundredths: 1_500, disagrees: false },
    ]);
    // (3 × 90 + 1 × 60) / 4
    expect(meanScores(scores, 'confidence')[0]).toMatchObject({ meanHundredths: 8_250 });
    expect(meanScores([given('li', 'a', 80), given('wu', 'a', 60)], 'mean')[0]?.disagrees).toBe(true);
  });

  test('the trace of a score names who gave what', () => {
    const means = meanScores(scores, 'mean');
    const candidates: Candidate[] = [{ supplierId: 'a', totalMinor: null, scores: new Map([['quality', 7_500]]) }];
    const by = {
      settings: DEFAULT_SETTINGS,
      means: means.slice(0, 1),
      evaluatorName: (id: string) => id.toUpperCase(),
    };
    const trace = traceEvaluation([leaf('quality', 10_000)], candidates, 'a', 'CNY', by);
    expect(trace.parts).toMatchObject([
      {
        rule: 'meanScore',
        inputs: expect.arrayContaining([
          { name: 'evaluator', value: 'LI' },
          { name: 'given', value: '90.00' },
        ]),
        result: { value: '75.00' },
      },
    ]);
  });
});

describe('open totals', () => {
  const criteria = [leaf('price', 10_000)];
  const candidate = (supplierId: string, totalMinor: number, totalHighMinor?: number): Candidate => ({
    supplierId,
    totalMinor,
    totalHighMinor,
    scores: new Map(),
  });
  const placesOf = (candidates: Candidate[]) => {
    const evaluation = evaluate(criteria, candidates);
    if (evaluation.state !== 'evaluated') throw new Error('not computable');
    return Object.fromEntries(
      evaluation.suppliers.flatMap((one) =>
        one.state === 'ranked' ? [[one.supplierId, [one.rank, one.open?.worstRank ?? one.rank]]] : [],
      ),
    );
  };

  test('ranges that overlap leave the places open, ranges that do not make them firm', () => {
    expect(placesOf([candidate('a', 100, 130), candidate('b', 120), candidate('c', 200)])).toEqual({
      a: [1, 2],
      b: [1, 2],
      c: [3, 3],
    });
    expect(placesOf([candidate('a', 100, 110), candidate('b', 120, 125)])).toEqual({ a: [1, 1], b: [2, 2] });
  });

  test('while the first place is open nobody says how stable it is', () => {
    const totals = [
      { supplierId: 'a', totalMinor: 100, totalHighMinor: 130 },
      { supplierId: 'b', totalMinor: 120 },
    ];
    expect(assess(criteria, totals, [], DEFAULT_SETTINGS).stability).toEqual({
      state: 'notComputable',
      reason: 'openFirst',
    });
  });

  test('nobody is knocked out by a price that may still be good enough', () => {
    const strict = [{ ...leaf('price', 10_000), knockoutMinimumHundredths: 8_000 }];
    const evaluation = evaluate(strict, [candidate('a', 100), candidate('b', 120, 200), candidate('c', 150)]);
    expect(evaluation).toMatchObject({
      suppliers: [{ supplierId: 'a' }, { supplierId: 'b', state: 'ranked' }, { supplierId: 'c', state: 'knockedOut' }],
    });
  });
});

describe('an assessment', () => {
  const criteria = [leaf('price', 5_000), leaf('quality', 5_000)];
  const totals = [
    { supplierId: 'a', totalMinor: 10_000 },
    { supplierId: 'b', totalMinor: 12_000 },
    { supplierId: 'c', totalMinor: 15_000 },
    { supplierId: 'gone', totalMinor: null },
  ];
  const scores = [given('li', 'a', 70), given('li', 'b', 80), given('li', 'c', 60), given('li', 'gone', 100)];

  test('names who is dominated by whom, and leaves out who has no place', () => {
    expect(assess(criteria, totals, scores, DEFAULT_SETTINGS).dominated).toEqual([{ supplierId: 'c', by: ['a', 'b'] }]);
  });

  test('says how far a weight may move, and explains it with the two scores that meet', () => {
    const { stability } = assess(criteria, totals, scores, DEFAULT_SETTINGS);
    // Price 100 and 83.33, quality 70 and 80: equal where 100t + 70(1−t) = 83.33t + 80(1−t), so t = 10/26.67.
    expect(stability).toMatchObject({
      state: 'computed',
      winnerId: 'a',
      criticalId: 'price',
      intervals: [
        { criterionId: 'price', lowBp: 3_750, highBp: 10_000, belowLowId: 'b' },
        { criterionId: 'quality', lowBp: 0, highBp: 6_250, aboveHighId: 'b' },
      ],
    });
    const candidates = totals.map((total) => ({
      ...total,
      scores: new Map(
        scores.flatMap((one) => (one.supplierId === total.supplierId ? [['quality', one.scoreHundredths]] : [])),
      ),
    }));
    expect(traceStability(criteria, candidates, DEFAULT_SETTINGS, 'price')).toMatchObject({
      rule: 'weightStability',
      parts: [{ rule: 'crossover', result: { name: 'crossover', value: '37.50', unit: '%' } }],
    });
  });

  test('by TOPSIS the price is a cost, and its contributions do not add', () => {
    const settings = { ...DEFAULT_SETTINGS, method: 'topsis' as const };
    const { evaluation, stability } = assess(criteria, totals, scores, settings);
    expect(evaluation).toMatchObject({
      suppliers: [
        {
          supplierId: 'a',
          rank: 1,
          contributions: [{ contributionHundredths: null }, { contributionHundredths: null }],
        },
        { supplierId: 'b', rank: 2 },
        { supplierId: 'c', rank: 3, totalHundredths: 0 },
        { supplierId: 'gone', state: 'incomplete' },
      ],
    });
    expect(stability).toMatchObject({ state: 'computed', method: 'topsis', winnerId: 'a' });
  });

  test.each(['sum', 'minMax'] as const)('by %s contributions add up to the shown total', (normalisation) => {
    const { evaluation } = assess(criteria, totals, scores, { ...DEFAULT_SETTINGS, normalisation });
    if (evaluation.state !== 'evaluated') throw new Error('not computable');
    for (const supplier of evaluation.suppliers) {
      if (supplier.state !== 'ranked') continue;
      const sum = supplier.contributions.reduce((total, one) => total + (one.contributionHundredths ?? 0), 0);
      expect(sum).toBe(supplier.totalHundredths);
    }
  });

  test('a shared or lone first place has no interval', () => {
    const twins = totals.slice(0, 2).map((total) => ({ ...total, totalMinor: 10_000 }));
    const same = [given('li', 'a', 70), given('li', 'b', 70)];
    expect(assess(criteria, twins, same, DEFAULT_SETTINGS).stability).toMatchObject({ reason: 'sharedFirst' });
    expect(assess(criteria, twins.slice(0, 1), same, DEFAULT_SETTINGS).stability).toMatchObject({ reason: 'onlyOne' });
    expect(assess(criteria, [], [], DEFAULT_SETTINGS).stability).toMatchObject({ reason: 'nobodyRanked' });
  });
});

test('letters stand for hidden names', () => {
  expect([0, 25, 26, 27].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB']);
});
