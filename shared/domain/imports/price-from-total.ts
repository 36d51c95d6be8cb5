import { Decimal, fromScaledInteger } from '../../kernel/decimal.ts';
import {
  parseUnitPrice,
  QUANTITY_PLACES,
  type Quantity,
  UNIT_PRICE_PLACES,
  type UnitPrice,
} from '../../kernel/quantity.ts';

/**
 * The unit price a line total stands for, when it is exact in six decimals; null when it is not (a rounded price would not give the
 * total back). `total` is a plain numeral, `quantity` in ten-thousandths above 0.
 */
export function derivePrice(total: string, quantity: Quantity): { unitPrice: UnitPrice; text: string } | null {
  if (quantity <= 0) return null;
  const units = fromScaledInteger(quantity, QUANTITY_PLACES);
  const price = new Decimal(total).div(units).toDecimalPlaces(UNIT_PRICE_PLACES);
  const unitPrice = price.times(units).eq(total) ? parseUnitPrice(price.toFixed()) : null;
  return unitPrice === null ? null : { unitPrice, text: price.toFixed() };
}
