import {
  type MutationFunction,
  type MutationFunctionContext,
  type MutationKey,
  type QueryKey,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useText } from '../i18n/use-text.ts';
import { toastError } from '../ui/toasts.tsx';
import { describeError, failureOf } from './errors.ts';
import { type StaleConflict, useStaleDialog } from './stale-dialog.tsx';

/** What `orpc.….mutationOptions()` gives, as far as a write needs it. */
interface WriteOptions<Input, Output> {
  readonly mutationFn?: MutationFunction<Output, Input>;
  readonly mutationKey?: MutationKey;
  onSuccess?(output: Output, input: Input, onMutateResult: unknown, context: MutationFunctionContext): unknown;
}

export interface WriteSettings<Input> {
  /** Questions this write makes out of date; the mutation ends when they are answered anew. */
  readonly touches: readonly QueryKey[];
  /** What to offer when somebody saved the record meanwhile; without it the refusal is told in a toast. */
  readonly stale?: (
    input: Input,
    current: Readonly<Record<string, string | number | null>>,
  ) => Omit<StaleConflict, 'current'>;
  /** The caller shows the error itself. */
  readonly silent?: boolean;
}

/**
 * A mutation as every feature wants it: errors are told in the user's language, a stale write shows both versions,
 * and what it touched is asked anew before it counts as done.
 */
export function useWrite<Input, Output>(
  options: WriteOptions<Input, Output>,
  settings: WriteSettings<Input>,
): UseMutationResult<Output, Error, Input> {
  const queryClient = useQueryClient();
  const { t } = useText();
  const showStale = useStaleDialog();
  return useMutation<Output, Error, Input>({
    ...options,
    onSuccess: async (...args) => {
      await Promise.all(settings.touches.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      await options.onSuccess?.(...args);
    },
    onError: (error, input) => {
      const failure = failureOf(error);
      if (failure?.code === 'STALE' && settings.stale !== undefined) {
        showStale({ ...settings.stale(input, failure.data.current), current: failure.data.current });
      } else if (settings.silent !== true) {
        toastError(describeError(error, t), t('app:error.title'));
      }
    },
  });
}
