import { expect, test } from 'vitest';
import { documentState } from '../../../shared/domain/inspections/documents.ts';

/** DOMAIN 6: expired when the last day has passed, expiring within 60 days, unverified without one; a report runs out only if it says so. */
test.each([
  ['certificate', null, 'unverified'],
  ['certificate', '2026-03-01', 'expired'],
  ['certificate', '2026-03-02', 'expiring'],
  ['certificate', '2026-05-01', 'expiring'],
  ['certificate', '2026-05-02', 'valid'],
  ['report', null, null],
  ['report', '2026-03-01', 'expired'],
  ['report', '2026-05-02', 'valid'],
] as const)('a %s that ends on %s is %s on 2026-03-02', (kind, expiresOn, state) => {
  expect(documentState({ kind, expiresOn }, '2026-03-02')).toBe(state);
});
