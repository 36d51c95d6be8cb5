import { exactOrNull } from '../../kernel/decimal.ts';
import { needOf, type QuoteTotal, quoteTotal } from '../comparison/quote-total.ts';
import { type Scope, scopeOf } from '../comparison/scope.ts';
import type { ComparisonInput, ComparisonOptions, ComparisonQuote } from '../comparison/types.ts';
import { indexRates, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import { withQuantity } from './subject.ts';

/** Runs the comparison's own reckoning at any step, so that a curve never differs from the matrix. */
export interface Reckoner {
  /** The quotes of a curve, in the order of the input. */
  readonly quotes: readonly ComparisonQuote[];
  readonly inputAt: (step: number) => ComparisonInput;
  readonly optionsAt: (step: number) => ComparisonOptions;
  readonly totalAt: (quote: ComparisonQuote, step: number) => QuoteTotal;
  readonly rates: RateIndex;
}

/** An item moves by steps of `stepSize`, everything else is gone; a project (null) moves by percents of its plan. */
export function reckonerOf(input: ComparisonInput, options: ComparisonOptions, stepSize: number | null): Reckoner {
  const rates = indexRates(input.rates);
  const scope: Scope = scopeOf(input.quotes, rates, options);
  const inputAt = (step: number) => (stepSize === null ? input : withQuantity(input, step * stepSize));
  const optionsAt = (step: number) => ({ ...options, quantityPercent: stepSize === null ? step : 100 });
  return {
    quotes: input.quotes,
    inputAt,
    optionsAt,
    rates,
    totalAt: (quote, step) => {
      const { items } = inputAt(step);
      const at = optionsAt(step);
      const needs = items.map((item) => needOf(item, at.quantityPercent));
      return quoteTotal(quote, items, needs, scope, rates, at);
    },
  };
}

/** What is compared of a quote; null where it is not comparable or cannot be ordered as a whole. */
export function costOfTotal(total: QuoteTotal): number | null {
  return total.exclusions.length > 0 || total.incomplete.length > 0 || total.pricedCount === 0
    ? null
    : exactOrNull(() => total.totalMinor);
}

/** Where the tiers of a quote stand: rises whenever any of its lines reaches its next tier or can first be ordered. */
export function tierMark({ lines }: QuoteTotal): number {
  let mark = 0;
  for (const { order, line } of lines) {
    if (order?.state !== 'orderable') continue;
    const { tierMinQuantity } = order;
    mark += 1 + (line?.breaks.filter(({ minQuantity }) => minQuantity <= tierMinQuantity).length ?? 0);
  }
  return mark;
}
