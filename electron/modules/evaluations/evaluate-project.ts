import type { Criterion, Score } from '../../../shared/contract/evaluations.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import { evaluate } from '../../../shared/domain/evaluation/evaluation.ts';
import type { Candidate, Evaluation } from '../../../shared/domain/evaluation/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/**
 * Scores the suppliers of a comparison. Only a ranked total may earn a price score: an incomplete or excluded quote has none,
 * so with a price criterion its supplier is shown as incomplete and takes no rank.
 */
export function evaluateComparison(
  comparison: Comparison,
  criteria: readonly Criterion[],
  scores: readonly Score[],
): Evaluation {
  return evaluate(criteria, candidatesOf(comparison, scores));
}

export function candidatesOf(comparison: Comparison, scores: readonly Score[]): Candidate[] {
  const scoresOf = new Map<Id, Map<Id, number>>();
  for (const { supplierId, criterionId, scoreHundredths } of scores) {
    const own = scoresOf.get(supplierId) ?? new Map<Id, number>();
    own.set(criterionId, scoreHundredths);
    scoresOf.set(supplierId, own);
  }
  return comparison.quotes.map(({ quote, state, totalMinor }) => ({
    supplierId: quote.supplierId,
    totalMinor: state === 'ranked' ? totalMinor : null,
    scores: scoresOf.get(quote.supplierId) ?? new Map<Id, number>(),
  }));
}
