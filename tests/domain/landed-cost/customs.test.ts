import { describe, expect, test } from 'vitest';
import { agentFee, insurancePremium, userFee } from '../../../shared/domain/landed-cost/charges.ts';
import {
  customsBasisOf,
  customsValue,
  dutyOf,
  importVat,
  importVatBase,
} from '../../../shared/domain/landed-cost/customs.ts';
import { deMinimisOn, dutyUnder, importVatUnder } from '../../../shared/domain/landed-cost/de-minimis.ts';

const plain = (rateBp: number) => ({ rateBp, additionalBp: 0, specificMinor: 0 });

describe('customs value, duty and import VAT', () => {
  // export.gov, Duty and Tax Calculation Methods (eg_main_018140)
  test('export.gov, CIF method: 932 + 16 + 52, duty 7 %, VAT 18 %', () => {
    const parts = { fobMinor: 93_200, freightMinor: 5_200, insuranceMinor: 1_600 };
    const value = customsValue(parts, 'cif');
    const duty = dutyOf(value, plain(700));
    const base = importVatBase(parts, duty, 'cif');
    expect([value, duty, base, importVat(base, 1800)]).toEqual([100_000, 7_000, 107_000, 19_260]);
  });

  test('export.gov, FOB method: 932, duty 7 %, VAT 18 % of value and duty', () => {
    const parts = { fobMinor: 93_200, freightMinor: 0, insuranceMinor: 0 };
    const duty = dutyOf(customsValue(parts, 'fob'), plain(700));
    const base = importVatBase(parts, duty, 'fob');
    expect([duty, base, importVat(base, 1800)]).toEqual([6_524, 99_724, 17_950]);
  });

  // Australian Customs, how GST on imports is calculated (VoTI); GST Act 1999, section 13-20
  test.each([
    ['1200 with 150 of transport and insurance', 120_000, 15_000, 6_000, 141_000, 14_100],
    ['an amplifier: 1400 with 130', 140_000, 13_000, 7_000, 160_000, 16_000],
  ])('Australian VoTI, %s', (_case, value, transport, duty, voti, gst) => {
    const parts = { fobMinor: value, freightMinor: transport, insuranceMinor: 0 };
    expect(customsBasisOf('AU')).toBe('fob');
    expect(dutyOf(customsValue(parts, 'fob'), plain(500))).toBe(duty);
    expect(importVatBase(parts, duty, 'fob')).toBe(voti);
    expect(importVat(voti, 1000)).toBe(gst);
  });

  test('ad valorem, specific and additional duty, each rounded for itself', () => {
    expect(dutyOf(10_005, { rateBp: 1_000, additionalBp: 2_500, specificMinor: 300 })).toBe(1_001 + 2_501 + 300);
  });

  test.each(['US', 'CA', 'AU', 'NZ', 'ZA', 'BW', 'LS', 'NA', 'SZ'])('%s values free on board', (country) => {
    expect(customsBasisOf(country)).toBe('fob');
  });
  test.each(['DE', 'GB', 'BR', 'IN', 'JP', 'CH'])('%s values cost, insurance and freight', (country) => {
    expect(customsBasisOf(country)).toBe('cif');
  });
});

describe('charges', () => {
  test.each([
    ['exportmontana.com, formulas: 17050 + 2500 at 0.55 %', 1_955_000, 5_500, 11_900],
    ['CFR 10000 at 0.3 %: CIF 10033.11', 1_000_000, 3_000, 3_311],
    ['no insurance wanted', 1_000_000, 0, 0],
  ])('premium on 110 %%: %s', (_case, cfr, ppm, premium) => {
    expect(insurancePremium(cfr, ppm)).toBe(premium);
  });
  test('a rate of more than half the value is a slip', () => {
    expect(() => insurancePremium(100, 500_001)).toThrow(RangeError);
  });

  test('the agent takes his rate or his minimum, whichever is more', () => {
    expect(agentFee(100_000, 500, 3_000)).toBe(5_000);
    expect(agentFee(100_000, 500, 8_000)).toBe(8_000);
  });

  test('a user fee stays within its bounds (19 CFR 24.23: 0.3464 %, fiscal year 2025 from 32.71 to 634.62)', () => {
    expect(userFee(500_000, 3_464, 3_271, 63_462)).toBe(3_271);
    expect(userFee(5_000_000, 3_464, 3_271, 63_462)).toBe(17_320);
    expect(userFee(50_000_000, 3_464, 3_271, 63_462)).toBe(63_462);
    expect(userFee(5_000_000, 1_250, null, null)).toBe(6_250);
  });
});

describe('de minimis (DOMAIN 3)', () => {
  test.each([
    ['US', 'CN', '2025-05-01', 80_000],
    ['US', 'CN', '2025-05-02', 0],
    ['US', 'HK', '2025-05-02', 0],
    ['US', 'VN', '2025-08-28', 80_000],
    ['US', 'VN', '2025-08-29', 0],
    ['DE', 'CN', '2026-06-30', 15_000],
    ['DE', 'CN', '2026-07-01', 0],
    ['GB', 'CN', '2026-01-01', 13_500],
    ['AU', 'CN', '2026-01-01', 100_000],
  ])('%s from %s on %s: %d', (country, origin, date, threshold) => {
    expect(deMinimisOn(country, origin, date)?.dutyThresholdMinor).toBe(threshold);
  });

  test.each([
    ['BR', '2026-01-01'],
    ['DE', '2028-07-02'],
    ['US', '2015-01-01'],
  ])('what the table does not know is not assumed: %s on %s', (country, date) => {
    expect(deMinimisOn(country, 'CN', date)).toBeNull();
  });

  test("the EU's flat 3 euros for each subheading below 150", () => {
    const row = deMinimisOn('NL', 'CN', '2026-07-01');
    if (row === null) throw new Error('the row is there');
    expect(dutyUnder(row, 14_999, 2, 1_234)).toBe(600);
    expect(dutyUnder(row, 15_000, 2, 1_234)).toBe(1_234);
    expect(importVatUnder(row, 5_000, 950)).toBe(950);
  });

  test('at the threshold nothing is due, above it everything', () => {
    const row = deMinimisOn('AU', 'CN', '2026-01-01');
    if (row === null) throw new Error('the row is there');
    expect(dutyUnder(row, 100_000, 1, 5_000)).toBe(0);
    expect(dutyUnder(row, 100_001, 1, 5_000)).toBe(5_000);
  });
});
