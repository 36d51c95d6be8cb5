import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

/** Criteria, scores and what follows from them, with the prices of the given comparison. */
export function useEvaluation(input: ComparisonQuery) {
  return useQuery(orpc.evaluations.get.queryOptions({ input, placeholderData: keepPreviousData }));
}

/** How a supplier's score came about, asked for once somebody wants to know. */
export function useEvaluationTrace(input: ComparisonQuery, supplierId: Id | null) {
  return useQuery(
    orpc.evaluations.trace.queryOptions({
      input: { ...input, supplierId: supplierId ?? '' },
      enabled: supplierId !== null,
    }),
  );
}

/** How far a criterion's weight may move, asked for once somebody wants to know. */
export function useStabilityTrace(input: ComparisonQuery, criterionId: Id | null) {
  return useQuery(
    orpc.evaluations.stabilityTrace.queryOptions({
      input: { ...input, criterionId: criterionId ?? '' },
      enabled: criterionId !== null,
    }),
  );
}

/** What one evaluator scores in; it carries no price. */
export function useScoreSheet(projectId: Id, evaluatorId: Id | null) {
  return useQuery(
    orpc.evaluations.sheet.queryOptions({ input: { projectId, evaluatorId }, placeholderData: keepPreviousData }),
  );
}

/** The workspace's own templates. */
export function useTemplates() {
  return useQuery(orpc.evaluations.templates.queryOptions({ input: {} }));
}
