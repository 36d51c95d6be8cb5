import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export function itemsOf(projectId: Id) {
  return queryOptions(orpc.items.list.queryOptions({ input: { projectId } }));
}

/** The items of a project, in their order. */
export function useItems(projectId: Id) {
  return useQuery(itemsOf(projectId));
}
