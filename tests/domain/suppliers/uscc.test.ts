import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkUscc, usccCheckSign } from '../../../shared/domain/suppliers/uscc.ts';

/** GB 32100-2015. The first is the worked example commonly given with the standard, the others are codes of public companies. */
test.each([
  ['91350100M000100Y43', '35'],
  ['91330100799655058B', '33'],
  ['9144030071526726XG', '44'],
  ['914403001922038216', '44'],
  ['91110000802100433B', '11'],
])('%s is valid', (code, province) => {
  expect(checkUscc(code)).toEqual({ state: 'valid', code, province });
});

test.each(['91440300MA50000050', '91440300MA50000340', '91440300MA50000630'])(
  '%s has remainder 0 and so check sign 0, not 31',
  (code) => {
    expect(checkUscc(code)).toMatchObject({ state: 'valid', code });
  },
);

test('full width, lower case, spaces and hyphens are forgiven', () => {
  expect(checkUscc(' 9133 0100-7996-5505-8b ')).toMatchObject({ state: 'valid', code: '91330100799655058B' });
  expect(checkUscc('９１３３０１００７９９６５５０５８Ｂ')).toMatchObject({ state: 'valid' });
});

describe('the first thing wrong is named', () => {
  it.each([
    ['', { state: 'missing' }],
    ['   ', { state: 'missing' }],
    ['91330100799655058', { state: 'length', length: 17 }],
    ['91330100799655058BB', { state: 'length', length: 19 }],
    ['9133O100799655058B', { state: 'sign', sign: 'O', position: 5 }],
    ['9133010079965505IB', { state: 'sign', sign: 'I', position: 17 }],
    ['91330100799655058\u{1F600}', { state: 'sign', sign: '\u{1F600}', position: 18 }],
    ['91B30100799655058B', { state: 'place', place: 'B30100' }],
    ['91330100799655058C', { state: 'checkSign', expected: 'B' }],
    ['91330100799655085B', { state: 'checkSign' }],
  ])('%j', (code, finding) => {
    expect(checkUscc(code)).toMatchObject(finding);
  });
});

test('a place that is no province is a valid code of none', () => {
  const body = '9199990000000000X';
  expect(checkUscc(body + usccCheckSign(body))).toMatchObject({ state: 'valid', province: null });
});

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const body = fc
  .tuple(fc.array(fc.constantFrom(...SIGNS), { minLength: 11, maxLength: 11 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([signs, place]) => `${signs.slice(0, 2).join('')}${String(place).padStart(6, '0')}${signs.slice(2).join('')}`);

test('law: exactly one check sign fits a body, and any single wrong sign is found', () => {
  fc.assert(
    fc.property(body, fc.nat(17), fc.constantFrom(...SIGNS), (seventeen, place, sign) => {
      const code = seventeen + usccCheckSign(seventeen);
      expect(checkUscc(code).state).toBe('valid');
      const wrong = code.slice(0, place) + sign + code.slice(place + 1);
      expect(checkUscc(wrong).state === 'valid').toBe(wrong === code);
    }),
  );
});
