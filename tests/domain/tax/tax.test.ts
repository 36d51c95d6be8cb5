import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparableAmount,
  defaultVatRateBp,
  grossOfTax,
  invoiceSurcharge,
  netOfTax,
  type TaxTerms,
} from '../../../shared/domain/tax/tax.ts';
import { traceComparableAmount } from '../../../shared/domain/tax/trace.ts';
import { law } from '../kernel/law.ts';

describe('taking VAT out and putting it on', () => {
  test.each([
    ['113 with 13 % is 100 (Chinese accounting handbooks)', 11_300, 1300, 10_000],
    ['100 with 13 %: VAT 11.50', 10_000, 1300, 8_850],
    ['25 000 with the former 17 %: easycalculation.com, China VAT', 2_500_000, 1700, 2_136_752],
    ['2.99 with 4 %, exactly on the half: docs.zuora.com, rounding net amount', 299, 400, 288],
    ['a price of a small-scale taxpayer', 10_100, 100, 10_000],
    ['no VAT at all', 12_345, 0, 12_345],
    ['a credit', -11_300, 1300, -10_000],
  ])('%s', (_case, gross, rateBp, net) => {
    expect(netOfTax(gross, rateBp)).toEqual({ gross, net, vat: gross - net });
  });

  const amount = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
  const rate = fc.integer({ min: 0, max: 10_000 });

  test('a net amount made gross comes back the same, a gross one within a minor unit', () => {
    law(
      fc.property(amount, rate, (minor, rateBp) => {
        expect(netOfTax(grossOfTax(minor, rateBp).gross, rateBp).net).toBe(minor);
        const back = grossOfTax(netOfTax(minor, rateBp).net, rateBp).gross;
        expect(Math.abs(back - minor)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('net and VAT always make up the gross', () => {
    law(
      fc.property(amount, rate, (minor, rateBp) => {
        for (const { net, vat, gross } of [netOfTax(minor, rateBp), grossOfTax(minor, rateBp)]) {
          expect(net + vat).toBe(gross);
        }
      }),
    );
  });

  test.each([-1, 10_001, 13.5])('a rate of %d is refused', (rateBp) => {
    expect(() => netOfTax(100, rateBp)).toThrow(RangeError);
    expect(() => grossOfTax(100, rateBp)).toThrow(RangeError);
    expect(() => invoiceSurcharge(100, rateBp)).toThrow(RangeError);
  });
});

// vatupdate.com 2023-08-03: the 1 % levy on small-scale taxpayers runs until the end of 2027
test.each([
  ['general', '2019-03-31', null],
  ['general', '2019-04-01', 1300],
  ['general', '2026-06-01', 1300],
  ['smallScale', '2022-12-31', null],
  ['smallScale', '2023-01-01', 100],
  ['smallScale', '2027-12-31', 100],
  ['smallScale', '2028-01-01', 300],
  ['none', '2026-06-01', 0],
] as const)('a %s taxpayer on %s: %j', (taxpayer, date, rateBp) => {
  expect(defaultVatRateBp(taxpayer, date)).toBe(rateBp);
});

describe('comparable amount of 1000.00', () => {
  const terms: TaxTerms = {
    taxBasis: 'included',
    vatRateBp: 1300,
    vatRecoverable: false,
    noInvoice: false,
    invoiceSurchargeBp: null,
  };
  test.each<[string, Partial<TaxTerms>, number]>([
    ['included, nothing recovered: as quoted', {}, 100_000],
    ['included, recovered: net', { vatRecoverable: true }, 88_496],
    ['excluded, nothing recovered: gross', { taxBasis: 'excluded' }, 113_000],
    ['excluded, recovered: as quoted', { taxBasis: 'excluded', vatRecoverable: true }, 100_000],
    ['included at an unknown rate, nothing recovered: the rate is not needed', { vatRateBp: null }, 100_000],
    [
      'excluded at an unknown rate, recovered: nor here',
      { taxBasis: 'excluded', vatRateBp: null, vatRecoverable: true },
      100_000,
    ],
    ['without VAT', { taxBasis: 'none', vatRateBp: null }, 100_000],
    ['recoverable in principle, but there is no invoice', { vatRecoverable: true, noInvoice: true }, 100_000],
    ['invoice at 8 points on a price without VAT', { taxBasis: 'none', invoiceSurchargeBp: 800 }, 108_000],
    ['invoice surcharge on the net of an included price', { invoiceSurchargeBp: 500 }, 104_425],
  ])('%s', (_case, change, amount) => {
    expect(comparableAmount(100_000, { ...terms, ...change })).toMatchObject({ state: 'computed', amount });
  });

  test.each<[Partial<TaxTerms>, string]>([
    [{ taxBasis: 'unknown' }, 'taxBasis'],
    [{ vatRateBp: null, vatRecoverable: true }, 'vatRate'],
    [{ taxBasis: 'excluded', vatRateBp: null }, 'vatRate'],
    [{ vatRateBp: null, invoiceSurchargeBp: 500 }, 'vatRate'],
  ])('%j is not computable for want of %s', (change, missing) => {
    expect(comparableAmount(100_000, { ...terms, ...change })).toEqual({ state: 'notComputable', missing });
    expect(traceComparableAmount(100_000, 'CNY', { ...terms, ...change })).toMatchObject({
      result: null,
      inputs: expect.arrayContaining([{ name: 'missing', value: missing }]),
    });
  });

  test('a buyer who expects to recover VAT is warned where there is no invoice', () => {
    const warned = (change: Partial<TaxTerms>) => {
      const result = comparableAmount(100_000, { ...terms, ...change });
      return result.state === 'computed' && result.warnings.includes('nothingRecoverableWithoutInvoice');
    };
    expect(warned({ vatRecoverable: true, noInvoice: true })).toBe(true);
    expect(warned({ vatRecoverable: true, taxBasis: 'none' })).toBe(true);
    expect(warned({ vatRecoverable: true })).toBe(false);
    expect(warned({ noInvoice: true })).toBe(false);
  });

  test('a supplier quoting net and one quoting gross at the same rate come out alike', () => {
    law(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.boolean(), (net, vatRecoverable) => {
        const { gross } = grossOfTax(net, 1300);
        const amountOf = (minor: number, taxBasis: TaxTerms['taxBasis']) => {
          const result = comparableAmount(minor, { ...terms, taxBasis, vatRecoverable });
          return result.state === 'computed' ? result.amount : null;
        };
        expect(amountOf(gross, 'included')).toBe(amountOf(net, 'excluded'));
      }),
    );
  });

  test('the trace shows the figure of the rule', () => {
    const trace = traceComparableAmount(100_000, 'CNY', { ...terms, vatRecoverable: true });
    expect(trace.result).toEqual({ name: 'comparableAmount', value: '884.96', unit: 'CNY' });
    expect(trace.inputs).toContainEqual({ name: 'vatRate', value: '13', unit: '%' });
    expect(trace.inputs).toContainEqual({ name: 'vat', value: '115.04', unit: 'CNY' });
  });
});
