import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FREIGHT_MODES } from '../../../shared/domain/costing/costing.ts';
import { COMPARISON_POINTS } from '../../../shared/domain/incoterms/parts.ts';
import { landedCost } from '../../../shared/domain/landed-cost/landed-cost.ts';
import type { LandedComponentName, LandedCost, LandedInput } from '../../../shared/domain/landed-cost/types.ts';
import { milestone, PAYMENT_PLANS } from '../../../shared/domain/payments/milestones.ts';
import { TRADE_TERMS } from '../../../shared/domain/quotes/terms.ts';
import { buildCosting, buildInput, buildLine, rate } from './builders.ts';

function amountOf(cost: LandedCost, name: LandedComponentName): number | null {
  return cost.components.find((one) => one.name === name)?.amount?.low ?? null;
}
function figures(input: LandedInput): Record<string, number> {
  const cost = landedCost(input);
  expect(cost.missing).toEqual([]);
  return Object.fromEntries(cost.components.flatMap(({ name, amount }) => (amount?.low ? [[name, amount.low]] : [])));
}

describe('a quote carried to the door', () => {
  test('FOB, sea LCL, to Germany', () => {
    // 1000.00 goods; 1 m³ × 80; premium on 1080.00; duty 4 % of CIF 1083.58; VAT of CIF and duty comes back
    const input = buildInput();
    expect(figures(input)).toEqual({
      goods: 100_000,
      agent: 5_000,
      mainCarriage: 8_000,
      insurance: 358,
      destinationTerminal: 11_000,
      importClearance: 9_000,
      duty: 4_334,
      importVat: 21_411,
      onCarriage: 25_000,
    });
    const cost = landedCost(input);
    expect(cost.customsValue).toEqual({ low: 108_358, high: 108_358 });
    expect(cost.total).toEqual({ low: 162_692, high: 162_692 });
    expect(cost.shipment).toMatchObject({ cartons: 10, weightG: 100_000, volumeMm3: 1e9, revenueTonnesE9: 1e9 });
  });

  test('to a country that values free on board, VAT takes freight and insurance in (Australian VoTI)', () => {
    const costing = buildCosting({
      country: 'AU',
      dutyRateBp: 500,
      importVatRateBp: 1000,
      importVatRecoverable: false,
    });
    const cost = landedCost(buildInput({ costing }));
    expect(cost.customsValue?.low).toBe(100_000);
    expect(amountOf(cost, 'duty')).toBe(5_000);
    expect(cost.importVatBase?.low).toBe(100_000 + 5_000 + 8_000 + 358);
    expect(amountOf(cost, 'importVat')).toBe(11_336);
  });

  test('EXW adds the way to the ship, and it belongs to the customs value; the agent takes his share of the carriage', () => {
    const cost = landedCost(buildInput({ term: 'EXW' }));
    expect(amountOf(cost, 'domesticFreight')).toBe(30_000);
    expect(amountOf(cost, 'forwarder')).toBe(12_000);
    expect(amountOf(cost, 'agent')).toBe(6_500);
    expect(cost.customsValue?.low).toBe(100_000 + 30_000 + 12_000 + 8_000 + 497);
  });

  test('FCA terminal: the seller clears for export, the buyer pays the terminal', () => {
    expect(amountOf(landedCost(buildInput({ term: 'FCA' })), 'forwarder')).toBe(7_000);
  });

  test('DDP: nothing is added but the agent', () => {
    expect(figures(buildInput({ term: 'DDP' }))).toEqual({ goods: 100_000, agent: 5_000 });
  });

  test('an agent for domestic purchases only leaves an FOB price alone', () => {
    const costing = buildCosting({ agentScope: 'domesticOnly' });
    expect(amountOf(landedCost(buildInput({ costing })), 'agent')).toBe(0);
    expect(amountOf(landedCost(buildInput({ costing, term: 'domestic' })), 'agent')).toBe(5_000);
  });

  test('what the quote states goes before its trade term', () => {
    const parts = {
      domesticFreight: { state: 'extra', amount: { low: 4_000, high: 6_000 } },
      forwarder: { state: 'included' },
    } as const;
    const cost = landedCost(buildInput({ term: 'EXW', parts }));
    const freight = cost.components.find(({ name }) => name === 'domesticFreight');
    expect(freight).toMatchObject({ source: 'quote', amount: { low: 4_000, high: 6_000 } });
    expect(amountOf(cost, 'forwarder')).toBe(0);
    expect(cost.customsValue?.low).toBeLessThan(cost.customsValue?.high ?? 0);
    const duty = cost.components.find(({ name }) => name === 'duty')?.amount;
    expect(duty?.low).toBeLessThan(duty?.high ?? 0);
  });

  test('duty is reckoned per line: its own rate, an additional one, a specific one', () => {
    const lines = [
      buildLine({ dutyRateBp: 1_000 }),
      null,
      buildLine({ additionalDutyBp: 2_500, specificDuty: 20_000 }),
    ];
    const cost = landedCost(buildInput({ lines, costing: buildCosting({ country: 'US' }) }));
    const shares = cost.components.find(({ name }) => name === 'duty')?.shares?.low;
    expect(shares).toEqual([10_000, 0, 4_000 + 2_000 + 25_000]);
  });

  test('payment timing: what is paid before the goods are there costs, credit pays', () => {
    const early = { milestones: [milestone(10_000, 'orderConfirmed')], leadTimeDays: 30 };
    const costing = buildCosting({ capitalRateBp: 1000, discountMethod: 'simple', transitDays: 43 });
    // 73 days of 10 % a year on 1000.00
    expect(amountOf(landedCost(buildInput({ costing, timing: early })), 'paymentTiming')).toBe(2_000);
    const late = { milestones: [milestone(10_000, 'delivered', 73)], leadTimeDays: null };
    expect(amountOf(landedCost(buildInput({ costing, timing: late })), 'paymentTiming')).toBe(-2_000);
  });

  test('every amount is converted once, from its own currency', () => {
    const costing = buildCosting({ originCurrency: 'CNY', freightCurrency: 'EUR', destinationCurrency: 'EUR' });
    const rates = {
      quote: rate('CNY', 'USD', '0.14'),
      origin: rate('CNY', 'USD', '0.14'),
      freight: rate('EUR', 'USD', '1.1'),
      destination: rate('EUR', 'USD', '1.1'),
    };
    const cost = landedCost(buildInput({ costing, rates, quoteCurrency: 'CNY', term: 'EXW' }));
    expect(amountOf(cost, 'goods')).toBe(14_000);
    expect(amountOf(cost, 'domesticFreight')).toBe(4_200);
    expect(amountOf(cost, 'mainCarriage')).toBe(8_800);
    expect(amountOf(cost, 'onCarriage')).toBe(27_500);
  });
});

describe('what is missing is named, never zero', () => {
  test.each([
    [{ term: null }, [{ code: 'tradeTerm' }]],
    [{ lines: [null] }, [{ code: 'nothingPriced' }]],
    [{ term: 'DDP', costing: buildCosting({ point: 'FOB' }) }, [{ code: 'beyondPoint' }]],
    [{ costing: buildCosting({ freightPerM3: null }) }, [{ code: 'assumption', field: 'freightPerM3' }]],
    [{ costing: buildCosting({ freightMode: null }) }, [{ code: 'assumption', field: 'freightMode' }]],
    [{ costing: buildCosting({ country: null }) }, [{ code: 'assumption', field: 'country' }]],
    [{ costing: buildCosting({ dutyRateBp: null }) }, [{ code: 'dutyRate', lines: [0] }]],
    [{ lines: [buildLine({ carton: null })] }, [{ code: 'carton', lines: [0] }]],
    [
      { rates: { quote: null, origin: null, freight: null, destination: null }, quoteCurrency: 'CNY' },
      [{ code: 'exchangeRate', from: 'CNY', to: 'USD' }],
    ],
    [{ parts: { mainCarriage: { state: 'unknown' } } }, [{ code: 'partUnknown', part: 'mainCarriage' }]],
    [{ timing: { milestones: null, leadTimeDays: 20 } }, [{ code: 'paymentTerms' }]],
    [{ timing: { milestones: [milestone(10_000, 'orderConfirmed')], leadTimeDays: null } }, [{ code: 'leadTime' }]],
    [
      { goodsMinor: Number.MAX_SAFE_INTEGER, lines: [buildLine({ goodsMinor: Number.MAX_SAFE_INTEGER })] },
      [{ code: 'outOfRange' }],
    ],
  ] satisfies [Partial<LandedInput>, object[]][])('%j', (overrides, missing) => {
    const cost = landedCost(buildInput(overrides));
    expect(cost.missing).toEqual(missing);
    expect(cost.total).toBeNull();
    expect(cost.lines).toBeNull();
  });

  test('a percentage or a lump sum asks for no cartons', () => {
    const lines = [buildLine({ carton: null })];
    const percentage = buildCosting({ freightMode: 'percentage', freightPercentBp: 800 });
    expect(amountOf(landedCost(buildInput({ lines, costing: percentage })), 'mainCarriage')).toBe(8_000);
    const lump = buildCosting({ freightMode: 'lumpSum', freightLumpMinor: 12_345 });
    expect(amountOf(landedCost(buildInput({ lines, costing: lump })), 'mainCarriage')).toBe(12_345);
  });

  test('what a term does not need is not asked for', () => {
    expect(
      landedCost(buildInput({ term: 'DDP', costing: { ...buildCosting(), freightMode: null, country: null } })).missing,
    ).toEqual([]);
  });
});

// ERPNext, test_landed_cost_voucher: charges by amount and by quantity, the whole charge given out
test('carriage is shared by space, charges by value', () => {
  const lines = [buildLine({ goodsMinor: 75_000 }), buildLine({ goodsMinor: 25_000, quantity: 30_000_000 })];
  const cost = landedCost(buildInput({ lines }));
  const shares = (name: LandedComponentName) => cost.components.find((one) => one.name === name)?.shares?.low;
  expect(shares('mainCarriage')).toEqual([8_000, 24_000]);
  expect(shares('onCarriage')).toEqual([18_750, 6_250]);
});

test('ten thousand landed costs are exact: components sum to the total, shares to their component, to the minor unit', () => {
  const line = fc.option(
    fc.record({
      goodsMinor: fc.integer({ min: 0, max: 10 ** 9 }),
      quantity: fc.integer({ min: 1, max: 10 ** 9 }),
      carton: fc.constant(buildLine().carton),
      dutyRateBp: fc.option(fc.integer({ min: 0, max: 10_000 })),
      additionalDutyBp: fc.integer({ min: 0, max: 10_000 }),
      specificDuty: fc.integer({ min: 0, max: 10 ** 6 }),
    }),
    { freq: 6 },
  );
  const costing = fc.record({
    country: fc.constantFrom('US', 'DE', 'AU'),
    point: fc.constantFrom(...COMPARISON_POINTS),
    freightMode: fc.constantFrom(...FREIGHT_MODES),
    freightPerKg: fc.integer({ min: 0, max: 10 ** 8 }),
    freightPerM3: fc.integer({ min: 0, max: 10 ** 9 }),
    containerType: fc.constantFrom('20' as const, '40HQ' as const),
    freightPerContainerMinor: fc.integer({ min: 0, max: 10 ** 6 }),
    freightLumpMinor: fc.integer({ min: 0, max: 10 ** 6 }),
    freightPercentBp: fc.integer({ min: 0, max: 10_000 }),
    insurancePpm: fc.integer({ min: 0, max: 50_000 }),
    importVatRecoverable: fc.boolean(),
    agentMinimumMinor: fc.option(fc.integer({ min: 0, max: 10 ** 5 })),
    userFeePpm: fc.option(fc.integer({ min: 0, max: 10_000 })),
    userFeeMaximumMinor: fc.option(fc.integer({ min: 0, max: 10 ** 5 })),
  });
  const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      costing,
      fc.constantFrom(...TRADE_TERMS),
      fc.integer({ min: 0, max: 10 ** 6 }),
      fc.option(fc.constantFrom(...PAYMENT_PLANS)),
      (lines, assumed, term, extra, plan) => {
        const cost = landedCost(
          buildInput({
            lines,
            term,
            costing: buildCosting(assumed),
            supplierExtras: { low: extra, high: extra * 2 },
            timing: plan === null ? null : { milestones: plan.milestones, leadTimeDays: 20 },
          }),
        );
        if (cost.total === null) {
          expect(cost.missing.length).toBeGreaterThan(0);
          return;
        }
        // Compared in plain code: thirty assertions a run would take longer than the runs.
        const wrong: string[] = [];
        for (const end of ['low', 'high'] as const) {
          let total = 0;
          for (const { name, amount, shares, isCost } of cost.components) {
            if (!isCost) continue;
            if (sum(shares?.[end] ?? []) !== amount?.[end]) wrong.push(`shares of ${name}`);
            total += amount?.[end] ?? 0;
          }
          if (cost.total[end] !== total) wrong.push('total');
          if (sum(cost.lines?.[end] ?? []) !== total) wrong.push('lines');
          if (lines.some((one, index) => one === null && cost.lines?.[end][index] !== 0))
            wrong.push('a line without a price');
        }
        expect(wrong).toEqual([]);
        expect(cost.total.high).toBeGreaterThanOrEqual(cost.total.low);
      },
    ),
    { seed: 20260101, numRuns: 10_000 },
  );
});
