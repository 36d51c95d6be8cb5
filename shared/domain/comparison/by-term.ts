import type { CostPart, TradeTerm } from '../quotes/terms.ts';

/**
 * What a trade term alone says of a cost part (DOMAIN 2.4): the seller's price contains it, or the buyer pays it on top. Null
 * where the term says nothing. `domestic`, delivery in China, names no carrier: whether freight is prepaid is for the seller to say.
 */
export function byTermOf(term: TradeTerm | null, part: CostPart): 'included' | 'buyer' | null {
  if (term === null || !isLeg(part)) return null;
  if (term === 'domestic' && part === 'domesticFreight') return null;
  return SELLER_PAYS[part].has(term) ? 'included' : 'buyer';
}

/** Parts that lie on the way of the goods, so that the trade term decides who pays them. */
const LEG_PARTS = [
  'domesticFreight',
  'forwarder',
  'mainCarriage',
  'insurance',
  'duty',
  'importVat',
  'onCarriage',
] as const satisfies readonly CostPart[];
type LegPart = (typeof LEG_PARTS)[number];

export function isLeg(part: CostPart): part is LegPart {
  return LEG_PARTS.some((leg) => leg === part);
}

const DELIVERED: readonly TradeTerm[] = ['DAP', 'DPU', 'DDP'];
const CARRIED: readonly TradeTerm[] = ['CFR', 'CIF', 'CPT', 'CIP', ...DELIVERED];

/** Export clearance and terminal, which the forwarder's invoice covers, are the seller's from FOB on. */
const SELLER_PAYS: Readonly<Record<LegPart, ReadonlySet<TradeTerm>>> = {
  domesticFreight: new Set(['FCA', 'FAS', 'FOB', ...CARRIED]),
  forwarder: new Set(['FOB', ...CARRIED]),
  mainCarriage: new Set(CARRIED),
  insurance: new Set(['CIF', 'CIP', ...DELIVERED]),
  duty: new Set(['DDP']),
  importVat: new Set(['DDP']),
  onCarriage: new Set(DELIVERED),
};
