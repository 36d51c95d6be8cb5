/** What every supplier costs at one step, in whole minor units of one currency; null where nothing can be ordered or compared. */
export type Costs = readonly (number | null)[];

/** What there is to know of one step. */
export interface Look {
  readonly costs: Costs;
  /**
   * Per supplier what price tier applies. Tiers never fall as steps rise, and within one tier costs never fall: both hold for
   * all-units price breaks, MOQ and multiples.
   */
  readonly tiers: readonly number[];
}

export interface SteppedCosts {
  readonly from: number;
  readonly to: number;
  readonly lookAt: (step: number) => Look;
  /** About how many steps may be looked at; from then on what is too close is said to be so. */
  readonly budget: number;
}

/** A stretch of steps, both ends included, with the same cheapest suppliers. */
export interface CheapestRun {
  readonly from: number;
  readonly to: number;
  /** Indices of the cheapest, several when they cost the same to the cent; none where nobody can be ordered from. */
  readonly cheapest: readonly number[];
  /** The suppliers named take turns within the stretch, too closely to be told step by step. */
  readonly takesTurns: boolean;
}

/**
 * Who is cheapest from step to step, exact on every whole step, without looking at all of them: within one tier costs only rise, so a
 * supplier that costs less at the end of a stretch than any other at its beginning is the cheapest throughout; else the
 * stretch is halved. A crossover is where one run ends and the next begins.
 */
export function cheapestRuns({ from, to, lookAt, budget }: SteppedCosts): CheapestRun[] {
  if (to < from) return [];
  const seen = new Map<number, Look>();
  const look = (step: number): Look => {
    const known = seen.get(step);
    if (known !== undefined) return known;
    const fresh = lookAt(step);
    seen.set(step, fresh);
    return fresh;
  };
  const found: CheapestRun[] = [];
  // Wide stretches first, so that a budget spent leaves the same coarseness everywhere.
  let ranges: (readonly [number, number])[] = [[from, to]];
  while (ranges.length > 0) {
    const halves: (readonly [number, number])[] = [];
    for (const [low, high] of ranges) {
      const start = look(low);
      const end = look(high);
      const winner = low === high || sameTiers(start, end) ? throughout(start.costs, end.costs) : null;
      if (winner !== null) found.push({ from: low, to: high, cheapest: winner, takesTurns: false });
      else if (seen.size >= budget) {
        const cheapest = [...new Set([...cheapestOf(start.costs), ...cheapestOf(end.costs)])].sort((a, b) => a - b);
        found.push({ from: low, to: high, cheapest, takesTurns: true });
      } else {
        const middle = low + Math.floor((high - low) / 2);
        halves.push([low, middle], [middle + 1, high]);
      }
    }
    ranges = halves;
  }
  return joined(found.sort((a, b) => a.from - b.from));
}

/** Indices of the lowest cost. */
export function cheapestOf(costs: Costs): number[] {
  const lowest = costs.reduce<number | null>(
    (least, cost) => (cost !== null && (least === null || cost < least) ? cost : least),
    null,
  );
  return lowest === null ? [] : costs.flatMap((cost, index) => (cost === lowest ? [index] : []));
}

function sameTiers(start: Look, end: Look): boolean {
  return start.tiers.every((tier, index) => tier === end.tiers[index]);
}

/** The cheapest of a whole stretch within one tier, or null when its ends do not tell. */
function throughout(start: Costs, end: Costs): readonly number[] | null {
  if (start.some((cost, index) => (cost === null) !== (end[index] === null))) return null;
  const candidates = cheapestOf(end);
  const [winner] = candidates;
  if (winner === undefined) return [];
  const most = end[winner] ?? 0;
  const others = start.filter((cost, index) => index !== winner && cost !== null && cost <= most);
  if (others.length === 0) return [winner];
  // Nothing moves between the ends (everybody's MOQ lies above, say): what holds at one holds throughout.
  return start.every((cost, index) => cost === end[index]) ? candidates : null;
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
