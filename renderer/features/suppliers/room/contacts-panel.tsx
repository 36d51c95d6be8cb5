import { Anchor, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Contact, ContactFields } from '../../../../shared/contract/supplier-profiles.ts';
import { CONTACT_CHANNELS, SPOKEN_LANGUAGES } from '../../../../shared/domain/suppliers/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useRemoveRecord, useSaveContact } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';

/** People beside the main contact, each with a channel and the language spoken there. */
export function ContactsPanel() {
  const { contacts } = useOpenSupplier().profile;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<Contact | 'new' | null>(null);
  return (
    <Panel
      title={t('suppliers:section.contacts')}
      action={readOnly ? null : <AddButton label={t('suppliers:addContact')} onClick={() => setOpen('new')} />}
    >
      {contacts.length === 0 ? (
        <Quiet>{t('suppliers:noContacts')}</Quiet>
      ) : (
        <table className={classes.rows} aria-label={t('suppliers:section.contacts')}>
          <tbody>
            {contacts.map((one) => (
              <tr key={one.id}>
                <td>
                  <Anchor component="button" type="button" ta="left" onClick={() => setOpen(one)}>
                    {one.name === '' ? one.address : one.name}
                  </Anchor>
                  {one.role === '' ? null : <span className="hj-unit">{one.role}</span>}
                </td>
                <td>{t(`supplier:channel.${one.channel}`)}</td>
                <td>{one.address}</td>
                <td>{t(`supplier:language.${one.language}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open === null ? null : (
        <ContactDrawer
          key={open === 'new' ? 'new' : open.id}
          contact={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

function ContactDrawer({ contact, onClose }: { readonly contact: Contact | null; readonly onClose: () => void }) {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const save = useSaveContact();
  const remove = useRemoveRecord('removeContact');
  const [fields, setFields] = useState<ContactFields>(() => ({
    name: contact?.name ?? '',
    role: contact?.role ?? '',
    channel: contact?.channel ?? 'wechat',
    address: contact?.address ?? '',
    language: contact?.language ?? 'zh',
    notes: contact?.notes ?? '',
  }));
  const set = (changes: Partial<ContactFields>) => setFields((before) => ({ ...before, ...changes }));
  const own = { supplierId: supplier.id, id: contact?.id ?? null, revision: contact?.revision ?? null };
  return (
    <RecordDrawer
      title={t('suppliers:editContact')}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ ...own, fields }, { onSuccess: onClose })}
      {...(contact === null
        ? {}
        : {
            onRemove: () =>
              remove(
                { supplierId: supplier.id, id: contact.id },
                t('deleted', { name: contact.name || contact.address }),
                onClose,
              ),
          })}
    >
      <Group grow>
        <TextInput
          label={t('suppliers:contactName')}
          maxLength={300}
          value={fields.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('refusal:field.role')}
          maxLength={300}
          value={fields.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
        />
      </Group>
      <Group grow>
        <Select
          label={t('suppliers:channelLabel')}
          allowDeselect={false}
          data={CONTACT_CHANNELS.map((value) => ({ value, label: t(`supplier:channel.${value}`) }))}
          value={fields.channel}
          onChange={(channel) => set({ channel: channel ?? 'other' })}
        />
        <Select
          label={t('suppliers:contactLanguage')}
          allowDeselect={false}
          data={SPOKEN_LANGUAGES.map((value) => ({ value, label: t(`supplier:language.${value}`) }))}
          value={fields.language}
          onChange={(language) => set({ language: language ?? 'zh' })}
        />
      </Group>
      <TextInput
        label={t('suppliers:contactAddress')}
        withAsterisk
        maxLength={300}
        value={fields.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
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
