import { useQueryClient } from '@tanstack/react-query';
import type { ProjectFields } from '../../../shared/contract/projects.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { useUndoToast } from '../history/mutations.ts';
import { useStaleProject } from './stale-project.ts';

/** A change of currency or comparison date changes every result computed from the project. */
const touched = [
  orpc.projects.key(),
  orpc.search.key(),
  orpc.comparisons.key(),
  orpc.evaluations.key(),
  orpc.reports.key(),
];

export const useCreateProject = () => useWrite(orpc.projects.create.mutationOptions(), { touches: touched });

/** Saves the given fields; when somebody saved meanwhile, both versions are shown. */
export function useUpdateProject(onKeepStored: () => void = () => undefined) {
  const tell = useStaleProject();
  const update = useWrite<ProjectUpdate, unknown>(orpc.projects.update.mutationOptions(), {
    touches: touched,
    stale: (input, current) => ({
      ...tell(input.changes, current),
      saveMine: (revision) => update.mutate({ ...input, revision }),
      keepStored: onKeepStored,
    }),
  });
  return update;
}

interface ProjectUpdate {
  readonly id: Id;
  readonly revision: number;
  readonly changes: Partial<ProjectFields>;
}

/** Puts a project into the bin and offers to take it back. */
export function useRemoveProject() {
  const { t } = useText();
  const name = useName();
  const offerUndo = useUndoToast();
  const queryClient = useQueryClient();
  const remove = useWrite(orpc.projects.remove.mutationOptions(), { touches: [] });
  return (project: { id: Id; revision: number; nameEn: string; nameZh: string }, onRemoved?: () => void) =>
    remove.mutate(
      { id: project.id, revision: project.revision },
      {
        onSuccess: ({ actionId }) => {
          onRemoved?.();
          offerUndo(t('deleted', { name: name(project) }), actionId);
          void queryClient.invalidateQueries({ queryKey: orpc.projects.list.key() });
        },
      },
    );
}
