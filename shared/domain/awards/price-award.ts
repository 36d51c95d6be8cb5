import { allocate } from '../../kernel/allocate.ts';
import { divideRounded, safeInteger } from '../../kernel/decimal.ts';
import { documentTotal, lineTotal } from '../../kernel/money.ts';
import { convertMinor } from '../exchange-rates/exchange-rates.ts';
import { priceAt } from '../pricing/tiers.ts';
import { comparableAmount } from '../tax/tax.ts';
import { isOrderable } from './offers.ts';
import type { Allocation, AwardedOrder, AwardInput, AwardSupplier, ExactRate, PricedAward } from './types.ts';

/**
 * What an award costs, reckoned as the comparison reckons a quote: per supplier the exact sum of its goods, rounded once, plus
 * what comes once with an order, the tax basis levelled, converted once (DOMAIN 1, 2.1 to 2.3). So everything from one supplier
 * costs exactly its total in the comparison. Null when a line cannot be ordered like that.
 */
export function priceAward(input: AwardInput, allocations: readonly Allocation[]): PricedAward | null {
  const orders: Omit<AwardedOrder, 'shareBp'>[] = [];
  let totalMinor = 0;
  for (const [index, supplier] of input.suppliers.entries()) {
    const own = allocations.filter((one) => one.supplier === index && one.quantity > 0);
    if (own.length === 0) continue;
    const order = priceOrder(input, supplier, own);
    if (order === null) return null;
    orders.push(order);
    totalMinor = safeInteger(totalMinor + order.totalMinor);
  }
  return {
    orders: orders.map((order) => ({ ...order, shareBp: shareBpOf(order.totalMinor, totalMinor) })),
    totalMinor,
  };
}

/** Part of a total in hundredths of a percent, half up; 0 of a total of 0. */
export function shareBpOf(part: number, total: number): number {
  return total === 0 ? 0 : divideRounded(BigInt(part) * 10_000n, BigInt(total));
}

function priceOrder(
  { items }: AwardInput,
  supplier: AwardSupplier,
  allocations: readonly Allocation[],
): Omit<AwardedOrder, 'shareBp'> | null {
  const lines: { itemId: string; quantity: number; unitPrice: number }[] = [];
  for (const { item, quantity } of [...allocations].sort((a, b) => a.item - b.item)) {
    const offer = supplier.offers[item];
    const itemId = items[item]?.itemId;
    if (offer === null || offer === undefined || itemId === undefined || !isOrderable(offer, quantity)) return null;
    const tier = priceAt(quantity, offer.tiers);
    if (tier === null) return null;
    lines.push({ itemId, quantity, unitPrice: tier.unitPrice });
  }
  const goodsMinor = documentTotal(lines, supplier.currency);
  const totalMinor = levelledAndConverted(safeInteger(goodsMinor + supplier.fixedMinor), supplier);
  const weights = lines.map(({ quantity, unitPrice }) => lineTotal(quantity, unitPrice, supplier.currency));
  const shares = allocate(totalMinor, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
  return {
    supplierId: supplier.supplierId,
    lines: lines.map((line, index) => ({ ...line, costMinor: shares[index] ?? 0 })),
    goodsMinor,
    totalMinor,
  };
}

function levelledAndConverted(minor: number, { tax, rate }: AwardSupplier): number {
  if (tax === null) return convertMinor(minor, foundRate(rate));
  const levelled = comparableAmount(minor, tax);
  if (levelled.state === 'notComputable') throw new RangeError(`tax of a scenario not computable: ${levelled.missing}`);
  return convertMinor(levelled.amount, foundRate(rate));
}

function foundRate({ from, to, numerator, denominator }: ExactRate) {
  return {
    state: 'found' as const,
    from,
    to,
    path: from === to ? ('same' as const) : ('direct' as const),
    numerator: BigInt(numerator),
    denominator: BigInt(denominator),
    rows: [],
    ageDays: 0,
  };
}
