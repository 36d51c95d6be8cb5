import type { TradeTerm } from '../quotes/terms.ts';

/** The ten legs of a delivery, in the order the goods travel them (DOMAIN 2.4). */
export const LEGS = [
  'originLoading',
  'originInland',
  'exportClearance',
  'originTerminal',
  'mainCarriage',
  'insurance',
  'destTerminal',
  'importClearanceDuty',
  'onCarriage',
  'unloading',
] as const;
export type Leg = (typeof LEGS)[number];

/** `none`: neither side must do it under the term; who bears the risk then decides whether it is wanted (insurance). */
export type Payer = 'seller' | 'buyer' | 'none';

/** FCA names two places: the carrier's terminal, or the seller's own premises where the buyer's carrier collects. */
export type FcaPlace = 'terminal' | 'premises';
/** Whether the main carriage of CPT and CIP ends at the port of arrival or at a place inland. */
export type CarriagePlace = 'port' | 'inland';

/** What beside the three letters decides who pays. Left out: the carrier's terminal, the port, terminal charges apart. */
export interface NamedPlace {
  readonly fca?: FcaPlace;
  readonly carriage?: CarriagePlace;
  /** Under CPT, CIP, CFR and CIF: the contract of carriage includes the charges of the terminal of arrival. */
  readonly terminalInCarriage?: boolean;
}

/** Where the risk of loss passes to the buyer. */
export type RiskPoint =
  | 'atSellersDisposal'
  | 'handoverToCarrier'
  | 'alongsideShip'
  | 'onBoardOrigin'
  | 'firstCarrier'
  | 'beforeUnloading'
  | 'unloaded';

export interface InsuranceDuty {
  /** Institute Cargo Clauses the seller must cover at least. */
  readonly clauses: 'A' | 'C';
  /** Percent of the contract value. */
  readonly coverPercent: 110;
}

/**
 * Who pays a leg under a trade term. `domestic`, delivery to the forwarder's warehouse in China, is what a 1688 seller means
 * by a price with delivery: loading and carriage are his, everything from the export declaration on is the buyer's.
 * Source: ICC, Incoterms 2020, articles A2 to A10 and B2 to B10; chart of mfctpe.com.tw; DOMAIN 2.4.
 */
export function payerOf(term: TradeTerm, leg: Leg, place: NamedPlace = {}): Payer {
  const { fca = 'terminal', carriage = 'port', terminalInCarriage = false } = place;
  if (term === 'FCA' && fca === 'premises' && leg === 'originInland') return 'buyer';
  if (leg === 'onCarriage' && carriage === 'inland' && (term === 'CPT' || term === 'CIP')) return 'seller';
  if (leg === 'destTerminal' && CARRIAGE_PAID.has(term)) {
    // A carriage that ends inland passes through the terminal of arrival on the way.
    const inland = carriage === 'inland' && (term === 'CPT' || term === 'CIP');
    return inland || terminalInCarriage ? 'seller' : 'buyer';
  }
  return PAYERS[PAYER_ROWS[term].charAt(LEGS.indexOf(leg))] ?? 'none';
}

/** All legs the buyer pays under a term, in order of travel. */
export function buyerLegs(term: TradeTerm, place: NamedPlace = {}): Leg[] {
  return LEGS.filter((leg) => payerOf(term, leg, place) === 'buyer');
}

/** Whether the buyer bears the risk of the main carriage, and so needs an insurance of his own unless the seller must buy it. */
export function buyerBearsCarriageRisk(term: TradeTerm): boolean {
  const point = riskPointOf(term);
  return point !== 'beforeUnloading' && point !== 'unloaded';
}

/** Where risk passes (Incoterms 2020, A3). */
export function riskPointOf(term: TradeTerm): RiskPoint {
  return RISK[term];
}

/** What insurance the seller must buy for the buyer (Incoterms 2020, A5): CIF and CIP only; null for all others. */
export function insuranceDutyOf(term: TradeTerm): InsuranceDuty | null {
  if (term === 'CIF') return { clauses: 'C', coverPercent: 110 };
  if (term === 'CIP') return { clauses: 'A', coverPercent: 110 };
  return null;
}

/** Terms for sea and inland waterway only; the others fit any mode. */
export function isSeaOnly(term: TradeTerm): boolean {
  return SEA_ONLY.has(term);
}

const PAYERS: Readonly<Record<string, Payer>> = { S: 'seller', B: 'buyer', '-': 'none' };

/** One letter a leg, as DOMAIN 2.4 prints them. */
const PAYER_ROWS: Readonly<Record<TradeTerm, string>> = {
  domestic: 'SSBBB-BBBB',
  EXW: 'BBBBB-BBBB',
  FCA: 'SSSBB-BBBB',
  // Alongside the ship: loading on board, the terminal's last act, is the buyer's; the export declaration the seller's.
  FAS: 'SSSBB-BBBB',
  FOB: 'SSSSB-BBBB',
  CFR: 'SSSSS-BBBB',
  CIF: 'SSSSSSBBBB',
  CPT: 'SSSSS-BBBB',
  CIP: 'SSSSSSBBBB',
  DAP: 'SSSSS-SBSB',
  DPU: 'SSSSS-SBSS',
  DDP: 'SSSSS-SSSB',
};

const CARRIAGE_PAID: ReadonlySet<TradeTerm> = new Set(['CFR', 'CIF', 'CPT', 'CIP']);
const SEA_ONLY: ReadonlySet<TradeTerm> = new Set(['FAS', 'FOB', 'CFR', 'CIF']);

const RISK: Readonly<Record<TradeTerm, RiskPoint>> = {
  domestic: 'handoverToCarrier',
  EXW: 'atSellersDisposal',
  FCA: 'handoverToCarrier',
  FAS: 'alongsideShip',
  FOB: 'onBoardOrigin',
  CFR: 'onBoardOrigin',
  CIF: 'onBoardOrigin',
  CPT: 'firstCarrier',
  CIP: 'firstCarrier',
  DAP: 'beforeUnloading',
  DPU: 'unloaded',
  DDP: 'beforeUnloading',
};
