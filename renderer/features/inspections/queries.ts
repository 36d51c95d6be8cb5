import type { InferContractRouterInputs } from '@orpc/contract';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { contract } from '../../../shared/contract/index.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

type Inputs = InferContractRouterInputs<typeof contract>;

export function useInspections(input: Inputs['inspections']['list']) {
  return useQuery(orpc.inspections.list.queryOptions({ input, placeholderData: keepPreviousData }));
}

export function useInspection(id: Id) {
  return useQuery(orpc.inspections.get.queryOptions({ input: { id } }));
}

/** Measurements over the batches of one item of one supplier; nothing is asked without an item. */
export function useDrift(supplierId: Id, itemId: Id | null) {
  return useQuery(orpc.inspections.drift.queryOptions({ input: itemId === null ? skipToken : { supplierId, itemId } }));
}

export function useQualityDocuments(input: Inputs['qualityDocuments']['list']) {
  return useQuery(orpc.qualityDocuments.list.queryOptions({ input, placeholderData: keepPreviousData }));
}

export function useHolidays() {
  return useQuery(orpc.holidays.list.queryOptions({ input: {} }));
}
