import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  draftFrom,
  draftOf,
  moved,
  newCriterion,
  problemOf,
  rebased,
  scaledTo100,
  setOf,
  weightSum,
} from '../../../renderer/features/evaluations/criteria-draft.ts';
import { readPastedScores } from '../../../renderer/features/evaluations/pasted-scores.ts';
import { TEMPLATES } from '../../../renderer/features/evaluations/templates.ts';
import type { Criterion } from '../../../shared/contract/evaluations.ts';
import { law } from '../../domain/kernel/law.ts';

function stored(id: string, overrides: Partial<Criterion> = {}): Criterion {
  return {
    id,
    parentId: null,
    revision: 1,
    nameEn: `Criterion ${id}`,
    nameZh: '',
    kind: 'manual',
    weightBp: 5_000,
    knockoutMinimumHundredths: null,
    ...overrides,
  };
}

describe('a set of criteria being edited', () => {
  test('is written with what it keeps, what it adds and what it no longer has', () => {
    const [first, second] = draftOf([stored('a'), stored('b', { revision: 3 })]);
    if (first === undefined || second === undefined) throw new Error('two criteria expected');
    const set = setOf([{ ...first, nameEn: ' Price ' }, newCriterion({ nameZh: '服务' })], [stored('a'), stored('b')]);
    expect(set.criteria.map(({ id, revision, nameEn, nameZh }) => [id, revision, nameEn, nameZh])).toEqual([
      ['a', 1, 'Price', ''],
      [null, null, '', '服务'],
    ]);
    expect(set.removed).toEqual([{ id: 'b', revision: 1 }]);
  });

  test('written over what somebody else saved, it takes the new revisions, and makes anew what was removed', () => {
    const mine = draftOf([stored('a'), stored('b')]);
    const theirs = [stored('a', { revision: 4 }), stored('c')];
    expect(rebased(mine, theirs).map(({ id, revision }) => [id, revision])).toEqual([
      ['a', 4],
      [null, null],
    ]);
    expect(setOf(rebased(mine, theirs), theirs).removed).toEqual([{ id: 'c', revision: 1 }]);
  });

  test('the weights can always be brought to 100 %, in their proportions', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
    law(
      fc.property(weights, (list) => {
        const scaled = scaledTo100(list.map((weightBp) => newCriterion({ weightBp })));
        expect(weightSum(scaled)).toBe(10_000);
        const order = (values: readonly number[]) => values.map((one) => values.map((other) => Math.sign(one - other)));
        const before = order(list).flat();
        const after = order(scaled.map(({ weightBp }) => weightBp)).flat();
        before.forEach((sign, index) => {
          expect(sign * (after[index] ?? 0)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  test.each([
    ['a name is missing', [newCriterion({ weightBp: 10_000 })], 'noName'],
    ['two prices', draftOf([stored('a', { kind: 'price' }), stored('b', { kind: 'price' })]), 'twoPrices'],
    ['a sum that misses 100 %', draftOf([stored('a')]), 'sum'],
    ['nothing to complain of', draftOf([stored('a'), stored('b')]), null],
    ['no criteria at all', [], null],
  ])('%s', (_case, draft, problem) => {
    expect(problemOf(draft)).toBe(problem);
  });

  test('a criterion moves by one and not beyond the ends', () => {
    const draft = draftOf([stored('a'), stored('b')]);
    const ids = (list: readonly { id: string | null }[]) => list.map(({ id }) => id);
    expect(ids(moved(draft, 'b', -1))).toEqual(['b', 'a']);
    expect(ids(moved(draft, 'b', 1))).toEqual(['a', 'b']);
  });
});

test.each(Object.entries(TEMPLATES))('template %s can be saved as it is', (_name, criteria) => {
  expect(problemOf(draftFrom(criteria))).toBeNull();
  expect(criteria.every(({ nameEn, nameZh }) => nameEn !== '' && nameZh !== '')).toBe(true);
});

describe('a pasted range', () => {
  test('is read row by row; an empty cell takes a score back', () => {
    expect(readPastedScores('80\t92.5\r\n\t100\r\n')).toEqual({
      scores: [
        { row: 0, column: 0, scoreHundredths: 8_000 },
        { row: 0, column: 1, scoreHundredths: 9_250 },
        { row: 1, column: 0, scoreHundredths: null },
        { row: 1, column: 1, scoreHundredths: 10_000 },
      ],
      unreadable: [],
    });
  });

  test('names what is no score', () => {
    expect(readPastedScores('80\t101\nvery good\t-1').unreadable).toEqual(['101', 'very good', '-1']);
  });
});
