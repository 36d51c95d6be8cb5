import { useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../../app/client.ts';
import { useWrite } from '../../../app/write.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useUndoToast } from '../../history/mutations.ts';

/** Merges two suppliers and offers to take it back: nearly everything may show the one or the other. */
export function useMergeSuppliers() {
  const { t } = useText();
  const queryClient = useQueryClient();
  const offerUndo = useUndoToast();
  return useWrite(
    orpc.supplierMerges.merge.mutationOptions({
      onSuccess: ({ supplier, actionId }) => {
        void queryClient.invalidateQueries();
        offerUndo(t('suppliers:merge.done', { name: supplier.nameEn || supplier.nameZh }), actionId);
      },
    }),
    { touches: [orpc.supplierMerges.key()] },
  );
}
