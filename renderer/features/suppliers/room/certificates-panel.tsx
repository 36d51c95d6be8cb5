import { Anchor, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Certificate, CertificateFields } from '../../../../shared/contract/supplier-profiles.ts';
import { certificateState } from '../../../../shared/domain/suppliers/certificates.ts';
import { CERTIFICATE_KINDS } from '../../../../shared/domain/suppliers/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Unknown } from '../../../ui/figures.tsx';
import { AttachmentPanel } from '../../attachments/attachment-panel.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useRemoveRecord, useSaveCertificate } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';
import { CertificateBadge } from './states.tsx';

/** The supplier's papers beside the licence, and which of them still hold. */
export function CertificatesPanel() {
  const { certificates, assessment } = useOpenSupplier().profile;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<Certificate | 'new' | null>(null);
  return (
    <Panel
      title={t('suppliers:section.certificates')}
      action={readOnly ? null : <AddButton label={t('suppliers:addCertificate')} onClick={() => setOpen('new')} />}
    >
      {certificates.length === 0 ? (
        <Quiet>{t('suppliers:noCertificates')}</Quiet>
      ) : (
        <table className={classes.rows} aria-label={t('suppliers:section.certificates')}>
          <thead>
            <tr>
              <th>{t('suppliers:certificate')}</th>
              <th>{t('suppliers:number')}</th>
              <th>{t('suppliers:issuer')}</th>
              <th>{t('suppliers:expiresOn')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {certificates.map((one) => (
              <tr key={one.id}>
                <td>
                  <Anchor component="button" type="button" ta="left" onClick={() => setOpen(one)}>
                    {t(`supplier:certificateKind.${one.kind}`)}
                  </Anchor>
                  {one.fileCount === 0 ? null : (
                    <span className="hj-unit">{t('suppliers:files', { count: one.fileCount })}</span>
                  )}
                </td>
                <td>{one.number}</td>
                <td>{one.issuer}</td>
                <td className="hj-figures">{one.expiresOn ?? <Unknown hint={t('suppliers:expiresOnHint')} />}</td>
                <td className={classes.figure}>
                  <CertificateBadge state={certificateState(one.expiresOn, assessment.asOf)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open === null ? null : (
        <CertificateDrawer
          key={open === 'new' ? 'new' : open.id}
          certificate={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

function CertificateDrawer(props: { readonly certificate: Certificate | null; readonly onClose: () => void }) {
  const { certificate, onClose } = props;
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const save = useSaveCertificate();
  const remove = useRemoveRecord('removeCertificate');
  const [fields, setFields] = useState<CertificateFields>(() => ({
    kind: certificate?.kind ?? 'iso9001',
    number: certificate?.number ?? '',
    holder: certificate?.holder ?? supplier.licenceName,
    issuer: certificate?.issuer ?? '',
    scope: certificate?.scope ?? '',
    issuedOn: certificate?.issuedOn ?? null,
    expiresOn: certificate?.expiresOn ?? null,
  }));
  const set = (changes: Partial<CertificateFields>) => setFields((before) => ({ ...before, ...changes }));
  const own = { supplierId: supplier.id, id: certificate?.id ?? null, revision: certificate?.revision ?? null };
  return (
    <RecordDrawer
      title={t('suppliers:editCertificate')}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ ...own, fields }, { onSuccess: onClose })}
      {...(certificate === null
        ? {}
        : {
            onRemove: () =>
              remove(
                { supplierId: supplier.id, id: certificate.id },
                t('deleted', { name: t(`supplier:certificateKind.${certificate.kind}`) }),
                onClose,
              ),
          })}
    >
      <Select
        label={t('suppliers:kind')}
        allowDeselect={false}
        data={CERTIFICATE_KINDS.map((value) => ({ value, label: t(`supplier:certificateKind.${value}`) }))}
        value={fields.kind}
        onChange={(kind) => set({ kind: kind ?? 'other' })}
      />
      <TextInput
        label={t('suppliers:number')}
        maxLength={300}
        value={fields.number}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <TextInput
        label={t('suppliers:holderOf')}
        maxLength={300}
        value={fields.holder}
        onChange={(event) => set({ holder: event.currentTarget.value })}
      />
      <TextInput
        label={t('suppliers:issuer')}
        maxLength={300}
        value={fields.issuer}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
      />
      <Textarea
        label={t('suppliers:scope')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2_000}
        value={fields.scope}
        onChange={(event) => set({ scope: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <DateField label={t('suppliers:issuedOn')} value={fields.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
        <DateField
          label={t('suppliers:expiresOn')}
          description={t('suppliers:expiresOnHint')}
          value={fields.expiresOn}
          onChange={(expiresOn) => set({ expiresOn })}
        />
      </Group>
      {certificate === null ? (
        <Text size="xs" c="dimmed">
          {t('suppliers:saveFirst')}
        </Text>
      ) : (
        <Stack gap={6}>
          <Text size="sm" fw={500}>
            {t('suppliers:section.files')}
          </Text>
          <AttachmentPanel owner={{ ownerKind: 'supplierCertificate', ownerId: certificate.id }} readOnly={readOnly} />
        </Stack>
      )}
    </RecordDrawer>
  );
}
