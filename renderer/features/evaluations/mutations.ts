import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Criterion, Score } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { failureOf } from '../../app/errors.ts';
import { useSaveOverStale } from '../../app/save-over-stale.ts';
import { useSaveQueue } from '../../app/save-queue.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
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
}

/**
 * Saves scores entered together, one action after the other. Revisions are read when it is their turn: the save before
 * raised them. `label` names the cell when somebody scored it meanwhile.
 */
export function useSaveScores(projectId: Id, scores: readonly Score[], label: (change: ScoreChange) => string) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const saveOverStale = useSaveOverStale();
  return useSaveQueue(async (changes: readonly ScoreChange[]) => {
    const known = queryClient
      .getQueriesData<{ scores: Score[] }>({ queryKey: orpc.evaluations.get.key() })
      .flatMap(([, data]) => data?.scores ?? []);
    const revisions = new Map([...scores, ...known].map((score) => [keyOf(score), score.revision]));
    await saveOverStale(
      async (over) => {
        const saved = await client.evaluations.saveScores({
          projectId,
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

async function touchEvaluations(queryClient: ReturnType<typeof useQueryClient>): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: orpc.reports.key() });
  await queryClient.invalidateQueries({ queryKey: orpc.evaluations.key() });
}
