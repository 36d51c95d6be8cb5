import { useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../app/client.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { useActionText } from './action-label.ts';

/** Takes the newest standing action back and says which it was. */
export function useUndo() {
  const { t } = useText();
  const text = useActionText();
  const queryClient = useQueryClient();
  return useWrite(
    orpc.history.undo.mutationOptions({
      onSuccess: (step) => {
        void queryClient.invalidateQueries();
        toastDone(step === null ? t('app:undo.nothingToUndo') : t('app:undo.undone', { label: text(step.label) }));
      },
    }),
    { touches: [orpc.history.key()] },
  );
}

export function useRedo() {
  const { t } = useText();
  const text = useActionText();
  const queryClient = useQueryClient();
  return useWrite(
    orpc.history.redo.mutationOptions({
      onSuccess: (step) => {
        void queryClient.invalidateQueries();
        toastDone(step === null ? t('app:undo.nothingToRedo') : t('app:undo.redone', { label: text(step.label) }));
      },
    }),
    { touches: [orpc.history.key()] },
  );
}

/**
 * The pattern of every delete: no question before, an offer to take it back after. Call it with what was deleted and
 * the action that did it.
 */
export function useUndoToast(): (message: string, actionId: string) => void {
  const { t } = useText();
  const undo = useUndo();
  return (message, actionId) => toastDone(message, { label: t('undo'), run: () => undo.mutate({ actionId }) });
}

export function useRestoreFromBin() {
  const queryClient = useQueryClient();
  return useWrite(orpc.bin.restore.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }), {
    touches: [orpc.bin.key()],
  });
}

export const useVerifyHistory = () => useWrite(orpc.history.verify.mutationOptions(), { touches: [] });
