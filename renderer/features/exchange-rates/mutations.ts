import type { ExchangeRate, ExchangeRateFields } from '../../../shared/contract/exchange-rates.ts';
import { orpc } from '../../app/client.ts';
import { fieldName } from '../../app/errors.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useUndoToast } from '../history/mutations.ts';

/** A rate changes every result in another currency. */
const touched = [
  orpc.exchangeRates.key(),
  orpc.comparisons.key(),
  orpc.evaluations.key(),
  orpc.reports.key(),
  orpc.history.key(),
];

export const useCreateExchangeRate = () =>
  useWrite(orpc.exchangeRates.create.mutationOptions(), { touches: touched, silent: true });

interface Update {
  readonly id: string;
  readonly revision: number;
  readonly changes: Partial<ExchangeRateFields>;
}

export function useUpdateExchangeRate(onKeepStored: () => void) {
  const { t } = useText();
  const update = useWrite<Update, unknown>(orpc.exchangeRates.update.mutationOptions(), {
    touches: touched,
    silent: true,
    stale: (input, current) => ({
      title: `${current.base} → ${current.quote}`,
      fields: Object.entries(input.changes)
        .filter(([field, mine]) => current[field] !== mine)
        .map(([field, mine]) => ({ label: fieldName(field, t), stored: current[field], mine })),
      saveMine: (revision) => update.mutate({ ...input, revision }),
      keepStored: onKeepStored,
    }),
  });
  return update;
}

export function useRemoveExchangeRate() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.exchangeRates.remove.mutationOptions(), { touches: touched });
  return (rate: ExchangeRate) =>
    remove.mutate(
      { id: rate.id, revision: rate.revision },
      {
        onSuccess: ({ actionId }) =>
          offerUndo(t('deleted', { name: `${rate.base} → ${rate.quote}, ${rate.effectiveDate}` }), actionId),
      },
    );
}
