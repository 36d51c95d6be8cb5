import { allocate } from '../../kernel/allocate.ts';
import type { Id } from '../../kernel/ids.ts';
import { QUANTITY_PLACES, type Quantity } from '../../kernel/quantity.ts';
import { needOf, quoteTotal } from '../comparison/quote-total.ts';
import { scopeOf } from '../comparison/scope.ts';
import type { ComparisonInput, ComparisonOptions, ComparisonQuote } from '../comparison/types.ts';
import { indexRates } from '../exchange-rates/exchange-rates.ts';

/**
 * One item alone, as an input of its own: every quote with its line for it and with what the item carries of the quote's stated
 * extra costs at the planned quantities (by goods, largest remainder). That share stays as an amount when the quantity
 * moves. What is left of a minimum order value is what the other lines do not reach at the plan.
 * Null when the item is not part of the input.
 */
export function itemInput(input: ComparisonInput, options: ComparisonOptions, itemId: Id): ComparisonInput | null {
  const index = input.items.findIndex(({ id }) => id === itemId);
  const item = input.items[index];
  if (item === undefined) return null;
  const rates = indexRates(input.rates);
  const needs = input.items.map((one) => needOf(one, options.quantityPercent));
  const scope = scopeOf(input.quotes, rates, options);
  const quotes = input.quotes.map((quote): ComparisonQuote => {
    const { lines, goodsMinor } = quoteTotal(quote, input.items, needs, scope, rates, options);
    const weights = lines.map(({ totalMinor }) => totalMinor ?? 0);
    const others = goodsMinor - (weights[index] ?? 0);
    const shareOf = (amount: number) =>
      weights.every((weight) => weight === 0) ? amount : (allocate(amount, weights)[index] ?? 0);
    const { minimumValueMinor } = quote;
    return {
      ...quote,
      minimumValueMinor: minimumValueMinor === null ? null : Math.max(0, minimumValueMinor - others),
      costs: quote.costs.map((cost) => ({
        ...cost,
        amountMinor: cost.amountMinor === null ? null : shareOf(cost.amountMinor),
      })),
      lines: quote.lines.filter((line) => line.itemId === itemId),
    };
  });
  return { ...input, items: [item], quotes };
}

/** The same input with another quantity of its one item. */
export function withQuantity(input: ComparisonInput, quantity: Quantity): ComparisonInput {
  return { ...input, items: input.items.map((item) => ({ ...item, quantity })) };
}

const WHOLE_UNIT = 10 ** QUANTITY_PLACES;
const HUNDREDTH = WHOLE_UNIT / 100;
const FEW = 100 * WHOLE_UNIT;

/** In what steps a quantity moves: whole units; hundredths where the item is bought in few or broken units. */
export function stepSizeOf(planned: Quantity | null): Quantity {
  if (planned === null) return WHOLE_UNIT;
  return planned % WHOLE_UNIT !== 0 || planned < FEW ? HUNDREDTH : WHOLE_UNIT;
}
