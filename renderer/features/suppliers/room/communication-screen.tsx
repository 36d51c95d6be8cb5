import { Anchor, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Communication, CommunicationFields } from '../../../../shared/contract/communications.ts';
import { COMMUNICATION_CHANNELS, DIRECTIONS } from '../../../../shared/domain/suppliers/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { AttachmentPanel } from '../../attachments/attachment-panel.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { AsksPanel } from './asks-panel.tsx';
import { useRemoveCommunication, useSaveCommunication } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { ProjectSelect } from './project-select.tsx';
import { useCommunications } from './queries.ts';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';

const PAGE = 50;
const MOST = 500;

/** What was said with the supplier, and how it answered our questions. */
export function CommunicationScreen() {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const name = useName();
  const readOnly = useReadOnly();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 150);
  const [limit, setLimit] = useState(PAGE);
  const log = useCommunications(supplier.id, wanted, limit);
  const [open, setOpen] = useState<Communication | 'new' | null>(null);
  return (
    <div className={classes.screen}>
      <Panel
        title={t('suppliers:section.log')}
        action={readOnly ? null : <AddButton label={t('suppliers:addLog')} onClick={() => setOpen('new')} />}
      >
        {log.isError ? (
          <ErrorState error={log.error} retry={() => void log.refetch()} />
        ) : log.isPending ? (
          <LoadingRows rows={4} />
        ) : (
          <>
            {log.data.total === 0 && wanted === '' ? null : (
              <TextInput
                aria-label={t('searchIn', { what: t('suppliers:section.log') })}
                placeholder={t('search')}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
                mb={6}
              />
            )}
            {log.data.rows.length === 0 ? (
              <Quiet>
                {wanted === '' ? `${t('suppliers:noLog')}. ${t('suppliers:noLogHint')}` : t('nothingFound')}
              </Quiet>
            ) : (
              <ul className={classes.list}>
                {log.data.rows.map((one) => (
                  <li key={one.id}>
                    <span className={classes.grow}>
                      <Anchor component="button" type="button" className="hj-figures" onClick={() => setOpen(one)}>
                        {one.happenedOn}
                      </Anchor>
                      <span className="hj-unit">
                        {t(`supplier:channel.${one.channel}`)} · {t(`supplier:direction.${one.direction}`)}
                        {one.person === '' ? '' : ` · ${one.person}`}
                        {one.projectName === '' ? '' : ` · ${one.projectName}`}
                        {one.fileCount === 0 ? '' : ` · ${t('suppliers:files', { count: one.fileCount })}`}
                      </span>
                      <p className={classes.longText}>{one.summary}</p>
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {log.data.total > log.data.rows.length && limit < MOST ? (
              <Button variant="subtle" onClick={() => setLimit((before) => Math.min(MOST, before + PAGE))}>
                {t('more')}
              </Button>
            ) : null}
          </>
        )}
      </Panel>
      <AsksPanel />
      {open === null ? null : (
        <CommunicationDrawer
          key={open === 'new' ? 'new' : open.id}
          communication={open === 'new' ? null : open}
          supplierName={name(supplier)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function CommunicationDrawer(props: {
  readonly communication: Communication | null;
  readonly supplierName: string;
  readonly onClose: () => void;
}) {
  const { communication, supplierName, onClose } = props;
  const { supplier, profile } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const save = useSaveCommunication();
  const remove = useRemoveCommunication();
  const [fields, setFields] = useState<CommunicationFields>(() => ({
    projectId: communication?.projectId ?? null,
    happenedOn: communication?.happenedOn ?? profile.assessment.asOf,
    channel: communication?.channel ?? 'wechat',
    direction: communication?.direction ?? 'in',
    person: communication?.person ?? supplier.contactName,
    summary: communication?.summary ?? '',
  }));
  const set = (changes: Partial<CommunicationFields>) => setFields((before) => ({ ...before, ...changes }));
  const own = { supplierId: supplier.id, id: communication?.id ?? null, revision: communication?.revision ?? null };
  return (
    <RecordDrawer
      title={t('suppliers:logEntry')}
      onClose={onClose}
      isSaving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ ...own, fields }, { onSuccess: onClose })}
      {...(communication === null
        ? {}
        : {
            onRemove: () =>
              remove(
                { supplierId: supplier.id, id: communication.id },
                t('deleted', { name: `${supplierName}, ${communication.happenedOn}` }),
                onClose,
              ),
          })}
    >
      <Group grow align="flex-start">
        <DateField
          label={t('suppliers:happenedOn')}
          value={fields.happenedOn}
          onChange={(happenedOn) => set({ happenedOn: happenedOn ?? fields.happenedOn })}
        />
        <TextInput
          label={t('suppliers:person')}
          maxLength={300}
          value={fields.person}
          onChange={(event) => set({ person: event.currentTarget.value })}
        />
      </Group>
      <Group grow>
        <Select
          label={t('suppliers:channelLabel')}
          allowDeselect={false}
          data={COMMUNICATION_CHANNELS.map((value) => ({ value, label: t(`supplier:channel.${value}`) }))}
          value={fields.channel}
          onChange={(channel) => set({ channel: channel ?? 'other' })}
        />
        <Select
          label={t('suppliers:directionLabel')}
          allowDeselect={false}
          data={DIRECTIONS.map((value) => ({ value, label: t(`supplier:direction.${value}`) }))}
          value={fields.direction}
          onChange={(direction) => set({ direction: direction ?? 'in' })}
        />
      </Group>
      <ProjectSelect value={fields.projectId} onChange={(projectId) => set({ projectId })} />
      <Textarea
        label={t('suppliers:summary')}
        withAsterisk
        autosize
        minRows={4}
        maxRows={16}
        maxLength={20_000}
        value={fields.summary}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      {communication === null ? (
        <Text size="xs" c="dimmed">
          {t('suppliers:saveFirst')}
        </Text>
      ) : (
        <Stack gap={6}>
          <Text size="sm" fw={500}>
            {t('suppliers:section.files')}
          </Text>
          <AttachmentPanel
            owner={{ ownerKind: 'supplierCommunication', ownerId: communication.id }}
            readOnly={readOnly}
          />
        </Stack>
      )}
    </RecordDrawer>
  );
}
