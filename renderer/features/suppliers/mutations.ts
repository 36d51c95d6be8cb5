import { useQueryClient } from '@tanstack/react-query';
import type { Supplier, SupplierFields } from '../../../shared/contract/suppliers.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';
import { fieldName } from '../../app/errors.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { useUndoToast } from '../history/mutations.ts';

/** A supplier's name stands in quotes, comparisons and reports. */
const touched = [
  orpc.suppliers.key(),
  orpc.search.key(),
  orpc.quotes.key(),
  orpc.comparisons.key(),
  orpc.evaluations.key(),
  orpc.reports.key(),
];

export const useCreateSupplier = () =>
  useWrite(orpc.suppliers.create.mutationOptions(), { touches: [orpc.suppliers.key(), orpc.search.key()] });

interface SupplierUpdate {
  readonly id: Id;
  readonly revision: number;
  readonly changes: Partial<SupplierFields>;
}

/** Saves the given fields; when somebody saved meanwhile, both versions are shown. */
export function useUpdateSupplier(onKeepStored: () => void = () => undefined) {
  const { t } = useText();
  const name = useName();
  const update = useWrite<SupplierUpdate, Supplier>(orpc.suppliers.update.mutationOptions(), {
    touches: touched,
    stale: (input, stored) => ({
      title: name({ nameEn: String(stored.nameEn ?? ''), nameZh: String(stored.nameZh ?? '') }),
      fields: Object.entries(input.changes).map(([field, mine]) => ({
        label: fieldName(field, t),
        stored: String(stored[field] ?? ''),
        mine: mine ?? '',
      })),
      saveMine: (revision) => update.mutate({ ...input, revision }),
      keepStored: onKeepStored,
    }),
  });
  return update;
}

/** Puts a supplier into the bin and offers to take it back. */
export function useRemoveSupplier() {
  const { t } = useText();
  const name = useName();
  const offerUndo = useUndoToast();
  const queryClient = useQueryClient();
  const remove = useWrite(orpc.suppliers.remove.mutationOptions(), { touches: [] });
  return (supplier: Supplier, onRemoved?: () => void) =>
    remove.mutate(
      { id: supplier.id, revision: supplier.revision },
      {
        onSuccess: ({ actionId }) => {
          // Leave first: asking for a supplier that is gone would only show an error.
          onRemoved?.();
          offerUndo(t('deleted', { name: name(supplier) }), actionId);
          void queryClient.invalidateQueries({ queryKey: orpc.suppliers.list.key() });
          void queryClient.invalidateQueries({ queryKey: orpc.suppliers.regions.key() });
        },
      },
    );
}
