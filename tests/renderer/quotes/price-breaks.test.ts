import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPriceBreaks, parsePriceBreaks } from '../../../renderer/features/quotes/price-breaks.ts';

const steps = [
  { minQuantity: 10_000_000, unitPrice: 850_000 },
  { minQuantity: 50_000_000, unitPrice: 800_000 },
];

test.each([
  '≥1000: 0.85; ≥5000: 0.80',
  '5,000 = 0.8; 1,000 = 0.85',
  '>=1000@0.85;>=5000@0.80;',
  '１０００：０．８５；５０００：０．８０',
  '1000-4999件 ¥0.85\n5000+ ¥0.80',
  '1000 0.85元/件; 5000 0.80元/件',
])('reads %j', (text) => {
  expect(parsePriceBreaks(text, 'CNY')).toEqual({ ok: true, breaks: steps });
});

test('an empty text means no breaks', () => {
  expect(parsePriceBreaks('  ; ', 'CNY')).toEqual({ ok: true, breaks: [] });
});

test.each([
  ['0.85', { code: 'form', part: '0.85' }],
  ['≥1000: cheap', { code: 'form', part: '≥1000: cheap' }],
  ['1000: 0.85; 5000', { code: 'form', part: '5000' }],
  ['1000: -0.85', { code: 'form', part: '1000: -0.85' }],
  ['>1000: 0.85', { code: 'form', part: '>1000: 0.85' }],
  ['1000: $0.85', { code: 'form', part: '1000: $0.85' }],
  ['1000: 0.85; 1,000: 0.80', { code: 'twice', quantity: '1000' }],
])('refuses %j and says which part', (text, problem) => {
  expect(parsePriceBreaks(text, 'CNY')).toEqual({ ok: false, problem });
});

test('what is shown is what is read back', () => {
  const price = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  const quantity = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  const breaks = fc.uniqueArray(fc.record({ minQuantity: quantity, unitPrice: price }), {
    selector: (one) => one.minQuantity,
    maxLength: 8,
  });
  fc.assert(
    fc.property(breaks, (list) => {
      const rising = list.toSorted((a, b) => a.minQuantity - b.minQuantity);
      expect(parsePriceBreaks(formatPriceBreaks(list), 'CNY')).toEqual({ ok: true, breaks: rising });
    }),
  );
});
