import { safeInteger } from '../../kernel/decimal.ts';
import { exponentOf } from '../../kernel/money.ts';
import { QUANTITY_PLACES, type Quantity, UNIT_PRICE_PLACES } from '../../kernel/quantity.ts';
import { orderQuantity, priceAt } from '../pricing/tiers.ts';
import { comparableAmount } from '../tax/tax.ts';
import type { AwardOffer, AwardSupplier } from './types.ts';

/**
 * What is ordered when one supplier takes the whole of a line: the need, raised to MOQ and multiple (DOMAIN 1), the same
 * quantity the comparison shows. With `buyUp` a higher tier is taken where all its units together cost less.
 */
export function wholeQuantity(offer: AwardOffer, need: Quantity, buyUp: boolean): Quantity | null {
  const plain = orderQuantity(need, offer.moq, offer.multiple);
  const price = priceAt(plain, offer.tiers);
  if (price === null) return null;
  if (!buyUp) return plain;
  let best = { quantity: plain, cost: BigInt(plain) * BigInt(price.unitPrice) };
  for (const tier of offer.tiers) {
    if (tier.minQuantity <= plain) continue;
    const quantity = orderQuantity(tier.minQuantity, null, offer.multiple);
    const own = priceAt(quantity, offer.tiers);
    if (own === null) continue;
    const cost = BigInt(quantity) * BigInt(own.unitPrice);
    if (cost < best.cost) best = { quantity, cost };
  }
  return best.quantity;
}

/** Whether a supplier accepts an order of this quantity: MOQ, first tier and multiples. */
export function isOrderable(offer: AwardOffer, quantity: Quantity): boolean {
  if (quantity <= 0 || quantity < (offer.moq ?? 0)) return false;
  if (offer.multiple !== null && offer.multiple > 0 && quantity % offer.multiple !== 0) return false;
  return priceAt(quantity, offer.tiers) !== null;
}

const STEPS_OF_A_LINE = 500;
const WHOLE_UNIT = 10 ** QUANTITY_PLACES;

/**
 * The smallest portion in which a line is divided: the supplier's multiple, else a unit (or its ten-thousandth for a need that
 * is no whole number), coarsened so that a line has at most 500 portions and the arithmetic of the solver stays exact enough.
 */
export function stepOf(offer: AwardOffer, need: Quantity): Quantity {
  const grain = grainOf(offer, need);
  return safeInteger(grain * Math.max(1, Math.ceil(need / grain / STEPS_OF_A_LINE)));
}

export function grainOf({ multiple }: AwardOffer, need: Quantity): Quantity {
  if (multiple !== null && multiple > 0) return multiple;
  return need % WHOLE_UNIT === 0 ? WHOLE_UNIT : 1;
}

/**
 * How many of the scenario's minor units one minor unit of the quote counts for, as a binary float: for the solver's objective
 * only. What is shown is reckoned anew by `priceAward`.
 */
export function approximateFactor({ tax, rate }: AwardSupplier): number {
  const probe = 1_000_000_000;
  const levelled = tax === null ? probe : amountOf(probe, tax);
  const places = exponentOf(rate.to) - exponentOf(rate.from);
  return (levelled / probe) * (Number(rate.numerator) / Number(rate.denominator)) * 10 ** places;
}

/** Minor units of the quote for `quantity` at `unitPrice`, unrounded. */
export function approximateGoods(quantity: Quantity, unitPrice: number, { currency }: AwardSupplier): number {
  return (quantity * unitPrice) / 10 ** (QUANTITY_PLACES + UNIT_PRICE_PLACES - exponentOf(currency));
}

function amountOf(minor: number, tax: NonNullable<AwardSupplier['tax']>): number {
  const levelled = comparableAmount(minor, tax);
  if (levelled.state === 'notComputable') throw new RangeError(`tax of a scenario not computable: ${levelled.missing}`);
  return levelled.amount;
}
