import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TimelineKind } from '../../../../shared/domain/suppliers/timeline.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { orpc } from '../../../app/client.ts';

/** Everything kept of one supplier and what the rules say of it. */
export function useProfile(supplierId: Id) {
  return useQuery(orpc.supplierProfiles.get.queryOptions({ input: { supplierId } }));
}

/** What was said with a supplier, newest first. */
export function useCommunications(supplierId: Id, search: string, limit: number) {
  return useQuery(
    orpc.communications.list.queryOptions({
      input: { supplierId, search, offset: 0, limit },
      placeholderData: keepPreviousData,
    }),
  );
}

/** One page of everything that happened with a supplier; no kinds: all of them. */
export function useTimeline(supplierId: Id, kinds: TimelineKind[], offset: number, limit: number) {
  return useQuery(
    orpc.supplierTimelines.list.queryOptions({
      input: { supplierId, kinds, offset, limit },
      placeholderData: keepPreviousData,
    }),
  );
}

/** The items a supplier can supply, with everybody else who can. */
export function useSourcedItems(supplierId: Id) {
  return useQuery(orpc.itemSources.ofSupplier.queryOptions({ input: { supplierId } }));
}

export function useCandidateItems(supplierId: Id, search: string, enabled: boolean) {
  return useQuery(
    orpc.itemSources.candidates.queryOptions({
      input: { supplierId, search },
      placeholderData: keepPreviousData,
      enabled,
    }),
  );
}
