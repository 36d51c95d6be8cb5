import { TRADE_TERMS, type TradeTerm } from '../quotes/terms.ts';
import type { ComparisonQuote } from './types.ts';

/**
 * How far the seller carries the goods at his cost, read off the legs of DOMAIN 2.4: up to the main carriage (leg 5), with
 * it, on to the destination (leg 9), or through its customs with duty paid (leg 8). Terms of one stretch differ by local
 * charges; terms of different stretches by freight or duty, so their prices say nothing about each other.
 */
export type DeliveryStretch = 'origin' | 'mainCarriage' | 'destination' | 'dutyPaid';

const STRETCH_OF: Readonly<Record<TradeTerm, DeliveryStretch>> = {
  domestic: 'origin',
  EXW: 'origin',
  FCA: 'origin',
  FAS: 'origin',
  FOB: 'origin',
  CFR: 'mainCarriage',
  CIF: 'mainCarriage',
  CPT: 'mainCarriage',
  CIP: 'mainCarriage',
  DAP: 'destination',
  DPU: 'destination',
  DDP: 'dutyPaid',
};
const STRETCHES: readonly DeliveryStretch[] = ['origin', 'mainCarriage', 'destination', 'dutyPaid'];

/** What the quotes of one comparison say about delivery. */
export interface DeliveryScope {
  /** The stretch most of them state, the shorter one among equals; null when none names a trade term. */
  readonly stretch: DeliveryStretch | null;
  /** The terms stated within that stretch. */
  readonly terms: readonly TradeTerm[];
}

export function deliveryScopeOf(quotes: readonly Pick<ComparisonQuote, 'incoterm'>[]): DeliveryScope {
  const stated = quotes.flatMap(({ incoterm }) => incoterm ?? []);
  const countOf = (stretch: DeliveryStretch) => stated.filter((term) => STRETCH_OF[term] === stretch).length;
  let stretch: DeliveryStretch | null = null;
  for (const candidate of STRETCHES) {
    if (countOf(candidate) > (stretch === null ? 0 : countOf(stretch))) stretch = candidate;
  }
  return { stretch, terms: TRADE_TERMS.filter((term) => STRETCH_OF[term] === stretch && stated.includes(term)) };
}

/** Whether a price at this trade term may be held against those of the scope. */
export function deliversAlike(incoterm: TradeTerm | null, { stretch }: DeliveryScope): boolean {
  return stretch === null || (incoterm !== null && STRETCH_OF[incoterm] === stretch);
}
