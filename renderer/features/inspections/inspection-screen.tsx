import { Alert, Anchor, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import {
  IconChecklist,
  IconGavel,
  IconLock,
  IconLockOpen,
  IconPrinter,
  IconRepeat,
  IconTrash,
} from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { InspectionDetails } from '../../../shared/contract/inspections.ts';
import { INSPECTION_RESULTS } from '../../../shared/domain/inspections/result.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { formatCount } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import { type PageAction, PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import { PointsDrawer } from '../checklists/points-drawer.tsx';
import classes from '../samples/samples.module.css';
import { useReadOnly } from '../workspaces/queries.ts';
import { DefectsPart } from './defects-part.tsx';
import { DriftPart } from './drift-part.tsx';
import { InspectionChecklist } from './inspection-checklist.tsx';
import { useRemoveInspection, useRepeatInspection, useSaveInspection } from './mutations.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanView } from './plan-view.tsx';
import { useInspection } from './queries.ts';
import { reasonText } from './reason-text.ts';
import { ResultBadge } from './result-badge.tsx';
import { INSPECTION_TABS } from './routes.tsx';
import { VisitScore } from './visit-score.tsx';

const route = getRouteApi('/workspace/inspections/$inspectionId');

/** One inspection: its plan and result, its checklist, its defects, its photos, the drift of its item. */
export function InspectionScreen() {
  const { inspectionId } = route.useParams();
  const found = useInspection(inspectionId);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <LoadingRows />;
  return <OpenInspection key={inspectionId} details={found.data} />;
}

function OpenInspection({ details }: { readonly details: InspectionDetails }) {
  const { inspection } = details;
  const { t } = useText();
  const navigate = useNavigate();
  const { tab } = route.useSearch();
  const workspaceReadOnly = useReadOnly();
  const { save } = useSaveInspection(inspection.id);
  const repeat = useRepeatInspection();
  const remove = useRemoveInspection();
  const [dialog, setDialog] = useState<'points' | 'override' | null>(null);
  const isClosed = inspection.closedAt !== null;
  const readOnly = workspaceReadOnly || isClosed;
  const title = t('inspections:numbered', { number: inspection.number });
  useCrumb(1, title, `/inspections/${inspection.id}`);
  const print = (blank: boolean) =>
    void navigate({
      to: '/print/inspections/$inspectionId',
      params: { inspectionId: inspection.id },
      search: { blank },
    });
  const open = (id: string) => void navigate({ to: '/inspections/$inspectionId', params: { inspectionId: id } });
  const close = (closed: boolean) => void save({ kind: 'close', isClosed: closed }).catch(() => undefined);
  const canClose = inspection.result !== 'open' && inspection.doneOn !== null;
  const again: PageAction = {
    label: t('inspections:repeat'),
    icon: <IconRepeat size={15} aria-hidden />,
    onClick: () => repeat.mutate({ id: inspection.id }, { onSuccess: (next) => open(next.inspection.id) }),
  };
  const closing: PageAction = {
    label: t('inspections:close'),
    icon: <IconLock size={15} aria-hidden />,
    disabled: !canClose,
    ...(canClose
      ? {}
      : { hint: t(inspection.result === 'open' ? 'refusal:rule.inspectionOpen' : 'refusal:rule.doneOnNeeded') }),
    onClick: () => close(true),
  };
  const isRejected = inspection.result === 'rejected' && details.repeats.length === 0;
  const tabs = INSPECTION_TABS.filter(
    (one) => inspection.kind === 'preShipment' || (one !== 'defects' && one !== 'drift'),
  );
  return (
    <>
      <PageHeader
        title={
          <>
            {title} · <BilingualName nameEn={inspection.supplierNameEn} nameZh={inspection.supplierNameZh} />
          </>
        }
        state={
          <>
            <ResultBadge result={inspection.result} />
            {isClosed ? <StatusBadge tone="neutral" label={t('inspections:closed')} /> : null}
          </>
        }
        hint={
          <>
            {t(`inspections:kind.${inspection.kind}`)}
            {inspection.itemId === null ? null : (
              <>
                {' · '}
                <BilingualName nameEn={inspection.itemNameEn} nameZh={inspection.itemNameZh} />
              </>
            )}
            {inspection.batch === '' ? '' : ` · ${t('inspections:field.batch')} ${inspection.batch}`}
            <Chain details={details} />
          </>
        }
        {...(workspaceReadOnly ? {} : { primary: isRejected && isClosed ? again : isClosed ? undefined : closing })}
        actions={[
          { label: t('inspections:blank'), icon: <IconPrinter size={15} aria-hidden />, onClick: () => print(true) },
          { label: t('inspections:print'), icon: <IconPrinter size={15} aria-hidden />, onClick: () => print(false) },
          ...(workspaceReadOnly
            ? []
            : [
                again,
                ...(isClosed
                  ? [
                      {
                        label: t('inspections:reopen'),
                        icon: <IconLockOpen size={15} aria-hidden />,
                        onClick: () => close(false),
                      },
                    ]
                  : [
                      {
                        label: t('inspections:override'),
                        icon: <IconGavel size={15} aria-hidden />,
                        onClick: () => setDialog('override'),
                      },
                      {
                        label: t('checklist:edit'),
                        icon: <IconChecklist size={15} aria-hidden />,
                        onClick: () => setDialog('points'),
                      },
                    ]),
                {
                  label: t('inspections:delete'),
                  icon: <IconTrash size={15} aria-hidden />,
                  destructive: true,
                  onClick: () => remove(inspection, () => void navigate({ to: '/inspections' })),
                },
              ]),
        ]}
        tabs={{
          tabs: tabs.map((value) => ({
            value,
            label: t(`inspections:tab.${value}`),
            ...(value === 'defects' ? { count: details.defects.reduce((sum, { count }) => sum + count, 0) } : {}),
          })),
          current: tab,
          onChange: (next) => {
            const chosen = INSPECTION_TABS.find((one) => one === next);
            if (chosen !== undefined) void navigate({ to: '.', search: { tab: chosen }, replace: true });
          },
        }}
      />
      <div className={classes.body}>
        {tab === 'checklist' ? (
          <InspectionChecklist
            details={details}
            readOnly={readOnly}
            onAnswer={(answer) => save({ kind: 'answer', answer })}
          />
        ) : tab === 'defects' ? (
          <DefectsPart details={details} readOnly={readOnly} onSave={(change) => save({ kind: 'defects', change })} />
        ) : tab === 'photos' ? (
          <AttachmentPanel
            owner={{ ownerKind: 'inspection', ownerId: inspection.id }}
            readOnly={workspaceReadOnly}
            label={t('inspections:tab.photos')}
          />
        ) : tab === 'drift' ? (
          <DriftPart supplierId={inspection.supplierId} itemId={inspection.itemId} />
        ) : (
          <PlanPart details={details} readOnly={readOnly} />
        )}
      </div>
      {dialog === 'points' ? (
        <PointsDrawer
          points={details.points}
          section={inspection.kind === 'audit' ? 'production' : 'appearance'}
          onClose={() => setDialog(null)}
          onSave={(points) => save({ kind: 'points', points })}
        />
      ) : null}
      {dialog === 'override' ? <OverrideDialog details={details} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** The inspection it repeats, and those that repeat it. */
function Chain({ details: { inspection, repeats } }: { readonly details: InspectionDetails }) {
  const { t } = useText();
  return (
    <>
      {inspection.previousId === null ? null : (
        <>
          {' · '}
          <Anchor component={Link} underline="always" to={`/inspections/${inspection.previousId}`}>
            {t('inspections:repeats', { number: inspection.previousNumber ?? '' })}
          </Anchor>
        </>
      )}
      {repeats.map(({ id, number }) => (
        <span key={id}>
          {' · '}
          <Anchor component={Link} underline="always" to={`/inspections/${id}`}>
            {t('inspections:repeatedBy', { number })}
          </Anchor>
        </span>
      ))}
    </>
  );
}

function PlanPart({ details, readOnly }: { readonly details: InspectionDetails; readonly readOnly: boolean }) {
  const { inspection, computed, switching } = details;
  const { t } = useText();
  const { overrideResult, overrideReason, overrideBy, overrideAt, lotSize, orderQuantity } = inspection;
  return (
    <Stack gap="lg">
      {overrideResult === null ? null : (
        <Alert color="yellow" variant="light" role="status">
          {t('inspections:overridden', {
            reason: overrideReason,
            by: overrideBy,
            date: overrideAt?.slice(0, 10) ?? '',
          })}{' '}
          {t('inspections:computed', { result: t(`inspections:result.${computed.result}`) })}
        </Alert>
      )}
      {computed.reasons.length === 0 ? null : (
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {computed.reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{reasonText(reason, t)}</li>
          ))}
        </ul>
      )}
      {lotSize !== null && orderQuantity !== null && lotSize < orderQuantity ? (
        <Text c="dimmed">
          {t('inspections:partial', { lot: formatCount(lotSize), order: formatCount(orderQuantity) })}
        </Text>
      ) : null}
      {inspection.kind === 'preShipment' ? <PlanView details={details} /> : <VisitScore details={details} />}
      <PlanForm details={details} readOnly={readOnly} />
      {inspection.kind === 'preShipment' && switching.counted + switching.rejected > 0 ? (
        <Text size="xs" c="dimmed">
          {t(`inspections:${switching.severity}`)}
        </Text>
      ) : inspection.kind === 'preShipment' && switching.severity === 'tightened' ? (
        <Text size="xs">{t('inspections:tightened')}</Text>
      ) : null}
    </Stack>
  );
}

function OverrideDialog({ details, onClose }: { readonly details: InspectionDetails; readonly onClose: () => void }) {
  const { inspection, computed } = details;
  const { t } = useText();
  const { save, isSaving } = useSaveInspection(inspection.id);
  const [result, setResult] = useState(inspection.overrideResult);
  const [reason, setReason] = useState(inspection.overrideReason);
  const lacksReason = result !== null && reason.trim() === '';
  const submit = () =>
    save({ kind: 'fields', changes: { overrideResult: result, overrideReason: result === null ? '' : reason } }).then(
      onClose,
      () => undefined,
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inspections:overrideTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="md">
        <Text c="dimmed">{t('inspections:computed', { result: t(`inspections:result.${computed.result}`) })}</Text>
        <Select
          label={t('inspections:overrideResult')}
          placeholder={t('inspections:overrideNone')}
          data={INSPECTION_RESULTS.filter((one) => one !== 'open').map((value) => ({
            value,
            label: t(`inspections:result.${value}`),
          }))}
          value={result}
          clearable
          onChange={(value) => setResult(INSPECTION_RESULTS.find((one) => one === value) ?? null)}
        />
        <Textarea
          label={t('inspections:overrideReason')}
          autosize
          minRows={3}
          maxLength={2_000}
          value={reason}
          error={lacksReason ? t('refusal:rule.overrideReason') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button disabled={lacksReason} loading={isSaving} onClick={() => void submit()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
