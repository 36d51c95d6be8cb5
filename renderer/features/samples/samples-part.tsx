import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconZoomCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Sample, SampleRoundDetails } from '../../../shared/contract/samples.ts';
import { sampleProgress } from '../../../shared/domain/samples/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatMoney, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import { MoneyCell } from '../../ui/figures.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { plannedFields, useCreateInspection } from '../inspections/mutations.ts';
import { useToday } from '../workspaces/queries.ts';
import classes from './samples.module.css';
import { isHidden } from './whose.ts';

const PROGRESS_TONE: Readonly<Record<ReturnType<typeof sampleProgress>, Tone>> = {
  planned: 'unknown',
  requested: 'neutral',
  shipped: 'accent',
  received: 'accent',
  judged: 'neutral',
  late: 'warning',
};
const VERDICT_TONE = { approved: 'good', conditional: 'warning', rejected: 'bad' } as const;

/** The samples of a round with what they cost, where they are, and what was decided. */
export function SamplesPart(props: {
  readonly details: SampleRoundDetails;
  readonly readOnly: boolean;
  readonly onOpen: (id: Id) => void;
  readonly onAdd: () => void;
}) {
  const { details, readOnly, onOpen, onAdd } = props;
  const { round, samples } = details;
  const { t } = useText();
  const today = useToday() ?? '';
  const hidden = isHidden(round);
  if (samples.length === 0) {
    return (
      <EmptyState
        title={t('samples:empty')}
        hint={t('samples:emptyHint')}
        {...(readOnly ? {} : { action: { label: t('samples:addSupplier'), onClick: onAdd } })}
      />
    );
  }
  return (
    <>
      <Costs details={details} />
      {hidden ? <Text c="dimmed">{t('samples:hidden')}</Text> : null}
      <ScrollRegion label={t('samples:tab.samples')} className={classes.wide}>
        <Table aria-label={t('samples:tab.samples')} stickyHeader={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('samples:supplier')}</Table.Th>
              {round.isBlind && !hidden ? <Table.Th>{t('samples:code')}</Table.Th> : null}
              <Table.Th ta="right">{t('samples:field.fee')}</Table.Th>
              <Table.Th>{t('samples:field.feeRefund')}</Table.Th>
              <Table.Th ta="right">{t('samples:field.freight')}</Table.Th>
              <Table.Th>{t('samples:column.state')}</Table.Th>
              <Table.Th>{t('samples:field.receivedOn')}</Table.Th>
              {hidden ? null : <Table.Th ta="right">{t('samples:score')}</Table.Th>}
              <Table.Th>{t('samples:field.verdict')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {samples.map((sample) => {
              const progress = sampleProgress(sample, round.neededBy, today);
              return (
                <Table.Tr key={sample.id} className={classes.row} onClick={() => onOpen(sample.id)}>
                  <Table.Td>
                    <UnstyledButton
                      className={classes.name}
                      onClick={(event) => {
                        event.stopPropagation();
                        onOpen(sample.id);
                      }}
                    >
                      <BilingualName nameEn={sample.supplierNameEn} nameZh={sample.supplierNameZh} stacked />
                    </UnstyledButton>
                    {round.goldenSampleId === sample.id ? (
                      <StatusBadge tone="good" label={t('samples:golden')} />
                    ) : null}
                  </Table.Td>
                  {round.isBlind && !hidden ? <Table.Td>{sample.code}</Table.Td> : null}
                  <Table.Td ta="right">
                    <MoneyCell minor={sample.feeMinor} currency={sample.currency} />
                  </Table.Td>
                  <Table.Td>{t(`samples:refund.${sample.feeRefund}`)}</Table.Td>
                  <Table.Td ta="right">
                    <MoneyCell minor={sample.freightMinor} currency={sample.currency} />
                  </Table.Td>
                  <Table.Td>
                    <StatusBadge tone={PROGRESS_TONE[progress]} label={t(`samples:progress.${progress}`)} />
                  </Table.Td>
                  <Table.Td className="hj-figures">{sample.receivedOn}</Table.Td>
                  {hidden ? null : (
                    <Table.Td ta="right" className="hj-figures">
                      {sample.score.scoreHundredths === null ? (
                        <span className="hj-quiet">{t('unknown')}</span>
                      ) : (
                        formatScore(sample.score.scoreHundredths)
                      )}
                    </Table.Td>
                  )}
                  <Table.Td>
                    <VerdictBadge sample={sample} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {readOnly ? null : <InspectBatch details={details} />}
    </>
  );
}

/** Plans an inspection of a batch of the supplier whose sample is golden, on the same checklist. */
function InspectBatch({ details: { round, samples } }: { readonly details: SampleRoundDetails }) {
  const { t } = useText();
  const navigate = useNavigate();
  const create = useCreateInspection();
  const golden = samples.find(({ id }) => id === round.goldenSampleId);
  if (golden === undefined) return null;
  const fields = plannedFields({ projectId: round.projectId, itemId: round.itemId, goldenSampleId: golden.id });
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconZoomCheck size={15} aria-hidden />}
        loading={create.isPending}
        onClick={() =>
          create.mutate(
            { kind: 'preShipment', supplierId: golden.supplierId, fields },
            {
              onSuccess: ({ inspection }) =>
                void navigate({ to: '/inspections/$inspectionId', params: { inspectionId: inspection.id } }),
            },
          )
        }
      >
        {t('samples:inspect')}
      </Button>
    </Group>
  );
}

function VerdictBadge({ sample }: { readonly sample: Pick<Sample, 'verdict' | 'verdictReason'> }) {
  const { t } = useText();
  const { verdict, verdictReason } = sample;
  if (verdict === null) return <StatusBadge tone="unknown" label={t('samples:verdict.none')} />;
  return <StatusBadge tone={VERDICT_TONE[verdict]} label={t(`samples:verdict.${verdict}`)} title={verdictReason} />;
}

function Costs({ details: { costs } }: { readonly details: SampleRoundDetails }) {
  const { t } = useText();
  return (
    <dl className={classes.costs}>
      <dt>{t('samples:costs')}</dt>
      {costs.map(({ currency, feeMinor, freightMinor, totalMinor, refundableMinor, unknown }) => (
        <dd key={currency}>
          <strong className="hj-figures">{formatMoney(totalMinor, currency)}</strong>
          <span className="hj-unit">{currency}</span>{' '}
          <span className="hj-quiet">
            {t('samples:costRow', {
              fee: formatMoney(feeMinor, currency),
              freight: formatMoney(freightMinor, currency),
            })}
            {refundableMinor === 0
              ? ''
              : ` · ${t('samples:refundable', { amount: formatMoney(refundableMinor, currency) })}`}
            {unknown === 0 ? '' : ` · ${t('samples:unknownCosts', { count: unknown })}`}
          </span>
        </dd>
      ))}
    </dl>
  );
}
