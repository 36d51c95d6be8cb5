import { fromScaledInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, toDecimalString } from '../../kernel/money.ts';
import { unitPriceToString } from '../../kernel/quantity.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import type { CostingAssumptions } from '../costing/costing.ts';
import { customsBasisOf } from './customs.ts';
import { weightRuleOf } from './freight.ts';
import type { LandedComponent, LandedComponentName, LandedCost, LandedInput, MinorRange } from './types.ts';

/**
 * How a landed cost came about: its components, and below each the rule and the assumptions behind it. `input` is what
 * `result` was reckoned from; null where nothing could be. A range shows as "low – high".
 */
export function traceLandedCost(input: LandedInput | null, currency: CurrencyCode, result: LandedCost): Trace {
  return {
    rule: 'landedCost',
    version: 1,
    formula: 'landed = the sum of its parts',
    inputs: [
      ...result.components.flatMap(({ name, amount, source, isCost }) =>
        amount === null || source === 'notPartOfIt' || source === 'included' || !isCost
          ? []
          : [money(name, amount, currency)],
      ),
      ...result.missing.map(missingValue),
    ],
    result: result.total === null ? null : money('landed', result.total, currency),
    parts: input === null ? [] : result.components.flatMap((component) => partTrace(component, input, result)),
  };
}

function partTrace(component: LandedComponent, input: LandedInput, result: LandedCost): Trace[] {
  const { name, source, amount } = component;
  if (source !== 'assumed' || amount === null) return [];
  const rule = RULES[name];
  if (rule === undefined) return [];
  return [
    {
      rule: rule.rule,
      version: 1,
      formula: rule.formula,
      inputs: rule.inputs(input, result),
      result: money(name, amount, input.currency),
    },
  ];
}

interface Rule {
  readonly rule: string;
  readonly formula: string;
  readonly inputs: (input: LandedInput, result: LandedCost) => TraceValue[];
}

const RULES: Readonly<Partial<Record<LandedComponentName, Rule>>> = {
  agent: {
    rule: 'agentFee',
    formula: 'agent = max(agentMinimum, agentRate × (goods + domesticFreight))',
    inputs: ({ costing, currency }, result) => [
      ...amountOf('goods', result, currency),
      ...amountOf('domesticFreight', result, currency),
      ...percent('agentRate', costing.agentRateBp),
      ...plain('agentMinimum', costing.agentMinimumMinor, costing.originCurrency),
    ],
  },
  mainCarriage: {
    rule: 'mainCarriage',
    formula: 'mainCarriage = chargeable × freightRate',
    inputs: ({ costing }, { shipment }) => [
      ...(costing.freightMode === null ? [] : [{ name: 'freightMode', value: costing.freightMode }]),
      ...shipmentValues(shipment),
      ...weightValues(costing),
      ...unitPrice('freightPerKg', costing.freightPerKg, costing.freightCurrency),
      ...unitPrice('freightPerM3', costing.freightPerM3, costing.freightCurrency),
      ...plain('freightPerContainer', costing.freightPerContainerMinor, costing.freightCurrency),
      ...plain('freightLump', costing.freightLumpMinor, costing.freightCurrency),
      ...percent('freightPercent', costing.freightPercentBp),
      ...plain('freightMinimum', costing.freightMinimumMinor, costing.freightCurrency),
    ],
  },
  insurance: {
    rule: 'insurancePremium',
    formula: 'insurance = cfr ÷ (1 − 1.1 × insuranceRate) − cfr',
    inputs: ({ costing, currency }, result) => [
      money(
        'cfr',
        sumOf(['goods', 'supplierExtras', 'domesticFreight', 'forwarder', 'mainCarriage'], result),
        currency,
      ),
      ...(costing.insurancePpm === null
        ? []
        : [{ name: 'insuranceRate', value: fromScaledInteger(costing.insurancePpm, 4).toFixed(), unit: '%' }]),
    ],
  },
  duty: {
    rule: 'importDuty',
    formula: 'duty = customsValue × dutyRate, line by line',
    inputs: ({ costing, currency, lines }, { customsValue }) => [
      ...(costing.country === null
        ? []
        : [
            { name: 'country', value: costing.country },
            { name: 'customsBasis', value: customsBasisOf(costing.country) },
          ]),
      ...(customsValue === null ? [] : [money('customsValue', customsValue, currency)]),
      ...dutyRates(costing, lines).flatMap((rateBp) => percent('dutyRate', rateBp)),
    ],
  },
  importVat: {
    rule: 'importVat',
    formula: 'importVat = importVatBase × importVatRate',
    inputs: ({ costing, currency }, { importVatBase }) => [
      ...(importVatBase === null ? [] : [money('importVatBase', importVatBase, currency)]),
      ...percent('importVatRate', costing.importVatRateBp),
      { name: 'importVatRecoverable', value: String(costing.importVatRecoverable) },
    ],
  },
  paymentTiming: {
    rule: 'paymentTiming',
    formula: 'paymentTiming = presentValue − paid',
    inputs: ({ costing, timing }) => [
      ...percent('capitalRate', costing.capitalRateBp),
      { name: 'discountMethod', value: costing.discountMethod },
      ...days('leadTime', timing?.leadTimeDays ?? null),
      ...days('transit', costing.transitDays),
      ...(timing?.milestones ?? []).flatMap(({ percentBp }) => percent('instalment', percentBp)),
    ],
  },
};

function dutyRates({ dutyRateBp }: CostingAssumptions, lines: LandedInput['lines']): number[] {
  const rates = lines.flatMap((line) => (line === null ? [] : (line.dutyRateBp ?? dutyRateBp ?? [])));
  return [...new Set(rates)].sort((a, b) => a - b).slice(0, 8);
}

function shipmentValues(shipment: LandedCost['shipment']): TraceValue[] {
  if (shipment === null) return [];
  const { cartons, weightG, volumeMm3, chargeableG, revenueTonnesE9, containers } = shipment;
  const kilograms = (name: string, grams: number) => ({
    name,
    value: fromScaledInteger(grams, 3).toFixed(),
    unit: 'kg',
  });
  return [
    { name: 'cartons', value: String(cartons) },
    kilograms('actualWeight', weightG),
    { name: 'volume', value: fromScaledInteger(volumeMm3, 9).toDecimalPlaces(4).toFixed(), unit: 'm³' },
    ...(chargeableG === null ? [] : [kilograms('chargeableWeight', chargeableG)]),
    ...(revenueTonnesE9 === null
      ? []
      : [
          {
            name: 'revenueTonnes',
            value: fromScaledInteger(revenueTonnesE9, 9).toDecimalPlaces(4).toFixed(),
            unit: 'RT',
          },
        ]),
    ...(containers === null ? [] : [{ name: 'containers', value: String(containers) }]),
  ];
}

function weightValues(costing: CostingAssumptions): TraceValue[] {
  const mode = costing.freightMode;
  if (mode !== 'air' && mode !== 'express' && mode !== 'rail') return [];
  const { divisor, stepG } = weightRuleOf(mode, costing);
  return [
    { name: 'volumetricDivisor', value: String(divisor), unit: 'cm³/kg' },
    { name: 'weightStep', value: fromScaledInteger(stepG, 3).toFixed(), unit: 'kg' },
  ];
}

function missingValue(missing: LandedCost['missing'][number]): TraceValue {
  switch (missing.code) {
    case 'assumption':
      return { name: 'missing', value: missing.field };
    case 'partUnknown':
      return { name: 'missing', value: missing.part };
    case 'exchangeRate':
      return { name: 'missing', value: missing.code, unit: `${missing.from} → ${missing.to}` };
    default:
      return { name: 'missing', value: missing.code };
  }
}

function sumOf(names: readonly LandedComponentName[], { components }: LandedCost): MinorRange {
  const amounts = components.flatMap(({ name, amount }) => (names.includes(name) && amount !== null ? [amount] : []));
  return amounts.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

function amountOf(name: LandedComponentName, { components }: LandedCost, currency: CurrencyCode): TraceValue[] {
  const amount = components.find((one) => one.name === name)?.amount ?? null;
  return amount === null ? [] : [money(name, amount, currency)];
}

function money(name: string, { low, high }: MinorRange, currency: CurrencyCode): TraceValue {
  const from = toDecimalString({ minor: low, currency });
  return {
    name,
    value: low === high ? from : `${from} – ${toDecimalString({ minor: high, currency })}`,
    unit: currency,
  };
}

function plain(name: string, minor: number | null, currency: CurrencyCode): TraceValue[] {
  return minor === null ? [] : [{ name, value: toDecimalString({ minor, currency }), unit: currency }];
}

function unitPrice(name: string, price: number | null, currency: CurrencyCode): TraceValue[] {
  return price === null ? [] : [{ name, value: unitPriceToString(price, 2), unit: currency }];
}

function percent(name: string, basisPoints: number | null): TraceValue[] {
  return basisPoints === null ? [] : [{ name, value: fromScaledInteger(basisPoints, 2).toFixed(), unit: '%' }];
}

function days(name: string, value: number | null): TraceValue[] {
  return value === null ? [] : [{ name, value: String(value) }];
}
