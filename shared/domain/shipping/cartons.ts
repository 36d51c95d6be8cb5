import type { Quantity } from '../../kernel/quantity.ts';

/** What one full export carton holds and measures. */
export interface Carton {
  /** Units in a carton, ten-thousandths, above 0. */
  readonly quantity: Quantity;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Gross weight in grams. */
  readonly weightG: number;
}

/** What a quantity comes to in cartons. */
export interface Packed {
  readonly cartons: number;
  readonly weightG: number;
  /** Cubic millimetres: a cubic metre is 10^9. */
  readonly volumeMm3: number;
}

/** Everything that travels together. */
export interface Shipment extends Packed {
  /** What air, express, rail and truck charge by; null for other modes. */
  readonly chargeableG: number | null;
}
