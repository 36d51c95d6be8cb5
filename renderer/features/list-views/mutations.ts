import type { ListView } from '../../../shared/contract/list-views.ts';
import { orpc } from '../../app/client.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useUndoToast } from '../history/mutations.ts';

const touched = [orpc.listViews.key()];

export const useCreateListView = () => useWrite(orpc.listViews.create.mutationOptions(), { touches: touched });

export const useUpdateListView = () => useWrite(orpc.listViews.update.mutationOptions(), { touches: touched });

/** Deletes a view and offers to take it back. */
export function useRemoveListView() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.listViews.remove.mutationOptions(), { touches: touched });
  return ({ id, revision, name }: ListView) =>
    remove.mutate({ id, revision }, { onSuccess: ({ actionId }) => offerUndo(t('deleted', { name }), actionId) });
}
