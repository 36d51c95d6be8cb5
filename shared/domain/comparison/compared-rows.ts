import { exactOrNull } from '../../kernel/decimal.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import { mean } from '../market/statistics.ts';
import { effectiveUnitPrice } from '../pricing/tiers.ts';
import type { QuotedLine, QuoteTotal } from './quote-total.ts';
import type { ComparedCell, ComparedRow, ComparisonItem, ComparisonOptions } from './types.ts';

/** The rows of a comparison: one cell per quote, the lowest among the comparable ones marked where there are two or more. */
export function comparedRows(
  items: readonly ComparisonItem[],
  needs: readonly (Quantity | null)[],
  estimateShares: readonly (number | null)[],
  totals: readonly QuoteTotal[],
  options: ComparisonOptions,
): ComparedRow[] {
  const comparable = totals.map(pricesAreToBeHad);
  return items.map((item, index) => {
    const compared: number[] = [];
    totals.forEach((total, column) => {
      const minor = total.lines[index]?.comparedMinor ?? null;
      if (minor !== null && comparable[column] === true) compared.push(minor);
    });
    const lowestMinor = compared.length === 0 ? null : Math.min(...compared);
    const lowestMark = compared.length > 1 ? lowestMinor : null;
    return {
      item,
      need: needs[index] ?? null,
      estimateMinor: estimateShares[index] ?? null,
      cells: totals.map(({ lines }, column) =>
        comparedCell(lines[index], comparable[column] === true, lowestMark, options),
      ),
      lowestMinor,
      averageMinor: compared.length === 0 ? null : mean(compared),
      comparableCount: compared.length,
    };
  });
}

/** Whether single prices of a quote may be held against others: an order that stays below its minimum value gets none of them. */
function pricesAreToBeHad({ exclusions, incomplete }: QuoteTotal): boolean {
  return exclusions.length === 0 && incomplete.every(({ code }) => code !== 'belowMinimumValue');
}

function comparedCell(
  quoted: QuotedLine | undefined,
  quoteIsComparable: boolean,
  lowestMark: number | null,
  options: ComparisonOptions,
): ComparedCell {
  const order = quoted?.order ?? null;
  if (quoted === undefined || order === null) return { ...NO_PRICE, state: 'outOfRange' };
  if (order.state === 'cannotBeOrdered') {
    if (order.firstTier === null) return NO_PRICE;
    const { unitPrice, minQuantity } = order.firstTier;
    const firstQuantity = order.reason === 'belowFirstTier' ? minQuantity : null;
    const state = order.reason === 'noQuantity' ? 'noQuantity' : 'cannotBeOrdered';
    return { ...NO_PRICE, state, unitPrice, firstQuantity };
  }
  const { line, need, totalMinor, comparedMinor } = quoted;
  const comparable = quoteIsComparable && comparedMinor !== null;
  return {
    state: 'priced',
    unitPrice: order.unitPrice,
    orderQuantity: order.orderQuantity,
    moqApplied: order.moqApplied,
    multipleApplied: order.multipleApplied,
    tierMinQuantity: order.tierMinQuantity > firstTierOf(line) ? order.tierMinQuantity : null,
    firstQuantity: null,
    totalMinor,
    comparedMinor,
    comparedUnitPrice: unitCost(comparedMinor, need, options),
    comparable,
    isLowest: comparable && comparedMinor === lowestMark,
  };
}

function unitCost(comparedMinor: number | null, need: Quantity | null, { currency }: ComparisonOptions): number | null {
  if (comparedMinor === null || need === null) return null;
  return exactOrNull(() => effectiveUnitPrice(comparedMinor, need, currency));
}

function firstTierOf(line: QuotedLine['line']): Quantity {
  if (line === null || line.unitPrice !== null) return line?.moq ?? 0;
  return line.breaks[0]?.minQuantity ?? 0;
}

const NO_PRICE: ComparedCell = {
  state: 'noPrice',
  unitPrice: null,
  orderQuantity: null,
  moqApplied: false,
  multipleApplied: false,
  tierMinQuantity: null,
  firstQuantity: null,
  totalMinor: null,
  comparedMinor: null,
  comparedUnitPrice: null,
  comparable: false,
  isLowest: false,
};
