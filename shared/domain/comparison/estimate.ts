import { allocate } from '../../kernel/allocate.ts';
import { exactOrNull } from '../../kernel/decimal.ts';
import { documentTotal, lineTotal } from '../../kernel/money.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import { convertMinor, findRate, isStale, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import type { Assumption, ComparisonInput, ComparisonOptions } from './types.ts';

/** Our own estimate of a comparison, in its currency. */
export interface Estimate {
  /** Of the items that have one; null when there is none or no exchange rate for it. */
  readonly totalMinor: number | null;
  /** Items with an estimate and a quantity. */
  readonly count: number;
  /** One per item; they sum exactly to the total. */
  readonly shares: readonly (number | null)[];
  readonly assumptions: readonly Assumption[];
}

/** The estimate at the wanted quantities, converted as one document and shared over the items like a quote. */
export function estimateOf(
  input: ComparisonInput,
  needs: readonly (Quantity | null)[],
  rates: RateIndex,
  options: ComparisonOptions,
): Estimate {
  const { estimateCurrency: from } = input;
  const lines = input.items.map(({ estimateUnitPrice }, index) => {
    const need = needs[index] ?? null;
    if (need === null || need === 0 || estimateUnitPrice === null) return null;
    return exactOrNull(() => lineTotal(need, estimateUnitPrice, from));
  });
  const count = lines.filter((line) => line !== null).length;
  const none: Estimate = { totalMinor: null, count, shares: lines.map(() => null), assumptions: [] };
  if (count === 0) return none;
  const rate = findRate(rates, from, options.currency, options.asOf);
  if (rate.state === 'missing') {
    return { ...none, assumptions: [{ code: 'estimateNoRate', from, to: options.currency }] };
  }
  const sum = exactOrNull(() => documentTotal(stated(input, needs), from));
  const totalMinor = sum === null ? null : exactOrNull(() => convertMinor(sum, rate));
  if (totalMinor === null) return none;
  const weights = lines.map((line) => line ?? 0);
  const weighed = weights.reduce((total, weight) => total + weight, 0);
  const shares = weighed === totalMinor || weighed === 0 ? weights : allocate(totalMinor, weights);
  return {
    totalMinor,
    count,
    shares: lines.map((line, index) => (line === null ? null : (shares[index] ?? null))),
    assumptions: isStale(rate)
      ? rate.rows
          .slice(0, 1)
          .map(({ effectiveDate: date }) => ({ code: 'staleRate', from, to: options.currency, date }))
      : [],
  };
}

function* stated(input: ComparisonInput, needs: readonly (Quantity | null)[]) {
  for (const [index, { estimateUnitPrice }] of input.items.entries()) {
    const quantity = needs[index] ?? null;
    if (quantity !== null && estimateUnitPrice !== null) yield { quantity, unitPrice: estimateUnitPrice };
  }
}
