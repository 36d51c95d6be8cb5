import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CostingAssumptions, FREIGHT_MODES } from '../../../shared/domain/costing/costing.ts';
import { quantityCurve } from '../../../shared/domain/quantity-curves/quantity-curve.ts';
import { costOfTotal, reckonerOf, tierMark } from '../../../shared/domain/quantity-curves/reckoner.ts';
import { TRADE_TERMS } from '../../../shared/domain/quotes/terms.ts';
import { buildInput, buildItem, buildLine, buildOptions, buildQuote, price, units } from '../comparison/builders.ts';
import { law } from '../kernel/law.ts';
import { buildCosting } from '../landed-cost/builders.ts';

const COSTING: CostingAssumptions = buildCosting({
  originCurrency: 'CNY',
  freightCurrency: 'CNY',
  destinationCurrency: 'CNY',
  importVatRecoverable: false,
});

const item = buildItem('a', {
  quantity: units(1_000),
  costing: {
    dutyRateBp: null,
    additionalDutyBp: 250,
    specificDuty: 12_300,
    cartonQuantity: units(20),
    cartonLengthMm: 600,
    cartonWidthMm: 500,
    cartonHeightMm: 400,
    cartonWeightG: 11_300,
  },
});

const anyCosting = fc
  .record({
    freightMode: fc.constantFrom(...FREIGHT_MODES),
    freightPerKg: fc.integer({ min: 1, max: 90_000_000 }),
    freightPerM3: fc.integer({ min: 1, max: 900_000_000 }),
    containerType: fc.constantFrom('20' as const, '40HQ' as const),
    freightPerContainerMinor: fc.integer({ min: 1, max: 3_000_000 }),
    freightLumpMinor: fc.integer({ min: 0, max: 3_000_000 }),
    freightPercentBp: fc.integer({ min: 0, max: 3_000 }),
    freightMinimumMinor: fc.option(fc.integer({ min: 0, max: 500_000 })),
    perPiece: fc.boolean(),
    roundUpToCm: fc.boolean(),
    weightStepG: fc.option(fc.integer({ min: 1, max: 5_000 })),
    agentMinimumMinor: fc.option(fc.integer({ min: 0, max: 100_000 })),
  })
  .map((own): CostingAssumptions => ({ ...COSTING, ...own }));

test('within one price tier a landed cost never falls as more is bought, by containers, minimums and steps too', () => {
  law(
    fc.property(
      anyCosting,
      fc.constantFrom(...TRADE_TERMS),
      fc.constantFrom('landed' as const, 'landedTiming' as const),
      fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 900 })),
      (costing, incoterm, basis, [from, more]) => {
        const quote = buildQuote(
          'x',
          { a: 1.37 },
          { incoterm, costs: [], leadTimeDays: 30, paymentTerms: '30% deposit, 70% before shipment' },
        );
        const reckoner = reckonerOf(buildInput([quote], { items: [item], costing }), buildOptions({ basis }), units(1));
        const [less, greater] = [from, from + more].map((step) => reckoner.totalAt(quote, step));
        if (less === undefined || greater === undefined || tierMark(less) !== tierMark(greater)) return;
        const [low, high] = [costOfTotal(less), costOfTotal(greater)];
        if (low === null || high === null) return;
        expect(high.lowMinor).toBeGreaterThanOrEqual(low.lowMinor);
        expect(high.highMinor).toBeGreaterThanOrEqual(low.highMinor);
      },
    ),
  );
});

test('the same prices under two trade terms are two offers: a container more decides who is cheapest', () => {
  // A container of 28 m³ takes 4,660 pieces; FOB pays for a second one beyond, CIF holds it in a dearer price.
  const costing = { ...COSTING, freightMode: 'seaFcl' as const, containerType: '20' as const };
  const input = buildInput(
    [
      buildQuote('fob', { a: 1 }, { incoterm: 'FOB', costs: [] }),
      buildQuote('cif', { a: 1 }, { incoterm: 'CIF', costs: [] }),
    ],
    { items: [item], costing: { ...costing, freightPerContainerMinor: 1_000_000 } },
  );
  const curve = quantityCurve(input, buildOptions({ basis: 'landed' }), {
    itemId: 'a',
    chosen: null,
    holdingCostPerUnit: null,
  });
  expect(curve?.runs.map(({ quoteIds }) => quoteIds)).toEqual([['cif']]);
});

test('a break that saves on the goods is told to cost more once the further units have travelled', () => {
  const offer = buildQuote(
    'x',
    {},
    {
      incoterm: 'FOB',
      costs: [],
      lines: [buildLine('a', { unitPrice: price(1), breaks: [{ minQuantity: units(1_100), unitPrice: price(0.9) }] })],
    },
  );
  const costing = { ...COSTING, freightMode: 'seaLcl' as const, freightPerM3: 500_000_000 };
  const curve = (basis: 'comparable' | 'landed') =>
    quantityCurve(buildInput([offer], { items: [item], costing }), buildOptions({ basis }), {
      itemId: 'a',
      chosen: units(1_000),
      holdingCostPerUnit: null,
    });
  // 1,000 at 1.00 are 1,000.00; 1,100 at 0.90 are 990.00: ten less, but five cartons of 0.12 m³ more at 500.00 a cubic metre.
  const landed = curve('landed')?.rows[0];
  expect(landed?.advice?.best).toMatchObject({ savingMinor: 1_000 });
  expect(landed?.landedAtBreak?.lowMinor).toBeGreaterThan(25_000);
  expect(curve('comparable')?.rows[0]?.landedAtBreak).toBeNull();
});
