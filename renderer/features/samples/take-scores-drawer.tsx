import { Button, Checkbox, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Sample, SampleRoundDetails } from '../../../shared/contract/samples.ts';
import type { Confidence } from '../../../shared/domain/evaluation/mean-scores.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { useSaveScores } from '../evaluations/mutations.ts';
import { useScoreSheet } from '../evaluations/queries.ts';

/** From these shares of the weight on a score is well founded, or fairly so ([P]). Basis points. */
const WELL_FOUNDED = 9_000;
const FAIRLY_FOUNDED = 6_000;

/** Offers the scores of a round to one criterion of its project: each is shown beside what stands there now. */
export function TakeScoresDrawer(props: {
  readonly details: SampleRoundDetails;
  readonly projectId: Id;
  readonly onClose: () => void;
}) {
  const { details, projectId, onClose } = props;
  const { round, samples } = details;
  const { t } = useText();
  const name = useName();
  const [evaluatorId, setEvaluatorId] = useState<Id | null>(null);
  const [criterionId, setCriterionId] = useState<Id | null>(null);
  const [left, setLeft] = useState<readonly Id[]>([]);
  const sheet = useScoreSheet(projectId, evaluatorId);
  const scores = sheet.data?.scores ?? [];
  const criteria = sheet.data?.criteria ?? [];
  const criterion = criteria.find(({ id }) => id === criterionId) ?? criteria[0];
  const { save, isSaving } = useSaveScores(projectId, sheet.data?.evaluator?.id ?? null, scores, ({ supplierId }) => {
    const own = samples.find((sample) => sample.supplierId === supplierId);
    return own === undefined ? '' : supplierOf(own);
  });
  const supplierOf = (sample: Sample) => name({ nameEn: sample.supplierNameEn, nameZh: sample.supplierNameZh });
  const standing = (supplierId: Id) =>
    scores.find((score) => score.supplierId === supplierId && score.criterionId === criterion?.id);
  const rows = samples.map((sample) => {
    const isCompared = sheet.data?.suppliers.some(({ id }) => id === sample.supplierId) ?? false;
    const obstacle = sample.score.scoreHundredths === null ? 'notTested' : isCompared ? null : 'notCompared';
    return { sample, obstacle } as const;
  });
  const chosen = rows.filter(({ sample, obstacle }) => obstacle === null && !left.includes(sample.id));
  const isLocked = sheet.data?.evaluator?.handedInAt != null;
  const submit = () => {
    if (criterion === undefined) return;
    const changes = chosen.map(({ sample }) => ({
      criterionId: criterion.id,
      supplierId: sample.supplierId,
      scoreHundredths: sample.score.scoreHundredths,
      confidence: confidenceOf(sample.score.coverageBp),
      reason: [
        t('samples:takeReason', {
          number: round.number,
          title: round.title,
          answered: sample.score.answered,
          total: sample.score.total,
        }),
        ...(sample.score.criticalFailures.length > 0 ? [t('samples:takeCritical')] : []),
      ].join(' '),
    }));
    save(changes).then(
      () => {
        toastDone(t('samples:taken', { count: changes.length }));
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={560}
      title={t('samples:takeScores')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            onClick={submit}
            loading={isSaving}
            disabled={criterion === undefined || chosen.length === 0 || isLocked}
          >
            {t('samples:takeScores')}
          </Button>
        </>
      }
    >
      {sheet.isError ? (
        <ErrorState error={sheet.error} retry={() => void sheet.refetch()} />
      ) : sheet.isPending ? (
        <LoadingRows />
      ) : criterion === undefined ? (
        <Text c="dimmed">{t('samples:noCriterion')}</Text>
      ) : (
        <Stack gap="md">
          <Text c="dimmed">{t('samples:takeScoresHint')}</Text>
          {sheet.data.evaluators.length < 2 ? null : (
            <Select
              label={t('samples:evaluator')}
              data={sheet.data.evaluators.map((one) => ({ value: one.id, label: one.name }))}
              value={sheet.data.evaluator?.id ?? null}
              onChange={setEvaluatorId}
              error={isLocked ? t('samples:handedIn') : undefined}
            />
          )}
          <Select
            label={t('samples:criterion')}
            data={criteria.map((one) => ({ value: one.id, label: name(one) }))}
            value={criterion.id}
            onChange={setCriterionId}
          />
          <Table aria-label={t('samples:tab.samples')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('samples:supplier')}</Table.Th>
                <Table.Th ta="right">{t('samples:scoreNow')}</Table.Th>
                <Table.Th ta="right">{t('samples:scoreNew')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ sample, obstacle }) => {
                const now = standing(sample.supplierId);
                return (
                  <Table.Tr key={sample.id}>
                    <Table.Td>
                      <Checkbox
                        label={<BilingualName nameEn={sample.supplierNameEn} nameZh={sample.supplierNameZh} stacked />}
                        disabled={obstacle !== null}
                        checked={obstacle === null && !left.includes(sample.id)}
                        description={obstacle === null ? undefined : t(`samples:take.${obstacle}`)}
                        onChange={(event) =>
                          setLeft(
                            event.currentTarget.checked ? left.filter((id) => id !== sample.id) : [...left, sample.id],
                          )
                        }
                      />
                    </Table.Td>
                    <Table.Td ta="right" className="hj-figures">
                      {now === undefined ? '–' : formatScore(now.scoreHundredths)}
                    </Table.Td>
                    <Table.Td ta="right" className="hj-figures">
                      {sample.score.scoreHundredths === null ? '–' : formatScore(sample.score.scoreHundredths)}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Stack>
      )}
    </SideDrawer>
  );
}

function confidenceOf(coverageBp: number): Confidence {
  return coverageBp >= WELL_FOUNDED ? 'high' : coverageBp >= FAIRLY_FOUNDED ? 'medium' : 'low';
}
