import { reckoningOf } from '../comparison/compare.ts';
import { needOf, type QuoteTotal, quoteTotal, type Reckoning } from '../comparison/quote-total.ts';
import type { ComparisonInput, ComparisonOptions, ComparisonQuote, MinorRange } from '../comparison/types.ts';
import { withQuantity } from './subject.ts';

/** Runs the comparison's own reckoning at any step, so that a curve never differs from the matrix. */
export interface Reckoner {
  /** The quotes of a curve, in the order of the input. */
  readonly quotes: readonly ComparisonQuote[];
  readonly reckoning: Reckoning;
  readonly inputAt: (step: number) => ComparisonInput;
  readonly optionsAt: (step: number) => ComparisonOptions;
  /** Kept once reckoned. */
  readonly totalAt: (quote: ComparisonQuote, step: number) => QuoteTotal;
}

/** An item moves by steps of `stepSize`, everything else is gone; a project (null) moves by percents of its plan. */
export function reckonerOf(input: ComparisonInput, options: ComparisonOptions, stepSize: number | null): Reckoner {
  const reckoning = reckoningOf(input, options);
  const inputAt = (step: number) => (stepSize === null ? input : withQuantity(input, step * stepSize));
  const optionsAt = (step: number) => ({ ...options, quantityPercent: stepSize === null ? step : 100 });
  const needsAt = new Map<number, Reckoning>();
  const reckoningAt = (step: number) => {
    const known = needsAt.get(step);
    if (known !== undefined) return known;
    const at = optionsAt(step);
    const needs = inputAt(step).items.map((item) => needOf(item, at.quantityPercent));
    const own = { ...reckoning, needs, options: at };
    needsAt.set(step, own);
    return own;
  };
  const totals = new Map(input.quotes.map((quote) => [quote.id, new Map<number, QuoteTotal>()]));
  return {
    quotes: input.quotes,
    reckoning,
    inputAt,
    optionsAt,
    totalAt: (quote, step) => {
      const own = totals.get(quote.id);
      const known = own?.get(step);
      if (known !== undefined) return known;
      const total = quoteTotal(quote, reckoningAt(step));
      own?.set(step, total);
      return total;
    },
  };
}

/** What is compared of a quote; null where it is not comparable or cannot be ordered as a whole. */
export function costOfTotal({ exclusions, incomplete, pricedCount, totalRange }: QuoteTotal): MinorRange | null {
  return exclusions.length > 0 || incomplete.length > 0 || pricedCount === 0 ? null : totalRange;
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
