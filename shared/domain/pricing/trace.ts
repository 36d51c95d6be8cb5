import { type CurrencyCode, lineTotal, toDecimalString } from '../../kernel/money.ts';
import { type Quantity, quantityToString, type UnitPrice, unitPriceToString } from '../../kernel/quantity.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { type NextBreakInput, nextBreakAdvice } from './next-break.ts';
import { type AtMyQuantityInput, atMyQuantity, tiersOf } from './tiers.ts';

/** How `atMyQuantity` and the goods total that follows came about. `unit` is the item's unit, shown as typed. */
export function traceAtMyQuantity(input: AtMyQuantityInput, currency: CurrencyCode, unit: string): Trace {
  const result = atMyQuantity(input);
  const quantity = (name: string, value: Quantity | null) => quantityValue(name, value, unit);
  const orderTrace: Trace = {
    rule: 'orderQuantity',
    version: 1,
    formula: 'orderQuantity = ceil(max(need, moq) / orderMultiple) × orderMultiple',
    inputs: [
      ...quantity('need', input.need),
      ...quantity('moq', input.moq),
      ...quantity('orderMultiple', input.multiple),
    ],
    result: result.state === 'orderable' ? quantityValueOf('orderQuantity', result.orderQuantity, unit) : null,
  };
  const tiers = tiersOf(input).map(({ minQuantity, unitPrice }) => ({
    name: 'tier',
    value: `${quantityToString(minQuantity)}+: ${unitPriceToString(unitPrice, 2)}`,
    unit: currency,
  }));
  if (result.state === 'cannotBeOrdered') {
    const reason = { name: 'cannotBeOrdered', value: result.reason };
    return { ...GOODS_TOTAL, inputs: [...tiers, reason], result: null, parts: [orderTrace] };
  }
  const tierTrace: Trace = {
    rule: 'priceTier',
    version: 1,
    formula: 'unitPrice = price of the tier with the greatest tierMinQuantity <= orderQuantity',
    inputs: [...tiers, quantityValueOf('tierMinQuantity', result.tierMinQuantity, unit)],
    result: priceValueOf('unitPrice', result.unitPrice, currency),
  };
  return {
    ...GOODS_TOTAL,
    inputs: [
      quantityValueOf('orderQuantity', result.orderQuantity, unit),
      priceValueOf('unitPrice', result.unitPrice, currency),
    ],
    result: amountValue('goodsTotal', lineTotal(result.orderQuantity, result.unitPrice, currency), currency),
    parts: [orderTrace, tierTrace],
  };
}

/** How each higher tier compares with the order as it stands; a null result says that none is worth buying up to. */
export function traceNextBreak(input: NextBreakInput, unit: string): Trace {
  const advice = nextBreakAdvice(input);
  const holding = input.holdingCostPerUnit;
  const parts = advice?.breaks.map((one): Trace => {
    const saving = one.advice === 'recommend' ? one.savingMinor : -one.extraCostMinor;
    return {
      rule: 'nextBreakStep',
      version: 1,
      formula: 'saving = currentTotal - (orderQuantity × unitPrice + holdingCost)',
      inputs: [
        amountValue('currentTotal', advice.currentTotalMinor, input.currency),
        quantityValueOf('orderQuantity', one.orderQuantity, unit),
        priceValueOf('unitPrice', one.unitPrice, input.currency),
        amountValue('holdingCost', one.holdingMinor, input.currency),
        ...quantityValue('breakEvenQuantity', one.breakEvenQuantity, unit),
      ],
      result: amountValue('saving', saving, input.currency),
    };
  });
  const best = advice?.best ?? null;
  return {
    rule: 'nextBreak',
    version: 1,
    formula: 'every tier above the order; the greatest saving >= 0 wins',
    inputs: [
      quantityValueOf('orderQuantity', input.orderQuantity, unit),
      ...quantityValue('orderMultiple', input.multiple, unit),
      ...(holding === null ? [] : [priceValueOf('holdingCostPerUnit', holding, input.currency)]),
    ],
    result: best === null ? null : quantityValueOf('orderQuantity', best.orderQuantity, unit),
    ...(parts === undefined ? {} : { parts }),
  };
}

const GOODS_TOTAL = {
  rule: 'goodsTotal',
  version: 1,
  formula: 'goodsTotal = round(orderQuantity × unitPrice)',
} as const;

function quantityValue(name: string, value: Quantity | null, unit: string): TraceValue[] {
  return value === null ? [] : [quantityValueOf(name, value, unit)];
}

function quantityValueOf(name: string, value: Quantity, unit: string): TraceValue {
  return { name, value: quantityToString(value), unit };
}

function priceValueOf(name: string, value: UnitPrice, currency: CurrencyCode): TraceValue {
  return { name, value: unitPriceToString(value, 2), unit: currency };
}

function amountValue(name: string, minor: number, currency: CurrencyCode): TraceValue {
  return { name, value: toDecimalString({ minor, currency }), unit: currency };
}
