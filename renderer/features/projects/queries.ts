import type { InferContractRouterInputs } from '@orpc/contract';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { contract } from '../../../shared/contract/index.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export type ProjectListInput = InferContractRouterInputs<typeof contract>['projects']['list'];

/** One page of the projects; the last page stays visible while the next one comes. */
export function useProjectList(input: ProjectListInput) {
  return useQuery(orpc.projects.list.queryOptions({ input, placeholderData: keepPreviousData }));
}

export function projectOf(id: Id) {
  return queryOptions(orpc.projects.get.queryOptions({ input: { id } }));
}

export function useProject(id: Id) {
  return useQuery(projectOf(id));
}
