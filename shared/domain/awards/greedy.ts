import { orderQuantity } from '../pricing/tiers.ts';
import { brokenBy, mayTakePart, needsTwoSources } from './limits.ts';
import { grainOf, isOrderable, wholeQuantity } from './offers.ts';
import { priceAward } from './price-award.ts';
import type { Allocation, AwardInput, AwardLimit, AwardOffer, PricedAward } from './types.ts';

export interface FoundAward {
  readonly allocations: readonly Allocation[];
  readonly award: PricedAward;
}

/** Everything from one supplier, the cheapest that keeps the limits; every supplier is tried, so nothing is missed. */
export function bestSingle(input: AwardInput, limits: readonly AwardLimit[], buyUp: boolean): FoundAward | null {
  return cheapest(input.suppliers.map((_, supplier) => found(input, limits, wholeOrder(input, supplier, buyUp))));
}

/** Everything from this supplier; null when it cannot supply every item. */
export function wholeOrder(input: AwardInput, supplier: number, buyUp: boolean): Allocation[] | null {
  const allocations: Allocation[] = [];
  for (const [item, { need }] of input.items.entries()) {
    const offer = input.suppliers[supplier]?.offers[item] ?? null;
    const quantity = offer === null ? null : wholeQuantity(offer, need, buyUp);
    if (quantity === null) return null;
    allocations.push({ supplier, item, quantity });
  }
  return allocations;
}

/**
 * Rules of thumb: the best single source, and each line from whoever is cheapest for it; then suppliers are dropped one by
 * one, the one least missed first, which saves what comes once with an order and brings the number down. The cheapest award on
 * that way that keeps the limits; null when none does, which proves nothing.
 */
export function bestByRuleOfThumb(input: AwardInput, limits: readonly AwardLimit[], buyUp: boolean): FoundAward | null {
  const awards: (FoundAward | null)[] = [bestSingle(input, limits, buyUp)];
  let left = input.suppliers.flatMap(({ supplierId, leadTimeDays }, index) =>
    mayTakePart(limits, supplierId, leadTimeDays) ? [index] : [],
  );
  const perLine = offersPerLine(input, buyUp);
  let current = cheapestPerLine(input, limits, left, perLine);
  while (current !== null) {
    awards.push(found(input, limits, current));
    const used = [...new Set(current.map(({ supplier }) => supplier))];
    let next: { readonly allocations: Allocation[]; readonly total: number; readonly without: number } | null = null;
    for (const without of used) {
      const allocations = cheapestPerLine(
        input,
        limits,
        left.filter((one) => one !== without),
        perLine,
      );
      const total = allocations === null ? undefined : priceAward(input, allocations)?.totalMinor;
      if (allocations === null || total === undefined) continue;
      if (next === null || total < next.total) next = { allocations, total, without };
    }
    if (next === null) break;
    const { without } = next;
    left = left.filter((one) => one !== without);
    current = next.allocations;
  }
  return cheapest(awards);
}

/** An award with its exact price, when it can be ordered and keeps the limits. */
export function found(
  input: AwardInput,
  limits: readonly AwardLimit[],
  allocations: readonly Allocation[] | null,
): FoundAward | null {
  const award = allocations === null ? null : priceAward(input, allocations);
  if (allocations === null || award === null) return null;
  const broken = brokenBy(input, limits, award);
  return broken.limits.length > 0 || broken.shortItemIds.length > 0 ? null : { allocations, award };
}

export function cheapest(awards: readonly (FoundAward | null)[]): FoundAward | null {
  let best: FoundAward | null = null;
  for (const one of awards) {
    if (one !== null && (best === null || one.award.totalMinor < best.award.totalMinor)) best = one;
  }
  return best;
}

interface WholeLine {
  readonly supplier: number;
  readonly offer: AwardOffer;
  readonly quantity: number;
  readonly cost: number;
}

/** Who can take each line whole, the cheapest first. */
function offersPerLine(input: AwardInput, buyUp: boolean): WholeLine[][] {
  const goodsOnly = { ...input, suppliers: input.suppliers.map((one) => ({ ...one, fixedMinor: 0 })) };
  return input.items.map(({ need }, item) =>
    input.suppliers
      .flatMap(({ offers }, supplier) => {
        const offer = offers[item] ?? null;
        const quantity = offer === null ? null : wholeQuantity(offer, need, buyUp);
        if (offer === null || quantity === null) return [];
        const priced = priceAward(goodsOnly, [{ supplier, item, quantity }]);
        return priced === null ? [] : [{ supplier, offer, quantity, cost: priced.totalMinor }];
      })
      .sort((a, b) => a.cost - b.cost || a.supplier - b.supplier),
  );
}

function cheapestPerLine(
  input: AwardInput,
  limits: readonly AwardLimit[],
  suppliers: readonly number[],
  perLine: readonly (readonly WholeLine[])[],
): Allocation[] | null {
  const allocations: Allocation[] = [];
  for (const [item, { itemId, need }] of input.items.entries()) {
    const offers = (perLine[item] ?? []).filter(({ supplier }) => suppliers.includes(supplier));
    const pinned = offers.find(({ supplier }) =>
      limits.some(
        (limit) =>
          limit.code === 'pinned' &&
          limit.itemId === itemId &&
          limit.supplierId === input.suppliers[supplier]?.supplierId,
      ),
    );
    const first = pinned ?? offers[0];
    if (first === undefined) return null;
    if (!needsTwoSources(limits, itemId)) {
      allocations.push({ supplier: first.supplier, item, quantity: first.quantity });
      continue;
    }
    const second = offers.find(({ supplier }) => supplier !== first.supplier);
    if (second === undefined) return null;
    const least = smallestOrder(second.offer, need);
    const rest = Math.max(need - least, 0);
    const most = orderQuantity(Math.max(rest, smallestOrder(first.offer, need)), first.offer.moq, first.offer.multiple);
    if (!isOrderable(second.offer, least) || !isOrderable(first.offer, most)) return null;
    allocations.push({ supplier: first.supplier, item, quantity: most });
    allocations.push({ supplier: second.supplier, item, quantity: least });
  }
  return allocations;
}

function smallestOrder(offer: AwardOffer, need: number): number {
  return orderQuantity(Math.max(offer.tiers[0]?.minQuantity ?? 0, grainOf(offer, need)), offer.moq, offer.multiple);
}
