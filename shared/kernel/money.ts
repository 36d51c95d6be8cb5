import { Decimal, divideRounded, fromScaledInteger, safeInteger, toScaledInteger } from './decimal.ts';
import { QUANTITY_PLACES, type Quantity, UNIT_PRICE_PLACES, type UnitPrice } from './quantity.ts';

/** ISO 4217 alphabetic code, upper case. */
export type CurrencyCode = string;

/** An amount: whole minor units (fen, cents, yen) of one currency. */
export interface Money {
  readonly minor: number;
  readonly currency: CurrencyCode;
}

const EXPONENTS: ReadonlyMap<CurrencyCode, number> = new Map([
  ...exponentRows(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...exponentRows(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...exponentRows(4, 'CLF UYW'),
]);

/** Decimal places of a currency's minor unit (ISO 4217): 2 unless listed. */
export function exponentOf(currency: CurrencyCode): number {
  return EXPONENTS.get(currency) ?? 2;
}

/** Builds an amount; throws RangeError when `minor` is not an exact integer. */
export function money(minor: number, currency: CurrencyCode): Money {
  return { minor: safeInteger(minor), currency };
}

/** Rounds a decimal amount of major units to the currency's minor unit, half away from zero. */
export function moneyOf(amount: Decimal | string, currency: CurrencyCode): Money {
  return money(toScaledInteger(new Decimal(amount), exponentOf(currency)), currency);
}

/** The amount in major units, exact. */
export function toDecimal(amount: Money): Decimal {
  return fromScaledInteger(amount.minor, exponentOf(amount.currency));
}

/** "1234.50": fixed to the currency's decimals, no grouping; what files and JSON carry. */
export function toDecimalString(amount: Money): string {
  return toDecimal(amount).toFixed(exponentOf(amount.currency));
}

/**
 * The same figure in another currency's minor units: 50000 fen (500.00) are 500 yen. Nothing is converted; it is for an
 * amount whose currency was named wrongly. Null when the figure has more decimals than `to`. Throws RangeError beyond 2^53 - 1.
 */
export function sameFigure(minor: number, from: CurrencyCode, to: CurrencyCode): number | null {
  const figure = fromScaledInteger(minor, exponentOf(from));
  return figure.decimalPlaces() > exponentOf(to) ? null : toScaledInteger(figure, exponentOf(to));
}

/** Sum of amounts of one currency (zero for an empty list). Throws RangeError on mixed currencies. */
export function sumMoney(amounts: readonly Money[], currency: CurrencyCode): Money {
  let minor = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new RangeError(`cannot add ${amount.currency} to ${currency}`);
    minor = safeInteger(minor + amount.minor);
  }
  return { minor, currency };
}

/**
 * `round(quantity × unitPrice)` in minor units (DOMAIN 1: the unit price itself is never rounded first).
 * The fast path is exact: every factor and product stays below 2^53.
 */
export function lineTotal(quantity: Quantity, unitPrice: UnitPrice, currency: CurrencyCode): number {
  const drop = QUANTITY_PLACES + UNIT_PRICE_PLACES - exponentOf(currency);
  const divisor = 10 ** drop;
  const product = quantity * unitPrice;
  if (product >= 0 && product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % divisor;
    return (product - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  }
  return divideRounded(BigInt(quantity) * BigInt(unitPrice), 10n ** BigInt(drop));
}

function exponentRows(exponent: number, codes: string): [CurrencyCode, number][] {
  return codes.split(' ').map((code) => [code, exponent]);
}

/**
 * What many lines come to as one document: the exact sum of `quantity × unitPrice`, rounded once to minor units. Rounding
 * every line first would carry each line's half cent into the total: public bid tabulations, whose prices have up to six
 * decimals, add up this way. An order's invoice adds its rounded lines instead (DOMAIN 1).
 * Errors: RangeError beyond 2^53 - 1.
 */
export function documentTotal(
  lines: Iterable<{ readonly quantity: Quantity; readonly unitPrice: UnitPrice }>,
  currency: CurrencyCode,
): number {
  const divisor = 10 ** (QUANTITY_PLACES + UNIT_PRICE_PLACES - exponentOf(currency));
  let whole = 0;
  let rest = 0;
  let large = 0n;
  for (const { quantity, unitPrice } of lines) {
    const product = quantity * unitPrice;
    if (product >= 0 && product <= Number.MAX_SAFE_INTEGER) {
      const own = product % divisor;
      whole += (product - own) / divisor;
      rest += own;
    } else {
      large += BigInt(quantity) * BigInt(unitPrice);
    }
  }
  return divideRounded(BigInt(safeInteger(whole)) * BigInt(divisor) + BigInt(rest) + large, BigInt(divisor));
}
