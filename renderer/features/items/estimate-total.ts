import type { Item } from '../../../shared/contract/items.ts';
import { type CurrencyCode, lineTotal, money, sumMoney } from '../../../shared/kernel/money.ts';

/**
 * Our estimate over all items that have a quantity and an estimate, in minor units, and how many lack one of them. The
 * total is null when nothing can be added up or the sum passes what is exact.
 */
export function estimateTotal(
  items: readonly Item[],
  currency: CurrencyCode,
): { totalMinor: number | null; missing: number } {
  const known = items.flatMap(({ quantity, estimateUnitPrice }) =>
    quantity === null || estimateUnitPrice === null ? [] : [{ quantity, estimateUnitPrice }],
  );
  const missing = items.length - known.length;
  if (known.length === 0) return { totalMinor: null, missing };
  try {
    const totals = known.map((item) => money(lineTotal(item.quantity, item.estimateUnitPrice, currency), currency));
    return { totalMinor: sumMoney(totals, currency).minor, missing };
  } catch (error) {
    if (error instanceof RangeError) return { totalMinor: null, missing };
    throw error;
  }
}
