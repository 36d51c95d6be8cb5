import type { InferContractRouterInputs } from '@orpc/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { contract } from '../../../shared/contract/index.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export type SupplierListInput = InferContractRouterInputs<typeof contract>['suppliers']['list'];

/** One page of the suppliers; the last page stays visible while the next one comes. */
export function useSupplierList(input: SupplierListInput, enabled = true) {
  return useQuery(orpc.suppliers.list.queryOptions({ input, placeholderData: keepPreviousData, enabled }));
}

/** Regions with how many suppliers each has. */
export function useSupplierRegions() {
  return useQuery(orpc.suppliers.regions.queryOptions({ input: {} }));
}

/** How many suppliers each filter of the list would leave. */
export function useSupplierCounts() {
  return useQuery(orpc.suppliers.counts.queryOptions({ input: {} }));
}

export function useSupplier(id: Id) {
  return useQuery(orpc.suppliers.get.queryOptions({ input: { id } }));
}

/** Every quote of one supplier, over all projects. */
export function useSupplierQuotes(id: Id) {
  return useQuery(orpc.suppliers.quotes.queryOptions({ input: { id } }));
}
