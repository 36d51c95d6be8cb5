import { buyerLegs, type Leg, type NamedPlace } from '../incoterms/incoterms.ts';
import { type ComparisonPoint, dutiesOf, LEGS_OF_PART, type LogisticPart, type PartDuty } from '../incoterms/parts.ts';
import type { TradeTerm } from '../quotes/terms.ts';
import type { PartSource, StatedParts } from './types.ts';

/** Where the figure of a part comes from, once quote, trade term and common point have had their say. */
export type ResolvedSource = PartSource | { readonly state: 'beyondPoint' };
export type ResolvedSources = Readonly<Record<LogisticPart, ResolvedSource>>;

/**
 * What the quote says goes before what its term means; but a part beyond the common point is no quote's cost,
 * whatever it says.
 */
export function resolveSources(
  term: TradeTerm,
  point: ComparisonPoint,
  place: NamedPlace,
  stated: StatedParts,
): ResolvedSources {
  const byTerm = dutiesOf(term, point, place);
  // EXW pays nothing on the way, so what it owes up to the point is all there is up to the point.
  const within = dutiesOf('EXW', point);
  const resolve = (part: LogisticPart): ResolvedSource => {
    if (within[part] === 'beyondPoint') return { state: 'beyondPoint' };
    return stated[part] ?? sourceOf(byTerm[part]);
  };
  return {
    domesticFreight: resolve('domesticFreight'),
    forwarder: resolve('forwarder'),
    mainCarriage: resolve('mainCarriage'),
    insurance: resolve('insurance'),
    destinationTerminal: resolve('destinationTerminal'),
    importClearance: resolve('importClearance'),
    duty: resolve('duty'),
    importVat: resolve('importVat'),
    onCarriage: resolve('onCarriage'),
  };
}

/** Legs of a part the buyer pays: those of the trade term, or all when the quote says otherwise than its term. */
export function legsOwed(part: LogisticPart, term: TradeTerm, place: NamedPlace): readonly Leg[] {
  const owed = buyerLegs(term, place);
  const legs = LEGS_OF_PART[part].filter((leg) => owed.includes(leg));
  return legs.length === 0 ? LEGS_OF_PART[part] : legs;
}

function sourceOf(duty: PartDuty): ResolvedSource {
  return duty === 'included' ? INCLUDED : duty === 'toBeAdded' ? TO_BE_ADDED : { state: 'beyondPoint' };
}

const INCLUDED: PartSource = { state: 'included' };
const TO_BE_ADDED: PartSource = { state: 'toBeAdded' };
