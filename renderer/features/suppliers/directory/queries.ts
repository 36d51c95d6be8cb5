import { useQueries, useQuery } from '@tanstack/react-query';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { orpc } from '../../../app/client.ts';

/** Pairs of suppliers that may be one. */
export function useDuplicates() {
  return useQuery(orpc.supplierMerges.candidates.queryOptions({ input: {} }));
}

export function useMergePreview(keep: Id, merge: Id) {
  return useQuery(orpc.supplierMerges.preview.queryOptions({ input: { keep, merge } }));
}

export function useSuppliersById(ids: readonly Id[]) {
  return useQueries({ queries: ids.map((id) => orpc.suppliers.get.queryOptions({ input: { id } })) });
}
