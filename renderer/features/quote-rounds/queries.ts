import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

/** Every round of every supplier of a project. */
export function useQuoteRounds(query: ComparisonQuery) {
  return useQuery(orpc.quoteRounds.list.queryOptions({ input: query, placeholderData: keepPreviousData }));
}

/** How the total of one round came about, asked for once somebody wants to know. */
export function useRoundTrace(query: ComparisonQuery, quoteId: Id, enabled: boolean) {
  return useQuery(orpc.quoteRounds.trace.queryOptions({ input: { ...query, quoteId }, enabled }));
}
