import { expect, test } from 'vitest';
import { newId } from '../../../shared/kernel/ids.ts';

test('ids made one after another sort in that order, and none comes twice', () => {
  const ids = Array.from({ length: 2_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
