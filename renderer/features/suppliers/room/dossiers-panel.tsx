import { ActionIcon, Alert, Anchor, Button, Group } from '@mantine/core';
import { IconFileTypePdf, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { describeError } from '../../../app/errors.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ErrorState, LoadingForm } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toasts.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useDossierPdf, useDossiers, useFreezeDossier, useRemoveDossier } from './dossiers.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import classes from './room.module.css';

/** The frozen dossiers of a supplier: what was known of it on a day, ready to be printed. */
export function DossiersPanel() {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const dossiers = useDossiers(supplier.id);
  const freeze = useFreezeDossier();
  const remove = useRemoveDossier();
  const pdf = useDossierPdf();
  const [busy, setBusy] = useState<string | null>(null);
  return (
    <Panel
      title={t('suppliers:tab.dossiers')}
      action={
        readOnly ? null : (
          <AddButton
            label={t('suppliers:freezeDossier')}
            onClick={() => {
              if (freeze.isPending) return;
              freeze.mutate(
                { supplierId: supplier.id, language: 'both' },
                { onSuccess: ({ number }) => toastDone(t('suppliers:dossierFrozen', { number })) },
              );
            }}
          />
        )
      }
    >
      <Quiet>{t('suppliers:dossierHint')}</Quiet>
      {pdf.error === null || pdf.error === undefined ? null : (
        <Alert color="red" variant="light" role="alert" mb="sm">
          {describeError(pdf.error, t)}
        </Alert>
      )}
      {dossiers.isError ? (
        <ErrorState error={dossiers.error} retry={() => void dossiers.refetch()} />
      ) : dossiers.isPending ? (
        <LoadingForm fields={1} />
      ) : dossiers.data.length === 0 ? (
        <Quiet>{t('suppliers:noDossiers')}</Quiet>
      ) : (
        <ul className={classes.list}>
          {dossiers.data.map((one) => (
            <li key={one.id}>
              <span className={classes.grow}>
                <Anchor
                  aria-label={t('suppliers:openDossier', { number: one.number })}
                  renderRoot={(rest) => (
                    <Link {...rest} to="/print/dossiers/$dossierId" params={{ dossierId: one.id }} />
                  )}
                >
                  {t('suppliers:dossierNumbered', { number: one.number })}
                </Anchor>
                <span className="hj-unit">
                  {one.createdBy} · {formatInstant(one.createdAt)}
                </span>
              </span>
              <Group gap={4} wrap="nowrap">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconFileTypePdf size={15} aria-hidden />}
                  aria-label={t('suppliers:pdfOfDossier', { number: one.number })}
                  loading={busy === one.id}
                  disabled={busy !== null && busy !== one.id}
                  onClick={() => {
                    setBusy(one.id);
                    void pdf.run({ id: one.id, language: one.language, paper: 'A4' }).finally(() => setBusy(null));
                  }}
                >
                  PDF
                </Button>
                {readOnly ? null : (
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    aria-label={`${t('remove')}: ${t('suppliers:dossierNumbered', { number: one.number })}`}
                    onClick={() => remove(one)}
                  >
                    <IconX size={13} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
