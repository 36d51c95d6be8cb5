import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadSolver } from '../../../electron/modules/awards/highs-solver.ts';
import { awardInputOf } from '../../../shared/domain/awards/award-input.ts';
import { wholeOrder } from '../../../shared/domain/awards/greedy.ts';
import type { Solve } from '../../../shared/domain/awards/linear-model.ts';
import { priceAward } from '../../../shared/domain/awards/price-award.ts';
import { solveScenario } from '../../../shared/domain/awards/solve-scenario.ts';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import {
  buildInput,
  buildItem,
  buildLine,
  buildOptions,
  buildQuote,
  buildRate,
  units,
} from '../comparison/builders.ts';
import { law } from '../kernel/law.ts';
import { buildRequest } from './builders.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const NO_BUDGET = { minor: null, currency: 'CNY' };

test('everything from one supplier costs exactly its total in the comparison, in any currency and on any tax basis', () => {
  const unitPrice = fc.integer({ min: 1, max: 90_000_000 });
  law(
    fc.property(
      fc.array(
        fc.record({
          a: unitPrice,
          b: unitPrice,
          currency: fc.constantFrom('CNY', 'USD', 'JPY'),
          taxBasis: fc.constantFrom('included' as const, 'excluded' as const, 'none' as const),
          freight: fc.integer({ min: 0, max: 100_000 }),
          moq: fc.option(fc.integer({ min: 1, max: 300 })),
          multiple: fc.option(fc.integer({ min: 1, max: 40 })),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      fc.boolean(),
      fc.constantFrom('comparable' as const, 'quoted' as const),
      (drawn, vatRecoverable, basis) => {
        const quotes = drawn.map((one, index) => {
          const quote = buildQuote(`q${index}`, {}, { currency: one.currency, taxBasis: one.taxBasis });
          return {
            ...quote,
            costs: quote.costs.map((cost) =>
              cost.part === 'domesticFreight' ? { ...cost, basis: 'extra' as const, amountMinor: one.freight } : cost,
            ),
            lines: [
              buildLine('a', { unitPrice: one.a, moq: one.moq === null ? null : units(one.moq) }),
              buildLine('b', { unitPrice: one.b, orderMultiple: one.multiple === null ? null : units(one.multiple) }),
            ],
          };
        });
        const input = buildInput(quotes, {
          rates: [buildRate('USD', 'CNY', '7.0850'), buildRate('CNY', 'JPY', '21.37')],
        });
        const options = buildOptions({ vatRecoverable, basis });
        const compared = compare(input, options);
        const award = awardInputOf(input, options, NO_BUDGET);
        for (const [index, supplier] of award.suppliers.entries()) {
          const alone = wholeOrder(award, index, false);
          const ranked = compared.quotes.find(({ quote }) => quote.id === supplier.quoteId);
          expect(priceAward(award, alone ?? [])?.totalMinor).toBe(ranked?.totalMinor);
        }
      },
    ),
  );
});

test('only comparable, unexpired, orderable lines take part; the rest is named with its reason', () => {
  const input = buildInput(
    [
      buildQuote('good', { a: 2, b: 2 }),
      buildQuote('partial', { a: 1 }),
      buildQuote('expired', { a: 0.5, b: 0.5 }, { validUntil: '2026-01-04' }),
      buildQuote('foreign', { a: 0.1, b: 0.1 }, { currency: 'USD' }),
    ],
    { items: [buildItem('a'), buildItem('b'), buildItem('c'), buildItem('d', { quantity: null })] },
  );
  const award = awardInputOf(input, buildOptions(), { minor: 50_000, currency: 'CNY' });
  expect(award.suppliers.map(({ quoteId }) => quoteId)).toEqual(['good', 'partial']);
  expect(award.items.map(({ itemId }) => itemId)).toEqual(['a', 'b']);
  expect(award.leftOut).toMatchObject([
    { code: 'line', supplierId: 'supplier-partial', itemIds: ['b'], reason: 'noPrice' },
    { code: 'quote', supplierId: 'supplier-expired', reasons: [{ code: 'expired', date: '2026-01-04' }] },
    { code: 'quote', supplierId: 'supplier-foreign', reasons: [{ code: 'noExchangeRate' }] },
    { code: 'item', itemId: 'c', reason: 'noOffer' },
    { code: 'item', itemId: 'd', reason: 'noQuantity' },
  ]);
  // A budget for everything is not held against a part.
  expect(award.budgetMinor).toBeNull();
});

test('a split saves against the best single source, the estimate, the incumbent and the budget', () => {
  const input = buildInput([buildQuote('x', { a: 2, b: 5 }), buildQuote('y', { a: 4, b: 3 })], {
    items: [buildItem('a', { estimateUnitPrice: 3_000_000 }), buildItem('b', { estimateUnitPrice: 4_000_000 })],
  });
  const award = awardInputOf(input, buildOptions(), { minor: 60_000, currency: 'CNY' });
  const split = solveScenario(award, buildRequest({ incumbentId: 'supplier-x' }), solve, { timeLimitSeconds: 5 });
  expect(split).toMatchObject({
    state: 'solved',
    proof: { code: 'optimal' },
    award: { totalMinor: 50_000, orders: [{ shareBp: 4_000 }, { shareBp: 6_000 }] },
    savings: {
      toEstimate: { minor: -20_000 },
      toSingle: { minor: -20_000 },
      toIncumbent: { minor: -20_000 },
      toBudget: { minor: -10_000, bp: -1_667 },
    },
  });
  const single = solveScenario(award, buildRequest({ kind: 'single' }), solve, { timeLimitSeconds: 5 });
  expect(single).toMatchObject({ state: 'solved', method: 'everySupplier', award: { totalMinor: 70_000 } });
});

test('a conflict is named by what was chosen: one source, yet two for an item', () => {
  const input = buildInput([buildQuote('x', { a: 2, b: 5 }), buildQuote('y', { a: 4, b: 3 })]);
  const award = awardInputOf(input, buildOptions(), NO_BUDGET);
  const limits = [
    { code: 'maxShare' as const, shareBp: 9_000 },
    { code: 'pinned' as const, supplierId: 'supplier-x', itemId: null },
  ];
  expect(solveScenario(award, buildRequest({ kind: 'single', limits }), solve, { timeLimitSeconds: 5 })).toEqual({
    state: 'infeasible',
    conflict: [{ code: 'singleSource' }, { code: 'maxShare', shareBp: 9_000 }],
    irreducible: true,
  });
});
