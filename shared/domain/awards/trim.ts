import { priceAt } from '../pricing/tiers.ts';
import { grainOf } from './offers.ts';
import type { Allocation, AwardInput } from './types.ts';

/**
 * Gives back what coarse steps made too much of a divided line: from the dearest portion first, by its smallest portions, and
 * never below the tier it is priced at, so that no unit price rises.
 */
export function trimSurplus(input: AwardInput, allocations: readonly Allocation[]): Allocation[] {
  const trimmed: { supplier: number; item: number; quantity: number }[] = allocations.map((one) => ({ ...one }));
  for (const [item, { need }] of input.items.entries()) {
    const own = trimmed.filter((one) => one.item === item);
    if (own.length < 2) continue;
    let surplus = own.reduce((sum, { quantity }) => sum + quantity, 0) - need;
    const portions = own
      .flatMap((allocation) => {
        const offer = input.suppliers[allocation.supplier]?.offers[item] ?? null;
        const tier = offer === null ? null : priceAt(allocation.quantity, offer.tiers);
        return offer === null || tier === null ? [] : [{ allocation, offer, tier }];
      })
      .sort((a, b) => b.tier.unitPrice - a.tier.unitPrice);
    for (const { allocation, offer, tier } of portions) {
      if (surplus <= 0) break;
      const grain = grainOf(offer, need);
      const spare = allocation.quantity - Math.max(tier.minQuantity, offer.moq ?? 0, grain);
      const less = Math.floor(Math.min(surplus, Math.max(spare, 0)) / grain) * grain;
      allocation.quantity -= less;
      surplus -= less;
    }
  }
  return trimmed;
}
