import type { QuoteFields, QuoteLineFields } from '../../../shared/contract/quotes.ts';
import { tiersOf, validatePriceBreaks } from '../../../shared/domain/pricing/tiers.ts';
import { quantityToString } from '../../../shared/kernel/quantity.ts';
import { refused } from '../../core/procedure.ts';

/** Refuses terms that contradict each other, before anything is written. */
export function requireValidTerms(fields: QuoteFields): void {
  const parts = new Set(fields.costs.map(({ part }) => part));
  if (parts.size < fields.costs.length) throw refused('costs', 'partTwice');
  if (fields.receivedOn !== null && fields.validUntil !== null && fields.validUntil < fields.receivedOn) {
    throw refused('validUntil', 'beforeReceived', { received: fields.receivedOn });
  }
}

/** Refuses lines whose price breaks do not rise, whose order multiple is zero, or that name an item twice. */
export function requireValidLines(lines: readonly QuoteLineFields[]): void {
  const seen = new Set<string>();
  lines.forEach((line, index) => {
    const row = index + 1;
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
