import { difference } from '../comparison/difference.ts';
import { awardModel } from './award-model.ts';
import { findConflict } from './conflict.ts';
import { bestByRuleOfThumb, bestSingle, cheapest, type FoundAward, found, wholeOrder } from './greedy.ts';
import { limitsOf } from './limits.ts';
import type { Solve, SolveProgress } from './linear-model.ts';
import { priceAward } from './price-award.ts';
import { solveBySets } from './solve-by-sets.ts';
import { trimSurplus } from './trim.ts';
import type { AwardInput, AwardLimit, PricedAward, Proof, Savings, ScenarioRequest, ScenarioResult } from './types.ts';

type SolvedResult = Extract<ScenarioResult, { state: 'solved' }>;

export interface ScenarioOptions {
  readonly timeLimitSeconds: number;
  readonly onProgress?: (progress: SolveProgress) => void;
}

/**
 * The cheapest award under the limits. A solver proposes; what counts is reckoned anew in whole numbers and held against every
 * limit. A rule of thumb is tried as well and wins where it is no dearer, so that the result is never worse than one.
 * When nothing keeps the limits, those that conflict are named.
 */
export function solveScenario(
  input: AwardInput,
  request: ScenarioRequest,
  solve: Solve,
  options: ScenarioOptions,
): ScenarioResult {
  if (input.items.length === 0 || input.suppliers.length === 0) return { state: 'nothing' };
  const limits = limitsOf(input, request);
  if (request.kind === 'single') return solveSingle(input, request, limits, solve, options);

  const thumb = bestByRuleOfThumb(input, limits, request.buyUp);
  const asked = {
    timeLimitSeconds: options.timeLimitSeconds,
    absoluteGap: ABSOLUTE_GAP,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  };
  const bySets = solveBySets(input, limits, request.buyUp, thumb, solve, asked);
  if (bySets !== null) {
    const { best, bound, solved } = bySets;
    if (best === null) {
      return bound === Number.POSITIVE_INFINITY
        ? infeasible(input, request, limits, solve, options)
        : { state: 'outOfTime' };
    }
    return solvedAs(input, request, best, { bound, method: solved === 0 ? 'everySet' : 'solver', stepBp: null });
  }

  const built = awardModel(input, limits, request.buyUp);
  const answer = solve(built.model, { ...asked, start: thumb === null ? null : built.startFrom(thumb.allocations) });
  if (answer.state === 'infeasible' && thumb === null) return infeasible(input, request, limits, solve, options);
  const proposed =
    answer.state === 'optimal' || answer.state === 'timeLimit' ? built.allocationsOf(answer.values) : null;
  const solved =
    proposed === null
      ? null
      : cheapest([found(input, limits, trimSurplus(input, proposed)), found(input, limits, proposed)]);
  const best = cheapest([solved, thumb]);
  if (best === null) return { state: 'outOfTime' };
  return solvedAs(input, request, best, {
    bound: answer.state === 'infeasible' ? null : answer.bound,
    method: solved === null ? 'ruleOfThumb' : 'solver',
    stepBp: isDivided(best) ? built.stepBp : null,
  });
}

/** Half a minor unit: nothing that matters lies between. */
const ABSOLUTE_GAP = 0.5;

function solvedAs(
  input: AwardInput,
  request: ScenarioRequest,
  best: FoundAward,
  how: Pick<SolvedResult, 'method' | 'stepBp'> & { readonly bound: number | null },
): SolvedResult {
  return {
    state: 'solved',
    award: best.award,
    proof: proofOf(best, how.bound, input),
    method: how.method,
    savings: savingsOf(input, request, best.award),
    stepBp: how.stepBp,
  };
}

function solveSingle(
  input: AwardInput,
  request: ScenarioRequest,
  limits: readonly AwardLimit[],
  solve: Solve,
  options: ScenarioOptions,
): ScenarioResult {
  const best = bestSingle(input, limits, request.buyUp);
  if (best === null) return infeasible(input, request, limits, solve, options);
  return {
    state: 'solved',
    award: best.award,
    proof: { code: 'optimal' },
    method: 'everySupplier',
    savings: savingsOf(input, request, best.award),
    stepBp: null,
  };
}

function infeasible(
  input: AwardInput,
  { kind, buyUp }: ScenarioRequest,
  limits: readonly AwardLimit[],
  solve: Solve,
  { timeLimitSeconds }: ScenarioOptions,
): ScenarioResult {
  const { conflict, irreducible } = findConflict(input, limits, buyUp, solve, timeLimitSeconds);
  const named = conflict
    // What a single source implies is said as what was chosen.
    .filter((limit) => kind !== 'single' || limit.code !== 'wholeLines')
    .map((limit) => (kind === 'single' && limit.code === 'maxSuppliers' ? { code: 'singleSource' as const } : limit));
  return { state: 'infeasible', conflict: named, irreducible };
}

/**
 * A total that is no further above the proven bound than rounding can carry it counts as the best. Rounding: the goods, the tax
 * and the conversion of each supplier once, half a minor unit each, and the solver's own tolerance.
 */
function proofOf({ award }: FoundAward, bound: number | null, input: AwardInput): Proof {
  if (bound === null || bound === Number.NEGATIVE_INFINITY) return { code: 'none' };
  const tolerance = 1 + 2 * input.suppliers.length + Math.abs(award.totalMinor) * 1e-7;
  const open = award.totalMinor - bound;
  if (open <= tolerance) return { code: 'optimal' };
  const boundMinor = Math.max(0, Math.floor(bound));
  return {
    code: 'gap',
    boundMinor,
    gapBp: award.totalMinor === 0 ? 0 : Math.ceil((open * 10_000) / award.totalMinor),
  };
}

function isDivided({ award }: FoundAward): boolean {
  const seen = new Set<string>();
  for (const { lines } of award.orders) {
    for (const { itemId } of lines) {
      if (seen.has(itemId)) return true;
      seen.add(itemId);
    }
  }
  return false;
}

/** What an award saves: against our estimate, the cheapest single source, whom we buy from today, and the budget. */
export function savingsOf(
  input: AwardInput,
  { incumbentId }: Pick<ScenarioRequest, 'incumbentId'>,
  { totalMinor }: Pick<PricedAward, 'totalMinor'>,
): Savings {
  const estimates = input.items.map(({ estimateMinor }) => estimateMinor);
  const estimateMinor = estimates.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    estimates.length === 0 ? null : 0,
  );
  const single = bestSingle(input, minimumValues(input), false);
  const incumbent = input.suppliers.findIndex(({ supplierId }) => supplierId === incumbentId);
  const ofIncumbent = incumbent < 0 ? null : wholeOrder(input, incumbent, false);
  const incumbentMinor = ofIncumbent === null ? null : (priceAward(input, ofIncumbent)?.totalMinor ?? null);
  const singleMinor = single?.award.totalMinor ?? null;
  return {
    estimateMinor,
    singleMinor,
    singleSupplierId: single?.award.orders[0]?.supplierId ?? null,
    incumbentMinor,
    budgetMinor: input.budgetMinor,
    toEstimate: difference(totalMinor, estimateMinor),
    toSingle: difference(totalMinor, singleMinor),
    toIncumbent: difference(totalMinor, incumbentMinor),
    toBudget: difference(totalMinor, input.budgetMinor),
  };
}

function minimumValues(input: AwardInput): AwardLimit[] {
  return limitsOf(input, { kind: 'split', limits: [], buyUp: false, incumbentId: null });
}
