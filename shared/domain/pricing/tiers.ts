import { divideRounded, safeInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../kernel/money.ts';
import { QUANTITY_PLACES, type Quantity, UNIT_PRICE_PLACES, type UnitPrice } from '../../kernel/quantity.ts';

/** From `minQuantity` on, every unit costs `unitPrice` (all-units tiers, DOMAIN 1 "Tiers"). */
export interface PriceBreak {
  readonly minQuantity: Quantity;
  readonly unitPrice: UnitPrice;
}

/** How a quote line is priced: `unitPrice` holds from the MOQ (from 0 without one), `breaks` name further tiers. */
export interface TieredPrice {
  readonly unitPrice: UnitPrice | null;
  readonly breaks: readonly PriceBreak[];
  /** Minimum order quantity; null when the supplier names none. */
  readonly moq: Quantity | null;
  /** Only whole multiples of this can be ordered (a pack, a carton); null or 0 for any quantity. */
  readonly multiple: Quantity | null;
}

export type PriceBreakProblem =
  | { readonly kind: 'notRising'; readonly minQuantity: Quantity; readonly previousMinQuantity: Quantity }
  | { readonly kind: 'negativeQuantity'; readonly minQuantity: Quantity }
  | { readonly kind: 'negativePrice'; readonly minQuantity: Quantity; readonly unitPrice: UnitPrice };

/** A higher quantity that costs more per unit: allowed, but worth a question to the supplier. */
export interface PriceRise {
  readonly minQuantity: Quantity;
  readonly unitPrice: UnitPrice;
  readonly previousUnitPrice: UnitPrice;
}

export interface AtMyQuantityInput extends TieredPrice {
  /** What the buyer needs; null when the item has no quantity yet. */
  readonly need: Quantity | null;
}

export type AtMyQuantity =
  | {
      readonly state: 'orderable';
      readonly need: Quantity;
      readonly orderQuantity: Quantity;
      readonly unitPrice: UnitPrice;
      /** Where the tier that applies begins. */
      readonly tierMinQuantity: Quantity;
      /** Ordered beyond the need. */
      readonly surplus: Quantity;
      /** The need lies below the MOQ, so more must be bought. */
      readonly moqApplied: boolean;
      /** The quantity was rounded up to whole multiples. */
      readonly multipleApplied: boolean;
    }
  | {
      readonly state: 'cannotBeOrdered';
      readonly reason: 'noQuantity' | 'noPrice' | 'belowFirstTier' | 'invalidPriceBreaks';
      readonly firstTier: PriceBreak | null;
    };

/**
 * All tiers of a quote line, lowest first: the base price from the MOQ (or 0), then the breaks as given. A break at or below the base
 * that repeats the base price says nothing new and is left out.
 */
export function tiersOf({ unitPrice, breaks, moq }: TieredPrice): PriceBreak[] {
  if (unitPrice === null) return [...breaks];
  const base: PriceBreak = { minQuantity: moq ?? 0, unitPrice };
  if (breaks.length === 0) return [base];
  return [base, ...breaks.filter((tier) => tier.minQuantity > base.minQuantity || tier.unitPrice !== unitPrice)];
}

/** What keeps tiers from being used: quantities must be 0 or more and rise strictly, prices must be 0 or more (DOMAIN 1). */
export function validatePriceBreaks(tiers: readonly PriceBreak[]): PriceBreakProblem[] {
  const problems: PriceBreakProblem[] = [];
  let previous: PriceBreak | null = null;
  for (const tier of tiers) {
    const { minQuantity, unitPrice } = tier;
    if (minQuantity < 0) problems.push({ kind: 'negativeQuantity', minQuantity });
    if (unitPrice < 0) problems.push({ kind: 'negativePrice', minQuantity, unitPrice });
    if (previous !== null && minQuantity <= previous.minQuantity) {
      problems.push({ kind: 'notRising', minQuantity, previousMinQuantity: previous.minQuantity });
    }
    previous = tier;
  }
  return problems;
}

/** Every tier that is dearer than the one before it (DOMAIN 1: "warn if price rises"). */
export function priceBreakWarnings(tiers: readonly PriceBreak[]): PriceRise[] {
  return tiers.flatMap(({ minQuantity, unitPrice }, index) => {
    const previous = tiers[index - 1];
    if (previous === undefined || unitPrice <= previous.unitPrice) return [];
    return [{ minQuantity, unitPrice, previousUnitPrice: previous.unitPrice }];
  });
}

/**
 * The tier that applies to `quantity`: the one with the greatest minimum that does not exceed it; null below the first (not
 * orderable). `tiers` rise strictly (see `validatePriceBreaks`).
 */
export function priceAt(quantity: Quantity, tiers: readonly PriceBreak[]): PriceBreak | null {
  let applying: PriceBreak | null = null;
  for (const tier of tiers) {
    if (tier.minQuantity > quantity) break;
    applying = tier;
  }
  return applying;
}

/**
 * `ceil(max(need, MOQ) / multiple) × multiple` (DOMAIN 1); a multiple of null or 0 rounds nothing.
 * Errors: RangeError when a quantity is negative or the result passes 2^53 - 1.
 */
export function orderQuantity(need: Quantity, moq: Quantity | null, multiple: Quantity | null): Quantity {
  if (need < 0 || (moq ?? 0) < 0 || (multiple ?? 0) < 0) throw new RangeError('quantities must not be negative');
  const wanted = Math.max(need, moq ?? 0);
  if (multiple === null || multiple === 0) return safeInteger(wanted);
  const beyond = wanted % multiple;
  return safeInteger(beyond === 0 ? wanted : wanted - beyond + multiple);
}

/**
 * What the buyer would really order and at which unit price (DOMAIN 1, PRODUCT M4 "at my quantity"). The goods then cost
 * `lineTotal(orderQuantity, unitPrice, currency)`; `effectiveUnitPrice` of that total is the cost of a needed unit.
 * Errors: those of `orderQuantity`.
 */
export function atMyQuantity(input: AtMyQuantityInput): AtMyQuantity {
  const tiers = tiersOf(input);
  const firstTier = tiers[0] ?? null;
  if (firstTier === null) return { state: 'cannotBeOrdered', reason: 'noPrice', firstTier };
  if (tiers.length > 1 && validatePriceBreaks(tiers).length > 0) {
    return { state: 'cannotBeOrdered', reason: 'invalidPriceBreaks', firstTier };
  }
  const { need, moq, multiple } = input;
  if (need === null || need === 0) return { state: 'cannotBeOrdered', reason: 'noQuantity', firstTier };
  const ordered = orderQuantity(need, moq, multiple);
  const tier = priceAt(ordered, tiers);
  if (tier === null) return { state: 'cannotBeOrdered', reason: 'belowFirstTier', firstTier };
  return {
    state: 'orderable',
    need,
    orderQuantity: ordered,
    unitPrice: tier.unitPrice,
    tierMinQuantity: tier.minQuantity,
    surplus: ordered - need,
    moqApplied: need < (moq ?? 0),
    multipleApplied: ordered > Math.max(need, moq ?? 0),
  };
}

/**
 * What one needed unit costs when `totalMinor` was paid: `total / need`, rounded to millionths (DOMAIN 1 "effectiveUnit").
 * Errors: RangeError when `need` is 0.
 */
export function effectiveUnitPrice(totalMinor: number, need: Quantity, currency: CurrencyCode): UnitPrice {
  const places = UNIT_PRICE_PLACES + QUANTITY_PLACES - exponentOf(currency);
  // Whole units, the usual case, leave four zeros less to multiply by; below 2^53 numbers are exact and faster.
  const isWhole = need % WHOLE_UNIT === 0;
  const product = totalMinor * 10 ** (isWhole ? places - QUANTITY_PLACES : places);
  const divisor = isWhole ? need / WHOLE_UNIT : need;
  if (divisor > 0 && product >= 0 && product * 2 <= Number.MAX_SAFE_INTEGER) {
    const rest = product % divisor;
    return (product - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  }
  return divideRounded(BigInt(totalMinor) * 10n ** BigInt(places), BigInt(need));
}

const WHOLE_UNIT = 10 ** QUANTITY_PLACES;

/**
 * Goods total in minor units under slab (incremental) pricing: each unit costs the price of the slab it lies in, and a break's
 * `minQuantity` units still belong to the slab before it (the breakpoint convention of incremental quantity discounts). The first
 * slab reaches down to 0. Rounded once. Null below the first tier: not orderable.
 */
export function slabTotal(quantity: Quantity, tiers: readonly PriceBreak[], currency: CurrencyCode): number | null {
  if (priceAt(quantity, tiers) === null) return null;
  let exact = 0n;
  tiers.forEach(({ minQuantity, unitPrice }, index) => {
    const from = index === 0 ? 0 : minQuantity;
    const to = Math.min(quantity, tiers[index + 1]?.minQuantity ?? quantity);
    if (to > from) exact += BigInt(to - from) * BigInt(unitPrice);
  });
  return divideRounded(exact, 10n ** BigInt(QUANTITY_PLACES + UNIT_PRICE_PLACES - exponentOf(currency)));
}
