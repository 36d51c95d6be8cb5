import type { QuoteCost, QuoteFields, QuoteLineFields } from '../../../shared/contract/quotes.ts';
import { tiersOf, validatePriceBreaks } from '../../../shared/domain/pricing/tiers.ts';
import { exponentOf, money, sameFigure, toDecimalString } from '../../../shared/kernel/money.ts';
import { quantityToString } from '../../../shared/kernel/quantity.ts';
import { refused } from '../../core/procedure.ts';

/** Refuses terms that contradict each other, before anything is written. */
export function requireValidTerms(fields: QuoteFields): void {
  const parts = new Set(fields.costs.map(({ part }) => part));
  if (parts.size < fields.costs.length) throw refused('costs', 'partTwice');
  for (const { low, high } of fields.costs) {
    if ((low === null) !== (high === null)) throw refused('costs', 'boundMissing');
    if (low !== null && high !== null && low > high) throw refused('costs', 'boundsCrossed');
  }
  const paid = fields.payments.reduce((sum, { percentBp }) => sum + percentBp, 0);
  if (fields.payments.length > 0 && paid !== 10_000)
    throw refused('payments', 'notWhole', { percent: String(paid / 100) });
  if (fields.receivedOn !== null && fields.validUntil !== null && fields.validUntil < fields.receivedOn) {
    throw refused('validUntil', 'beforeReceived', { received: fields.receivedOn });
  }
}

/**
 * The changes with the amounts as they were typed: a new currency changes what a figure means, never the figure. An
 * amount that the new currency cannot write is refused.
 */
export function withTypedAmounts(before: QuoteFields, changes: Partial<QuoteFields>): Partial<QuoteFields> {
  const { currency = before.currency } = changes;
  if (exponentOf(currency) === exponentOf(before.currency)) return changes;
  const retyped = (minor: number | null, field: string): number | null => {
    if (minor === null) return null;
    const same = sameFigure(minor, before.currency, currency);
    if (same === null) {
      throw refused(field, 'amountDecimals', { amount: toDecimalString(money(minor, before.currency)), currency });
    }
    return same;
  };
  const { minimumValueMinor, costs } = before;
  return {
    ...changes,
    minimumValueMinor:
      changes.minimumValueMinor === undefined
        ? retyped(minimumValueMinor, 'minimumValueMinor')
        : changes.minimumValueMinor,
    costs: changes.costs ?? costs.map((cost) => retypedCost(cost, retyped)),
  };
}

/** Amounts and bounds per order are minor units, which a new currency writes differently; unit amounts and rates are not. */
function retypedCost(cost: QuoteCost, retyped: (minor: number | null, field: string) => number | null): QuoteCost {
  if (cost.measure !== 'order') return cost;
  return {
    ...cost,
    amountMinor: retyped(cost.amountMinor, 'amountMinor'),
    low: retyped(cost.low, 'amountMinor'),
    high: retyped(cost.high, 'amountMinor'),
  };
}

/**
 * Refuses lines whose price breaks do not rise, whose order multiple is zero, or that name an item twice. `rowOf` numbers
 * a line for the user, from 1 on.
 */
export function requireValidLines(
  lines: readonly QuoteLineFields[],
  rowOf: (line: QuoteLineFields, index: number) => number = (_, index) => index + 1,
): void {
  const seen = new Set<string>();
  lines.forEach((line, index) => {
    const row = rowOf(line, index);
    if (seen.has(line.itemId)) throw refused('lines', 'itemTwice', { row });
    seen.add(line.itemId);
    if (line.orderMultiple === 0) throw refused('orderMultiple', 'aboveZero', { row });
    const { unitPrice, moq, priceBreaks: breaks } = line;
    if (unitPrice === null && breaks.length > 0) throw refused('unitPrice', 'neededWithBreaks', { row });
    const tiers = tiersOf({ unitPrice, moq, multiple: line.orderMultiple, breaks });
    const problem = validatePriceBreaks(tiers)[0];
    if (problem !== undefined) {
      throw refused('priceBreaks', problem.kind, { row, quantity: quantityToString(problem.minQuantity) });
    }
  });
}
