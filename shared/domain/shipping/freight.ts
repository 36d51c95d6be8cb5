import { safeInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../kernel/money.ts';
import { UNIT_PRICE_PLACES, type UnitPrice } from '../../kernel/quantity.ts';
import { timesRatio } from '../../kernel/rate.ts';
import type { Packed } from './cartons.ts';

/** Containers a full load can fill. */
export const CONTAINER_TYPES = ['20', '40', '40HQ'] as const;
export type ContainerType = (typeof CONTAINER_TYPES)[number];

/** Cubic metres that can be used of each (DOMAIN 3, our default): less than the inside, since cartons leave gaps. */
export const USABLE_M3: Readonly<Record<ContainerType, number>> = { '20': 28, '40': 58, '40HQ': 68 };

/** Freight by chargeable weight: `round(kg × price)`. `pricePerKg` in millionths. */
export function freightByWeight(chargeableG: number, pricePerKg: UnitPrice, currency: CurrencyCode): number {
  return priced(chargeableG, 1000, pricePerKg, currency);
}

/** Freight by space: `round(m³ × price)`. */
export function freightByVolume(volumeMm3: number, pricePerM3: UnitPrice, currency: CurrencyCode): number {
  return priced(volumeMm3, MM3_IN_M3, pricePerM3, currency);
}

/**
 * Revenue tonnes of sea LCL in billionths (a cubic millimetre, or a milligram at one tonne to the cubic metre):
 * `max(m³, kg / 1000)`, at least 1 (DOMAIN 3). Errors: RangeError beyond 2^53 - 1.
 */
export function revenueTonnes({ volumeMm3, weightG }: Pick<Packed, 'volumeMm3' | 'weightG'>): number {
  return safeInteger(Math.max(volumeMm3, weightG * 1000, MM3_IN_M3));
}

/** Sea freight of less than a container: `round(RT × rate)`. */
export function freightLcl(
  shipment: Pick<Packed, 'volumeMm3' | 'weightG'>,
  ratePerTonne: UnitPrice,
  currency: CurrencyCode,
): number {
  return priced(revenueTonnes(shipment), MM3_IN_M3, ratePerTonne, currency);
}

/** Containers a volume fills: whole ones, at least one. `usableM3` instead of our default where the loading is known. */
export function containersFor(volumeMm3: number, type: ContainerType, usableM3: number = USABLE_M3[type]): number {
  return Math.max(1, Math.ceil(volumeMm3 / (usableM3 * MM3_IN_M3)));
}

/** Which of a lorry's two prices governs: the carrier takes the greater (China 专线, DOMAIN 3). Equal: by weight. */
export function freightTruck(
  { weightG, volumeMm3 }: Pick<Packed, 'volumeMm3' | 'weightG'>,
  pricePerKg: UnitPrice,
  pricePerM3: UnitPrice,
  currency: CurrencyCode,
): { readonly minor: number; readonly by: 'weight' | 'volume' } {
  const byWeight = freightByWeight(weightG, pricePerKg, currency);
  const byVolume = freightByVolume(volumeMm3, pricePerM3, currency);
  return byVolume > byWeight ? { minor: byVolume, by: 'volume' } : { minor: byWeight, by: 'weight' };
}

const MM3_IN_M3 = 1_000_000_000;

function priced(amount: number, unit: number, price: UnitPrice, currency: CurrencyCode): number {
  return timesRatio(amount, price, unit * 10 ** (UNIT_PRICE_PLACES - exponentOf(currency)));
}
