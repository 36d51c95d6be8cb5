import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convert,
  convertUnitPrice,
  type ExchangeRate,
  type FoundRate,
  findRate,
  indexRates,
  isStale,
  type RateLookup,
  rateToDecimal,
} from '../../../shared/domain/exchange-rates/exchange-rates.ts';
import { traceConversion } from '../../../shared/domain/exchange-rates/trace.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { money } from '../../../shared/kernel/money.ts';
import { law } from '../kernel/law.ts';

function row(base: string, quote: string, rate: string, effectiveDate = '2026-03-01'): ExchangeRate {
  return { base, quote, rate, effectiveDate, source: 'Bank of China' };
}

function found(lookup: RateLookup): FoundRate {
  if (lookup.state === 'missing') throw new Error(`no rate: ${lookup.from}/${lookup.to}`);
  return lookup;
}

function rateOf(rows: ExchangeRate[], from: string, to: string, date = '2026-03-01'): FoundRate {
  return found(findRate(indexRates(rows), from, to, date));
}

describe('converting', () => {
  // github.com/moneyphp/money tests/ConverterTest.php, convertExamples of ISO currencies
  test.each([
    ['USD', 'JPY', '101', 100, 101],
    ['JPY', 'USD', '0.0099', 1000, 990],
    ['USD', 'EUR', '0.89', 100, 89],
    ['EUR', 'USD', '1.12', 100, 112],
  ])('%s to %s at %s: %i is %i', (from, to, rate, amount, expected) => {
    expect(convert(money(amount, from), rateOf([row(from, to, rate)], from, to))).toEqual(money(expected, to));
  });

  test('the other way round the rate is not rounded first', () => {
    // 0.15 / 30 is exactly half a cent; with 1/30 cut to any number of digits it would fall short of it.
    expect(convert(money(15, 'CNY'), rateOf([row('USD', 'CNY', '30')], 'CNY', 'USD')).minor).toBe(1);
  });

  test('between currencies of different decimals', () => {
    expect(convert(money(1_000, 'KWD'), rateOf([row('KWD', 'JPY', '490.55')], 'KWD', 'JPY')).minor).toBe(491);
    expect(convert(money(491, 'JPY'), rateOf([row('KWD', 'JPY', '491')], 'JPY', 'KWD')).minor).toBe(1_000);
    expect(convertUnitPrice(37_500, rateOf([row('USD', 'CNY', '7.2')], 'CNY', 'USD'))).toBe(5_208);
  });

  test('an amount of another currency is refused', () => {
    const rate = rateOf([row('USD', 'CNY', '7')], 'USD', 'CNY');
    expect(() => convert(money(1, 'EUR'), rate)).toThrow(RangeError);
  });

  test('a converted sum goes back to within what rounding to the minor unit allows', () => {
    const rate = fc.integer({ min: 1, max: 10 ** 8 }).map((scaled) => (scaled / 10_000).toFixed(4));
    law(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), rate, (minor, text) => {
        const rows = [row('USD', 'CNY', text)];
        const there = rateOf(rows, 'USD', 'CNY');
        const back = rateOf(rows, 'CNY', 'USD');
        expect(there.numerator * back.numerator).toBe(there.denominator * back.denominator);
        const returned = convert(convert(money(minor, 'USD'), there), back).minor;
        expect(Math.abs(returned - minor)).toBeLessThanOrEqual(Math.ceil(0.5 / Number(text) + 0.5));
        expect(convert(money(minor, 'USD'), rateOf(rows, 'USD', 'USD'))).toEqual(money(minor, 'USD'));
      }),
    );
  });
});

describe('finding a rate', () => {
  const rows = [
    row('USD', 'CNY', '7.10', '2026-01-01'),
    row('USD', 'CNY', '7.20', '2026-02-01'),
    row('USD', 'CNY', '7.30', '2026-03-01'),
    row('CNY', 'USD', '0.1', '2026-02-20'),
    row('CNY', 'EUR', '0.125', '2026-02-10'),
  ];

  test.each([
    ['USD', 'CNY', '2026-02-01', 'direct', '7.2'],
    ['USD', 'CNY', '2026-02-28', 'direct', '7.2'],
    ['USD', 'CNY', '2026-01-31', 'direct', '7.1'],
    ['CNY', 'USD', '2026-02-25', 'direct', '0.1'],
    ['CNY', 'USD', '2026-01-10', 'inverse', '0.140845070423'],
    ['EUR', 'CNY', '2026-03-05', 'inverse', '8'],
    ['USD', 'EUR', '2026-03-05', 'cross', '0.9125'],
    ['EUR', 'EUR', '2020-01-01', 'same', '1'],
  ])('%s to %s on %s: %s, %s', (from, to, date, path, rate) => {
    const answer = rateOf(rows, from, to, date);
    expect(answer.path).toBe(path);
    expect(rateToDecimal(answer).toSignificantDigits(12).toFixed()).toBe(rate);
  });

  // github.com/moneyphp/money tests/Exchange/IndirectExchangeTest.php with CNY in the place of EUR
  test('moneyphp: a chain of two, a neighbour, and no chain at all', () => {
    const graph = [
      ['USD', 'AFN', '2'],
      ['USD', 'CNY', '4'],
      ['AFN', 'DZD', '12'],
      ['AFN', 'CNY', '8'],
      ['CNY', 'AOA', '3'],
      ['DZD', 'AOA', '5'],
    ].map(([base = '', quote = '', rate = '']) => row(base, quote, rate));
    expect(rateToDecimal(rateOf(graph, 'USD', 'AOA')).toFixed()).toBe('12');
    expect(rateToDecimal(rateOf(graph, 'USD', 'CNY')).toFixed()).toBe('4');
    expect(findRate(indexRates(graph), 'USD', 'ARS', '2026-03-01')).toMatchObject({
      state: 'missing',
      reason: 'noRate',
    });
    // Only CNY serves as a bridge: DZD has no row with it.
    expect(findRate(indexRates(graph), 'USD', 'DZD', '2026-03-01')).toMatchObject({
      state: 'missing',
      reason: 'noRate',
    });
  });

  test('a rate of the future is never used, and named as the reason', () => {
    expect(findRate(indexRates(rows), 'USD', 'CNY', '2025-12-31')).toEqual({
      state: 'missing',
      from: 'USD',
      to: 'CNY',
      date: '2025-12-31',
      reason: 'onlyFuture',
    });
  });

  test('a rate is stale after seven days, a cross by its older leg', () => {
    expect(isStale(rateOf(rows, 'USD', 'CNY', '2026-03-08'))).toBe(false);
    expect(isStale(rateOf(rows, 'USD', 'CNY', '2026-03-09'))).toBe(true);
    expect(rateOf(rows, 'USD', 'EUR', '2026-03-02').ageDays).toBe(20);
    expect(isStale(rateOf(rows, 'USD', 'EUR', '2026-03-02'), 20)).toBe(false);
  });

  test.each(['0', '-1', '', 'abc', '1e3', '0.00'])('%j is no rate', (rate) => {
    expect(() => indexRates([row('USD', 'CNY', rate)])).toThrow(RangeError);
  });

  const dated = fc.uniqueArray(
    fc.record({
      pair: fc.constantFrom(['USD', 'CNY'], ['CNY', 'USD'], ['EUR', 'CNY'], ['CNY', 'EUR'], ['USD', 'EUR']),
      day: fc.integer({ min: 0, max: 60 }),
      rate: fc.integer({ min: 1, max: 10 ** 6 }).map((scaled) => (scaled / 1000).toFixed(3)),
    }),
    { selector: ({ pair, day }) => `${pair}${day}`, maxLength: 20 },
  );

  test('the order of the rows never matters, no row lies in the future, and none of its pair is newer', () => {
    law(
      fc.property(
        dated,
        fc.constantFrom('USD', 'CNY', 'EUR'),
        fc.constantFrom('USD', 'CNY', 'EUR'),
        (list, from, to) => {
          const all = list.map(({ pair: [base = '', quote = ''], day, rate }) =>
            row(base, quote, rate, addDays('2026-01-01', day)),
          );
          const date = '2026-01-31';
          const answer = findRate(indexRates(all), from, to, date);
          expect(findRate(indexRates(all.toReversed()), from, to, date)).toEqual(answer);
          if (answer.state === 'missing') return;
          for (const used of answer.rows) {
            expect(used.effectiveDate <= date).toBe(true);
            const newer = all.filter(
              ({ base, quote, effectiveDate }) =>
                base === used.base &&
                quote === used.quote &&
                effectiveDate <= date &&
                effectiveDate > used.effectiveDate,
            );
            expect(newer).toEqual([]);
          }
        },
      ),
    );
  });
});

test('the trace shows the figure, the path and every row with date and source', () => {
  const rows = [row('USD', 'CNY', '7.2', '2026-02-27'), row('CNY', 'EUR', '0.125')];
  const trace = traceConversion(money(10_000, 'USD'), rateOf(rows, 'USD', 'EUR'));
  expect(trace.result).toEqual({ name: 'converted', value: '90.00', unit: 'EUR' });
  expect(trace.inputs).toEqual([
    { name: 'amount', value: '100.00', unit: 'USD' },
    { name: 'ratePath', value: 'cross' },
    { name: 'rate', value: '0.9', unit: 'EUR/USD' },
    { name: 'rateRow', value: '7.2', unit: 'CNY/USD' },
    { name: 'effectiveDate', value: '2026-02-27' },
    { name: 'source', value: 'Bank of China' },
    { name: 'rateRow', value: '0.125', unit: 'EUR/CNY' },
    { name: 'effectiveDate', value: '2026-03-01' },
    { name: 'source', value: 'Bank of China' },
  ]);
  const missing = findRate(indexRates(rows), 'GBP', 'EUR', '2026-03-01');
  expect(traceConversion(money(1, 'GBP'), missing).result).toBeNull();
});
