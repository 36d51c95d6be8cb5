import type { InferContractRouterInputs } from '@orpc/contract';
import { type MutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { contract } from '../../../shared/contract/index.ts';
import { orpc } from '../../app/client.ts';
import { fieldName } from '../../app/errors.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { workspaceState } from './queries.ts';

/** After another workspace is open nothing known before holds any more. */
function useOpening<Input, Output>(options: MutationOptions<Output, Error, Input>) {
  const queryClient = useQueryClient();
  return useMutation<Output, Error, Input>({
    ...options,
    onSuccess: async () => {
      await queryClient.fetchQuery({ ...workspaceState(), staleTime: 0 });
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== workspaceState().queryKey[0] });
      await queryClient.invalidateQueries();
    },
  });
}

export const useCreateWorkspace = () => useOpening(orpc.workspaces.create.mutationOptions());
export const useOpenWorkspace = () => useOpening(orpc.workspaces.open.mutationOptions());
export const useOpenSample = () => useOpening(orpc.workspaces.openSample.mutationOptions());
export const useRestoreWorkspace = () => useOpening(orpc.workspaces.restore.mutationOptions());
export const useCloseWorkspace = () => useOpening(orpc.workspaces.close.mutationOptions());

export const usePickFolder = () => useMutation(orpc.workspaces.pickFolder.mutationOptions());
export const useForgetWorkspace = () =>
  useWrite(orpc.workspaces.forget.mutationOptions(), { touches: [orpc.workspaces.key()] });

type WorkspaceUpdate = InferContractRouterInputs<typeof contract>['workspaces']['update'];

/** The profile of the open workspace; reports are printed with it. */
export function useUpdateWorkspace(onKeepStored: () => void = () => undefined) {
  const { t } = useText();
  const update = useWrite<WorkspaceUpdate, unknown>(orpc.workspaces.update.mutationOptions(), {
    touches: [orpc.workspaces.key()],
    stale: (input, stored) => ({
      title: String(stored.name ?? ''),
      fields: Object.entries(input.changes).map(([field, mine]) => ({
        label: fieldName(field, t),
        stored: stored[field],
        mine,
      })),
      saveMine: (revision) => update.mutate({ ...input, revision }),
      keepStored: onKeepStored,
    }),
  });
  return update;
}
