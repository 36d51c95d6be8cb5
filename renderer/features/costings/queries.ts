import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export function costingOf(projectId: Id) {
  return queryOptions(orpc.costings.get.queryOptions({ input: { projectId } }));
}

/** What the project takes for granted. */
export function useCosting(projectId: Id) {
  return useQuery(costingOf(projectId));
}

/** The landed cost of one quote under it; the last one stays visible while the next is reckoned. */
export function useCostingPreview(projectId: Id, quoteId: Id | null) {
  return useQuery(
    orpc.costings.preview.queryOptions({ input: { projectId, quoteId }, placeholderData: keepPreviousData }),
  );
}
