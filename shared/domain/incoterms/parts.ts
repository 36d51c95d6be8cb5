import type { TradeTerm } from '../quotes/terms.ts';
import { buyerBearsCarriageRisk, LEGS, type Leg, type NamedPlace, payerOf } from './incoterms.ts';

/**
 * The cost parts between a supplier's price and our door, in the order they arise. They gather legs: a buyer gets one
 * invoice for several of them.
 */
export const LOGISTIC_PARTS = [
  'domesticFreight',
  'forwarder',
  'mainCarriage',
  'insurance',
  'destinationTerminal',
  'importClearance',
  'duty',
  'importVat',
  'onCarriage',
] as const;
export type LogisticPart = (typeof LOGISTIC_PARTS)[number];

/** The legs a part pays for. Loading at the factory is part of the collection, unloading part of the last carriage. */
export const LEGS_OF_PART: Readonly<Record<LogisticPart, readonly Leg[]>> = {
  domesticFreight: ['originLoading', 'originInland'],
  forwarder: ['exportClearance', 'originTerminal'],
  mainCarriage: ['mainCarriage'],
  insurance: ['insurance'],
  destinationTerminal: ['destTerminal'],
  importClearance: ['importClearanceDuty'],
  duty: ['importClearanceDuty'],
  importVat: ['importClearanceDuty'],
  onCarriage: ['onCarriage', 'unloading'],
};

/** Points to which all quotes of a comparison can be carried, each named by the trade term that ends there. */
export const COMPARISON_POINTS = ['FOB', 'CIF', 'DAP', 'DDP'] as const;
export type ComparisonPoint = (typeof COMPARISON_POINTS)[number];

/** What a part is, for a price at a trade term brought to the common point. */
export type PartDuty =
  /** The price contains it. */
  | 'included'
  /** The buyer pays it on the way to the common point. */
  | 'toBeAdded'
  /** It arises beyond the common point, so no quote carries it. */
  | 'beyondPoint';

/**
 * What each part is under a term (DOMAIN 2.4): the buyer-paid legs up to the common point are added. Insurance nobody must
 * buy is the buyer's as long as he bears the risk of the carriage; sellers who deliver to the destination bear it themselves.
 * A price that reaches beyond the point still contains what it contains: see `reachesBeyond`.
 */
export function dutiesOf(
  term: TradeTerm,
  point: ComparisonPoint,
  place: NamedPlace = {},
): Readonly<Record<LogisticPart, PartDuty>> {
  const dutyOf = (part: LogisticPart): PartDuty => {
    if (part === 'insurance') return insuranceDuty(term, point);
    const owed = legsToAdd(term, point, place);
    if (LEGS_OF_PART[part].some((leg) => owed.includes(leg))) return 'toBeAdded';
    return LEGS_OF_PART[part].some((leg) => payerOf(term, leg, place) === 'seller') ? 'included' : 'beyondPoint';
  };
  return {
    domesticFreight: dutyOf('domesticFreight'),
    forwarder: dutyOf('forwarder'),
    mainCarriage: dutyOf('mainCarriage'),
    insurance: dutyOf('insurance'),
    destinationTerminal: dutyOf('destinationTerminal'),
    importClearance: dutyOf('importClearance'),
    duty: dutyOf('duty'),
    importVat: dutyOf('importVat'),
    onCarriage: dutyOf('onCarriage'),
  };
}

/** The legs the buyer pays under a term before the common point is reached. */
export function legsToAdd(term: TradeTerm, point: ComparisonPoint, place: NamedPlace = {}): Leg[] {
  return REACH[point].filter((leg) => payerOf(term, leg, place) === 'buyer');
}

/**
 * Whether a price contains legs beyond the common point: a DDP price compared on board at origin. What they cost is not
 * known apart, so such a quote has no figure at that point. Unloading (DPU) is too small to keep a quote out.
 */
export function reachesBeyond(term: TradeTerm, point: ComparisonPoint, place: NamedPlace = {}): boolean {
  return LEGS.some(
    (leg) =>
      leg !== 'insurance' &&
      leg !== 'unloading' &&
      payerOf(term, leg, place) === 'seller' &&
      !REACH[point].includes(leg),
  );
}

/** Legs up to each point, insurance apart. */
const REACH: Readonly<Record<ComparisonPoint, readonly Leg[]>> = {
  FOB: ['originLoading', 'originInland', 'exportClearance', 'originTerminal'],
  CIF: ['originLoading', 'originInland', 'exportClearance', 'originTerminal', 'mainCarriage'],
  DAP: [
    'originLoading',
    'originInland',
    'exportClearance',
    'originTerminal',
    'mainCarriage',
    'destTerminal',
    'onCarriage',
  ],
  DDP: [
    'originLoading',
    'originInland',
    'exportClearance',
    'originTerminal',
    'mainCarriage',
    'destTerminal',
    'importClearanceDuty',
    'onCarriage',
  ],
};

function insuranceDuty(term: TradeTerm, point: ComparisonPoint): PartDuty {
  if (payerOf(term, 'insurance') === 'seller' || !buyerBearsCarriageRisk(term)) return 'included';
  return point === 'FOB' ? 'beyondPoint' : 'toBeAdded';
}
