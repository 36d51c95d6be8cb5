import { Button, Checkbox, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import {
  IconChecklist,
  IconEye,
  IconPencil,
  IconPlus,
  IconPrinter,
  IconTrash,
  IconZoomCheck,
} from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Sample, SampleRoundDetails } from '../../../shared/contract/samples.ts';
import { sampleProgress } from '../../../shared/domain/samples/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { formatCount, formatMoney, formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { MoneyCell } from '../../ui/figures.tsx';
import { type PageAction, PageHeader } from '../../ui/page-header.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import { SideBySide } from '../attachments/side-by-side.tsx';
import { PointsDrawer } from '../checklists/points-drawer.tsx';
import { plannedFields, useCreateInspection } from '../inspections/mutations.ts';
import { SupplierPicker } from '../suppliers/supplier-picker.tsx';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { useRemoveRound, useSaveRound } from './mutations.ts';
import { useSampleRound } from './queries.ts';
import { ROUND_TABS } from './routes.tsx';
import { parseText, SampleDrawer } from './sample-drawer.tsx';
import classes from './samples.module.css';
import { TestSheet } from './test-sheet.tsx';
import { byCode, isHidden, useWhose } from './whose.ts';

const route = getRouteApi('/workspace/samples/$roundId');

/** One round: its samples, its test sheet, its photos. */
export function RoundScreen() {
  const { roundId } = route.useParams();
  const round = useSampleRound(roundId);
  if (round.isError) return <ErrorState error={round.error} retry={() => void round.refetch()} />;
  if (round.isPending) return <LoadingRows />;
  return <OpenRound details={round.data} />;
}

function OpenRound({ details }: { readonly details: SampleRoundDetails }) {
  const { round, samples } = details;
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const { tab } = route.useSearch();
  const { save } = useSaveRound(round.id);
  const remove = useRemoveRound();
  const [dialog, setDialog] = useState<'edit' | 'points' | 'supplier' | null>(null);
  const [sampleId, setSampleId] = useState<Id | null>(null);
  const attempt = (change: Parameters<typeof save>[0]) => void save(change).catch(() => undefined);
  const open = samples.find(({ id }) => id === sampleId);
  useCrumb(1, round.title, `/samples/${round.id}`);
  const hidden = isHidden(round);
  const print = (blank: boolean) =>
    void navigate({ to: '/print/samples/$roundId', params: { roundId: round.id }, search: { blank } });
  const actions: PageAction[] = [
    { label: t('samples:blank'), icon: <IconPrinter size={15} aria-hidden />, onClick: () => print(true) },
    { label: t('samples:print'), icon: <IconPrinter size={15} aria-hidden />, onClick: () => print(false) },
    ...(readOnly
      ? []
      : [
          { label: t('samples:edit'), icon: <IconPencil size={15} aria-hidden />, onClick: () => setDialog('edit') },
          {
            label: t('samples:editSheet'),
            icon: <IconChecklist size={15} aria-hidden />,
            disabled: round.goldenSampleId !== null,
            onClick: () => setDialog('points'),
          },
          {
            label: t('samples:delete'),
            icon: <IconTrash size={15} aria-hidden />,
            destructive: true,
            onClick: () =>
              remove(round, () =>
                round.projectId === null
                  ? void navigate({ to: '/inspections/samples' })
                  : void navigate({ to: '/projects/$projectId/samples', params: { projectId: round.projectId } }),
              ),
          },
        ]),
  ];
  const primary: PageAction | undefined = readOnly
    ? undefined
    : hidden
      ? {
          label: t('samples:reveal'),
          icon: <IconEye size={15} aria-hidden />,
          onClick: () => attempt({ kind: 'reveal' }),
        }
      : {
          label: t('samples:addSupplier'),
          icon: <IconPlus size={15} aria-hidden />,
          onClick: () => setDialog('supplier'),
        };
  return (
    <>
      <PageHeader
        title={round.title}
        state={
          round.goldenSampleId === null ? undefined : <StatusBadge tone="good" label={t('samples:state.golden')} />
        }
        hint={
          <>
            {t('samples:number', { number: round.number })}
            {round.itemId === null ? null : (
              <>
                {' · '}
                <BilingualName nameEn={round.itemNameEn} nameZh={round.itemNameZh} />
              </>
            )}
            {round.specification === '' ? null : ` · ${round.specification}`}
          </>
        }
        primary={primary}
        actions={actions}
        tabs={{
          tabs: ROUND_TABS.map((value) => ({
            value,
            label: t(`samples:tab.${value}`),
            ...(value === 'samples' ? { count: samples.length } : {}),
          })),
          current: tab,
          onChange: (next) => {
            const chosen = ROUND_TABS.find((one) => one === next);
            if (chosen !== undefined) void navigate({ to: '.', search: { tab: chosen }, replace: true });
          },
        }}
      />
      <div className={classes.body}>
        {tab === 'samples' ? (
          <SamplesPart details={details} onOpen={setSampleId} onAdd={() => setDialog('supplier')} readOnly={readOnly} />
        ) : tab === 'sheet' ? (
          <TestSheet
            details={details}
            readOnly={readOnly}
            onAnswer={(id, answer) => save({ kind: 'answer', sampleId: id, answer })}
          />
        ) : (
          <PhotosPart details={details} readOnly={readOnly} />
        )}
      </div>
      {open === undefined ? null : (
        <SampleDrawer
          round={round}
          sample={open}
          readOnly={readOnly}
          onClose={() => setSampleId(null)}
          onSave={(changes) => save({ kind: 'sample', sampleId: open.id, changes })}
          onGolden={(isGolden) => attempt({ kind: 'golden', sampleId: isGolden ? open.id : null })}
        />
      )}
      {dialog === 'points' ? (
        <PointsDrawer
          points={details.points}
          section="appearance"
          onClose={() => setDialog(null)}
          onSave={(points) => save({ kind: 'points', points })}
        />
      ) : null}
      {dialog === 'edit' ? <EditRound details={details} onClose={() => setDialog(null)} /> : null}
      <Modal
        opened={dialog === 'supplier'}
        onClose={() => setDialog(null)}
        title={t('samples:addSupplier')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <SupplierPicker
          value={null}
          onChange={(supplier) => {
            if (supplier === null) return;
            setDialog(null);
            attempt({ kind: 'addSample', supplierId: supplier.id, currency: samples.at(-1)?.currency ?? 'CNY' });
          }}
        />
      </Modal>
    </>
  );
}

const PROGRESS_TONE: Readonly<Record<ReturnType<typeof sampleProgress>, Tone>> = {
  planned: 'unknown',
  requested: 'neutral',
  shipped: 'accent',
  received: 'accent',
  judged: 'neutral',
  late: 'warning',
};
const VERDICT_TONE = { approved: 'good', conditional: 'warning', rejected: 'bad' } as const;

function SamplesPart(props: {
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
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-sm"
                    onClick={(event) => {
                      event.stopPropagation();
                      onOpen(sample.id);
                    }}
                  >
                    <BilingualName nameEn={sample.supplierNameEn} nameZh={sample.supplierNameZh} />
                  </Button>{' '}
                  {round.goldenSampleId === sample.id ? <StatusBadge tone="good" label={t('samples:golden')} /> : null}
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

export function VerdictBadge({ sample }: { readonly sample: Pick<Sample, 'verdict' | 'verdictReason'> }) {
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

function PhotosPart({ details, readOnly }: { readonly details: SampleRoundDetails; readonly readOnly: boolean }) {
  const { t } = useText();
  const whose = useWhose(details.round);
  const samples = byCode(details.samples);
  return (
    <Stack gap="xl">
      <section aria-label={t('samples:sideBySide')}>
        <Title order={2} mb="xs">
          {t('samples:sideBySide')}
        </Title>
        <SideBySide
          owners={samples.map((sample) => ({
            owner: { ownerKind: 'sample', ownerId: sample.id },
            label: whose(sample),
          }))}
        />
      </section>
      <div className={classes.photos}>
        {samples.map((sample) => (
          <div key={sample.id}>
            <Title order={3}>{whose(sample)}</Title>
            <AttachmentPanel
              owner={{ ownerKind: 'sample', ownerId: sample.id }}
              readOnly={readOnly}
              label={`${whose(sample)}: ${formatCount(sample.photoCount)}`}
            />
          </div>
        ))}
      </div>
    </Stack>
  );
}

function EditRound({
  details: { round },
  onClose,
}: {
  readonly details: SampleRoundDetails;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { save } = useSaveRound(round.id);
  const changed = (changes: Parameters<typeof save>[0] & { kind: 'round' }) => save(changes);
  const date = (field: 'requestedOn' | 'neededBy') => (
    <DateField
      label={t(`samples:field.${field}`)}
      value={round[field]}
      onChange={(value) => void changed({ kind: 'round', changes: { [field]: value } }).catch(() => undefined)}
    />
  );
  return (
    <SideDrawer opened onClose={onClose} title={t('samples:edit')}>
      <Stack gap="md">
        <SavedField
          label={t('samples:field.title')}
          value={round.title}
          text={(text) => text}
          parse={(text) =>
            text.trim() === '' ? { ok: false, problem: { code: 'required' } } : parseText(text.trim(), 300)
          }
          onSave={(title) => changed({ kind: 'round', changes: { title } })}
        />
        <SavedField
          label={t('samples:field.specification')}
          value={round.specification}
          text={(text) => text}
          parse={(text) => parseText(text, 20_000)}
          onSave={(specification) => changed({ kind: 'round', changes: { specification } })}
          lines={3}
        />
        <Group grow>
          {date('requestedOn')}
          {date('neededBy')}
        </Group>
        <Checkbox
          label={t('samples:field.isBlind')}
          description={t('samples:field.isBlindHint')}
          checked={round.isBlind}
          disabled={round.revealedAt !== null}
          onChange={(event) =>
            void changed({ kind: 'round', changes: { isBlind: event.currentTarget.checked } }).catch(() => undefined)
          }
        />
        <SavedField
          label={t('samples:field.notes')}
          value={round.notes}
          text={(text) => text}
          parse={(text) => parseText(text, 20_000)}
          onSave={(notes) => changed({ kind: 'round', changes: { notes } })}
          lines={3}
        />
      </Stack>
    </SideDrawer>
  );
}
