import type { MinorRange } from '../comparison/types.ts';

/** What every supplier costs at one step, in minor units of one currency; null where nothing can be ordered or compared. */
export type Costs = readonly (MinorRange | null)[];

/** What there is to know of one supplier at one step. */
export interface Look {
  readonly cost: MinorRange | null;
  /**
   * What price tier applies. Tiers never fall as steps rise, and within one tier costs never fall: both hold for all-units price
   * breaks, MOQ and multiples.
   */
  readonly tier: number;
}

export interface SteppedCosts {
  readonly from: number;
  readonly to: number;
  readonly suppliers: number;
  readonly lookAt: (supplier: number, step: number) => Look;
  /** About how many looks may be taken; from then on what is too close is said to be so. */
  readonly budget: number;
}

/** A stretch of steps, both ends included, with the same cheapest suppliers. */
export interface CheapestRun {
  readonly from: number;
  readonly to: number;
  /**
   * Indices of those that may be cheapest: several when they cost the same to the cent or when unknown costs leave it open; none
   * where nobody can be ordered from.
   */
  readonly cheapest: readonly number[];
  /** The suppliers named take turns within the stretch, too closely to be told step by step. */
  readonly takesTurns: boolean;
}

/**
 * Who is cheapest from step to step, exact on every whole step, without looking at all of them: within one tier costs only rise, so
 * whoever begins a stretch above what another costs at most at its end is out of it, and the stretch is halved until the rest
 * is settled. A crossover is where one run ends and the next begins. Pauses after each stretch, so that a long search may let
 * others go first.
 */
export function* cheapestRuns({ from, to, suppliers, lookAt, budget }: SteppedCosts): Generator<void, CheapestRun[]> {
  if (to < from) return [];
  let looks = 0;
  const seen = Array.from({ length: suppliers }, () => new Map<number, Look>());
  const look = (supplier: number, step: number): Look => {
    const known = seen[supplier]?.get(step);
    if (known !== undefined) return known;
    looks += 1;
    const fresh = lookAt(supplier, step);
    seen[supplier]?.set(step, fresh);
    return fresh;
  };
  const found: CheapestRun[] = [];
  // Wide stretches first, so that a budget spent leaves the same coarseness everywhere.
  let stretches: Stretch[] = [{ low: from, high: to, among: seen.map((_, supplier) => supplier) }];
  while (stretches.length > 0) {
    const halves: Stretch[] = [];
    for (const { low, high, among } of stretches) {
      const ends = among.map((supplier) => ({ supplier, start: look(supplier, low), end: look(supplier, high) }));
      yield;
      const open = stillOpen(ends);
      const settled = throughout(open);
      if (settled !== null) found.push({ from: low, to: high, cheapest: settled, takesTurns: false });
      else if (looks >= budget) {
        const cheapest = open.map(({ supplier }) => supplier);
        found.push({ from: low, to: high, cheapest, takesTurns: true });
      } else {
        const middle = low + Math.floor((high - low) / 2);
        const rest = open.map(({ supplier }) => supplier);
        halves.push({ low, high: middle, among: rest }, { low: middle + 1, high, among: rest });
      }
    }
    stretches = halves;
  }
  return joined(found.sort((a, b) => a.from - b.from));
}

interface Stretch {
  readonly low: number;
  readonly high: number;
  /** Who may still be cheapest in it. */
  readonly among: readonly number[];
}

interface Ends {
  readonly supplier: number;
  readonly start: Look;
  readonly end: Look;
}

/** Whether one supplier's costs only rise between the ends. */
function isSteady({ start, end }: Ends): boolean {
  return start.tier === end.tier && (start.cost === null) === (end.cost === null);
}

/** Without those that cannot be cheapest anywhere in the stretch. */
function stillOpen(ends: readonly Ends[]): readonly Ends[] {
  const bar = barOf(ends.filter(isSteady).map(({ end }) => end.cost));
  return ends.filter((one) => {
    if (!isSteady(one)) return true;
    return one.start.cost !== null && one.start.cost.lowMinor <= bar;
  });
}

/** The cheapest of a whole stretch, or null when its ends do not tell. */
function throughout(open: readonly Ends[]): readonly number[] | null {
  if (open.some((one) => !isSteady(one))) return null;
  if (open.length < 2) return open.map(({ supplier }) => supplier);
  const first = barOf(open.map(({ start }) => start.cost));
  // Several stay cheapest together when even at the end none is above what the lowest costs at first.
  return open.every(({ end }) => end.cost !== null && end.cost.lowMinor <= first)
    ? open.map(({ supplier }) => supplier)
    : null;
}

/** Indices of those that may cost least: not above what the lowest costs at most. */
export function cheapestOf(costs: Costs): number[] {
  const bar = barOf(costs);
  return costs.flatMap((cost, index) => (cost !== null && cost.lowMinor <= bar ? [index] : []));
}

/** What the lowest costs at most. */
function barOf(costs: Costs): number {
  return costs.reduce(
    (least, cost) => (cost === null ? least : Math.min(least, cost.highMinor)),
    Number.POSITIVE_INFINITY,
  );
}

function joined(sorted: readonly CheapestRun[]): CheapestRun[] {
  const runs: CheapestRun[] = [];
  for (const run of sorted) {
    const last = runs.at(-1);
    const isSame =
      last !== undefined &&
      last.takesTurns === run.takesTurns &&
      last.cheapest.length === run.cheapest.length &&
      last.cheapest.every((index, at) => index === run.cheapest[at]);
    if (isSame) runs[runs.length - 1] = { ...last, to: run.to };
    else runs.push(run);
  }
  return runs;
}
