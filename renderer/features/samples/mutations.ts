import { useQueryClient } from '@tanstack/react-query';
import type { ChecklistPointInput } from '../../../shared/contract/checklists.ts';
import type { SampleFields, SampleRoundDetails, SampleRoundFields } from '../../../shared/contract/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { describeError } from '../../app/errors.ts';
import { useSaveQueue } from '../../app/save-queue.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { toastError } from '../../ui/toasts.tsx';
import { type AnswerChange, changedAnswer } from '../checklists/answer-change.ts';
import { useUndoToast } from '../history/mutations.ts';

export const useCreateRound = () =>
  useWrite(orpc.samples.create.mutationOptions(), { touches: [orpc.samples.rounds.key()] });

type RoundChange =
  | { readonly kind: 'round'; readonly changes: Partial<SampleRoundFields> }
  | { readonly kind: 'addSample'; readonly supplierId: Id; readonly currency: string }
  | { readonly kind: 'points'; readonly points: ChecklistPointInput[] }
  | { readonly kind: 'reveal' }
  | { readonly kind: 'golden'; readonly sampleId: Id | null }
  | {
      readonly kind: 'sample';
      readonly sampleId: Id;
      readonly revision?: number;
      readonly changes: Partial<SampleFields>;
    }
  | { readonly kind: 'answer'; readonly sampleId: Id; readonly answer: AnswerChange };

/**
 * Saves changes of one round, one after the other: each names the revision that the one before it left. What somebody else
 * saved meanwhile is told, and asked anew.
 */
export function useSaveRound(id: Id) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const queryKey = orpc.samples.get.queryKey({ input: { id } });
  const { save, isSaving } = useSaveQueue(async (change: RoundChange) => {
    const known = queryClient.getQueryData<SampleRoundDetails>(queryKey);
    if (known === undefined) throw new Error('the round is not loaded');
    try {
      const saved = await send(known, change);
      queryClient.setQueryData(queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: orpc.samples.rounds.key() });
      void queryClient.invalidateQueries({ queryKey: orpc.history.key() });
      return saved;
    } catch (error) {
      toastError(describeError(error, t), t('app:error.title'));
      void queryClient.invalidateQueries({ queryKey });
      throw error;
    }
  });
  return { save, isSaving };
}

function send(known: SampleRoundDetails, change: RoundChange): Promise<SampleRoundDetails> {
  const { id, revision } = known.round;
  const ofSample = (sampleId: Id) => known.samples.find((sample) => sample.id === sampleId)?.revision ?? 1;
  switch (change.kind) {
    case 'round':
      return client.samples.update({ id, revision, changes: change.changes });
    case 'addSample':
      return client.samples.addSample({
        roundId: id,
        revision,
        supplierId: change.supplierId,
        currency: change.currency,
      });
    case 'points':
      return client.samples.savePoints({ roundId: id, revision, points: change.points });
    case 'reveal':
      return client.samples.reveal({ id, revision });
    case 'golden':
      return client.samples.setGolden({ id, revision, sampleId: change.sampleId });
    case 'sample':
      return client.samples.updateSample({
        id: change.sampleId,
        revision: change.revision ?? ofSample(change.sampleId),
        changes: change.changes,
      });
    case 'answer': {
      const { answer, sampleId } = change;
      const answers = known.samples.find(({ id: one }) => one === sampleId)?.answers ?? [];
      return client.samples.saveAnswers({
        sampleId,
        revision: ofSample(sampleId),
        answers: [changedAnswer(answers, answer)],
      });
    }
  }
}

export function useRemoveRound() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.samples.remove.mutationOptions(), { touches: [orpc.samples.rounds.key()] });
  return (round: { id: Id; revision: number; title: string }, onRemoved: () => void) =>
    remove.mutate(
      { id: round.id, revision: round.revision },
      {
        onSuccess: ({ actionId }) => {
          onRemoved();
          offerUndo(t('deleted', { name: round.title }), actionId);
        },
      },
    );
}

export function useRemoveSample() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.samples.removeSample.mutationOptions(), { touches: [orpc.samples.key()] });
  return (sample: { id: Id; revision: number }, name: string, onRemoved: () => void) =>
    remove.mutate(
      { id: sample.id, revision: sample.revision },
      {
        onSuccess: ({ actionId }) => {
          onRemoved();
          offerUndo(t('deleted', { name }), actionId);
        },
      },
    );
}
