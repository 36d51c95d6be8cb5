import { safeInteger } from '../../kernel/decimal.ts';
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

/** Cartons of one kind, or loose pieces: how many, and what each measures. */
export interface Pieces {
  readonly count: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly weightG: number;
}

/** What goods come to on a lorry, in a container, on a scale. */
export interface Packed {
  readonly cartons: number;
  readonly weightG: number;
  /** Cubic millimetres: a cubic metre is 10^9. */
  readonly volumeMm3: number;
}

/** Everything that travels together. */
export interface Shipment extends Packed {
  /** What air, express and rail charge by, in grams; null for other modes. */
  readonly chargeableG: number | null;
  /** What sea LCL charges by, in billionths of a revenue tonne; null for other modes. */
  readonly revenueTonnesE9: number | null;
  /** Containers filled; null for other modes than sea FCL. */
  readonly containers: number | null;
}

/** Carton figures as a quote line or an item may leave them: any of them open. */
export interface CartonData {
  readonly cartonQuantity: Quantity | null;
  readonly cartonLengthMm: number | null;
  readonly cartonWidthMm: number | null;
  readonly cartonHeightMm: number | null;
  readonly cartonWeightG: number | null;
}

/** Columns of `CartonData`, for naming the one that is missing. */
export const CARTON_FIELDS = [
  'cartonQuantity',
  'cartonLengthMm',
  'cartonWidthMm',
  'cartonHeightMm',
  'cartonWeightG',
] as const satisfies readonly (keyof CartonData)[];
export type CartonField = (typeof CARTON_FIELDS)[number];

/**
 * The carton a line is reckoned with: the quote's own where it is complete, else the item's as a fallback; never one figure
 * from each. Null when neither is complete. A side, weight or content of 0 counts as not stated.
 */
export function cartonOf(quoted: CartonData | null, item: CartonData | null): Carton | null {
  return complete(quoted) ?? complete(item);
}

/** Which figures a carton lacks, in the order a buyer would fill them in. */
export function missingCartonFields(data: CartonData | null): CartonField[] {
  return CARTON_FIELDS.filter((field) => (data?.[field] ?? 0) <= 0);
}

/** Cartons for a quantity: a begun carton is a whole one, for space and for weight. */
export function piecesOf(quantity: Quantity, carton: Carton): Pieces {
  const { lengthMm, widthMm, heightMm, weightG } = carton;
  return { count: Math.ceil(quantity / carton.quantity), lengthMm, widthMm, heightMm, weightG };
}

/** Weight and volume of pieces as they are. Errors: RangeError beyond 2^53 - 1. */
export function pack(pieces: Pieces): Packed {
  return {
    cartons: pieces.count,
    weightG: safeInteger(pieces.count * pieces.weightG),
    volumeMm3: safeInteger(pieces.count * pieces.lengthMm * pieces.widthMm * pieces.heightMm),
  };
}

/** Everything together. Errors: RangeError beyond 2^53 - 1. */
export function packAll(all: readonly Packed[]): Packed {
  let cartons = 0;
  let weightG = 0;
  let volumeMm3 = 0;
  for (const one of all) {
    cartons += one.cartons;
    weightG += one.weightG;
    volumeMm3 += one.volumeMm3;
  }
  return { cartons: safeInteger(cartons), weightG: safeInteger(weightG), volumeMm3: safeInteger(volumeMm3) };
}

function complete(data: CartonData | null): Carton | null {
  if (data === null) return null;
  const { cartonQuantity, cartonLengthMm, cartonWidthMm, cartonHeightMm, cartonWeightG } = data;
  if (!cartonQuantity || !cartonLengthMm || !cartonWidthMm || !cartonHeightMm || !cartonWeightG) return null;
  return {
    quantity: cartonQuantity,
    lengthMm: cartonLengthMm,
    widthMm: cartonWidthMm,
    heightMm: cartonHeightMm,
    weightG: cartonWeightG,
  };
}
