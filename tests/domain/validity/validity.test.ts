import { expect, test } from 'vitest';
import { validityOn } from '../../../shared/domain/validity/validity.ts';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';

// DOMAIN 2.6: the last day included, seven days or fewer left is expiring
test.each([
  [null, 'unlimited', null],
  ['2026-02-28', 'expired', -1],
  ['2026-03-01', 'expiring', 0],
  ['2026-03-08', 'expiring', 7],
  ['2026-03-09', 'valid', 8],
  ['2025-03-01', 'expired', -365],
])('a quote valid until %s is %s on 2026-03-01', (validUntil, state, daysLeft) => {
  expect(validityOn(validUntil, '2026-03-01')).toEqual({ state, daysLeft });
});

test('the day ends at midnight in Shanghai', () => {
  expect(validityOn('2026-03-01', shanghaiDate(new Date('2026-03-01T15:59:00Z'))).state).toBe('expiring');
  expect(validityOn('2026-03-01', shanghaiDate(new Date('2026-03-01T16:00:00Z'))).state).toBe('expired');
});
