import type { Evaluator } from '../../../shared/contract/evaluations.ts';

/** Those who score blind and have not handed in, so that nothing of theirs counts yet. */
export function waitingEvaluators(evaluators: readonly Evaluator[]): Evaluator[] {
  return evaluators.filter(({ isBlind, handedInAt }) => isBlind && handedInAt === null);
}
