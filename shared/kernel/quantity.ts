import { fromScaledInteger, parseDecimal, scaledToString, toScaledInteger } from './decimal.ts';

/** A quantity in whole ten-thousandths of its unit (DOMAIN 1: four decimals). */
export type Quantity = number;
/** A unit price in whole millionths of the currency's major unit (DOMAIN 1: six decimals). */
export type UnitPrice = number;

export const QUANTITY_PLACES = 4;
export const UNIT_PRICE_PLACES = 6;

/** Reads "1200" or "0.5" as a quantity; null when it is no plain numeral, not exact in four decimals, or too large. */
export function parseQuantity(text: string): Quantity | null {
  return parseScaled(text, QUANTITY_PLACES);
}

/** Reads "0.0375" as a unit price; null when it is no plain numeral, not exact in six decimals, or too large. */
export function parseUnitPrice(text: string): UnitPrice | null {
  return parseScaled(text, UNIT_PRICE_PLACES);
}

/** Plain numeral of a quantity without trailing zeros: 12000 is "1.2". */
export function quantityToString(quantity: Quantity): string {
  return scaledToString(quantity, QUANTITY_PLACES);
}

/** Plain numeral of a unit price with at least `minPlaces` decimals and no needless zeros beyond them. */
export function unitPriceToString(unitPrice: UnitPrice, minPlaces = 0): string {
  return scaledToString(unitPrice, UNIT_PRICE_PLACES, minPlaces);
}

function parseScaled(text: string, places: number): number | null {
  const value = parseDecimal(text);
  if (value === null || value.decimalPlaces() > places) return null;
  return value.abs().gt(fromScaledInteger(Number.MAX_SAFE_INTEGER, places)) ? null : toScaledInteger(value, places);
}
