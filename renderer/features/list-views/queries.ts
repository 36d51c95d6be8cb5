import { useQuery } from '@tanstack/react-query';
import type { ListName } from '../../../shared/contract/list-views.ts';
import { orpc } from '../../app/client.ts';

export function useListViews(list: ListName) {
  return useQuery(orpc.listViews.list.queryOptions({ input: { list } }));
}
