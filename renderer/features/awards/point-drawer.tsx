import { Button, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StoredAward } from '../../../shared/contract/awards.ts';
import { type AwardedSupplier, type AwardPoint, POINT_STATES } from '../../../shared/domain/awards/award.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import { useWorkspaceState } from '../workspaces/queries.ts';
import { useSavePoint } from './mutations.ts';

/** One point of one supplier: confirmed with evidence, waived with a reason, or open. */
export function PointDrawer(props: {
  readonly award: StoredAward;
  readonly supplier: AwardedSupplier;
  readonly point: AwardPoint;
  readonly frozen: boolean;
  readonly onClose: () => void;
}) {
  const { award, supplier, point, frozen, onClose } = props;
  const { t } = useText();
  const name = useName();
  const save = useSavePoint();
  const today = useWorkspaceState().data?.today ?? null;
  const [draft, setDraft] = useState({
    state: point.state === 'open' && !frozen ? ('confirmed' as const) : point.state,
    evidence: point.evidence,
    reason: point.reason,
    settledBy: point.settledBy,
    settledOn: point.settledOn ?? today,
  });
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const stored = award.pointIds.find((one) => one.supplierId === supplier.supplierId && one.point === point.point);
  const submit = (close: boolean) =>
    save.mutate(
      {
        awardId: award.id,
        supplierId: supplier.supplierId,
        point: point.point,
        revision: stored?.revision ?? null,
        ...draft,
      },
      { onSuccess: () => (close ? onClose() : undefined) },
    );
  const needsReason = draft.state === 'waived' && draft.reason.trim() === '';
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={`${t(`award:point.${point.point}`)} · ${name(supplier)}`}
      footer={
        frozen ? undefined : (
          <Button onClick={() => submit(true)} loading={save.isPending} disabled={needsReason}>
            {t('save')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Text className="hj-quiet">{t(`award:pointHint.${point.point}`)}</Text>
        <SegmentedControl
          aria-label={t('awards:decision.state')}
          value={draft.state}
          onChange={(state) => set({ state })}
          data={POINT_STATES.map((value) => ({ value, label: t(`award:pointState.${value}`) }))}
          disabled={frozen}
        />
        {draft.state === 'waived' ? (
          <Textarea
            label={t('awards:decision.waiveReason')}
            value={draft.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            readOnly={frozen}
            maxLength={2000}
            autosize
            minRows={3}
            required
            data-autofocus
          />
        ) : (
          <Textarea
            label={t('awards:decision.evidence')}
            description={t('awards:decision.evidenceHint')}
            value={draft.evidence}
            onChange={(event) => set({ evidence: event.currentTarget.value })}
            readOnly={frozen}
            maxLength={2000}
            autosize
            minRows={3}
            data-autofocus
          />
        )}
        {draft.state === 'open' ? null : (
          <>
            <TextInput
              label={t('awards:decision.settledBy')}
              value={draft.settledBy}
              onChange={(event) => set({ settledBy: event.currentTarget.value })}
              readOnly={frozen}
              maxLength={300}
              required={draft.state === 'confirmed'}
            />
            <DateField
              label={t('awards:decision.settledOn')}
              value={draft.settledOn}
              onChange={(settledOn) => set({ settledOn })}
              readOnly={frozen}
            />
          </>
        )}
        <Text fw={500} size="sm">
          {t('awards:decision.files')}
        </Text>
        {stored === undefined ? (
          <Text size="xs" className="hj-quiet">
            {t('awards:decision.filesHint')}
          </Text>
        ) : (
          <AttachmentPanel owner={{ ownerKind: 'awardPoint', ownerId: stored.id }} readOnly={frozen} />
        )}
      </Stack>
    </SideDrawer>
  );
}
