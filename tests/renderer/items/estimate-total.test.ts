import { expect, test } from 'vitest';
import { estimateTotal } from '../../../renderer/features/items/estimate-total.ts';
import { buildItem } from '../../builders/contract-fields.ts';

const item = (quantity: number | null, estimateUnitPrice: number | null) => ({
  ...buildItem({ quantity, estimateUnitPrice }),
  id: '',
  revision: 1,
});

test('adds rounded lines, and counts what lacks a quantity or an estimate instead of taking it for zero', () => {
  // 3 × 0.335 = 1.005 rounds to 1.01; twice, not 2.01.
  const items = [item(30_000, 335_000), item(30_000, 335_000), item(null, 1), item(10_000, null)];
  expect(estimateTotal(items, 'CNY')).toEqual({ totalMinor: 202, missing: 2 });
});

test('has no total where nothing can be added or the sum is no longer exact', () => {
  expect(estimateTotal([], 'CNY')).toEqual({ totalMinor: null, missing: 0 });
  expect(estimateTotal([item(null, 1)], 'CNY')).toEqual({ totalMinor: null, missing: 1 });
  const huge = item(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  expect(estimateTotal([huge], 'CNY')).toEqual({ totalMinor: null, missing: 0 });
});
