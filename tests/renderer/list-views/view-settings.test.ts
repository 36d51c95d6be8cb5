import { expect, test } from 'vitest';
import { isSame, viewedSearch } from '../../../renderer/features/list-views/view-settings.ts';
import { quoteLineSearch } from '../../../renderer/features/quote-lines/routes.tsx';

const start = quoteLineSearch.parse({});

test('a view holds what differs from the beginning, not where one has scrolled to or what is open', () => {
  const search = quoteLineSearch.parse({ search: '吸管', states: ['latest'], offset: 150, limit: 50, saved: 'all' });
  expect(viewedSearch(search, start, [])).toEqual({ search: '吸管', states: ['latest'] });
  expect(viewedSearch({ ...search, supplier: 'open' }, start, ['supplier'])).toEqual({
    search: '吸管',
    states: ['latest'],
  });
  expect(viewedSearch(start, start, [])).toEqual({});
});

test('what a view holds comes back through the address as it was; what is no longer known falls back', () => {
  const search = quoteLineSearch.parse({ currencies: ['CNY'], sort: 'price', descending: false, from: '2026-01-01' });
  expect(quoteLineSearch.parse(viewedSearch(search, start, []))).toEqual(search);
  expect(quoteLineSearch.parse({ sort: 'gone', states: ['nonsense'], from: '2026-02-30' })).toEqual(start);
});

test('views are the same whatever order their parts are written in', () => {
  expect(isSame({ a: 1, b: ['x'] }, { b: ['x'], a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isSame({ b: ['x', 'y'] }, { b: ['y', 'x'] })).toBe(false);
});
