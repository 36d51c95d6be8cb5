import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Decimal,
  divideRounded,
  fromScaledInteger,
  parseDecimal,
  safeInteger,
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
