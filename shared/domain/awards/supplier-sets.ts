import { priceAt } from '../pricing/tiers.ts';
import { mayTakePart } from './limits.ts';
import { approximateFactor, approximateGoods, wholeQuantity } from './offers.ts';
import type { Allocation, AwardInput, AwardLimit } from './types.ts';

/** Suppliers an award may draw on, each of them for at least one line. */
export interface SupplierSet {
  readonly suppliers: readonly number[];
  /** No award of whole lines from exactly these costs less; minor units of the scenario, unrounded. */
  readonly bound: number;
  /** Each line whole from the cheapest of them, which costs the bound when it uses them all. */
  readonly allocations: readonly Allocation[];
  /** All of them get a line, or those who get none would only add to the cost: nothing of this set is cheaper. */
  readonly exact: boolean;
}

/** As many as are worth listing; twelve suppliers have 4,095 sets. */
const MOST_SETS = 5_000;

/**
 * Every set of suppliers that the limits allow and that can cover all lines, lowest bound first; null when there are too many
 * to list. For awards that divide no line.
 */
export function supplierSets(
  input: AwardInput,
  limits: readonly AwardLimit[],
  buyUp: boolean,
  most = MOST_SETS,
): SupplierSet[] | null {
  const able = input.suppliers.flatMap(({ supplierId, leadTimeDays }, index) =>
    mayTakePart(limits, supplierId, leadTimeDays) ? [index] : [],
  );
  const { least, largest } = sizesOf(limits, able.length);
  if (countOfSets(able.length, least, largest) > most) return null;
  const whole = wholeCosts(input, buyUp);
  const pinned = limits.flatMap((limit) =>
    limit.code === 'pinned' ? [input.suppliers.findIndex(({ supplierId }) => supplierId === limit.supplierId)] : [],
  );
  const sets: SupplierSet[] = [];
  const walk = (from: number, chosen: readonly number[]) => {
    if (chosen.length >= least && chosen.length > 0 && pinned.every((one) => chosen.includes(one))) {
      const set = setOf(input, whole, chosen);
      if (set !== null) sets.push(set);
    }
    if (chosen.length === largest) return;
    for (let next = from; next < able.length; next++) walk(next + 1, [...chosen, able[next] ?? 0]);
  };
  walk(0, []);
  return sets.sort((a, b) => a.bound - b.bound);
}

interface WholeCost {
  readonly quantity: number;
  readonly cost: number;
}

/** What each supplier's whole line costs, item by item; null where it cannot supply it. */
function wholeCosts(input: AwardInput, buyUp: boolean): (WholeCost | null)[][] {
  return input.suppliers.map((supplier) => {
    const factor = approximateFactor(supplier);
    return input.items.map(({ need }, item): WholeCost | null => {
      const offer = supplier.offers[item] ?? null;
      const quantity = offer === null ? null : wholeQuantity(offer, need, buyUp);
      const price = offer === null || quantity === null ? null : priceAt(quantity, offer.tiers);
      if (quantity === null || price === null) return null;
      return { quantity, cost: approximateGoods(quantity, price.unitPrice, supplier) * factor };
    });
  });
}

function setOf(
  input: AwardInput,
  whole: readonly (readonly (WholeCost | null)[])[],
  suppliers: readonly number[],
): SupplierSet | null {
  const allocations: Allocation[] = [];
  const used = new Set<number>();
  let bound = 0;
  for (const supplier of suppliers) {
    const own = input.suppliers[supplier];
    if (own !== undefined) bound += own.fixedMinor * approximateFactor(own);
  }
  for (const item of input.items.keys()) {
    let best: (WholeCost & { readonly supplier: number }) | null = null;
    for (const supplier of suppliers) {
      const own = whole[supplier]?.[item] ?? null;
      if (own !== null && (best === null || own.cost < best.cost)) best = { ...own, supplier };
    }
    if (best === null) return null;
    bound += best.cost;
    used.add(best.supplier);
    allocations.push({ supplier: best.supplier, item, quantity: best.quantity });
  }
  const exact = suppliers.every((one) => used.has(one) || (input.suppliers[one]?.fixedMinor ?? 0) >= 0);
  return { suppliers, bound, allocations, exact };
}

function sizesOf(limits: readonly AwardLimit[], able: number): { readonly least: number; readonly largest: number } {
  let least = 1;
  let largest = able;
  for (const limit of limits) {
    if (limit.code === 'maxSuppliers') largest = Math.min(largest, limit.count);
    if (limit.code === 'minSuppliers') least = Math.max(least, limit.count);
  }
  return { least, largest };
}

function countOfSets(able: number, least: number, largest: number): number {
  let count = 0;
  let ofSize = 1;
  for (let size = 1; size <= largest; size++) {
    ofSize = (ofSize * (able - size + 1)) / size;
    if (size >= least) count += ofSize;
  }
  return count;
}
