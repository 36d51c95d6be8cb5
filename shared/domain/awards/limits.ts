import { assertNever } from '../../kernel/assert-never.ts';
import type { Id } from '../../kernel/ids.ts';
import type { AwardInput, AwardLimit, PricedAward, ScenarioRequest } from './types.ts';

/** Every limit a scenario stands under: the chosen ones, those the quotes demand, and one supplier for a single source. */
export function limitsOf(input: AwardInput, { kind, limits }: ScenarioRequest): AwardLimit[] {
  return [
    ...(kind === 'single'
      ? [
          { code: 'maxSuppliers' as const, count: 1 },
          { code: 'wholeLines' as const },
          ...limits.filter(({ code }) => code !== 'maxSuppliers' && code !== 'wholeLines'),
        ]
      : limits),
    ...input.suppliers.flatMap(({ supplierId, minimumValueMinor }): AwardLimit[] =>
      minimumValueMinor === null || minimumValueMinor === 0
        ? []
        : [{ code: 'minimumValue', supplierId, minor: minimumValueMinor }],
    ),
  ];
}

/** Suppliers that may take part at all under the limits: not excluded, and quick enough by their own word. */
export function mayTakePart(limits: readonly AwardLimit[], supplierId: Id, leadTimeDays: number | null): boolean {
  return limits.every((limit) => {
    if (limit.code === 'excluded') return limit.supplierId !== supplierId;
    if (limit.code === 'maxLeadTime') return leadTimeDays !== null && leadTimeDays <= limit.days;
    return true;
  });
}

/** Items a limit asks two sources for. */
export function needsTwoSources(limits: readonly AwardLimit[], itemId: Id): boolean {
  return limits.some((limit) => limit.code === 'twoSources' && (limit.itemId === null || limit.itemId === itemId));
}

/** Whether an item must not be divided. Where two sources are asked for, dividing is what is wanted. */
export function staysWhole(limits: readonly AwardLimit[], itemId: Id): boolean {
  return limits.some(({ code }) => code === 'wholeLines') && !needsTwoSources(limits, itemId);
}

/** The limits a priced award breaks, and the items it leaves short; both empty when it stands. Exact, on whole numbers. */
export function brokenBy(
  input: AwardInput,
  limits: readonly AwardLimit[],
  award: PricedAward,
): { readonly limits: readonly AwardLimit[]; readonly shortItemIds: readonly Id[] } {
  const ordered = new Map<Id, { quantity: number; sources: number }>();
  for (const { lines } of award.orders) {
    for (const { itemId, quantity } of lines) {
      const known = ordered.get(itemId) ?? { quantity: 0, sources: 0 };
      ordered.set(itemId, { quantity: known.quantity + quantity, sources: known.sources + 1 });
    }
  }
  return {
    limits: limits.filter((limit) => !keeps(input, limits, limit, award, ordered)),
    shortItemIds: input.items.flatMap(({ itemId, need }) =>
      (ordered.get(itemId)?.quantity ?? 0) < need ? [itemId] : [],
    ),
  };
}

function keeps(
  input: AwardInput,
  limits: readonly AwardLimit[],
  limit: AwardLimit,
  { orders }: PricedAward,
  ordered: ReadonlyMap<Id, { quantity: number; sources: number }>,
): boolean {
  const orderOf = (supplierId: Id) => orders.find((order) => order.supplierId === supplierId);
  const sourcesOf = (itemId: Id) => ordered.get(itemId)?.sources ?? 0;
  switch (limit.code) {
    case 'maxSuppliers':
      return orders.length <= limit.count;
    case 'minSuppliers':
      return orders.length >= limit.count;
    case 'twoSources':
      return input.items
        .filter(({ itemId }) => limit.itemId === null || limit.itemId === itemId)
        .every(({ itemId }) => sourcesOf(itemId) >= 2);
    case 'maxShare':
      return orders.every(({ shareBp }) => shareBp <= limit.shareBp);
    case 'maxLeadTime':
      return orders.every(({ supplierId }) => {
        const days = input.suppliers.find((one) => one.supplierId === supplierId)?.leadTimeDays ?? null;
        return days !== null && days <= limit.days;
      });
    case 'capacityQuantity': {
      const lines = orderOf(limit.supplierId)?.lines ?? [];
      return lines.reduce((sum, { quantity }) => sum + quantity, 0) <= limit.quantity;
    }
    case 'capacityValue':
      return (orderOf(limit.supplierId)?.totalMinor ?? 0) <= limit.minor;
    case 'excluded':
      return orderOf(limit.supplierId) === undefined;
    case 'pinned': {
      const order = orderOf(limit.supplierId);
      if (order === undefined) return false;
      return limit.itemId === null || order.lines.some(({ itemId }) => itemId === limit.itemId);
    }
    case 'wholeLines':
      return input.items.every(({ itemId }) => sourcesOf(itemId) <= 1 || needsTwoSources(limits, itemId));
    case 'minimumValue': {
      const order = orderOf(limit.supplierId);
      return order === undefined || order.goodsMinor >= limit.minor;
    }
    default:
      return assertNever(limit);
  }
}
