import { queryOptions, useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/client.ts';

/** What is open, what was open lately, what this host can do. */
export function workspaceState() {
  return queryOptions(orpc.workspaces.state.queryOptions({ input: {} }));
}

export function useWorkspaceState() {
  return useQuery(workspaceState());
}

/** Today in China by the program's clock; null until known. */
export function useToday(): string | null {
  return useWorkspaceState().data?.today ?? null;
}

/** True when nothing may be written: hide or disable what would be refused. */
export function useReadOnly(): boolean {
  return (useWorkspaceState().data?.open?.readOnly ?? null) !== null;
}
