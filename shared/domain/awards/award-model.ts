import { orderQuantity, priceAt } from '../pricing/tiers.ts';
import { mayTakePart, needsTwoSources, staysWhole } from './limits.ts';
import { type LinearModel, ModelBuilder, type Row } from './linear-model.ts';
import { approximateFactor, approximateGoods, grainOf, stepOf, wholeQuantity } from './offers.ts';
import type { Allocation, AwardInput, AwardLimit, AwardOffer } from './types.ts';

type Terms = Row['terms'][number][];

/** The model of a scenario, and the ways between its columns and quantities. */
export interface AwardModel {
  readonly model: LinearModel;
  /** Reads quantities out of a solution. */
  allocationsOf(values: readonly number[]): Allocation[];
  /** Column values for an award that divides no line; null when it cannot be said so. */
  startFrom(allocations: readonly Allocation[]): number[] | null;
  /** Some line may be divided in steps coarser than its smallest portion; the coarsest, hundredths of a percent of a line. */
  readonly stepBp: number | null;
}

interface Whole {
  readonly supplier: number;
  readonly item: number;
  readonly quantity: number;
  readonly column: number;
}

interface Portion {
  readonly supplier: number;
  readonly item: number;
  readonly step: number;
  readonly count: number;
  readonly chosen: number;
}

/**
 * Minimises the cost of covering every item's need. A supplier takes a line whole, at the quantity and tier the comparison
 * shows (one binary), or, where dividing is allowed, a portion of it: a binary per price tier and a whole number of steps
 * within that tier. Costs are in the scenario's minor units. With `among`, each of these suppliers gets something and nobody
 * else does.
 */
export function awardModel(
  input: AwardInput,
  limits: readonly AwardLimit[],
  buyUp: boolean,
  among: readonly number[] | null = null,
): AwardModel {
  const builder = new ModelBuilder();
  const wholes: Whole[] = [];
  const portions: Portion[] = [];
  const suppliers = input.suppliers.map((supplier, index) => {
    const factor = approximateFactor(supplier);
    return {
      supplier,
      factor,
      takesPart:
        mayTakePart(limits, supplier.supplierId, supplier.leadTimeDays) && (among === null || among.includes(index)),
      used: builder.column({
        cost: supplier.fixedMinor * factor,
        lower: among?.includes(index) ? 1 : 0,
        upper: 1,
        integer: true,
      }),
      cost: [] as Terms,
      goods: [] as Terms,
      quantity: [] as Terms,
      lines: [] as Terms,
    };
  });
  for (const own of suppliers) own.cost.push([own.used, own.supplier.fixedMinor * own.factor]);
  const linesOf = new Map<string, Terms>();
  let stepBp: number | null = null;

  for (const [item, { itemId, need }] of input.items.entries()) {
    const twoSources = needsTwoSources(limits, itemId);
    const mayDivide = !staysWhole(limits, itemId);
    const cover: Terms = [];
    const amounts: Terms = [];
    const sources: Terms = [];
    const divided = mayDivide && !twoSources ? builder.binary(0) : null;
    for (const [index, own] of suppliers.entries()) {
      const offer = own.supplier.offers[item] ?? null;
      if (offer === null || !own.takesPart) continue;
      const ofLine: Terms = [];
      if (!twoSources) {
        const quantity = wholeQuantity(offer, need, buyUp);
        const price = quantity === null ? null : priceAt(quantity, offer.tiers);
        if (quantity !== null && price !== null) {
          const goods = approximateGoods(quantity, price.unitPrice, own.supplier);
          const column = builder.binary(goods * own.factor);
          wholes.push({ supplier: index, item, quantity, column });
          cover.push([column, 1]);
          own.goods.push([column, goods]);
          own.cost.push([column, goods * own.factor]);
          own.quantity.push([column, quantity]);
          ofLine.push([column, 1]);
        }
      }
      if (mayDivide) {
        const step = stepOf(offer, need);
        const bp = Math.ceil((step * 10_000) / need);
        const chosenOfOffer: Terms = [];
        for (const { from, to, unitPrice } of tierSteps(offer, need, step, buyUp)) {
          const goods = approximateGoods(step, unitPrice, own.supplier);
          const chosen = builder.binary(0);
          const count = builder.column({ cost: goods * own.factor, lower: 0, upper: to, integer: true });
          builder.atMost(0, [
            [count, 1],
            [chosen, -to],
          ]);
          builder.atLeast(0, [
            [count, 1],
            [chosen, -from],
          ]);
          portions.push({ supplier: index, item, step, count, chosen });
          amounts.push([count, step / need]);
          sources.push([chosen, 1]);
          chosenOfOffer.push([chosen, 1]);
          own.goods.push([count, goods]);
          own.cost.push([count, goods * own.factor]);
          own.quantity.push([count, step]);
          if (step > grainOf(offer, need)) stepBp = Math.max(stepBp ?? 0, bp);
        }
        if (chosenOfOffer.length > 0) {
          builder.atMost(divided === null ? 1 : 0, [
            ...chosenOfOffer,
            ...(divided === null ? [] : [[divided, -1] as const]),
          ]);
          ofLine.push(...chosenOfOffer);
        }
      }
      if (ofLine.length > 0) {
        builder.atMost(0, [...ofLine, [own.used, -1]]);
        own.lines.push(...ofLine);
        linesOf.set(`${index}/${itemId}`, ofLine);
      }
    }
    if (divided === null) {
      if (twoSources) {
        builder.atLeast(1, amounts);
        builder.atLeast(2, sources);
      } else builder.row(1, 1, cover);
    } else {
      builder.row(1, 1, [...cover, [divided, 1]]);
      builder.atLeast(0, [...amounts, [divided, -1]]);
      builder.atLeast(0, [...sources, [divided, -2]]);
    }
  }

  // A supplier counts as used only when it gets something. Said only where counting it would pay: these rows are long.
  const usedPays = limits.some(({ code }) => code === 'minSuppliers' || code === 'pinned' || code === 'maxShare');
  for (const { used, lines, supplier } of suppliers) {
    if (usedPays || among !== null || supplier.fixedMinor < 0)
      builder.atMost(0, [[used, 1], ...lines.map(([column]) => [column, -1] as const)]);
  }
  const everything = suppliers.flatMap(({ cost }) => cost);
  const usedTerms = suppliers.map(({ used }) => [used, 1] as const);
  for (const limit of limits) {
    const own =
      'supplierId' in limit ? suppliers.find(({ supplier }) => supplier.supplierId === limit.supplierId) : null;
    switch (limit.code) {
      case 'maxSuppliers':
        builder.atMost(limit.count, usedTerms);
        break;
      case 'minSuppliers':
        builder.atLeast(limit.count, usedTerms);
        break;
      case 'maxShare':
        for (const one of suppliers) builder.atMost(0, shareTerms(one.cost, everything, limit.shareBp));
        break;
      case 'capacityQuantity':
        if (own)
          builder.atMost(
            1,
            own.quantity.map(([column, quantity]) => [column, quantity / Math.max(limit.quantity, 1)]),
          );
        break;
      case 'capacityValue':
        if (own)
          builder.atMost(
            1,
            own.cost.map(([column, cost]) => [column, cost / Math.max(limit.minor, 1)]),
          );
        break;
      case 'pinned':
        if (limit.itemId === null) builder.atLeast(1, own ? [[own.used, 1]] : []);
        else builder.atLeast(1, own ? (linesOf.get(`${suppliers.indexOf(own)}/${limit.itemId}`) ?? []) : []);
        break;
      case 'minimumValue':
        if (own) {
          builder.atLeast(0, [
            ...own.goods.map(([column, goods]) => [column, goods / limit.minor] as const),
            [own.used, -1],
          ]);
        }
        break;
      default:
        break;
    }
  }

  return {
    model: { columns: builder.columns, rows: builder.rows },
    stepBp,
    allocationsOf: (values) => readAllocations(values, wholes, portions),
    startFrom: (allocations) => {
      const values = builder.columns.map(() => 0);
      for (const { supplier, item, quantity } of allocations) {
        const whole = wholes.find((one) => one.supplier === supplier && one.item === item && one.quantity === quantity);
        const used = suppliers[supplier]?.used;
        if (whole === undefined || used === undefined) return null;
        values[whole.column] = 1;
        values[used] = 1;
      }
      return values;
    },
  };
}

interface TierSteps {
  readonly from: number;
  readonly to: number;
  readonly unitPrice: number;
}

/** Each tier as the steps that lie in it, up to what the supplier would deliver alone. */
function tierSteps(offer: AwardOffer, need: number, step: number, buyUp: boolean): TierSteps[] {
  const most = wholeQuantity(offer, need, buyUp);
  if (most === null) return [];
  const last = Math.ceil(most / step);
  const first = orderQuantity(offer.tiers[0]?.minQuantity ?? 0, offer.moq, null);
  return offer.tiers.flatMap(({ minQuantity, unitPrice }, index) => {
    const next = offer.tiers[index + 1]?.minQuantity ?? null;
    const from = Math.max(1, Math.ceil(Math.max(minQuantity, first) / step));
    const to = next === null ? last : Math.min(last, Math.ceil(next / step) - 1);
    return from > to ? [] : [{ from, to, unitPrice }];
  });
}

/** own ≤ share × everything, as one row. */
function shareTerms(own: Terms, everything: Terms, shareBp: number): Terms {
  const terms = new Map<number, number>();
  // In units of a supplier's typical cost, so that no coefficient dwarfs the others.
  const unit = Math.max(1, ...everything.map(([, cost]) => cost));
  for (const [column, cost] of everything)
    terms.set(column, (terms.get(column) ?? 0) - (cost / unit) * (shareBp / 10_000));
  for (const [column, cost] of own) terms.set(column, (terms.get(column) ?? 0) + cost / unit);
  return [...terms].filter(([, coefficient]) => coefficient !== 0);
}

function readAllocations(
  values: readonly number[],
  wholes: readonly Whole[],
  portions: readonly Portion[],
): Allocation[] {
  const at = (column: number) => Math.round(values[column] ?? 0);
  return [
    ...wholes.flatMap(({ supplier, item, quantity, column }) =>
      at(column) === 1 ? [{ supplier, item, quantity }] : [],
    ),
    ...portions.flatMap(({ supplier, item, step, count, chosen }) =>
      at(chosen) === 1 && at(count) > 0 ? [{ supplier, item, quantity: at(count) * step }] : [],
    ),
  ];
}
