import { type CostingAssumptions, emptyCosting } from '../../../shared/domain/costing/costing.ts';
import { type FoundRate, findRate, indexRates } from '../../../shared/domain/exchange-rates/exchange-rates.ts';
import type { LandedInput, LandedLine } from '../../../shared/domain/landed-cost/types.ts';

/** Everything set, each figure another power or odd number so that a mixed-up one shows. All in USD. */
export function buildCosting(overrides: Partial<CostingAssumptions> = {}): CostingAssumptions {
  return {
    ...emptyCosting('USD'),
    country: 'DE',
    originCurrency: 'USD',
    freightMode: 'seaLcl',
    freightPerM3: 80_000_000,
    transitDays: 35,
    insurancePpm: 3_000,
    dutyRateBp: 400,
    importVatRateBp: 1_900,
    importVatRecoverable: true,
    agentRateBp: 500,
    originInlandMinor: 30_000,
    exportClearanceMinor: 5_000,
    originTerminalMinor: 7_000,
    destinationTerminalMinor: 11_000,
    brokerageMinor: 9_000,
    onCarriageMinor: 25_000,
    capitalRateBp: 800,
    ...overrides,
  };
}

/** 1000 pieces for 1000.00 in ten cartons of 0.1 m³ and 10 kg. */
export function buildLine(overrides: Partial<LandedLine> = {}): LandedLine {
  return {
    goodsMinor: 100_000,
    quantity: 10_000_000,
    carton: { quantity: 1_000_000, lengthMm: 500, widthMm: 500, heightMm: 400, weightG: 10_000 },
    dutyRateBp: null,
    additionalDutyBp: 0,
    specificDuty: 0,
    ...overrides,
  };
}

export function buildInput(overrides: Partial<LandedInput> = {}): LandedInput {
  const lines = overrides.lines ?? [buildLine()];
  return {
    currency: 'USD',
    quoteCurrency: 'USD',
    lines,
    goodsMinor: lines.reduce((sum, line) => sum + (line?.goodsMinor ?? 0), 0),
    supplierExtras: { low: 0, high: 0 },
    term: 'FOB',
    place: {},
    parts: {},
    costing: buildCosting(),
    rates: { quote: rate('USD', 'USD'), origin: null, freight: null, destination: null },
    timing: null,
    ...overrides,
  };
}

export function rate(from: string, to: string, value = '1'): FoundRate {
  const row = { base: from, quote: to, rate: value, effectiveDate: '2026-01-01', source: 'test' };
  const found = findRate(indexRates([row]), from, to, '2026-01-01');
  if (found.state === 'missing') throw new Error('no rate');
  return found;
}
