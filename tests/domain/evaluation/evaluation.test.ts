import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, priceScore, validateCriteria } from '../../../shared/domain/evaluation/evaluation.ts';
import { traceEvaluation } from '../../../shared/domain/evaluation/trace.ts';
import type { Candidate, Criterion, EvaluatedSupplier } from '../../../shared/domain/evaluation/types.ts';
import { law } from '../kernel/law.ts';

function criterion(id: string, weightBp: number, more: Partial<Criterion> = {}): Criterion {
  return { id, kind: id === 'price' ? 'price' : 'manual', weightBp, knockoutMinimumHundredths: null, ...more };
}

function candidate(supplierId: string, totalMinor: number | null, scores: Record<string, number> = {}): Candidate {
  return { supplierId, totalMinor, scores: new Map(Object.entries(scores)) };
}

function suppliersOf(criteria: Criterion[], candidates: Candidate[]): readonly EvaluatedSupplier[] {
  const evaluation = evaluate(criteria, candidates);
  if (evaluation.state === 'notComputable') throw new Error(`not computable: ${JSON.stringify(evaluation.problems)}`);
  return evaluation.suppliers;
}

function rankById(criteria: Criterion[], candidates: Candidate[]): Record<string, number | string> {
  const ranks = suppliersOf(criteria, candidates).map((one) => [
    one.supplierId,
    one.state === 'ranked' ? one.rank : one.state,
  ]);
  return Object.fromEntries(ranks.toSorted());
}

// Chakraborty, Zavadskas and Antucheviciene (2015), example 2, as in github.com/quatrope/scikit-criteria tests/agg/test_simple.py,
// test_WASPAS_chakraborty2015applications with lambda 1, which is the weighted sum. Costs score min/x, benefits x/max.
test('scikit-criteria: ten machines by four weighted criteria', () => {
  const rows: [cost: number, flow: number, machines: number, productivity: number, score: number, rank: number][] = [
    [581818, 54.49, 3, 5500, 0.859, 6],
    [595454, 49.73, 3, 4500, 0.8194, 10],
    [586060, 51.24, 3, 5000, 0.843, 8],
    [522727, 45.71, 3, 5800, 0.942, 1],
    [561818, 52.66, 3, 5200, 0.8645, 5],
    [543030, 74.46, 4, 5600, 0.8315, 9],
    [522727, 75.42, 4, 5800, 0.8552, 7],
    [486970, 62.62, 4, 5600, 0.8983, 3],
    [509394, 65.87, 4, 6400, 0.9067, 2],
    [513333, 70.67, 4, 6000, 0.8784, 4],
  ];
  const criteria = [
    criterion('price', 4670),
    criterion('flow', 1600),
    criterion('machines', 950),
    criterion('output', 2780),
  ];
  const candidates = rows.map(([cost, flow, machines, productivity], index) =>
    candidate(`A${index}`, cost, {
      flow: priceScore(4571, Math.round(flow * 100)) ?? 0,
      machines: priceScore(3, machines) ?? 0,
      output: Math.round((10_000 * productivity) / 6400),
    }),
  );
  for (const supplier of suppliersOf(criteria, candidates)) {
    const [, , , , score = 0, rank] = rows[Number(supplier.supplierId.slice(1))] ?? [];
    expect(supplier).toMatchObject({ state: 'ranked', rank });
    if (supplier.state === 'ranked')
      expect(Math.abs(supplier.totalHundredths - score * 10_000)).toBeLessThanOrEqual(1.5);
  }
});

test.each([
  [10_000, 10_000, 10_000],
  [10_000, 20_000, 5_000],
  [10_000, 30_000, 3_333],
  [20_000, 30_000, 6_667],
  [0, 10_000, null],
  [10_000, 0, null],
])('lowest %i, this %i: price score %j', (lowest, total, expected) => {
  expect(priceScore(lowest, total)).toBe(expected);
});

describe('who is ranked', () => {
  const criteria = [criterion('price', 6000), criterion('quality', 4000, { knockoutMinimumHundredths: 5000 })];

  test('equal totals share a rank, and the next one skips', () => {
    const candidates = [
      candidate('a', 100, { quality: 8000 }),
      candidate('b', 100, { quality: 8000 }),
      candidate('c', 200, { quality: 8000 }),
      candidate('d', 100, { quality: 9000 }),
    ];
    expect(rankById(criteria, candidates)).toEqual({ d: 1, a: 2, b: 2, c: 4 });
  });

  test('below the minimum a supplier is out, with the reason', () => {
    const [ranked, out] = suppliersOf(criteria, [
      candidate('a', 100, { quality: 4999 }),
      candidate('b', 200, { quality: 5000 }),
    ]);
    expect(out).toMatchObject({
      supplierId: 'a',
      state: 'knockedOut',
      reasons: [{ criterionId: 'quality', scoreHundredths: 4999, minimumHundredths: 5000 }],
    });
    // b is now the lowest in the running: 60 % of 100 and 40 % of 50.
    expect(ranked).toMatchObject({ supplierId: 'b', state: 'ranked', rank: 1, totalHundredths: 8000 });
  });

  test('a missing score or total leaves a supplier without a rank and names the criterion', () => {
    const suppliers = suppliersOf(criteria, [
      candidate('a', 100),
      candidate('b', null, { quality: 9000 }),
      candidate('c', 300, { quality: 9000 }),
    ]);
    expect(suppliers).toMatchObject([
      { supplierId: 'c', state: 'ranked', rank: 1, totalHundredths: 5600 }, // a is in the running: 100 / 300
      { supplierId: 'a', state: 'incomplete', missingCriterionIds: ['quality'] },
      { supplierId: 'b', state: 'incomplete', missingCriterionIds: ['price'] },
    ]);
  });

  test('a price that scores below its own minimum is out too', () => {
    const strict = [criterion('price', 10_000, { knockoutMinimumHundredths: 6000 })];
    expect(rankById(strict, [candidate('a', 100), candidate('b', 160), candidate('c', 170)])).toEqual({
      a: 1,
      b: 2,
      c: 'knockedOut',
    });
  });

  test('a score of zero is a score', () => {
    const [only] = suppliersOf([criterion('quality', 10_000)], [candidate('a', null, { quality: 0 })]);
    expect(only).toMatchObject({ state: 'ranked', totalHundredths: 0, contributions: [{ contributionHundredths: 0 }] });
  });

  test('a score beyond 100 is refused', () => {
    expect(() => evaluate(criteria, [candidate('a', 1, { quality: 10_001 })])).toThrow(RangeError);
  });
});

describe('criteria', () => {
  test.each([
    ['none', [], [{ code: 'noCriteria' }]],
    ['not 100 %', [criterion('a', 6000), criterion('b', 3999)], [{ code: 'weightsDoNotSum', sumBp: 9999 }]],
    [
      'a negative weight',
      [criterion('a', 10_001), criterion('b', -1)],
      [
        { code: 'weightOutOfRange', criterionId: 'a', weightBp: 10_001 },
        { code: 'weightOutOfRange', criterionId: 'b', weightBp: -1 },
      ],
    ],
  ])('%s: not computable', (_case, criteria, problems) => {
    expect(validateCriteria(criteria)).toEqual(problems);
    expect(evaluate(criteria, [candidate('s', 1)])).toEqual({ state: 'notComputable', problems });
  });
});

describe('laws', () => {
  const score = fc.integer({ min: 0, max: 10_000 });
  const cut = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 4 });
  const evaluationInput = fc
    .tuple(
      cut,
      fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 10 ** 9 }), { freq: 8 }), score, score, score, score), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.option(score),
    )
    .map(([cuts, rows, minimum]) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
      const weights = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
      const criteria = weights.map((weight, index) =>
        index === 0
          ? criterion('price', weight)
          : criterion(`c${index}`, weight, { knockoutMinimumHundredths: index === 1 ? minimum : null }),
      );
      const candidates = rows.map(([total, c1, c2, c3, c4], index) =>
        candidate(`s${index}`, total, { c1, c2, c3, c4 }),
      );
      return { criteria, candidates };
    });

  test('contributions add up to the shown total exactly', () => {
    law(
      fc.property(evaluationInput, ({ criteria, candidates }) => {
        for (const supplier of suppliersOf(criteria, candidates)) {
          if (supplier.state !== 'ranked') continue;
          const shares = supplier.contributions.map(
            ({ contributionHundredths }) => contributionHundredths ?? Number.NaN,
          );
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(supplier.totalHundredths);
          supplier.contributions.forEach(({ weightBp, scoreHundredths }, index) => {
            const exact = (weightBp * (scoreHundredths ?? Number.NaN)) / 10_000;
            expect(Math.abs((shares[index] ?? Number.NaN) - exact)).toBeLessThan(1.5);
          });
        }
      }),
    );
  });

  test('neither the order of the suppliers nor the currency of the totals changes a rank', () => {
    law(
      fc.property(evaluationInput, fc.integer({ min: 2, max: 10_000 }), ({ criteria, candidates }, rate) => {
        const ranks = rankById(criteria, candidates);
        const inOtherCurrency = candidates.map((one) => ({
          ...one,
          totalMinor: one.totalMinor && one.totalMinor * rate,
        }));
        expect(rankById(criteria, candidates.toReversed())).toEqual(ranks);
        expect(rankById(criteria, inOtherCurrency)).toEqual(ranks);
      }),
    );
  });

  test('whoever is knocked out moves no one', () => {
    law(
      fc.property(evaluationInput, ({ criteria, candidates }) => {
        const ranks = rankById(criteria, candidates);
        const rest = candidates.filter(({ supplierId }) => ranks[supplierId] !== 'knockedOut');
        expect(rankById(criteria, rest)).toEqual(
          Object.fromEntries(Object.entries(ranks).filter(([, rank]) => rank !== 'knockedOut')),
        );
      }),
    );
  });

  test('a cheaper total never ranks worse, all else equal', () => {
    law(
      fc.property(evaluationInput, fc.integer({ min: 1, max: 10 ** 9 }), ({ criteria, candidates }, dearer) => {
        const [first, ...others] = candidates;
        if (first?.totalMinor == null) return;
        const twin = { ...first, supplierId: 'twin', totalMinor: first.totalMinor + dearer };
        const ranks = rankById(criteria, [first, twin, ...others]);
        if (ranks.twin === 'knockedOut') return;
        expect(Number(ranks[first.supplierId])).toBeLessThanOrEqual(Number(ranks.twin));
      }),
    );
  });
});

test('the trace shows the figures of the rule', () => {
  const criteria = [criterion('price', 6000), criterion('quality', 4000)];
  const candidates = [
    candidate('a', 10_000, { quality: 7000 }),
    candidate('b', 20_000, { quality: 9000 }),
    candidate('c', 1),
  ];
  expect(traceEvaluation(criteria, candidates.slice(0, 2), 'b', 'CNY')).toMatchObject({
    result: { name: 'score', value: '66.00' },
    parts: [
      {
        inputs: [
          { name: 'lowestTotal', value: '100.00', unit: 'CNY' },
          { name: 'total', value: '200.00', unit: 'CNY' },
        ],
        result: { name: 'priceScore', value: '50.00' },
      },
    ],
  });
  expect(traceEvaluation(criteria, candidates, 'c', 'CNY')).toMatchObject({
    result: null,
    inputs: expect.arrayContaining([{ name: 'missing', value: 'quality' }]),
  });
});
