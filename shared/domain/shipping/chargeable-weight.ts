import { safeInteger } from '../../kernel/decimal.ts';
import type { Pieces } from './cartons.ts';

/** Modes that charge by a weight in which volume counts too. */
export type WeighedMode = 'air' | 'express' | 'rail' | 'truck';

/** How a carrier makes a chargeable weight (DOMAIN 3); every carrier has its own settings. */
export interface WeightRule {
  /** Cubic centimetres that count as a kilogram, above 0. */
  readonly divisor: number;
  /** Rounded up to whole steps of this many grams; 0 or 1: to the gram. */
  readonly stepG: number;
  /** The least that is charged. */
  readonly minimumG: number;
  /** Sides are rounded up to whole centimetres before they are multiplied. */
  readonly roundUpToCm: boolean;
  /** The greater of weight and volume is taken, and rounded, for each piece; else once for the shipment. */
  readonly perPiece: boolean;
}

/** Usual divisors: air 6000 (1 m³ = 166.67 kg), express 5000 (200 kg), rail and road 3000 (333.33 kg) (DOMAIN 3; IATA, integrators). */
export const USUAL_DIVISOR: Readonly<Record<WeighedMode, number>> = {
  air: 6000,
  express: 5000,
  rail: 3000,
  truck: 3000,
};
/** Half a kilogram. */
export const USUAL_STEP_G = 500;

/** The usual rule of a mode, where a carrier says nothing else. */
export function usualWeightRule(mode: WeighedMode): WeightRule {
  return {
    divisor: USUAL_DIVISOR[mode],
    stepG: USUAL_STEP_G,
    minimumG: 0,
    roundUpToCm: true,
    perPiece: false,
  };
}

/**
 * Chargeable weight in grams: `max(Σ actual, Σ L×W×H×n / divisor)`, rounded up to the step and not below the minimum
 * (DOMAIN 3). Never below the actual weight; exact, so 70.0 kg stays 70.0 kg.
 * Errors: RangeError for a divisor, step, count or measure that is no whole number in range, or beyond 2^53 - 1.
 */
export function chargeableWeightG(pieces: readonly Pieces[], rule: WeightRule): number {
  requireRule(rule);
  const stepG = Math.max(rule.stepG, 1);
  let steps = 0;
  let actualG = 0;
  let volumeMm3 = 0;
  for (const piece of pieces) {
    const volume = volumeOf(piece, rule.roundUpToCm);
    if (rule.perPiece) steps += piece.count * stepsOf(safeInteger(piece.weightG), volume, rule.divisor, stepG);
    actualG += piece.count * piece.weightG;
    volumeMm3 += piece.count * volume;
  }
  if (!rule.perPiece) steps = stepsOf(safeInteger(actualG), safeInteger(volumeMm3), rule.divisor, stepG);
  const least = Math.ceil(rule.minimumG / stepG);
  return safeInteger(Math.max(steps, least) * stepG);
}

/** Volumetric weight in grams, rounded up to the gram, for showing beside the actual weight. */
export function volumetricWeightG(
  pieces: readonly Pieces[],
  rule: Pick<WeightRule, 'divisor' | 'roundUpToCm'>,
): number {
  const volume = pieces.reduce((sum, piece) => sum + piece.count * volumeOf(piece, rule.roundUpToCm), 0);
  return Math.ceil(safeInteger(volume) / rule.divisor);
}

/** One cubic millimetre over a divisor in cm³/kg is a gram: 1 cm³ = 1000 mm³ and 1 kg = 1000 g. */
function stepsOf(actualG: number, volumeMm3: number, divisor: number, stepG: number): number {
  return Math.max(Math.ceil(actualG / stepG), Math.ceil(volumeMm3 / safeInteger(divisor * stepG)));
}

function volumeOf({ lengthMm, widthMm, heightMm }: Pieces, roundUpToCm: boolean): number {
  const side = (mm: number) => (roundUpToCm ? Math.ceil(mm / 10) * 10 : mm);
  return side(lengthMm) * side(widthMm) * side(heightMm);
}

function requireRule({ divisor, stepG, minimumG }: WeightRule): void {
  if (!Number.isInteger(divisor) || divisor <= 0) throw new RangeError(`no volumetric divisor: ${divisor}`);
  if (!Number.isInteger(stepG) || stepG < 0) throw new RangeError(`no weight step: ${stepG}`);
  if (!Number.isInteger(minimumG) || minimumG < 0) throw new RangeError(`no minimum weight: ${minimumG}`);
}
