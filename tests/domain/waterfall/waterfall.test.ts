import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import type { ComparisonInput, ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import type { Waterfall } from '../../../shared/domain/waterfall/types.ts';
import { waterfall } from '../../../shared/domain/waterfall/waterfall.ts';
import {
  buildInput,
  buildItem,
  buildLine,
  buildOptions,
  buildQuote,
  buildRate,
  price,
  units,
} from '../comparison/builders.ts';
import { law } from '../kernel/law.ts';
import { buildCosting } from '../landed-cost/builders.ts';

function explained(input: ComparisonInput, options = buildOptions(), first = 'x', second = 'y'): Waterfall {
  const result = waterfall(input, options, first, second);
  if (result?.state !== 'explained') throw new Error(`not explained: ${JSON.stringify(result)}`);
  return result.waterfall;
}

const steps = (one: Waterfall) =>
  Object.fromEntries(one.steps.map(({ part, difference }) => [part, difference.lowMinor]));
const CARTON = {
  dutyRateBp: null,
  additionalDutyBp: null,
  specificDuty: 12_300,
  cartonQuantity: units(20),
  cartonLengthMm: 600,
  cartonWidthMm: 500,
  cartonHeightMm: 400,
  cartonWeightG: 11_300,
};
const item = buildItem('a', { quantity: units(450) });
const oneLine = (id: string, line: object, overrides: Partial<ComparisonQuote> = {}) =>
  buildQuote(id, {}, { lines: [buildLine('a', line)], ...overrides });

describe('what makes the difference', () => {
  test('base price, price break and MOQ surplus, each by itself', () => {
    // x: 450 at 1.00. y: base 1.20, from 400 on 0.90, in packs of 200, so 600 are bought.
    const input = buildInput(
      [
        oneLine('x', { unitPrice: price(1) }),
        oneLine('y', {
          unitPrice: price(1.2),
          orderMultiple: units(200),
          breaks: [{ minQuantity: units(400), unitPrice: price(0.9) }],
        }),
      ],
      { items: [item] },
    );
    const one = explained(input);
    expect(steps(one)).toEqual({ basePrice: 9_000, priceBreak: -13_500, moqSurplus: 13_500 });
    expect(one.difference).toEqual({ lowMinor: 9_000, highMinor: 9_000 });
    expect(one.conclusive).toBe(true);
  });

  test('tax, freight, tooling and other costs', () => {
    const costs = (amounts: Record<string, number>): ComparisonQuote['costs'] =>
      buildQuote('z', {}).costs.map((cost) => {
        const amountMinor = amounts[cost.part];
        return amountMinor === undefined ? cost : { part: cost.part, basis: 'extra', amountMinor };
      });
    const input = buildInput(
      [
        oneLine('x', { unitPrice: price(1) }),
        oneLine(
          'y',
          { unitPrice: price(0.8) },
          {
            taxBasis: 'excluded',
            costs: costs({ domesticFreight: 1_000, tooling: 2_000, packaging: 500 }),
          },
        ),
      ],
      { items: [item] },
    );
    const one = explained(input);
    // (36000 + 3500) × 13 % = 5135
    expect(steps(one)).toEqual({ basePrice: -9_000, tax: 5_135, freight: 1_000, tooling: 2_000, otherCosts: 500 });
    expect(one.difference.lowMinor).toBe(-365);
  });

  test('the exchange rate since the quote came is a step of its own', () => {
    const input = buildInput(
      [
        oneLine('x', { unitPrice: price(7) }),
        oneLine('y', { unitPrice: price(1) }, { currency: 'USD', taxBasis: 'none', receivedOn: '2026-01-02' }),
      ],
      {
        items: [item],
        rates: [buildRate('USD', 'CNY', '7'), { ...buildRate('USD', 'CNY', '7.2'), effectiveDate: '2026-01-04' }],
      },
    );
    const one = explained(input);
    expect(steps(one)).toEqual({ basePrice: 0, exchangeRate: 9_000 });
    expect(one.second.exchange).toEqual({
      state: 'known',
      receivedOn: '2026-01-02',
      receivedRate: '7',
      usedRate: '7.2',
    });
  });

  test('on a landed basis the exchange rate moves the supplier’s price alone, not what the costing adds', () => {
    const rates = [buildRate('USD', 'CNY', '7'), { ...buildRate('USD', 'CNY', '8'), effectiveDate: '2026-01-02' }];
    const quotes = [
      oneLine('x', { unitPrice: price(8) }, { incoterm: 'FOB', receivedOn: '2026-01-01', costs: [] }),
      oneLine(
        'y',
        { unitPrice: price(1) },
        { incoterm: 'FOB', receivedOn: '2026-01-01', costs: [], currency: 'USD', taxBasis: 'included' },
      ),
    ];
    const costing = buildCosting({
      originCurrency: 'CNY',
      freightCurrency: 'CNY',
      destinationCurrency: 'CNY',
      dutyRateBp: 0,
      insurancePpm: 0,
    });
    const input = buildInput(quotes, {
      items: [buildItem('a', { quantity: units(450), costing: CARTON })],
      costing,
      rates,
    });
    // Both cost 3,600.00 today, of which 450.00 are the dollar's rise; carriage and charges are the same for both.
    expect(steps(explained(input, buildOptions({ basis: 'landed' })))).toEqual({
      basePrice: -45_000,
      freight: 0,
      otherCosts: 0,
      exchangeRate: 45_000,
    });
  });

  test('without the day it came the rate stays within the prices, and that is said', () => {
    const input = buildInput([oneLine('x', {}), oneLine('y', {}, { currency: 'USD', taxBasis: 'none' })], {
      items: [item],
      rates: [buildRate('USD', 'CNY', '7')],
    });
    expect(explained(input).second.exchange).toEqual({ state: 'unknown' });
  });
});

describe('what cannot be explained', () => {
  test('items that one of the two cannot deliver are left out by name, and nobody is called cheaper', () => {
    const one = explained(buildInput([buildQuote('x', { a: 1, b: 2 }), buildQuote('y', { a: 0.5 })]));
    expect(one).toMatchObject({ leftOutItemIds: ['b'], itemCount: 2, conclusive: false });
    expect(one.difference.lowMinor).toBe(-5_000);
  });

  test('an unknown cost within bounds makes its step a range', () => {
    const open = buildQuote(
      'y',
      { a: 1 },
      {
        costs: buildQuote('z', {}).costs.map((cost) =>
          cost.part === 'packaging'
            ? { part: 'packaging', basis: 'unknown', amountMinor: null, low: 100, high: 300 }
            : cost,
        ),
      },
    );
    const one = explained(buildInput([buildQuote('x', { a: 1 }), open], { items: [item] }));
    expect(one.difference).toEqual({ lowMinor: 100, highMinor: 300 });
    expect(one.steps.find(({ part }) => part === 'otherCosts')?.difference).toEqual({ lowMinor: 100, highMinor: 300 });
  });

  test('no rate, no common item, no such quote', () => {
    const input = buildInput([
      buildQuote('x', { a: 1 }),
      buildQuote('y', { a: 1 }, { currency: 'USD' }),
      buildQuote('w', { b: 1 }),
    ]);
    expect(waterfall(input, buildOptions(), 'x', 'y')).toEqual({
      state: 'notComputable',
      reason: 'noTotal',
      quoteIds: ['y'],
    });
    expect(waterfall(input, buildOptions(), 'x', 'w')).toMatchObject({ reason: 'nothingInCommon' });
    expect(waterfall(input, buildOptions(), 'x', 'nobody')).toBeNull();
  });
});

describe('laws', () => {
  const amount = fc.integer({ min: 0, max: 500_000 });
  const line = fc.record({
    unitPrice: fc.integer({ min: 1, max: 9_000_000 }),
    moq: fc.option(fc.integer({ min: 1, max: 3_000_000 })),
    orderMultiple: fc.option(fc.integer({ min: 1, max: 500_000 })),
    breaks: fc
      .option(
        fc.record({
          minQuantity: fc.integer({ min: 3_000_001, max: 9_000_000 }),
          unitPrice: fc.integer({ min: 1, max: 9_000_000 }),
        }),
      )
      .map((one) => (one === null ? [] : [one])),
  });
  const quoteOf = (id: string) =>
    fc
      .record({
        a: line,
        b: line,
        currency: fc.constantFrom('CNY', 'USD', 'JPY', 'KWD'),
        taxBasis: fc.constantFrom('included', 'excluded', 'none' as const),
        freight: amount,
        tooling: amount,
        unknown: fc.tuple(amount, amount),
        receivedOn: fc.constantFrom('2026-01-01', '2026-01-03', null),
        incoterm: fc.constantFrom('domestic', 'EXW', 'FOB', 'CIF', 'DDP' as const),
      })
      .map(({ a, b, currency, taxBasis, freight, tooling, unknown, receivedOn, incoterm }): ComparisonQuote => {
        const base = buildQuote(id, {});
        return {
          ...base,
          incoterm,
          leadTimeDays: 30,
          paymentTerms: '30% deposit, 70% before shipment',
          currency,
          taxBasis,
          receivedOn,
          lines: [buildLine('a', a), buildLine('b', b)],
          costs: base.costs.map((cost) => {
            if (cost.part === 'domesticFreight') return { part: cost.part, basis: 'extra', amountMinor: freight };
            if (cost.part === 'tooling') return { part: cost.part, basis: 'extra', amountMinor: tooling };
            if (cost.part !== 'labelling') return cost;
            const [low, high] = [Math.min(...unknown), Math.max(...unknown)];
            return { part: cost.part, basis: 'unknown', amountMinor: null, low, high };
          }),
        };
      });
  const bases = fc.constantFrom('comparable', 'landed', 'landedTiming' as const);
  const inputs = fc.tuple(quoteOf('x'), quoteOf('y'), fc.boolean(), bases).map(([x, y, vatRecoverable, basis]) => ({
    input: buildInput([x, y], {
      items: [
        buildItem('a', { quantity: units(333), costing: CARTON }),
        buildItem('b', { quantity: units(77), costing: CARTON }),
      ],
      costing: buildCosting({ originCurrency: 'CNY', destinationCurrency: 'CNY', importVatRecoverable: false }),
      rates: ['USD', 'JPY', 'KWD'].flatMap((base, index) => [
        buildRate(base, 'CNY', ['7.0851', '0.04713', '23.117'][index] ?? '1'),
        { ...buildRate(base, 'CNY', ['7.2013', '0.0463', '22.94'][index] ?? '1'), effectiveDate: '2026-01-02' },
      ]),
    }),
    options: buildOptions({ vatRecoverable, basis }),
  }));

  test('the steps sum exactly to the difference of the totals that the matrix shows, at both ends', () => {
    law(
      fc.property(inputs, ({ input, options }) => {
        const one = explained(input, options);
        const sum = (end: 'lowMinor' | 'highMinor') => one.steps.reduce((all, step) => all + step.difference[end], 0);
        expect({ lowMinor: sum('lowMinor'), highMinor: sum('highMinor') }).toEqual(one.difference);
        const totals = new Map(compare(input, options).quotes.map(({ quote, totalRange }) => [quote.id, totalRange]));
        expect([one.first.total, one.second.total]).toEqual([totals.get('x'), totals.get('y')]);
      }),
    );
  });

  test('swapping the two turns every sign', () => {
    law(
      fc.property(inputs, ({ input, options }) => {
        const there = explained(input, options);
        const back = explained(input, options, 'y', 'x');
        const turned = ({ lowMinor, highMinor }: { lowMinor: number; highMinor: number }) => ({
          lowMinor: 0 - highMinor,
          highMinor: 0 - lowMinor,
        });
        expect(back.difference).toEqual(turned(there.difference));
        expect(back.steps.map(({ part, difference }) => [part, difference])).toEqual(
          there.steps.map(({ part, difference }) => [part, turned(difference)]),
        );
      }),
    );
  });

  test('a quote against itself differs in nothing, and by way of a third it comes to the same', () => {
    law(
      fc.property(inputs, ({ input, options }) => {
        const self = waterfall(input, options, 'x', 'x');
        if (self?.state !== 'explained') throw new Error('not explained');
        const width = self.waterfall.first.total.highMinor - self.waterfall.first.total.lowMinor;
        expect(self.waterfall.difference).toEqual({ lowMinor: 0 - width, highMinor: width });
      }),
    );
  });
});
