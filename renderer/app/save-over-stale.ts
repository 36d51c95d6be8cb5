import { useCallback } from 'react';
import { useText } from '../i18n/use-text.ts';
import { toastError } from '../ui/toasts.tsx';
import { describeError, failureOf } from './errors.ts';
import { type StaleConflict, useStaleDialog } from './stale-dialog.tsx';

type Stored = StaleConflict['current'];
/** Revisions to write over, by the id of the record, where the user chose to. */
export type Over = ReadonlyMap<string, number>;
/** What the dialog says; it may ask the core what is stored now. */
type Described = Pick<StaleConflict, 'title' | 'fields'>;
type Tell = (id: string, stored: Stored) => Described | Promise<Described>;

/**
 * Saves what a grid asks for. When somebody saved a record meanwhile, both versions are shown and the user decides:
 * the answer is what `attempt` gave in the end, or null when what is stored was kept and nothing was written. Any other
 * failure is told and thrown on.
 */
export function useSaveOverStale(): <Output>(
  attempt: (over: Over) => Promise<Output>,
  tell: Tell,
) => Promise<Output | null> {
  const { t } = useText();
  const showStale = useStaleDialog();
  return useCallback(
    async (attempt, tell) => {
      const over = new Map<string, number>();
      for (;;) {
        try {
          return await attempt(over);
        } catch (error) {
          const failure = failureOf(error);
          if (failure?.code !== 'STALE') {
            toastError(describeError(error, t), t('app:error.title'));
            throw error;
          }
          const { id, current } = failure.data;
          const described = await tell(id, current);
          const revision = await new Promise<number | null>((resolve) => {
            showStale({ ...described, current, saveMine: resolve, keepStored: () => resolve(null) });
          });
          if (revision === null) return null;
          over.set(id, revision);
        }
      }
    },
    [t, showStale],
  );
}
