import type { Quantity } from '../../kernel/quantity.ts';
import type { ComparisonQuote } from '../comparison/types.ts';
import { tiersOf } from '../pricing/tiers.ts';

export interface StepRange {
  readonly from: number;
  readonly to: number;
}

const BELOW = 4;
const ABOVE = 3;
/** A break far beyond the plan would flatten everything before it. */
const FARTHEST = 12;

/**
 * The quantities worth showing, in steps: a quarter of the plan to three times it, on to the price breaks within reach, and always
 * the quantity asked for. Without a plan the suppliers' own breaks and MOQ stand in.
 */
export function shownRange(
  quotes: readonly ComparisonQuote[],
  planned: Quantity | null,
  chosen: Quantity,
  stepSize: Quantity,
): StepRange {
  const edges = quotes.flatMap(({ lines }) =>
    lines.flatMap((line) => tiersOf({ ...line, multiple: line.orderMultiple }).map(({ minQuantity }) => minQuantity)),
  );
  const middle =
    Math.max(planned ?? 0, stepSize) === stepSize && edges.length > 0
      ? Math.max(...edges, stepSize)
      : (planned ?? stepSize);
  const within = edges.filter((edge) => edge <= middle * FARTHEST);
  const from = Math.min(middle / BELOW, chosen);
  const to = Math.max(middle * ABOVE, chosen, ...within.map((edge) => edge * 1.2));
  return { from: Math.max(1, Math.floor(from / stepSize)), to: Math.max(2, Math.ceil(to / stepSize)) };
}
