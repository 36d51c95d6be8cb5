import { awardModel } from './award-model.ts';
import { cheapest, type FoundAward, found } from './greedy.ts';
import type { Solve, SolveProgress } from './linear-model.ts';
import { type SupplierSet, supplierSets } from './supplier-sets.ts';
import type { AwardInput, AwardLimit } from './types.ts';

export interface SetsSolved {
  readonly best: FoundAward | null;
  /** No award that keeps the limits costs less; infinite when there is none. Minor units, unrounded. */
  readonly bound: number;
  /** Sets that needed the solver. */
  readonly solved: number;
}

/** Sets handed to the solver one by one; with more than these the whole is put to it at once. */
const MOST_SOLVED = 60;

/**
 * The cheapest award of whole lines, set of suppliers by set of suppliers. Within a set each line goes to the cheapest, and
 * where that keeps the limits nothing of the set is cheaper; the solver works only on sets where it does not and whose bound is
 * below the best award so far. Which suppliers to draw on is what a solver is slow to prove: with it settled, the rest is small.
 * Null when some line may be divided or there are too many sets.
 */
export function solveBySets(
  input: AwardInput,
  limits: readonly AwardLimit[],
  buyUp: boolean,
  known: FoundAward | null,
  solve: Solve,
  options: {
    readonly timeLimitSeconds: number;
    readonly absoluteGap: number;
    readonly onProgress?: (progress: SolveProgress) => void;
  },
): SetsSolved | null {
  const whole = limits.some(({ code }) => code === 'wholeLines') && limits.every(({ code }) => code !== 'twoSources');
  const sets = whole ? supplierSets(input, limits, buyUp) : null;
  if (sets === null) return null;
  let best = known;
  const target = () => (best === null ? Number.POSITIVE_INFINITY : best.award.totalMinor - options.absoluteGap);
  let bound = Number.POSITIVE_INFINITY;
  const open: SupplierSet[] = [];
  for (const set of sets) {
    if (set.bound >= target()) {
      bound = Math.min(bound, set.bound);
      break;
    }
    const own = found(input, limits, set.allocations);
    best = cheapest([best, own]);
    if (own !== null && set.exact) bound = Math.min(bound, set.bound);
    else open.push(set);
  }
  const left = open.filter((set) => set.bound < target());
  for (const set of open) if (set.bound >= target()) bound = Math.min(bound, set.bound);
  if (left.length > MOST_SOLVED) return null;

  let secondsGone = 0;
  let solved = 0;
  for (const set of left) {
    const secondsLeft = options.timeLimitSeconds - secondsGone;
    if (set.bound >= target() || secondsLeft <= 0) {
      bound = Math.min(bound, set.bound);
      continue;
    }
    const before = secondsGone;
    const total = best?.award.totalMinor ?? null;
    const built = awardModel(input, limits, buyUp, set.suppliers);
    const answer = solve(built.model, {
      timeLimitSeconds: secondsLeft,
      absoluteGap: options.absoluteGap,
      start: null,
      onProgress: ({ seconds, best: own }) =>
        options.onProgress?.({
          seconds: before + seconds,
          best: own === null || (total !== null && total < own) ? total : own,
          bound: Math.min(bound, set.bound),
        }),
    });
    secondsGone += answer.seconds;
    solved += 1;
    if (answer.state === 'infeasible') continue;
    if (answer.state === 'unknown') {
      bound = Math.min(bound, Math.max(answer.bound ?? set.bound, set.bound));
      continue;
    }
    best = cheapest([best, found(input, limits, built.allocationsOf(answer.values))]);
    bound = Math.min(bound, Math.max(answer.bound, set.bound));
  }
  return { best, bound, solved };
}
