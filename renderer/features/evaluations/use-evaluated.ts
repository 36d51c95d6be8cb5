import { useMemo } from 'react';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import { useComparison } from '../comparisons/queries.ts';
import { useOpenProject } from '../projects/open-project.ts';
import { useEvaluation } from './queries.ts';

/** The prices an evaluation goes by: comparable totals of the planned quantities in the project's currency. */
export function useEvaluationQuery(): ComparisonQuery {
  const { id } = useOpenProject();
  return useMemo(
    (): ComparisonQuery => ({ projectId: id, basis: 'comparable', currency: null, quantityPercent: 100 }),
    [id],
  );
}

/** The evaluation with the comparison behind it, and whatever failed first. */
export function useEvaluated() {
  const query = useEvaluationQuery();
  const comparison = useComparison(query);
  const evaluation = useEvaluation(query);
  const failed = comparison.isError ? comparison : evaluation.isError ? evaluation : null;
  return { query, comparison: comparison.data, evaluated: evaluation.data, failed };
}
