import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponentOf, lineTotal, money, moneyOf, sumMoney, toDecimalString } from '../../../shared/kernel/money.ts';
import { parseQuantity, parseUnitPrice, quantityToString, unitPriceToString } from '../../../shared/kernel/quantity.ts';
import { law } from './law.ts';

// ISO 4217 list one, column "Minor unit"
test.each([
  ['CNY', 2],
  ['USD', 2],
  ['EUR', 2],
  ['TWD', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['VND', 0],
  ['CLP', 0],
  ['XPF', 0],
  ['KWD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['constructor', 2],
])('%s has %i decimals', (currency, exponent) => {
  expect(exponentOf(currency)).toBe(exponent);
});

describe('lineTotal', () => {
  test.each([
    [12_000_000, 37_500, 'CNY', 4500], // 1200 × 0.0375
    [10_000, 5_000, 'CNY', 1], // 1 × 0.005: half goes up
    [10_000, 4_999, 'CNY', 0],
    [-10_000, 5_000, 'CNY', -1], // and away from zero below it
    [10_000, 500_000, 'JPY', 1],
    [10_000, 500, 'KWD', 1],
    [3_333, 1_000_000, 'USD', 33], // 0.3333 × 1
  ])('%i ten-thousandths at %i millionths in %s is %i', (quantity, unitPrice, currency, expected) => {
    expect(lineTotal(quantity, unitPrice, currency)).toBe(expected);
  });

  test('equals exact whole arithmetic on either side of the fast path', () => {
    const figure = fc.oneof(fc.integer(), fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), fc.constant(0));
    const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'CLF');
    law(
      fc.property(figure, figure, currency, (quantity, unitPrice, code) => {
        const divisor = 10n ** BigInt(10 - exponentOf(code));
        const product = BigInt(quantity) * BigInt(unitPrice);
        const size = product < 0n ? -product : product;
        const rounded = Number((size + divisor / 2n) / divisor);
        const total = lineTotal(quantity, unitPrice, code);
        expect(total === 0 ? 0 : total).toBe(product < 0n && rounded !== 0 ? -rounded : rounded);
      }),
    );
  });

  test('refuses a total that is no longer exact', () => {
    expect(() => lineTotal(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'CNY')).toThrow(RangeError);
  });
});

describe('amounts', () => {
  test.each([
    [123_450, 'CNY', '1234.50'],
    [-5, 'USD', '-0.05'],
    [1_234, 'JPY', '1234'],
    [1_234, 'KWD', '1.234'],
    [0, 'EUR', '0.00'],
  ])('%i %s is written %s, and read back', (minor, currency, text) => {
    expect(toDecimalString(money(minor, currency))).toBe(text);
    expect(moneyOf(text, currency)).toEqual({ minor, currency });
  });

  test('currencies are never added to one another', () => {
    expect(sumMoney([money(1, 'CNY'), money(2, 'CNY')], 'CNY')).toEqual({ minor: 3, currency: 'CNY' });
    expect(sumMoney([], 'USD')).toEqual({ minor: 0, currency: 'USD' });
    expect(() => sumMoney([money(1, 'CNY'), money(2, 'USD')], 'CNY')).toThrow(RangeError);
    expect(() => sumMoney([money(Number.MAX_SAFE_INTEGER, 'CNY'), money(1, 'CNY')], 'CNY')).toThrow(RangeError);
  });
});

describe('quantities and unit prices', () => {
  test('what is written reads back the same', () => {
    law(
      fc.property(fc.maxSafeInteger(), (scaled) => {
        expect(parseQuantity(quantityToString(scaled))).toBe(scaled);
        expect(parseUnitPrice(unitPriceToString(scaled, 4))).toBe(scaled);
      }),
    );
  });

  test.each(['0.00001', '1,5', '', 'abc', '900719925474.0992'])('%j is no quantity', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  test.each(['0.0000001', '9007199254.740992'])('%j is no unit price', (text) => {
    expect(parseUnitPrice(text)).toBeNull();
  });

  test('a unit price shows at least the decimals asked for and hides none', () => {
    expect(unitPriceToString(500_000, 4)).toBe('0.5000');
    expect(unitPriceToString(37_512, 4)).toBe('0.037512');
  });
});
