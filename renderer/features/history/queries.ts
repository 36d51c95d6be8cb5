import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/client.ts';

/** What Undo and Redo would do now. */
export function useHistoryState(enabled = true) {
  return useQuery(orpc.history.state.queryOptions({ input: {}, enabled }));
}

export function useHistory(input: { search: string; offset: number; limit: number }) {
  return useQuery(orpc.history.list.queryOptions({ input, placeholderData: keepPreviousData }));
}

export function useHistoryEntries(actionId: string | null) {
  return useQuery(
    orpc.history.entries.queryOptions({ input: { actionId: actionId ?? '' }, enabled: actionId !== null }),
  );
}

export function useBin() {
  return useQuery(orpc.bin.list.queryOptions({ input: {} }));
}
