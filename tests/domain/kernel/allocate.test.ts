import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../shared/kernel/allocate.ts';
import { law } from './law.ts';

// github.com/moneyphp/money tests/AggregateExamples.php, allocationExamples (0.33 : 0.66 written as whole weights). Left out is
// -5 by 7 : 3, where moneyphp gives -3 and -2: ours mirrors the positive split (DOMAIN 1), see below.
test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [101, [1, 1, 1], [34, 34, 33]],
  [5, [3, 7], [2, 3]],
  [5, [7, 3], [4, 1]],
  [5, [7, 3, 0], [4, 1, 0]],
  [5, [0, 7, 3], [0, 4, 1]],
  [5, [7, 0, 3], [4, 0, 1]],
  [5, [0, 0, 1], [0, 0, 5]],
  [5, [0, 3, 7], [0, 2, 3]],
  [0, [0, 0, 1], [0, 0, 0]],
  [2, [1, 1, 1], [1, 1, 0]],
  [1, [1, 1], [1, 0]],
  [1, [33, 66], [0, 1]],
  [101, [3, 7], [30, 71]],
  [101, [7, 3], [71, 30]],
])('%i by %j is %j', (total, weights, expected) => {
  expect(allocate(total, weights)).toEqual(expected);
});

describe('laws of the largest remainder', () => {
  const weights = fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));

  test('the parts sum exactly and none is a unit or more off its exact share', () => {
    law(
      fc.property(fc.maxSafeInteger(), weights, (total, list) => {
        const parts = allocate(total, list);
        const sum = list.reduce((all, weight) => all + BigInt(weight), 0n);
        expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(total));
        parts.forEach((part, index) => {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(list[index] ?? 0);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
    );
  });

  test('a greater weight never gets less, and no weight gets nothing', () => {
    law(
      fc.property(fc.nat(), weights, (total, list) => {
        const byWeight = allocate(total, list)
          .map((part, index) => ({ part, weight: list[index] ?? 0 }))
          .toSorted((a, b) => a.weight - b.weight || a.part - b.part);
        byWeight.reduce((smaller, greater) => {
          if (smaller.weight < greater.weight) expect(smaller.part).toBeLessThanOrEqual(greater.part);
          return greater;
        });
        expect(byWeight.every(({ part, weight }) => weight > 0 || part === 0)).toBe(true);
      }),
    );
  });

  test('a negative total mirrors the positive one', () => {
    law(
      fc.property(fc.nat(), weights, (total, list) => {
        expect(allocate(-total, list)).toEqual(allocate(total, list).map((part) => 0 - part));
      }),
    );
  });
});

// Weights up to a sum of 2^51 are counted in numbers, beyond that in BigInt; scaling all alike leads from one to the other.
test('both ways of counting split alike', () => {
  const total = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1_000, max: 1_000 }));
  const weights = fc.array(fc.nat({ max: 2 ** 26 }), { minLength: 1, maxLength: 30 });
  law(
    fc.property(total, weights, (size, list) => {
      const withWeight = [...list, 2 ** 26];
      const inNumbers = allocate(size, withWeight);
      expect(
        allocate(
          size,
          withWeight.map((weight) => weight * 2 ** 26),
        ),
      ).toEqual(inNumbers);
    }),
  );
});

test.each([[[0, 0]], [[]], [[1, -1]], [[0.5, 0.5]]])('weights %j ask for another basis', (list) => {
  expect(() => allocate(100, list)).toThrow('choose another basis');
});
