import type { CurrencyCode } from '../../kernel/money.ts';
import { timesBasisPoints } from '../../kernel/rate.ts';
import type { CostingAssumptions, CostingField, FreightMode } from '../costing/costing.ts';
import { type Packed, type Pieces, pack, packAll, piecesOf, type Shipment } from '../shipping/cartons.ts';
import {
  chargeableWeightG,
  usualWeightRule,
  type WeighedMode,
  type WeightRule,
} from '../shipping/chargeable-weight.ts';
import { containersFor, freightByWeight, freightLcl, freightTruck, revenueTonnes } from '../shipping/freight.ts';
import type { LandedLine } from './types.ts';

/** The main carriage of a shipment, before it is converted. */
export type FreightResult =
  | {
      readonly state: 'computed';
      /** Freight currency; for `percentage` the comparison's currency, since it is a share of the goods. */
      readonly minor: number;
      readonly currency: CurrencyCode;
      readonly shipment: Shipment | null;
      /** What each line weighs for sharing it; null: by value. */
      readonly weights: readonly number[] | null;
    }
  | { readonly state: 'notComputable'; readonly fields: readonly CostingField[]; readonly lines: readonly number[] };

/** Modes that ask for cartons. */
export function needsCartons(mode: FreightMode): boolean {
  return mode !== 'lumpSum' && mode !== 'percentage';
}

/** Figures of the assumptions each mode needs. */
export const FREIGHT_FIELDS: Readonly<Record<FreightMode, readonly CostingField[]>> = {
  seaLcl: ['freightPerM3'],
  seaFcl: ['containerType', 'freightPerContainerMinor'],
  air: ['freightPerKg'],
  express: ['freightPerKg'],
  rail: ['freightPerKg'],
  truck: ['freightPerKg', 'freightPerM3'],
  lumpSum: ['freightLumpMinor'],
  percentage: ['freightPercentBp'],
};

/** The weight rule of a mode with what the project sets otherwise. */
export function weightRuleOf(mode: WeighedMode, costing: CostingAssumptions): WeightRule {
  const usual = usualWeightRule(mode);
  return {
    divisor: costing.volumetricDivisor ?? usual.divisor,
    stepG: costing.weightStepG ?? usual.stepG,
    minimumG: costing.minimumWeightG ?? usual.minimumG,
    roundUpToCm: costing.roundUpToCm,
    perPiece: costing.perPiece,
  };
}

/**
 * Freight of a quote's lines under the project's assumptions. Errors: RangeError beyond 2^53 - 1.
 * `goodsMinor` in the comparison's currency, for freight as a percentage.
 */
export function freightOf(
  lines: readonly (LandedLine | null)[],
  goodsMinor: number | null,
  currency: CurrencyCode,
  costing: CostingAssumptions,
): FreightResult {
  const mode = costing.freightMode;
  if (mode === null) return { state: 'notComputable', fields: ['freightMode'], lines: [] };
  const fields = FREIGHT_FIELDS[mode].filter((field) => costing[field] === null);
  const loose = needsCartons(mode) ? withoutCarton(lines) : [];
  if (fields.length > 0 || loose.length > 0) return { state: 'notComputable', fields, lines: loose };
  if (mode === 'percentage') {
    const minor = timesBasisPoints(goodsMinor ?? 0, costing.freightPercentBp ?? 0);
    return { state: 'computed', minor, currency, shipment: null, weights: null };
  }
  const load = loadOf(lines);
  const { minor, weights, ...charged } = charge(mode, load, costing);
  return {
    state: 'computed',
    minor: mode === 'lumpSum' ? minor : Math.max(minor, costing.freightMinimumMinor ?? 0),
    currency: costing.freightCurrency,
    shipment: load.complete
      ? { ...load.all, chargeableG: null, revenueTonnesE9: null, containers: null, ...charged }
      : null,
    weights,
  };
}

/** Lines that are quoted but whose cartons are not known. */
export function withoutCarton(lines: readonly (LandedLine | null)[]): number[] {
  const loose: number[] = [];
  lines.forEach((line, index) => {
    if (line !== null && line.carton === null) loose.push(index);
  });
  return loose;
}

interface Load {
  readonly pieces: readonly Pieces[];
  /** One a line; null where there is no line or no carton. */
  readonly packed: readonly (Packed | null)[];
  readonly all: Packed;
  readonly complete: boolean;
}

function loadOf(lines: readonly (LandedLine | null)[]): Load {
  const pieces: Pieces[] = [];
  const known: Packed[] = [];
  let complete = true;
  const packed = lines.map((line) => {
    if (line === null) return null;
    if (line.carton === null) {
      complete = false;
      return null;
    }
    const one = piecesOf(line.quantity, line.carton);
    const own = pack(one);
    pieces.push(one);
    known.push(own);
    return own;
  });
  return { pieces, packed, all: packAll(known), complete };
}

interface Charge {
  readonly minor: number;
  readonly weights: readonly number[] | null;
  readonly chargeableG?: number;
  readonly revenueTonnesE9?: number;
  readonly containers?: number;
}

function charge(mode: Exclude<FreightMode, 'percentage'>, load: Load, costing: CostingAssumptions): Charge {
  const { freightCurrency: currency } = costing;
  switch (mode) {
    case 'seaLcl':
      return {
        minor: freightLcl(load.all, costing.freightPerM3 ?? 0, currency),
        revenueTonnesE9: revenueTonnes(load.all),
        weights: weigh(load, ({ volumeMm3, weightG }) => Math.max(volumeMm3, weightG * 1000)),
      };
    case 'seaFcl': {
      const containers = containersFor(load.all.volumeMm3, costing.containerType ?? '20');
      return {
        minor: containers * (costing.freightPerContainerMinor ?? 0),
        containers,
        weights: weigh(load, byVolume),
      };
    }
    case 'air':
    case 'express':
    case 'rail': {
      const rule = weightRuleOf(mode, costing);
      const chargeableG = chargeableWeightG(load.pieces, rule);
      return {
        minor: freightByWeight(chargeableG, costing.freightPerKg ?? 0, currency),
        chargeableG,
        weights: weigh(load, ({ volumeMm3, weightG }) => Math.max(volumeMm3, weightG * rule.divisor)),
      };
    }
    case 'truck': {
      const { minor, by } = freightTruck(load.all, costing.freightPerKg ?? 0, costing.freightPerM3 ?? 0, currency);
      return { minor, weights: weigh(load, by === 'volume' ? byVolume : ({ weightG }) => weightG) };
    }
    case 'lumpSum':
      return { minor: costing.freightLumpMinor ?? 0, weights: load.complete ? weigh(load, byVolume) : null };
  }
}

const byVolume = ({ volumeMm3 }: Packed) => volumeMm3;

function weigh({ packed }: Load, measure: (own: Packed) => number): number[] {
  return packed.map((own) => (own === null ? 0 : measure(own)));
}
