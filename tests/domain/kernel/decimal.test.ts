import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Decimal,
  divideRounded,
  fromScaledInteger,
  parseDecimal,
  safeInteger,
  scaledToString,
  toScaledInteger,
} from '../../../shared/kernel/decimal.ts';
import { law } from './law.ts';

describe('rounding half away from zero', () => {
  // github.com/moneyphp/money tests/RoundExamples.php, ROUND_HALF_UP
  test.each([
    ['2.2', 2],
    ['2.5', 3],
    ['2', 2],
    ['-2.5', -3],
    ['-2', -2],
    ['-1.5', -2],
    ['-8328.578947368', -8329],
    ['-8328.5', -8329],
  ])('%s is %i', (text, expected) => {
    expect(toScaledInteger(new Decimal(text), 0)).toBe(expected);
  });

  test('a numeral of any length is rounded once', () => {
    expect(toScaledInteger(new Decimal(`0.004${'9'.repeat(60)}`), 2)).toBe(0);
    expect(toScaledInteger(new Decimal('0.005'), 2)).toBe(1);
  });

  test('whole division agrees with the decimal library', () => {
    const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    law(
      fc.property(whole, fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.boolean(), (numerator, size, negative) => {
        const denominator = negative ? -size : size;
        const quotient = new Decimal(numerator.toString()).div(denominator.toString());
        expect(divideRounded(numerator, denominator)).toBe(toScaledInteger(quotient, 0));
      }),
    );
  });

  test('scaling there and back loses nothing', () => {
    law(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (scaled, places) => {
        expect(toScaledInteger(fromScaledInteger(scaled, places), places)).toBe(scaled);
      }),
    );
  });
});

describe('numerals of scaled integers', () => {
  test.each([
    [12_300, 4, 0, '1.23'],
    [12_300, 4, 3, '1.230'],
    [120_000, 4, 0, '12'],
    [5, 2, 2, '0.05'],
    [-5, 2, 2, '-0.05'],
    [0, 2, 2, '0.00'],
    [-0, 4, 0, '0'],
    [1_234, 0, 0, '1234'],
    [100.5, 2, 2, '1.01'],
  ])('%d with %d places, at least %d, is %s', (scaled, places, minPlaces, expected) => {
    expect(scaledToString(scaled, places, minPlaces)).toBe(expected);
  });

  test('agree with the decimal library', () => {
    const places = fc.integer({ min: 0, max: 9 });
    law(
      fc.property(fc.maxSafeInteger(), places, fc.nat(), (scaled, all, some) => {
        const minPlaces = some % (all + 1);
        const value = fromScaledInteger(scaled, all);
        expect(scaledToString(scaled, all, minPlaces)).toBe(value.toFixed(Math.max(minPlaces, value.decimalPlaces())));
      }),
    );
  });
});

describe('refusals', () => {
  test('a figure that is no longer exact is refused, never rounded', () => {
    expect(() => safeInteger(2 ** 53)).toThrow(RangeError);
    expect(() => safeInteger(0.5)).toThrow(RangeError);
    expect(() => toScaledInteger(new Decimal('90071992547409.92'), 2)).toThrow(RangeError);
    expect(toScaledInteger(new Decimal('90071992547409.91'), 2)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => divideRounded(2n ** 53n, 1n)).toThrow(RangeError);
    expect(() => divideRounded(1n, 0n)).toThrow('division by zero');
  });

  test.each(['', ' ', '.', '-', '1e3', '1,5', '1 000', 'NaN', 'Infinity', '0x10', '１２', '--1'])(
    '%j is no plain numeral',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test.each([
    ['12', '12'],
    [' -0.5 ', '-0.5'],
    ['+.25', '0.25'],
    ['007', '7'],
  ])('%j reads as %s', (text, expected) => {
    expect(parseDecimal(text)?.toFixed()).toBe(expected);
  });
});
