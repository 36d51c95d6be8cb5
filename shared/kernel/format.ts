import { shanghaiClock } from './calendar-date.ts';
import { Decimal, fromScaledInteger, scaledToString } from './decimal.ts';
import { type CurrencyCode, exponentOf } from './money.ts';
import { QUANTITY_PLACES, type Quantity, UNIT_PRICE_PLACES, type UnitPrice } from './quantity.ts';

/**
 * Figures as people read them. Everything goes through exact decimals; nothing becomes a binary float on the way.
 * English and Chinese group alike (1,234,567.89), so no function asks for the language.
 */

const MIN_UNIT_PRICE_PLACES = 4;
/** A real minus sign: as wide as a digit, and a line break never parts it from the figure. */
const MINUS = '\u2212';
/** An en dash that stays with the figure before it. */
const RANGE_MARK = '\u00a0\u2013 ';

/** "1,234.50": minor units with the currency's own decimals, without its code. */
export function formatMoney(minor: number, currency: CurrencyCode): string {
  const places = exponentOf(currency);
  return group(scaledToString(minor, places, places));
}

/** "1,234.50 CNY": for running text; tables show the code apart and quietly. */
export function formatMoneyWithCode(minor: number, currency: CurrencyCode): string {
  return `${formatMoney(minor, currency)}\u00a0${currency}`;
}

/** "66,650.00 – 68,200.00": from the least to the most an amount can be; one figure where the ends agree. */
export function formatMoneyRange(range: { lowMinor: number; highMinor: number }, currency: CurrencyCode): string {
  const { lowMinor, highMinor } = range;
  const low = formatMoney(lowMinor, currency);
  return lowMinor === highMinor ? low : `${low}${RANGE_MARK}${formatMoney(highMinor, currency)}`;
}

/**
 * "66,650 – 68,201": a range for narrow places, in whole major units, the ends rounded outward so that it never promises more
 * than is known. A range too narrow or too small for that keeps its decimals.
 */
export function formatMoneyRangeShort(range: { lowMinor: number; highMinor: number }, currency: CurrencyCode): string {
  const { lowMinor, highMinor } = range;
  const places = exponentOf(currency);
  const major = 10 ** places;
  const isWide = lowMinor >= 1_000 * major && highMinor - lowMinor >= 10 * major;
  if (!isWide) return formatMoneyRange(range, currency);
  const low = group(fromScaledInteger(lowMinor, places).floor().toFixed());
  return `${low}${RANGE_MARK}${group(fromScaledInteger(highMinor, places).ceil().toFixed())}`;
}

/** "+12.00", "−3.50", "0.00": a difference always shows its sign. */
export function formatDifference(minor: number, currency: CurrencyCode): string {
  return minor > 0 ? `+${formatMoney(minor, currency)}` : formatMoney(minor, currency);
}

/** "0.0375", "12.345678": millionths with four to six decimals. */
export function formatUnitPrice(unitPrice: UnitPrice): string {
  return group(scaledToString(unitPrice, UNIT_PRICE_PLACES, MIN_UNIT_PRICE_PLACES));
}

/** "1,200", "0.5": ten-thousandths without needless zeros. */
export function formatQuantity(quantity: Quantity): string {
  return group(scaledToString(quantity, QUANTITY_PLACES));
}

/** "13 %", "12.5 %": hundredths of a percent, at most two decimals, no needless zeros. */
export function formatPercent(basisPoints: number): string {
  return `${group(scaledToString(basisPoints, 2))}\u00a0%`;
}

/** "+3.2 %", "−1 %": a relative difference, to one decimal. */
export function formatPercentDifference(basisPoints: number): string {
  const value = fromScaledInteger(basisPoints, 2).toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
  const text = group(value.toFixed(1));
  return `${value.gt(0) ? '+' : ''}${text}\u00a0%`;
}

/** "87.5": a score of 0 to 100 from hundredths of a point, one decimal. */
export function formatScore(hundredths: number): string {
  return fromScaledInteger(hundredths, 2).toFixed(1);
}

/** "7.1024": an exchange rate as stored, grouped. */
export function formatRate(rate: string): string {
  return group(rate);
}

/** "12,345": a plain count. */
export function formatCount(count: number): string {
  return group(String(count));
}

/** Groups the whole part of a plain decimal numeral by threes. */
export function group(numeral: string): string {
  const negative = numeral.startsWith('-');
  const [whole = '', fraction] = (negative ? numeral.slice(1) : numeral).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? MINUS : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/**
 * "2026-03-31 14:05 UTC+8": an instant as a document states it, by the clock in China whose days count for validity, too. It is
 * the same wherever and whenever the document is shown or printed.
 */
export function formatDocumentInstant(instant: string): string {
  const there = shanghaiClock(instant).toISOString();
  return `${there.slice(0, 10)} ${there.slice(11, 16)}\u00a0UTC+8`;
}
