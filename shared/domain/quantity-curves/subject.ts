import { allocate } from '../../kernel/allocate.ts';
import type { Id } from '../../kernel/ids.ts';
import { QUANTITY_PLACES, type Quantity } from '../../kernel/quantity.ts';
import { reckoningOf } from '../comparison/compare.ts';
import { figureOf } from '../comparison/ledger.ts';
import { quoteTotal, type Reckoning } from '../comparison/quote-total.ts';
import type { ComparisonInput, ComparisonOptions, ComparisonQuote, QuoteCostPart } from '../comparison/types.ts';
import { COST_PARTS } from '../quotes/terms.ts';

/**
 * One item alone, as an input of its own: every quote with its line for it and with what the item carries of the costs that are charged
 * per order, at the planned quantities (by goods, largest remainder). That share stays as an amount when the quantity moves;
 * costs per unit and rates move by themselves. What is left of a minimum order value is what the other lines do not reach.
 * Null when the item is not part of the input.
 */
export function itemInput(input: ComparisonInput, options: ComparisonOptions, itemId: Id): ComparisonInput | null {
  const index = input.items.findIndex(({ id }) => id === itemId);
  const item = input.items[index];
  if (item === undefined) return null;
  const reckoning = reckoningOf(input, options);
  const quotes = input.quotes.map((quote): ComparisonQuote => {
    const { lines, goodsMinor } = quoteTotal(quote, reckoning);
    const weights = lines.map(({ totalMinor }) => totalMinor ?? 0);
    const others = goodsMinor - (weights[index] ?? 0);
    const shareOf = (amount: number) =>
      weights.every((weight) => weight === 0) ? amount : (allocate(amount, weights)[index] ?? 0);
    const { minimumValueMinor } = quote;
    return {
      ...quote,
      minimumValueMinor: minimumValueMinor === null ? null : Math.max(0, minimumValueMinor - others),
      costs: costsOfItem(quote, reckoning, shareOf),
      lines: quote.lines.filter((line) => line.itemId === itemId),
    };
  });
  return { ...input, items: [item], quotes };
}

/** The cost parts with the item's share of whatever is charged per order, the project's own bounds included. */
function costsOfItem(
  quote: ComparisonQuote,
  { bounds }: Reckoning,
  shareOf: (amount: number) => number,
): QuoteCostPart[] {
  return COST_PARTS.flatMap((part): QuoteCostPart[] => {
    const stated = quote.costs.find((cost) => cost.part === part);
    const { state, measure, low, high } = figureOf(quote, part, bounds);
    const isShared = measure === 'order' && low !== null && high !== null && (state === 'extra' || state === 'range');
    if (!isShared) return stated === undefined ? [] : [stated];
    const lowShare = shareOf(low);
    if (state === 'extra') return [{ part, basis: 'extra', measure, amountMinor: lowShare }];
    return [
      { part, basis: 'unknown', measure, amountMinor: null, low: lowShare, high: lowShare + shareOf(high - low) },
    ];
  });
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
