import { allocate } from '../../kernel/allocate.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Ahp, ahp, reciprocalMatrix } from './ahp.ts';
import { FULL_WEIGHT_BP } from './types.ts';

/** How much more one criterion counts than another, on Saaty's scale: 1 to 9, or −2 to −9 for 1/2 to 1/9. */
export interface PairJudgement {
  readonly firstId: Id;
  readonly secondId: Id;
  readonly intensity: number;
}

export interface ComparedWeights {
  readonly ahp: Ahp;
  /** The eigenvector in basis points, by the largest remainder: they sum to 10 000. */
  readonly weightsBp: readonly number[];
}

/** Parts fine enough to share basis points by. */
const FINE = 1_000_000_000;

/** The weights of siblings from their pairwise comparisons; null unless every pair was compared exactly once. */
export function comparedWeights(ids: readonly Id[], judgements: readonly PairJudgement[]): ComparedWeights | null {
  const pairs = new Set<string>();
  const placed = judgements.flatMap(({ firstId, secondId, intensity }) => {
    const [first, second] = [ids.indexOf(firstId), ids.indexOf(secondId)];
    if (first < 0 || second < 0 || first === second) return [];
    pairs.add(`${Math.min(first, second)}:${Math.max(first, second)}`);
    return [{ first, second, intensity }];
  });
  const count = (ids.length * (ids.length - 1)) / 2;
  if (ids.length < 2 || judgements.length !== count || placed.length !== count || pairs.size !== count) return null;
  const result = ahp(reciprocalMatrix(ids.length, placed));
  return {
    ahp: result,
    weightsBp: allocate(
      FULL_WEIGHT_BP,
      result.weights.map((weight) => Math.round(weight * FINE)),
    ),
  };
}
