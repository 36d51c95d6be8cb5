import { useQueryClient } from '@tanstack/react-query';
import type { CostingFields } from '../../../shared/contract/costings.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { fieldName } from '../../app/errors.ts';
import { useSaveOverStale } from '../../app/save-over-stale.ts';
import { useSaveQueue } from '../../app/save-queue.ts';
import { useText } from '../../i18n/use-text.ts';
import { costingOf } from './queries.ts';

/** Saves changed assumptions, one change after the other; what is chosen shows at once. */
export function useSaveCosting(projectId: Id): { save: (changes: Partial<CostingFields>) => Promise<void> } {
  const { t } = useText();
  const queryClient = useQueryClient();
  const saveOverStale = useSaveOverStale();
  const { queryKey } = costingOf(projectId);
  const queue = useSaveQueue(async (changes: Partial<CostingFields>) => {
    try {
      const saved = await saveOverStale(
        (over) => {
          const known = queryClient.getQueryData(queryKey)?.revision ?? null;
          const [overridden] = over.values();
          return client.costings.save({ projectId, revision: overridden ?? known, changes });
        },
        async () => {
          const { fields } = await queryClient.fetchQuery({ ...costingOf(projectId), staleTime: 0 });
          return {
            title: t('costings:title'),
            fields: Object.entries(changes).map(([field, mine]) => ({
              label: fieldName(field, t),
              stored: plain(Object.entries(fields).find(([name]) => name === field)?.[1]),
              mine: plain(mine),
            })),
          };
        },
      );
      if (saved === null) return void (await queryClient.invalidateQueries({ queryKey }));
      queryClient.setQueryData(queryKey, saved);
      await queryClient.invalidateQueries({ queryKey: orpc.costings.preview.key() });
    } catch (error) {
      await queryClient.invalidateQueries({ queryKey });
      throw error;
    }
  });
  const save = (changes: Partial<CostingFields>) => {
    queryClient.setQueryData(queryKey, (before) => before && { ...before, fields: { ...before.fields, ...changes } });
    return queue.save(changes);
  };
  return { save };
}

/** A stored figure for the dialog of two versions: as it is kept, since the field beside it says what it is. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? String(Object.keys(value).length) : String(value);
}
