import { Button, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CHECK_STATES, type CheckItem, type CheckState } from '../../../../shared/domain/suppliers/checklist.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AttachmentPanel } from '../../attachments/attachment-panel.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useSaveCheck } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { RecordDrawer } from './record-drawer.tsx';

/** One check: how it was decided, on what, and the files that show it. */
export function CheckDrawer({ item, onClose }: { readonly item: CheckItem; readonly onClose: () => void }) {
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const save = useSaveCheck();
  const check = profile.checks.find((one) => one.item === item);
  const [state, setState] = useState<CheckState>(check?.state ?? 'open');
  const [evidence, setEvidence] = useState(check?.evidence ?? '');
  const own = { supplierId: supplier.id, item, revision: check?.revision ?? null };
  const needsReason = (state === 'failed' || state === 'waived') && evidence.trim() === '';
  const [isTried, setTried] = useState(false);
  const name = t(`supplier:check.${item}`);
  return (
    <RecordDrawer
      title={name}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      problem={isTried && needsReason ? t('suppliers:evidenceNeeded') : null}
      onSave={() => {
        setTried(true);
        if (!needsReason) save.mutate({ ...own, fields: { state, evidence } }, { onSuccess: onClose });
      }}
    >
      <SegmentedControl
        aria-label={t('suppliers:setState', { check: name })}
        fullWidth
        readOnly={readOnly}
        data={CHECK_STATES.map((value) => ({ value, label: t(`supplier:checkState.${value}`) }))}
        value={state}
        onChange={setState}
      />
      <Textarea
        label={t('suppliers:evidence')}
        placeholder={t('suppliers:evidencePlaceholder')}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={20_000}
        readOnly={readOnly}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <Stack gap={6}>
        <Text size="sm" fw={500}>
          {t('suppliers:section.files')}
        </Text>
        {check !== undefined ? (
          <AttachmentPanel owner={{ ownerKind: 'supplierCheck', ownerId: check.id }} readOnly={readOnly} />
        ) : readOnly ? null : (
          <Button
            variant="default"
            loading={save.isPending}
            // The check gets a row of its own, which the files can belong to.
            onClick={() => save.mutate({ ...own, fields: { state: 'open', evidence } })}
          >
            {t('suppliers:attachFiles')}
          </Button>
        )}
      </Stack>
    </RecordDrawer>
  );
}
