import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  CriteriaTemplate,
  Criterion,
  Evaluator,
  EvaluatorFields,
  Judgement,
  PlacedCriterion,
  Score,
  ScoreSheet,
  StoredSettings,
} from '../../../shared/contract/evaluations.ts';
import type { Confidence } from '../../../shared/domain/evaluation/mean-scores.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { describeError, failureOf } from '../../app/errors.ts';
import { useSaveOverStale } from '../../app/save-over-stale.ts';
import { useSaveQueue } from '../../app/save-queue.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { toastError } from '../../ui/toasts.tsx';
import type { CriteriaSet } from './criteria-draft.ts';

/** The set that was to be saved rests on an old reading; `stored` is what there is now. */
export class StaleCriteria extends Error {
  readonly stored: readonly Criterion[];

  constructor(stored: readonly Criterion[]) {
    super('the criteria were changed meanwhile');
    this.stored = stored;
  }
}

/** Saves all criteria as one action. Rejects with StaleCriteria when somebody changed them meanwhile. */
export function useSaveCriteria(projectId: Id) {
  const queryClient = useQueryClient();
  return useMutation<Criterion[], Error, CriteriaSet>({
    mutationFn: async (set) => {
      try {
        return await client.evaluations.saveCriteria({ projectId, ...set });
      } catch (error) {
        const code = failureOf(error)?.code;
        if (code !== 'STALE' && code !== 'NOT_FOUND') throw error;
        throw new StaleCriteria((await client.evaluations.get({ projectId })).criteria);
      }
    },
    onSuccess: () => touchEvaluations(queryClient),
  });
}

export interface ScoreChange {
  readonly criterionId: Id;
  readonly supplierId: Id;
  readonly scoreHundredths: number | null;
  readonly reason: string;
  readonly confidence: Confidence;
}

/**
 * Saves scores entered together, one action after the other. Revisions are read when it is their turn: the save before
 * raised them. `label` names the cell when somebody scored it meanwhile.
 */
export function useSaveScores(
  projectId: Id,
  evaluatorId: Id | null,
  scores: readonly Score[],
  label: (change: ScoreChange) => string,
) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const saveOverStale = useSaveOverStale();
  return useSaveQueue(async (changes: readonly ScoreChange[]) => {
    const known = queryClient
      .getQueriesData<ScoreSheet>({ queryKey: orpc.evaluations.sheet.key() })
      .flatMap(([, sheet]) => sheet?.scores ?? [])
      .filter((score) => evaluatorId === null || score.evaluatorId === evaluatorId);
    const revisions = new Map([...scores, ...known].map((score) => [keyOf(score), score.revision]));
    await saveOverStale(
      async (over) => {
        const saved = await client.evaluations.saveScores({
          projectId,
          evaluatorId,
          scores: changes.map((change) => ({
            ...change,
            // 0 says that the score was taken back meanwhile: ours is a new one.
            revision: (over.get(keyOf(change)) ?? revisions.get(keyOf(change)) ?? 0) || null,
          })),
        });
        await touchEvaluations(queryClient);
        return saved;
      },
      (id, stored) => {
        const change = changes.find((one) => keyOf(one) === id);
        const shown = (value: string | number | null | undefined) =>
          typeof value === 'number' ? formatScore(value) : t('evaluations:missing');
        return {
          title: change === undefined ? '' : label(change),
          fields: [
            {
              label: t('evaluations:score'),
              stored: shown(stored.scoreHundredths),
              mine: shown(change?.scoreHundredths),
            },
            { label: t('evaluations:reason'), stored: stored.reason ?? '', mine: change?.reason ?? '' },
          ],
        };
      },
    );
  });
}

/** A score is one supplier's by one criterion. */
export function keyOf({ criterionId, supplierId }: { criterionId: Id; supplierId: Id }): string {
  return `${criterionId}:${supplierId}`;
}

/** Saves how the project is evaluated; told when it failed. */
export function useSaveSettings(projectId: Id) {
  return useTold<StoredSettings, StoredSettings>((settings) =>
    client.evaluations.saveSettings({ projectId, ...settings }),
  );
}

/** Saves the comparisons of one group and the weights that follow. */
export function useSaveJudgements(projectId: Id) {
  return useTold<
    {
      readonly projectId: Id;
      readonly parentId: Id | null;
      readonly judgements: Judgement[];
      readonly siblings: { id: Id; revision: number }[];
    },
    Criterion[]
  >((input) => client.evaluations.saveJudgements({ ...input, projectId }));
}

/** Names an evaluator, or changes one. */
export function useSaveEvaluator(projectId: Id) {
  return useTold<EvaluatorFields & { readonly id: Id | null; readonly revision: number | null }, Evaluator>((input) =>
    client.evaluations.saveEvaluator({ ...input, projectId }),
  );
}

type Revised = Pick<Evaluator, 'id' | 'revision'>;

export function useRemoveEvaluator() {
  return useTold<Revised, { actionId: Id }>(({ id, revision }) => client.evaluations.removeEvaluator({ id, revision }));
}

/** Hands a blind evaluator's scores in, or opens them again. */
export function useTurnIn() {
  return useTold<Revised & { readonly handsIn: boolean }, Evaluator>(({ id, revision, handsIn }) =>
    handsIn ? client.evaluations.handIn({ id, revision }) : client.evaluations.reopen({ id, revision }),
  );
}

export function useSaveTemplate() {
  return useTold<{ readonly name: string; readonly criteria: PlacedCriterion[] }, CriteriaTemplate>((input) =>
    client.evaluations.saveTemplate(input),
  );
}

export function useRemoveTemplate() {
  return useTold<Revised, { actionId: Id }>(({ id, revision }) => client.evaluations.removeTemplate({ id, revision }));
}

/** A mutation whose failure is told in a toast, and after which everything about evaluations is asked anew. */
function useTold<Input, Output>(write: (input: Input) => Promise<Output>) {
  const { t } = useText();
  const queryClient = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: write,
    onError: (error) => toastError(describeError(error, t), t('app:error.title')),
    onSettled: () => touchEvaluations(queryClient),
  });
}

async function touchEvaluations(queryClient: ReturnType<typeof useQueryClient>): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: orpc.reports.key() });
  await queryClient.invalidateQueries({ queryKey: orpc.evaluations.key() });
}
