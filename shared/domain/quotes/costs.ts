import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import type { CostBasis, CostMeasure, CostPart } from './terms.ts';

/** Everything a quote states on one cost part; the contract carries the same. */
export interface StatedCost {
  readonly part: CostPart;
  readonly basis: CostBasis;
  readonly measure: CostMeasure;
  readonly amountMinor: number | null;
  readonly unitAmount: UnitPrice | null;
  readonly rateBp: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly overQuantity: Quantity | null;
}

/** A statement with what is named, per order, and nothing else known. */
export function statedCost(part: CostPart, basis: CostBasis, given: Partial<StatedCost> = {}): StatedCost {
  return {
    measure: 'order',
    amountMinor: null,
    unitAmount: null,
    rateBp: null,
    low: null,
    high: null,
    overQuantity: null,
    ...given,
    part,
    basis,
  };
}
