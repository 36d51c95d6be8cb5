import { divideRounded } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';

/** How sure an evaluator is of a score. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How the scores of several evaluators become one: each counts the same, or by how sure its evaluator is. */
export const AGGREGATIONS = ['mean', 'confidence'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** What a score weighs when confidence counts. [P] */
export const CONFIDENCE_WEIGHTS: Readonly<Record<Confidence, number>> = { low: 1, medium: 2, high: 3 };

/** Scores of one supplier by one criterion that lie this far apart are a disagreement: 20 points. [P] */
export const DISAGREEMENT_HUNDREDTHS = 2_000;

export interface GivenScore {
  readonly evaluatorId: Id;
  readonly criterionId: Id;
  readonly supplierId: Id;
  readonly scoreHundredths: number;
  readonly confidence: Confidence;
  readonly reason: string;
}

export interface MeanScore {
  readonly criterionId: Id;
  readonly supplierId: Id;
  readonly meanHundredths: number;
  /** The highest score less the lowest. */
  readonly spreadHundredths: number;
  readonly disagrees: boolean;
  readonly given: readonly GivenScore[];
}

/**
 * One score for each supplier and criterion from those of the evaluators who gave one, rounded half up to a hundredth of a point. A
 * supplier whom nobody scored by a criterion has none: unknown is not 0. In the order in which the first scores appear.
 */
export function meanScores(scores: readonly GivenScore[], aggregation: Aggregation): MeanScore[] {
  const together = new Map<string, GivenScore[]>();
  for (const score of scores) {
    const key = `${score.criterionId}:${score.supplierId}`;
    together.set(key, [...(together.get(key) ?? []), score]);
  }
  return [...together.values()].flatMap((given) => {
    const [first] = given;
    return first === undefined ? [] : [meanOf(first, given, aggregation)];
  });
}

function meanOf(
  { criterionId, supplierId }: GivenScore,
  given: readonly GivenScore[],
  aggregation: Aggregation,
): MeanScore {
  let sum = 0n;
  let weights = 0n;
  for (const { scoreHundredths, confidence } of given) {
    const weight = aggregation === 'mean' ? 1n : BigInt(CONFIDENCE_WEIGHTS[confidence]);
    sum += weight * BigInt(scoreHundredths);
    weights += weight;
  }
  const values = given.map(({ scoreHundredths }) => scoreHundredths);
  const spreadHundredths = Math.max(...values) - Math.min(...values);
  return {
    criterionId,
    supplierId,
    meanHundredths: divideRounded(sum, weights),
    spreadHundredths,
    disagrees: spreadHundredths >= DISAGREEMENT_HUNDREDTHS,
    given,
  };
}
