import { Decimal } from '../../kernel/decimal.ts';
import { parseQuantity, parseUnitPrice, QUANTITY_PLACES, UNIT_PRICE_PLACES } from '../../kernel/quantity.ts';

/** A plain numeral as a scaled integer, or why it cannot be one. `rounded` tells that digits beyond the places were dropped. */
export type Figure =
  | { kind: 'exact'; value: number }
  | { kind: 'rounded'; value: number; taken: string }
  | { kind: 'tooManyDecimals' }
  | { kind: 'tooLarge' };

/** A unit price in millionths from a plain numeral (see `figureOf`). */
export function unitPriceFigure(numeral: string): Figure {
  return figureOf(numeral, UNIT_PRICE_PLACES, parseUnitPrice);
}

/** A quantity in ten-thousandths from a plain numeral (see `figureOf`). */
export function quantityFigure(numeral: string): Figure {
  return figureOf(numeral, QUANTITY_PLACES, parseQuantity);
}

/** From this many digits on, a numeral was computed (12.5 / 1.13) and not typed. */
const COMPUTED_DIGITS = 12;

/**
 * Exact where the places suffice. A numeral with more decimals is refused when somebody typed it (typed data is never rewritten) and
 * rounded half up when a program computed it, as long as four digits of it remain.
 */
function figureOf(numeral: string, places: number, parse: (text: string) => number | null): Figure {
  const quick = quickScaled(numeral, places);
  if (quick !== null) return { kind: 'exact', value: quick };
  const value = new Decimal(numeral);
  const exact = parse(value.toFixed());
  if (exact !== null) return { kind: 'exact', value: exact };
  const rounded = value.toDecimalPlaces(places);
  const scaled = parse(rounded.toFixed());
  if (scaled === null) return { kind: 'tooLarge' };
  const digits = numeral.replace(/[^\d]/g, '').replace(/^0+/, '').length;
  const enoughLeft = rounded.abs().gte(new Decimal(10).pow(3 - places));
  if (digits < COMPUTED_DIGITS || !enoughLeft) return { kind: 'tooManyDecimals' };
  return { kind: 'rounded', value: scaled, taken: rounded.toFixed() };
}

/**
 * `numeral × 10^places` in plain integer arithmetic; null where that is not exact or not possible, and Decimal has to do it.
 */
export function quickScaled(numeral: string, places: number): number | null {
  let value = 0;
  let seenPlaces = -1;
  let index = 0;
  const negative = numeral.charCodeAt(0) === 45;
  if (negative) index = 1;
  if (numeral.length > 14) return null;
  for (; index < numeral.length; index++) {
    const code = numeral.charCodeAt(index);
    if (code === 46) {
      if (seenPlaces >= 0) return null;
      seenPlaces = 0;
    } else if (code >= 48 && code <= 57) {
      if (seenPlaces >= places) {
        if (code !== 48) return null;
        continue;
      }
      value = value * 10 + (code - 48);
      if (seenPlaces >= 0) seenPlaces++;
    } else return null;
  }
  for (let left = places - Math.max(seenPlaces, 0); left > 0; left--) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) return null;
  return negative && value !== 0 ? -value : value;
}
