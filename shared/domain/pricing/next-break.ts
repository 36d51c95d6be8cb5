import { type CurrencyCode, lineTotal } from '../../kernel/money.ts';
import { QUANTITY_PLACES, type Quantity, type UnitPrice } from '../../kernel/quantity.ts';
import { effectiveUnitPrice, orderQuantity, type PriceBreak, priceAt } from './tiers.ts';

export interface NextBreakInput {
  /** What would be ordered as it stands (see `atMyQuantity`). */
  readonly orderQuantity: Quantity;
  /** All tiers, rising (see `tiersOf`). */
  readonly tiers: readonly PriceBreak[];
  readonly multiple: Quantity | null;
  readonly currency: CurrencyCode;
  /** What keeping one further unit costs, in millionths; null when the buyer gives no holding cost. */
  readonly holdingCostPerUnit: UnitPrice | null;
}

interface NextBreakBase {
  readonly minQuantity: Quantity;
  /** The tier's minimum, rounded up to whole multiples. */
  readonly orderQuantity: Quantity;
  /** Of the tier that applies at that quantity. */
  readonly unitPrice: UnitPrice;
  readonly extraQuantity: Quantity;
  /** Goods plus holding cost of the extra quantity, minor units. */
  readonly totalMinor: number;
  readonly holdingMinor: number;
  /** From this order on, buying up to the break costs no more; null when that holds for no order below the break. */
  readonly breakEvenQuantity: Quantity | null;
}

/** One higher tier, weighed against the order as it stands. */
export type NextBreak =
  | (NextBreakBase & { readonly advice: 'recommend'; readonly savingMinor: number })
  | (NextBreakBase & {
      readonly advice: 'costsMore';
      readonly extraCostMinor: number;
      /** What each further unit costs: Δcost / Δquantity. */
      readonly marginalUnitCost: UnitPrice;
    });

export interface NextBreakAdvice {
  readonly currentTotalMinor: number;
  /** Every tier above the order, lowest first. */
  readonly breaks: readonly NextBreak[];
  /** The recommended break that saves most (the smaller quantity among equals); null when none is worth it. */
  readonly best: Extract<NextBreak, { advice: 'recommend' }> | null;
}

/**
 * Whether buying up to a higher tier pays (DOMAIN 1 "Next break"): every tier is checked, not only the adjacent one. A total that is
 * cheaper or equal is recommended with its saving; a dearer one only shows the marginal cost of the further units. Null when the
 * order itself lies below the first tier.
 */
export function nextBreakAdvice(input: NextBreakInput): NextBreakAdvice | null {
  const { orderQuantity: ordered, tiers, currency } = input;
  const current = priceAt(ordered, tiers);
  if (current === null) return null;
  const currentTotalMinor = lineTotal(ordered, current.unitPrice, currency);
  const breaks = tiers
    .filter((tier) => tier.minQuantity > ordered)
    .map((tier) => weigh(tier, current.unitPrice, currentTotalMinor, input));
  return { currentTotalMinor, breaks, best: bestOf(breaks) };
}

function weigh(tier: PriceBreak, currentPrice: UnitPrice, currentTotalMinor: number, input: NextBreakInput): NextBreak {
  const quantity = orderQuantity(tier.minQuantity, null, input.multiple);
  // A large multiple can lift the order past the tier it aims at, into a still higher one.
  const unitPrice = (priceAt(quantity, input.tiers) ?? tier).unitPrice;
  const extraQuantity = quantity - input.orderQuantity;
  const holdingMinor = lineTotal(extraQuantity, input.holdingCostPerUnit ?? 0, input.currency);
  const totalMinor = lineTotal(quantity, unitPrice, input.currency) + holdingMinor;
  const base: NextBreakBase = {
    minQuantity: tier.minQuantity,
    orderQuantity: quantity,
    unitPrice,
    extraQuantity,
    totalMinor,
    holdingMinor,
    breakEvenQuantity: breakEven(quantity, unitPrice, currentPrice, input),
  };
  const difference = totalMinor - currentTotalMinor;
  if (difference <= 0) return { ...base, advice: 'recommend', savingMinor: currentTotalMinor - totalMinor };
  const marginalUnitCost = effectiveUnitPrice(difference, extraQuantity, input.currency);
  return { ...base, advice: 'costsMore', extraCostMinor: difference, marginalUnitCost };
}

/**
 * `ceil(nextQuantity × nextPrice / currentPrice)` in orderable steps (whole multiples, else whole units); a holding cost h adds to
 * both: buying q at p costs no less than Q at P plus (Q - q)·h once q ≥ Q(P + h) / (p + h).
 */
function breakEven(
  quantity: Quantity,
  unitPrice: UnitPrice,
  currentPrice: UnitPrice,
  { multiple, holdingCostPerUnit }: NextBreakInput,
): Quantity | null {
  const holding = holdingCostPerUnit ?? 0;
  if (currentPrice + holding === 0) return null;
  const step = BigInt(multiple === null || multiple === 0 ? 10 ** QUANTITY_PLACES : multiple);
  const numerator = BigInt(quantity) * BigInt(unitPrice + holding);
  const denominator = BigInt(currentPrice + holding) * step;
  const breakEvenQuantity = ((numerator + denominator - 1n) / denominator) * step;
  return breakEvenQuantity < BigInt(quantity) ? Number(breakEvenQuantity) : null;
}

function bestOf(breaks: readonly NextBreak[]): NextBreakAdvice['best'] {
  let best: NextBreakAdvice['best'] = null;
  for (const candidate of breaks) {
    if (candidate.advice === 'recommend' && (best === null || candidate.totalMinor < best.totalMinor)) best = candidate;
  }
  return best;
}
