import { awardModel } from './award-model.ts';
import { bestByRuleOfThumb } from './greedy.ts';
import type { Solve } from './linear-model.ts';
import type { AwardInput, AwardLimit } from './types.ts';

/**
 * Which limits cannot be kept together: a deletion filter. Each limit is left out in turn; where the rest still cannot be kept,
 * it was not needed for the conflict and stays out. What remains is irreducible: leave any one out and there is an award.
 * (Chinneck, Feasibility and Infeasibility in Optimization, 2008, "deletion filter".)
 */
export function findConflict(
  input: AwardInput,
  limits: readonly AwardLimit[],
  buyUp: boolean,
  solve: Solve,
  timeLimitSeconds: number,
): { readonly conflict: readonly AwardLimit[]; readonly irreducible: boolean } {
  const each = Math.max(1, timeLimitSeconds / Math.max(1, limits.length));
  let irreducible = true;
  const isInfeasible = (under: readonly AwardLimit[]): boolean => {
    if (bestByRuleOfThumb(input, under, buyUp) !== null) return false;
    const { model } = awardModel(input, under, buyUp);
    const anyWill = { ...model, columns: model.columns.map((column) => ({ ...column, cost: 0 })) };
    const answer = solve(anyWill, { timeLimitSeconds: each, absoluteGap: 0.5, start: null });
    if (answer.state === 'unknown') irreducible = false;
    return answer.state === 'infeasible';
  };
  let conflict = limits;
  for (const limit of limits) {
    const rest = conflict.filter((one) => one !== limit);
    if (isInfeasible(rest)) conflict = rest;
  }
  return { conflict, irreducible };
}
