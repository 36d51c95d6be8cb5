import { ActionIcon, Anchor, Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Payee, PayeeFields } from '../../../../shared/contract/supplier-profiles.ts';
import { PAYEE_KINDS } from '../../../../shared/domain/suppliers/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { askAccountNumber, useRemoveRecord, useSavePayee } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';

/** Where money would go. Numbers are masked until somebody asks for one. */
export function PayeesPanel() {
  const { payees } = useOpenSupplier().profile;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<Payee | 'new' | null>(null);
  return (
    <Panel
      title={t('suppliers:section.payees')}
      action={readOnly ? null : <AddButton label={t('suppliers:addPayee')} onClick={() => setOpen('new')} />}
    >
      {payees.length === 0 ? (
        <Quiet>{t('suppliers:noPayees')}</Quiet>
      ) : (
        <table className={classes.rows} aria-label={t('suppliers:section.payees')}>
          <tbody>
            {payees.map((payee) => (
              <tr key={payee.id}>
                <td>
                  <Anchor component="button" type="button" ta="left" onClick={() => setOpen(payee)}>
                    {payee.holder}
                  </Anchor>
                </td>
                <td>{payee.bank}</td>
                <td className={classes.nowrap}>
                  <AccountNumber payee={payee} />
                </td>
                <td className={classes.figure}>
                  <StatusBadge
                    tone={payee.kind === 'personal' ? 'bad' : 'neutral'}
                    label={t(`supplier:payeeKind.${payee.kind}`)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open === null ? null : (
        <PayeeDrawer
          key={open === 'new' ? 'new' : open.id}
          payee={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

export function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={13} aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  );
}

function AccountNumber({ payee }: { readonly payee: Payee }) {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const [whole, setWhole] = useState<string | null>(null);
  if (payee.maskedNumber === '') return null;
  return (
    <span className="hj-figures">
      {whole ?? payee.maskedNumber}{' '}
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={whole === null ? t('suppliers:showNumber') : t('suppliers:hideNumber')}
        title={whole === null ? t('suppliers:showNumber') : t('suppliers:hideNumber')}
        onClick={() => {
          if (whole !== null) return setWhole(null);
          askAccountNumber({ supplierId: supplier.id, id: payee.id }).then(setWhole, () => undefined);
        }}
      >
        {whole === null ? <IconEye size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />}
      </ActionIcon>
    </span>
  );
}

function PayeeDrawer({ payee, onClose }: { readonly payee: Payee | null; readonly onClose: () => void }) {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const save = useSavePayee();
  const remove = useRemoveRecord('removePayee');
  const [fields, setFields] = useState<PayeeFields>(() => ({
    kind: payee?.kind ?? 'company',
    holder: payee?.holder ?? supplier.licenceName,
    bank: payee?.bank ?? '',
    notes: payee?.notes ?? '',
  }));
  const [number, setNumber] = useState('');
  const set = (changes: Partial<PayeeFields>) => setFields((before) => ({ ...before, ...changes }));
  const own = { supplierId: supplier.id, id: payee?.id ?? null, revision: payee?.revision ?? null };
  const keeps = payee !== null && number === '';
  return (
    <RecordDrawer
      title={t('suppliers:editPayee')}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ ...own, fields, accountNumber: keeps ? null : number }, { onSuccess: onClose })}
      {...(payee === null
        ? {}
        : {
            onRemove: () =>
              remove({ supplierId: supplier.id, id: payee.id }, t('deleted', { name: payee.holder }), onClose),
          })}
    >
      <Select
        label={t('suppliers:kind')}
        allowDeselect={false}
        data={PAYEE_KINDS.map((value) => ({ value, label: t(`supplier:payeeKind.${value}`) }))}
        value={fields.kind}
        onChange={(kind) => set({ kind: kind ?? 'company' })}
      />
      <TextInput
        label={t('suppliers:holder')}
        withAsterisk
        maxLength={300}
        value={fields.holder}
        onChange={(event) => set({ holder: event.currentTarget.value })}
      />
      <TextInput
        label={t('suppliers:bank')}
        maxLength={300}
        value={fields.bank}
        onChange={(event) => set({ bank: event.currentTarget.value })}
      />
      <TextInput
        label={t('suppliers:accountNumber')}
        description={
          payee === null || payee.maskedNumber === ''
            ? undefined
            : t('suppliers:accountKept', { number: payee.maskedNumber })
        }
        autoComplete="off"
        maxLength={60}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Textarea
        label={t('notes')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={fields.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
    </RecordDrawer>
  );
}
