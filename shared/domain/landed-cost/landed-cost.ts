import { exactOrNull, safeInteger } from '../../kernel/decimal.ts';
import { reachesBeyond } from '../incoterms/parts.ts';
import type { TradeTerm } from '../quotes/terms.ts';
import { type EndReckoning, reckonEnd } from './reckon.ts';
import { type ResolvedSources, resolveSources } from './sources.ts';
import {
  type ComputeLandedCost,
  LANDED_COMPONENTS,
  type LandedComponent,
  type LandedCost,
  type LandedInput,
  type LandedMissing,
  type MinorRange,
} from './types.ts';

/** See `ComputeLandedCost`. */
export const landedCost: ComputeLandedCost = (input) =>
  exactOrNull(() => compute(input)) ?? notComputable(input, [{ code: 'outOfRange' }]);

function compute(input: LandedInput): LandedCost {
  if (!input.lines.some((line) => line !== null)) return notComputable(input, [{ code: 'nothingPriced' }]);
  const { term } = input;
  if (term === null) return notComputable(input, [{ code: 'tradeTerm' }]);
  if (reachesBeyond(term, input.costing.point, input.place)) return notComputable(input, [{ code: 'beyondPoint' }]);
  const sources = resolveSources(term, input.costing.point, input.place, input.parts);
  const low = reckonEnd(input, term, sources, 'low');
  return join(input, low, highOf(input, term, sources, low));
}

/** Reckoned a second time only where something is open. */
function highOf(input: LandedInput, term: TradeTerm, sources: ResolvedSources, low: EndReckoning): EndReckoning {
  const { supplierExtras } = input;
  const open =
    supplierExtras.low !== supplierExtras.high ||
    Object.values(sources).some((one) => one.state === 'extra' && one.amount.low !== one.amount.high);
  return open ? reckonEnd(input, term, sources, 'high') : low;
}

function join(input: LandedInput, low: EndReckoning, high: EndReckoning): LandedCost {
  const components = LANDED_COMPONENTS.map((name): LandedComponent => {
    const a = low.components[name];
    const b = high.components[name];
    const isCost = !(name === 'importVat' && input.costing.importVatRecoverable);
    return {
      name,
      source: a.source,
      amount: range(a.minor, b.minor),
      isCost,
      shares: a.shares === null || b.shares === null || !isCost ? null : { low: a.shares, high: b.shares },
    };
  });
  const complete = low.missing.length === 0 && high.missing.length === 0;
  const costs = components.filter(({ isCost }) => isCost);
  return {
    missing: low.missing.length > 0 ? low.missing : high.missing,
    components,
    total: complete ? { low: totalOf(costs, 'low'), high: totalOf(costs, 'high') } : null,
    lines: complete ? linesAtBoth(costs, input, low === high) : null,
    shipment: low.shipment,
    customsValue: range(low.customsValueMinor, high.customsValueMinor),
    importVatBase: range(low.importVatBaseMinor, high.importVatBaseMinor),
  };
}

function totalOf(costs: readonly LandedComponent[], end: keyof MinorRange): number {
  return costs.reduce((sum, { amount }) => safeInteger(sum + (amount?.[end] ?? 0)), 0);
}

function linesAtBoth(costs: readonly LandedComponent[], input: LandedInput, isPoint: boolean): LandedCost['lines'] {
  const low = linesOf(costs, 'low', input);
  return { low, high: isPoint ? low : linesOf(costs, 'high', input) };
}

function linesOf(costs: readonly LandedComponent[], end: keyof MinorRange, { lines }: LandedInput): number[] {
  const totals = lines.map(() => 0);
  for (const { shares, amount } of costs) {
    if (shares === null || amount?.[end] === 0) continue;
    const own = shares[end];
    for (let at = 0; at < totals.length; at += 1) totals[at] = (totals[at] ?? 0) + (own[at] ?? 0);
  }
  return totals;
}

function range(low: number | null, high: number | null): MinorRange | null {
  return low === null || high === null ? null : { low, high };
}

/** A landed cost of which nothing can be reckoned, and why. */
export function notComputable(
  { costing }: Pick<LandedInput, 'costing'>,
  missing: readonly LandedMissing[],
): LandedCost {
  return {
    missing,
    components: LANDED_COMPONENTS.map((name) => ({
      name,
      source: 'missing',
      amount: null,
      isCost: !(name === 'importVat' && costing.importVatRecoverable),
      shares: null,
    })),
    total: null,
    lines: null,
    shipment: null,
    customsValue: null,
    importVatBase: null,
  };
}
