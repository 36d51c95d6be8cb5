import { useQueryClient } from '@tanstack/react-query';
import type { ItemFields } from '../../../shared/contract/items.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client } from '../../app/client.ts';
import { useSaveOverStale } from '../../app/save-over-stale.ts';
import { useSaveQueue } from '../../app/save-queue.ts';
import { useText } from '../../i18n/use-text.ts';
import type { GridBatch } from '../../ui/grid/drafts.ts';
import type { SaveBatch } from '../../ui/grid/use-drafts.ts';
import { useUndoToast } from '../history/mutations.ts';
import { itemsOf } from './queries.ts';
import { useStaleItem } from './stale-item.ts';

export type ItemChanges = Partial<ItemFields>;

const emptyItem: ItemFields = {
  lineNo: '',
  nameEn: '',
  nameZh: '',
  specification: '',
  category: '',
  unit: '',
  quantity: null,
  estimateUnitPrice: null,
  targetUnitPrice: null,
  hsCode: '',
  dutyRateBp: null,
  additionalDutyBp: null,
  specificDuty: null,
  cartonQuantity: null,
  cartonLengthMm: null,
  cartonWidthMm: null,
  cartonHeightMm: null,
  cartonWeightG: null,
  notes: '',
};

/**
 * Saves what the grid asks for, one batch after the other, each as one action. The items come back with the save; what is
 * computed from them is asked anew when the change is announced (app/changes.ts).
 */
export function useSaveItems(projectId: Id): { save: SaveBatch<ItemChanges>; isSaving: boolean } {
  const { t } = useText();
  const queryClient = useQueryClient();
  const saveOverStale = useSaveOverStale();
  const tell = useStaleItem();
  const offerUndo = useUndoToast();
  return useSaveQueue(async (batch: GridBatch<ItemChanges>): Promise<readonly Id[]> => {
    const { queryKey } = itemsOf(projectId);
    const saved = await saveOverStale(
      (over) => {
        const known = new Map(queryClient.getQueryData(queryKey)?.map((item) => [item.id, item.revision]));
        // A row that is not listed any more is gone; the core says so, whatever the revision.
        const revisionOf = (id: Id) => over.get(id) ?? known.get(id) ?? 1;
        return client.items.save({
          projectId,
          create: batch.created.map(({ position, changes }) => ({ ...emptyItem, ...changes, position })),
          update: batch.updated.map(({ id, changes }) => ({ id, revision: revisionOf(id), changes })),
          remove: batch.removed.map((id) => ({ id, revision: revisionOf(id) })),
        });
      },
      (id, stored) => tell(batch.updated.find((row) => row.id === id)?.changes ?? {}, stored),
    );
    if (saved === null) {
      await queryClient.invalidateQueries({ queryKey });
      return [];
    }
    queryClient.setQueryData(queryKey, saved.items);
    if (batch.removed.length > 0) offerUndo(t('items:removed', { count: batch.removed.length }), saved.actionId);
    return saved.createdIds;
  });
}
