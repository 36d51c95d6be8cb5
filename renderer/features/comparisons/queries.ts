import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import { unpackComparison } from '../../../shared/domain/comparison/packed.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export function comparisonOf(input: ComparisonQuery) {
  return queryOptions(
    orpc.comparisons.get.queryOptions({
      input,
      select: unpackComparison,
      // Looking through ten thousand cells for what stayed the same costs more than showing them anew.
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
  );
}

/** The quotes of a project side by side; while other options are reckoned the last result stays. */
export function useComparison(input: ComparisonQuery) {
  return useQuery(comparisonOf(input));
}

/** How one figure came about, asked for once somebody wants to know. */
export function useComparisonTrace(input: ComparisonQuery, figure: { quoteId: Id; itemId: Id | null } | null) {
  return useQuery(
    orpc.comparisons.trace.queryOptions({
      input: { ...input, quoteId: figure?.quoteId ?? '', itemId: figure?.itemId ?? null },
      enabled: figure !== null,
    }),
  );
}
