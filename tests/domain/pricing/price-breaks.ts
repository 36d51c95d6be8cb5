import fc from 'fast-check';
import type { PriceBreak } from '../../../shared/domain/pricing/tiers.ts';
import type { Quantity } from '../../../shared/kernel/quantity.ts';

export function units(count: number): Quantity {
  return Math.round(count * 10_000);
}

/** tiers([1, '10'], [5, '7.50']): from 1 at 10.00, from 5 at 7.50. */
export function tiers(...rows: [from: number, price: string][]): PriceBreak[] {
  return rows.map(([from, price]) => ({ minQuantity: units(from), unitPrice: Math.round(Number(price) * 1_000_000) }));
}

/** One to six tiers with strictly rising quantities and any prices. */
export const risingTiers: fc.Arbitrary<PriceBreak[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 10 ** 8 }), fc.integer({ min: 0, max: 10 ** 8 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => {
    let from = -1;
    return rows.map(([step, unitPrice]) => {
      from += step;
      return { minQuantity: from, unitPrice };
    });
  });
