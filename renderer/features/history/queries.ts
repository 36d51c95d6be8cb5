import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/client.ts';

/** What Undo and Redo would do now. */
export function useHistoryState(enabled = true) {
  return useQuery(orpc.history.state.queryOptions({ input: {}, enabled }));
}

export function useHistory(input: { search: string; offset: number; limit: number }) {
  return useQuery(orpc.history.list.queryOptions({ input, placeholderData: keepPreviousData }));
}

const ENTRIES_A_PAGE = 200;

/** The rows an action changed, in pages: an import has many. */
export function useHistoryEntries(actionId: string) {
  return useInfiniteQuery(
    orpc.history.entries.infiniteOptions({
      input: (offset: number) => ({ actionId, offset, limit: ENTRIES_A_PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => (last.length < ENTRIES_A_PAGE ? null : all.length * ENTRIES_A_PAGE),
    }),
  );
}

export function useBin() {
  return useQuery(orpc.bin.list.queryOptions({ input: {} }));
}
