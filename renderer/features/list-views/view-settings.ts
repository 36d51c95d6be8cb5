import type { ListSettings } from '../../../shared/contract/list-views.ts';

type Search = Readonly<Record<string, unknown>>;

/** What of an address is never part of a view: where one has scrolled to, and which view it is. */
const PASSING = ['offset', 'saved'];

/** What of a list's address makes up a view: what differs from the way the list begins, without `passing` things. */
export function viewedSearch(search: Search, start: Search, passing: readonly string[]): ListSettings['search'] {
  const viewed: ListSettings['search'] = {};
  for (const [key, value] of Object.entries(search)) {
    if (PASSING.includes(key) || passing.includes(key) || isSame(value, start[key])) continue;
    if (isFilter(value)) viewed[key] = value;
  }
  return viewed;
}

/** Whether two views show the same, whatever order their parts are written in. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function isFilter(value: unknown): value is ListSettings['search'][string] {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
