import { exactOrNull } from '../../kernel/decimal.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import { effectiveUnitPrice } from '../pricing/tiers.ts';
import type { QuotedLine, QuoteTotal } from './quote-total.ts';
import { averageOf, lowestOf, pointOf } from './ranges.ts';
import type { ComparedCell, ComparedRow, ComparisonItem, ComparisonOptions, MinorRange } from './types.ts';

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
    const compared: MinorRange[] = [];
    totals.forEach((total, column) => {
      const range = total.lines[index]?.compared ?? null;
      if (range !== null && comparable[column] === true) compared.push(range);
    });
    const lowestRange = lowestOf(compared);
    const averageRange = averageOf(compared);
    const marks = compared.length > 1 ? compared : [];
    return {
      item,
      need: needs[index] ?? null,
      estimateMinor: estimateShares[index] ?? null,
      cells: totals.map(({ lines }, column) =>
        comparedCell(lines[index], comparable[column] === true, marks, lowestRange, options),
      ),
      lowestMinor: pointOf(lowestRange),
      averageMinor: pointOf(averageRange),
      lowestRange,
      averageRange,
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
  marks: readonly MinorRange[],
  lowest: MinorRange | null,
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
  const { line, need, totalMinor, compared } = quoted;
  const comparable = quoteIsComparable && compared !== null;
  const isPoint = compared !== null && compared.lowMinor === compared.highMinor;
  const unitLow = unitCost(compared?.lowMinor ?? null, need, options);
  const unitHigh = isPoint ? unitLow : unitCost(compared?.highMinor ?? null, need, options);
  return {
    state: 'priced',
    unitPrice: order.unitPrice,
    orderQuantity: order.orderQuantity,
    moqApplied: order.moqApplied,
    multipleApplied: order.multipleApplied,
    tierMinQuantity: order.tierMinQuantity > firstTierOf(line) ? order.tierMinQuantity : null,
    firstQuantity: null,
    totalMinor,
    comparedMinor: isPoint ? compared.lowMinor : null,
    comparedLowMinor: compared?.lowMinor ?? null,
    comparedHighMinor: compared?.highMinor ?? null,
    comparedUnitPrice: isPoint ? unitLow : null,
    comparedUnitLow: unitLow,
    comparedUnitHigh: unitHigh,
    comparable,
    isLowest: comparable && isCertainlyLowest(compared, marks, lowest),
  };
}

/** No other can fall below it: its high end lies at or under every other's low one. Equal points share the mark. */
function isCertainlyLowest(own: MinorRange, marks: readonly MinorRange[], lowest: MinorRange | null): boolean {
  if (lowest === null || marks.length === 0 || own.lowMinor > lowest.lowMinor) return false;
  return marks.every((other) => other === own || own.highMinor <= other.lowMinor);
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
  comparedLowMinor: null,
  comparedHighMinor: null,
  comparedUnitPrice: null,
  comparedUnitLow: null,
  comparedUnitHigh: null,
  comparable: false,
  isLowest: false,
};
