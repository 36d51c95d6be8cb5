import { expect, test } from 'vitest';
import { type Band, type CapacityFigure, capacityBand, responseBand } from '../../../shared/domain/suppliers/bands.ts';
import { certificateState, licenceState } from '../../../shared/domain/suppliers/certificates.ts';
import { anniversary, tenureScore, wholeYears } from '../../../shared/domain/suppliers/tenure.ts';

const EDGES: readonly [CapacityFigure, readonly (readonly [value: number, band: Band])[]][] = [
  [
    'monthlyPieces',
    [
      [100_001, 'excellent'],
      [100_000, 'good'],
      [50_000, 'good'],
      [49_999, 'average'],
      [10_000, 'average'],
      [9_999, 'below'],
    ],
  ],
  [
    'productionLines',
    [
      [6, 'excellent'],
      [5, 'good'],
      [3, 'good'],
      [2, 'average'],
      [1, 'average'],
      [0, 'below'],
    ],
  ],
  [
    'staff',
    [
      [101, 'excellent'],
      [100, 'good'],
      [50, 'good'],
      [49, 'average'],
      [20, 'average'],
      [19, 'below'],
    ],
  ],
  [
    'areaM2',
    [
      [5_001, 'excellent'],
      [5_000, 'good'],
      [2_000, 'good'],
      [1_999, 'average'],
      [500, 'average'],
      [499, 'below'],
    ],
  ],
];

/** DOMAIN 6, from the guide's table; half-open where its ranges overlap. */
test.each(EDGES)('%s at the edges of its bands', (figure, cases) => {
  expect(cases.map(([value]) => [value, capacityBand(figure, value)])).toEqual(cases);
});

test.each([
  [0, 'excellent'],
  [59, 'excellent'],
  [60, 'good'],
  [240, 'good'],
  [241, 'average'],
  [1_440, 'average'],
  [1_441, 'below'],
])('%i minutes to answer are %s', (minutes, band) => {
  expect(responseBand(minutes)).toBe(band);
});

test.each([
  [null, 'unverified'],
  ['2026-03-01', 'expired'],
  ['2026-03-02', 'expiring'],
  ['2026-05-01', 'expiring'],
  ['2026-05-02', 'valid'],
])('a paper that ends on %s is %s on 2026-03-02', (until, state) => {
  expect(certificateState(until, '2026-03-02')).toBe(state);
  expect(licenceState({ licenceUntil: until, licenceLongTerm: false }, '2026-03-02')).toBe(state);
  expect(licenceState({ licenceUntil: until, licenceLongTerm: true }, '2026-03-02')).toBe('valid');
});

test.each([
  ['2025-03-03', 0, 0],
  ['2025-03-02', 1, 6_000],
  ['2023-03-03', 2, 6_000],
  ['2023-03-02', 3, 8_000],
  ['2021-03-02', 5, 10_000],
  ['2024-02-29', 2, 6_000],
])('a member since %s has %i whole years on 2026-03-02', (since, years, score) => {
  expect(wholeYears(since, '2026-03-02')).toBe(years);
  expect(tenureScore(years)).toBe(score);
});

test('the years of 29 February change on 1 March where there is none', () => {
  expect(anniversary('2024-02-29', 1)).toBe('2025-03-01');
  expect(anniversary('2024-02-29', 4)).toBe('2028-02-29');
  expect(wholeYears('2024-02-29', '2025-02-28')).toBe(0);
  expect(wholeYears('2024-02-29', '2025-03-01')).toBe(1);
});
