import { Decimal as Base } from 'decimal.js';

/**
 * Exact decimal arithmetic for rates, shares and everything that is not a whole number of minor units.
 * Forty significant digits; ROUND_HALF_UP in decimal.js rounds halves away from zero (2.5 to 3, -2.5 to -3),
 * which is the rule of DOMAIN 1 (source: moneyphp).
 */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 });
export type Decimal = Base;

const PLAIN_DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Reads a plain decimal numeral ("12", "-0.5", ".25"); null for anything else, never NaN. */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  return PLAIN_DECIMAL.test(trimmed) ? new Decimal(trimmed) : null;
}

/** The integer `round(value × 10^places)`, half away from zero. Throws RangeError beyond 2^53 - 1. */
export function toScaledInteger(value: Decimal, places: number): number {
  // Rounded before it is scaled: a product of more than forty digits would be rounded twice.
  const rounded = value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return safeInteger(rounded.times(tenTo(places)).toNumber());
}

/** The exact decimal behind a scaled integer: fromScaledInteger(12345, 2) is 123.45. */
export function fromScaledInteger(scaled: number, places: number): Decimal {
  return new Decimal(scaled).div(tenTo(places));
}

const tens: Decimal[] = [];

/** Raised once: a sheet of a hundred thousand rows asks for the same few powers. */
function tenTo(places: number): Decimal {
  const power = tens[places] ?? new Decimal(10).pow(places);
  tens[places] = power;
  return power;
}

/**
 * The plain numeral of a scaled integer, with at least `minPlaces` decimals and no needless zeros beyond them:
 * scaledToString(12300, 4) is "1.23". Anything finer than `places` is rounded half away from zero. Digits are moved, not
 * computed: a grid of ten thousand lines would spend most of its opening on a Decimal for each figure.
 */
export function scaledToString(scaled: number, places: number, minPlaces = 0): string {
  if (!Number.isSafeInteger(scaled)) {
    const rounded = fromScaledInteger(scaled, places).toDecimalPlaces(places);
    return rounded.toFixed(Math.max(minPlaces, rounded.decimalPlaces()));
  }
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  const point = digits.length - places;
  let end = digits.length;
  while (end > point + minPlaces && digits[end - 1] === '0') end -= 1;
  const numeral = end > point ? `${digits.slice(0, point)}.${digits.slice(point, end)}` : digits.slice(0, point);
  return scaled < 0 ? `-${numeral}` : numeral;
}

/** Guards every stored figure: beyond 2^53 - 1 integers are no longer exact, so we refuse instead of rounding. */
export function safeInteger(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`figure out of exact range: ${value}`);
  return value === 0 ? 0 : value;
}

/** What `work` returns, or null when a figure in it passes the exact range (RangeError); any other error goes on. */
export function exactOrNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * `numerator / denominator` rounded half away from zero, exact for integers of any size.
 * Errors: RangeError when the denominator is 0 or the result passes 2^53 - 1.
 */
export function divideRounded(numerator: bigint, denominator: bigint): number {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return safeInteger(Number(negative ? -quotient : quotient));
}
