import { describe, expect, it } from 'vitest';
import {
  parseChoiceCell,
  parseDateCell,
  parseIntegerCell,
  parseMoneyCell,
  parsePercentCell,
  parseQuantityCell,
  parseUnitPriceCell,
} from '../../renderer/ui/grid/parse.ts';

describe('what is typed or pasted into a cell', () => {
  it.each([
    ['1,200', 12_000_000],
    ['1200 pcs', 12_000_000],
    ['１２００', 12_000_000],
    ['1.2万', 120_000_000],
    ['0.0001', 1],
    ['  ', null],
  ])('reads the quantity %s', (text, value) => {
    expect(parseQuantityCell(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['12.5', 12_500_000],
    ['￥12.50', 12_500_000],
    ['12.5元/件', 12_500_000],
    ['0.037512', 37_512],
    ['面议', null],
    ['N/A', null],
  ])('reads the unit price %s in yuan', (text, value) => {
    expect(parseUnitPriceCell(text, 'CNY')).toEqual({ ok: true, value });
  });

  it('refuses a price in another currency than the column has', () => {
    expect(parseUnitPriceCell('US$ 3.20', 'CNY')).toEqual({
      ok: false,
      problem: { code: 'otherCurrency', currency: 'CNY' },
    });
  });

  it('refuses what would have to be rounded, never rounding it', () => {
    expect(parseUnitPriceCell('0.0000001', 'CNY').ok).toBe(false);
    expect(parseQuantityCell('1.00001').ok).toBe(false);
    expect(parseMoneyCell('10.5', 'JPY')).toEqual({
      ok: false,
      problem: { code: 'moneyPlaces', currency: 'JPY', count: 0 },
    });
    expect(parseMoneyCell('10.505', 'KWD')).toEqual({ ok: true, value: 10_505 });
  });

  it('refuses words, negatives, the far too large and shares above 100 %', () => {
    expect(parseQuantityCell('many')).toEqual({ ok: false, problem: { code: 'number', text: 'many' } });
    expect(parseQuantityCell('-5')).toEqual({ ok: false, problem: { code: 'negative' } });
    expect(parseQuantityCell('99999999999999')).toEqual({ ok: false, problem: { code: 'tooLarge' } });
    expect(parsePercentCell('100.01 %')).toEqual({ ok: false, problem: { code: 'percent' } });
    expect(parsePercentCell('13%')).toEqual({ ok: true, value: 1300 });
    expect(parseIntegerCell('12.5', 3650)).toEqual({ ok: false, problem: { code: 'integer' } });
  });

  it('takes a date in any unambiguous writing', () => {
    for (const text of ['2026-03-05', '2026/3/5', '2026年3月5日', '5 Mar 2026']) {
      expect(parseDateCell(text)).toEqual({ ok: true, value: '2026-03-05' });
    }
    expect(parseDateCell('03/04/2026').ok).toBe(false);
    expect(parseDateCell('2026-02-30').ok).toBe(false);
  });

  it('takes a choice by its label or its own name', () => {
    const choices = [{ value: 'included', label: '含税' }] as const;
    expect(parseChoiceCell(' 含税 ', choices)).toEqual({ ok: true, value: 'included' });
    expect(parseChoiceCell('Included', choices)).toEqual({ ok: true, value: 'included' });
    expect(parseChoiceCell('maybe', choices)).toEqual({ ok: false, problem: { code: 'choice', text: 'maybe' } });
  });
});
