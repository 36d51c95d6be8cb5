import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDifference,
  formatMoney,
  formatPercent,
  formatPercentDifference,
  formatQuantity,
  formatScore,
  formatUnitPrice,
} from '../../renderer/i18n/format.ts';

describe('figures as people read them', () => {
  it.each([
    [123456789012345, 'CNY', '1,234,567,890,123.45'],
    [9007199254740991, 'USD', '90,071,992,547,409.91'],
    [-5, 'USD', '−0.05'],
    [0, 'EUR', '0.00'],
    [1234567, 'JPY', '1,234,567'],
    [1234567, 'KWD', '1,234.567'],
  ])('shows %i minor units of %s as %s, exactly', (minor, currency, shown) => {
    expect(formatMoney(minor, currency)).toBe(shown);
  });

  it.each([
    [37500, '0.0375'],
    [12000000, '12.0000'],
    [12345678, '12.345678'],
    [12345600, '12.3456'],
    [1234567000000, '1,234,567.0000'],
  ])('shows a unit price of %i millionths with four to six decimals: %s', (millionths, shown) => {
    expect(formatUnitPrice(millionths)).toBe(shown);
  });

  it('shows quantities without needless zeros', () => {
    expect(formatQuantity(12000000)).toBe('1,200');
    expect(formatQuantity(5000)).toBe('0.5');
    expect(formatQuantity(9007199254740991)).toBe('900,719,925,474.0991');
  });

  it('shows shares, scores and differences', () => {
    expect(formatPercent(1300)).toBe('13\u00a0%');
    expect(formatPercent(1250)).toBe('12.5\u00a0%');
    expect(formatPercentDifference(325)).toBe('+3.3\u00a0%');
    expect(formatPercentDifference(-325)).toBe('−3.3\u00a0%');
    expect(formatPercentDifference(4)).toBe('0.0\u00a0%');
    expect(formatPercentDifference(-4)).toBe('0.0\u00a0%');
    expect(formatPercentDifference(0)).toBe('0.0\u00a0%');
    expect(formatScore(8755)).toBe('87.6');
    expect(formatDifference(1200, 'CNY')).toBe('+12.00');
    expect(formatDifference(-1200, 'CNY')).toBe('−12.00');
    expect(formatDifference(0, 'CNY')).toBe('0.00');
  });

  it('shows sizes of files', () => {
    expect(formatBytes(999)).toBe('999\u00a0B');
    expect(formatBytes(1536)).toBe('1.5\u00a0KB');
    expect(formatBytes(104857600)).toBe('100\u00a0MB');
  });
});
