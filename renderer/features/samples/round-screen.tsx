import { Modal, Stack, Title } from '@mantine/core';
import {
  IconArrowBarToRight,
  IconChecklist,
  IconEye,
  IconPencil,
  IconPlus,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SampleRoundDetails } from '../../../shared/contract/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { formatCount } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import { type PageAction, PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import { SideBySide } from '../attachments/side-by-side.tsx';
import { PointsDrawer } from '../checklists/points-drawer.tsx';
import { SupplierPicker } from '../suppliers/supplier-picker.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { EditRoundDrawer } from './edit-round-drawer.tsx';
import { useRemoveRound, useSaveRound } from './mutations.ts';
import { useSampleRound } from './queries.ts';
import { ROUND_TABS } from './routes.tsx';
import { SampleDrawer } from './sample-drawer.tsx';
import classes from './samples.module.css';
import { SamplesPart } from './samples-part.tsx';
import { TakeScoresDrawer } from './take-scores-drawer.tsx';
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
  const [dialog, setDialog] = useState<'edit' | 'points' | 'supplier' | 'scores' | null>(null);
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
          ...(round.projectId === null || hidden
            ? []
            : [
                {
                  label: t('samples:takeScores'),
                  icon: <IconArrowBarToRight size={15} aria-hidden />,
                  onClick: () => setDialog('scores'),
                },
              ]),
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
      {dialog === 'scores' && round.projectId !== null ? (
        <TakeScoresDrawer details={details} projectId={round.projectId} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'edit' ? <EditRoundDrawer details={details} onClose={() => setDialog(null)} /> : null}
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
