import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import { explain } from '../../../shared/domain/comparison/explain.ts';
import { packComparison, unpackComparison } from '../../../shared/domain/comparison/packed.ts';
import type { ComparedQuote, ComparisonInput, ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import type { CostingAssumptions } from '../../../shared/domain/costing/costing.ts';
import { COST_MEASURES, COST_PARTS, TAX_BASES, TRADE_TERMS } from '../../../shared/domain/quotes/terms.ts';
import { law } from '../kernel/law.ts';
import { buildCosting } from '../landed-cost/builders.ts';
import { buildInput, buildItem, buildOptions, buildQuote, buildRate } from './builders.ts';

/** Everything in yuan: 200.00 goods carry 100.00 freight, which makes round figures. */
const COSTING: CostingAssumptions = buildCosting({
  originCurrency: 'CNY',
  freightCurrency: 'CNY',
  destinationCurrency: 'CNY',
  freightMode: 'lumpSum',
  freightLumpMinor: 10_000,
  insurancePpm: 0,
  importVatRecoverable: true,
  agentRateBp: 0,
  originInlandMinor: 3_000,
  exportClearanceMinor: 500,
  originTerminalMinor: 700,
  destinationTerminalMinor: 1_100,
  brokerageMinor: 900,
  onCarriageMinor: 2_500,
  dutyRateBp: 1_000,
});

/** A price of 1.00 for each of two hundred pieces, nothing stated beside the trade term. */
const at = (id: string, incoterm: ComparisonQuote['incoterm'], own: Partial<ComparisonQuote> = {}) =>
  buildQuote(id, { a: 1, b: 1 }, { incoterm, costs: [], ...own });

const landed = (quotes: readonly ComparisonQuote[], own: Partial<ComparisonInput> = {}, basis = 'landed' as const) =>
  compare(buildInput(quotes, { costing: COSTING, ...own }), buildOptions({ basis }));

const partsOf = ({ components }: ComparedQuote) =>
  Object.fromEntries(
    components.map(({ component, lowMinor, included, source }) => [
      component,
      included === true ? `in (${source})` : lowMinor,
    ]),
  );

describe('landed basis', () => {
  it('carries prices of different terms to one point, each leg by its term, and ranks them', () => {
    const { quotes, assumptions } = landed([at('x', 'EXW'), at('f', 'FOB'), at('c', 'CIF'), at('d', 'DDP')]);
    const byId = new Map(quotes.map((one) => [one.quote.id, one]));
    const of = (id: string) => {
      const own = byId.get(id);
      if (own === undefined) throw new Error(id);
      return own;
    };
    // FOB: 200 + freight 100; duty 10 % of 300 (DE: CIF value); terminal 11, broker 9, on-carriage 25.
    expect(partsOf(of('f'))).toEqual({
      goods: 20_000,
      domesticFreight: 'in (byTerm)',
      forwarder: 'in (byTerm)',
      mainCarriage: 10_000,
      terminal: 1_100,
      clearance: 900,
      duty: 3_000,
      onCarriage: 2_500,
    });
    expect(of('f').totalMinor).toBe(37_500);
    // EXW: carriage in China 30, export clearance and terminal 12 more, and duty on them.
    expect(of('x').totalMinor).toBe(20_000 + 3_000 + 1_200 + 10_000 + 1_100 + 900 + 3_420 + 2_500);
    expect(of('c').totalMinor).toBe(20_000 + 1_100 + 900 + 2_000 + 2_500);
    expect(of('d').totalMinor).toBe(20_000);
    expect(quotes.map(({ quote, rank }) => [quote.id, rank])).toEqual([
      ['d', 1],
      ['c', 2],
      ['f', 3],
      ['x', 4],
    ]);
    expect(assumptions).toContainEqual({ code: 'carriedTo', point: 'DDP' });
  });

  it('lets what a quote states override what its term implies', () => {
    const stated = at('f', 'FOB', { costs: [{ part: 'mainCarriage', basis: 'included', amountMinor: null }] });
    const extra = at('c', 'CIF', { costs: [{ part: 'mainCarriage', basis: 'extra', amountMinor: 4_000 }] });
    const { quotes } = landed([stated, extra]);
    expect(quotes.map((one) => [one.quote.id, partsOf(one).mainCarriage])).toEqual([
      ['f', 'in (stated)'],
      ['c', 4_000],
    ]);
  });

  it('names the assumption that is missing and ranks nothing that needs it', () => {
    const { quotes } = landed([at('f', 'FOB'), at('d', 'DDP')], {
      costing: { ...COSTING, freightLumpMinor: null, onCarriageMinor: null },
    });
    expect(quotes.map(({ quote, state, exclusions, totalRange }) => [quote.id, state, exclusions, totalRange])).toEqual(
      [
        ['d', 'ranked', [], { lowMinor: 20_000, highMinor: 20_000 }],
        [
          'f',
          'excluded',
          [
            { code: 'costingUnset', field: 'freightLumpMinor' },
            { code: 'costingUnset', field: 'onCarriageMinor' },
          ],
          null,
        ],
      ],
    );
  });

  it('weighs payment terms on its own basis only, and computes nothing of terms it does not understand', () => {
    const early = at('e', 'DDP', { paymentTerms: '100% T/T in advance', leadTimeDays: 30 });
    const late = at('l', 'DDP', {
      leadTimeDays: 30,
      payments: [{ percentBp: 10_000, anchor: 'delivered', offsetDays: 30 }],
    });
    const unclear = at('u', 'DDP', { paymentTerms: 'as agreed', leadTimeDays: 30 });
    const input = buildInput([early, late, unclear], { costing: COSTING });
    const plain = compare(input, buildOptions({ basis: 'landed' }));
    expect(plain.quotes.map(({ totalMinor }) => totalMinor)).toEqual([20_000, 20_000, 20_000]);
    const timed = compare(input, buildOptions({ basis: 'landedTiming' }));
    expect(timed.quotes.map(({ quote, rank }) => [quote.id, rank])).toEqual([
      ['l', 1],
      ['e', 2],
      ['u', null],
    ]);
    // 200.00 × 1.08^(65/365) = 202.76; 200.00 × 1.08^(-30/365) = 198.74.
    expect(timed.quotes.map(({ totalMinor }) => totalMinor)).toEqual([19_874, 20_276, null]);
    expect(timed.quotes[2]?.exclusions).toEqual([{ code: 'paymentTermsUnclear' }]);
  });

  it('is a range where a cost on the way is known only between bounds, and says what to ask', () => {
    const freight = { part: 'mainCarriage', basis: 'unknown', amountMinor: null, low: 5_000, high: 20_000 } as const;
    const { quotes, question } = landed([at('f', 'FOB', { costs: [freight] }), at('g', 'FOB')]);
    const open = quotes.find(({ quote }) => quote.id === 'f');
    // Duty is charged on the freight too: 10 % of it at either end.
    expect(open?.totalRange).toEqual({ lowMinor: 37_500 - 5_500, highMinor: 37_500 + 11_000 });
    expect(open?.rank).toBeNull();
    expect(question).toMatchObject({ quoteId: 'f', part: 'mainCarriage', settlesAll: true });
  });
});

const quote = fc.record({
  prices: fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })),
  terms: fc.record({
    currency: fc.constantFrom('CNY', 'USD'),
    taxBasis: fc.constantFrom(...TAX_BASES.slice(0, 3)),
    vatRateBp: fc.constantFrom(1300, 300),
    incoterm: fc.constantFrom(...TRADE_TERMS),
    leadTimeDays: fc.nat({ max: 90 }),
    paymentTerms: fc.constantFrom('30/70', '50/50', 'T/T in advance', '月结30天'),
    costs: fc.uniqueArray(
      fc
        .record({
          part: fc.constantFrom(...COST_PARTS),
          basis: fc.constantFrom('included', 'extra', 'unknown'),
          measure: fc.constantFrom(...COST_MEASURES),
          amount: fc.nat({ max: 5_000 }),
          width: fc.nat({ max: 5_000 }),
        })
        .map(({ part, basis, measure, amount, width }) => ({
          part,
          basis,
          measure,
          amountMinor: amount,
          unitAmount: amount * 10,
          rateBp: amount,
          low: amount,
          high: amount + width,
        })),
      { selector: ({ part }) => part },
    ),
  }),
});

const anyInput: fc.Arbitrary<ComparisonInput> = fc.array(quote, { minLength: 1, maxLength: 4 }).map((list) =>
  buildInput(
    list.map(({ prices: [a, b], terms }, index) => buildQuote(`q${index}`, { a, b }, terms)),
    {
      items: [buildItem('a'), buildItem('b')],
      costing: { ...COSTING, insurancePpm: 3_000, importVatRecoverable: false, agentRateBp: 500 },
      rates: [buildRate('USD', 'CNY', '7.1024')],
    },
  ),
);

test('a landed total is the exact sum of its parts and of its lines at both ends, and its trace shows it', () => {
  law(
    fc.property(anyInput, fc.constantFrom('landed', 'landedTiming'), (input, basis) => {
      const options = buildOptions({ basis });
      const comparison = compare(input, options);
      expect(unpackComparison(JSON.parse(JSON.stringify(packComparison(comparison))))).toEqual(comparison);
      comparison.quotes.forEach((compared, column) => {
        const { totalRange, components, quote: own } = compared;
        if (totalRange === null) {
          expect(compared.exclusions).not.toEqual([]);
          return;
        }
        const sum = (ends: readonly number[]) => ends.reduce((total, end) => total + end, 0);
        expect(totalRange.lowMinor).toBeLessThanOrEqual(totalRange.highMinor);
        expect(sum(components.map(({ lowMinor }) => lowMinor))).toBe(totalRange.lowMinor);
        expect(sum(components.map(({ highMinor }) => highMinor))).toBe(totalRange.highMinor);
        const cells = comparison.rows.map(({ cells: all }) => all[column]);
        expect(sum(cells.map((cell) => cell?.comparedLowMinor ?? 0))).toBe(totalRange.lowMinor);
        expect(sum(cells.map((cell) => cell?.comparedHighMinor ?? 0))).toBe(totalRange.highMinor);
        const trace = explain(input, options, own.id, null);
        const shown = trace?.result?.value.split(' – ').map((text) => Math.round(Number(text) * 100));
        expect([shown?.[0], shown?.at(-1)]).toEqual([totalRange.lowMinor, totalRange.highMinor]);
      });
    }),
  );
});
