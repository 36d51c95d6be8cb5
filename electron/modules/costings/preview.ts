import type { CostingPreview } from '../../../shared/contract/costings.ts';
import { reckoningOf } from '../../../shared/domain/comparison/compare.ts';
import { quoteTotal } from '../../../shared/domain/comparison/quote-total.ts';
import type { ComparisonInput, ComparisonOptions } from '../../../shared/domain/comparison/types.ts';
import { notComputable } from '../../../shared/domain/landed-cost/landed-cost.ts';
import { traceLandedCost } from '../../../shared/domain/landed-cost/trace.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/** The landed cost of one quote with payment timing, as far as its assumptions carry it. Null when the quote is not part of the comparison. */
export function previewCosting(
  comparison: ComparisonInput,
  options: Omit<ComparisonOptions, 'basis'>,
  quoteId: Id,
): CostingPreview | null {
  const quote = comparison.quotes.find(({ id }) => id === quoteId);
  if (quote === undefined) return null;
  const reckoning = reckoningOf(comparison, { ...options, basis: 'landedTiming' });
  const { landed } = quoteTotal(quote, reckoning);
  const cost = landed?.cost ?? notComputable(reckoning, [{ code: 'nothingPriced' }]);
  return {
    quoteId: quote.id,
    supplierNameEn: quote.supplierNameEn,
    supplierNameZh: quote.supplierNameZh,
    currency: options.currency,
    cost,
    lines: comparison.items.map((item, index) => ({
      itemId: item.id,
      nameEn: item.nameEn,
      nameZh: item.nameZh,
      unit: item.unit,
      quantity: landed?.input?.lines[index]?.quantity ?? null,
    })),
    trace: traceLandedCost(landed?.input ?? null, options.currency, cost),
  };
}
