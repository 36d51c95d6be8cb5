import { ActionIcon, Button, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { HolidayFields, HolidayPeriod } from '../../../shared/contract/holidays.ts';
import { HOLIDAY_KINDS } from '../../../shared/domain/holidays/visit-advice.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import classes from '../samples/samples.module.css';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { useRemoveHoliday, useSaveHoliday } from './mutations.ts';
import { useHolidays } from './queries.ts';

/** Days on which nobody is to be visited: the built-in ones, changed or not, and the user's own. */
export function HolidaysPart() {
  const { t } = useText();
  const name = useName();
  const readOnly = useReadOnly();
  const today = useToday() ?? '';
  const holidays = useHolidays();
  const remove = useRemoveHoliday();
  const [edited, setEdited] = useState<HolidayPeriod | 'new' | null>(null);
  if (holidays.isError) return <ErrorState error={holidays.error} retry={() => void holidays.refetch()} />;
  if (holidays.isPending) return <LoadingRows />;
  return (
    <div className={classes.body}>
      <Group justify="space-between">
        <Text c="dimmed">{t('inspections:holiday.hint')}</Text>
        {readOnly ? null : (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>
            {t('inspections:holiday.add')}
          </Button>
        )}
      </Group>
      <Table aria-label={t('inspections:room.holidays')} maw={900}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('inspections:holiday.name')}</Table.Th>
            <Table.Th>{t('inspections:holiday.from')}</Table.Th>
            <Table.Th>{t('inspections:holiday.to')}</Table.Th>
            <Table.Th>{t('inspections:holiday.kind')}</Table.Th>
            <Table.Th>{t('details')}</Table.Th>
            {readOnly ? null : <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holidays.data.map((holiday) => (
            <Table.Tr key={`${holiday.key} ${holiday.id}`} className={holiday.to < today ? 'hj-quiet' : undefined}>
              <Table.Td>
                <BilingualName {...holiday} />
              </Table.Td>
              <Table.Td className="hj-figures">{holiday.from}</Table.Td>
              <Table.Td className="hj-figures">{holiday.to}</Table.Td>
              <Table.Td>{t(`inspections:holiday.kinds.${holiday.kind}`)}</Table.Td>
              <Table.Td>
                {t(
                  holiday.id !== null
                    ? 'inspections:holiday.own'
                    : holiday.isAnnounced
                      ? 'inspections:holiday.announced'
                      : 'inspections:holiday.statutory',
                )}
              </Table.Td>
              {readOnly ? null : (
                <Table.Td>
                  <Group gap={2} wrap="nowrap" justify="flex-end">
                    <ActionIcon
                      aria-label={t('inspections:holiday.edit', { name: `${name(holiday)} ${holiday.from}` })}
                      onClick={() => setEdited(holiday)}
                    >
                      <IconPencil size={14} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('inspections:holiday.remove', { name: `${name(holiday)} ${holiday.from}` })}
                      onClick={() =>
                        remove({ id: holiday.id, key: holiday.key, revision: holiday.revision }, name(holiday))
                      }
                    >
                      <IconX size={14} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {edited === null ? null : (
        <HolidayDialog holiday={edited === 'new' ? null : edited} today={today} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

function HolidayDialog(props: {
  readonly holiday: HolidayPeriod | null;
  readonly today: string;
  readonly onClose: () => void;
}) {
  const { holiday, today, onClose } = props;
  const { t } = useText();
  const save = useSaveHoliday();
  const [fields, setFields] = useState<HolidayFields>(
    holiday === null ? { nameEn: '', nameZh: '', kind: 'holiday', from: today, to: today } : fieldsOf(holiday),
  );
  const change = (changes: Partial<HolidayFields>) => setFields((before) => ({ ...before, ...changes }));
  const isNamed = fields.nameEn.trim() !== '' || fields.nameZh.trim() !== '';
  const inOrder = fields.from <= fields.to;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(holiday === null ? 'inspections:holiday.add' : 'edit')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNamed || !inOrder) return;
          const { id = null, key = null, revision = null } = holiday ?? {};
          save.mutate({ id, key, revision, fields }, { onSuccess: onClose });
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('nameEn')}
            value={fields.nameEn}
            maxLength={300}
            onChange={(event) => change({ nameEn: event.currentTarget.value })}
            error={isNamed ? undefined : t('refusal:rule.nameRequired')}
          />
          <TextInput
            label={t('nameZh')}
            value={fields.nameZh}
            maxLength={300}
            onChange={(event) => change({ nameZh: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <DateField
              label={t('inspections:holiday.from')}
              value={fields.from}
              onChange={(from) => (from === null ? undefined : change({ from }))}
            />
            <DateField
              label={t('inspections:holiday.to')}
              value={fields.to}
              onChange={(to) => (to === null ? undefined : change({ to }))}
              error={
                inOrder
                  ? undefined
                  : t('refusal:rule.datesInOrder', { field: t('inspections:holiday.to'), before: fields.from })
              }
            />
          </Group>
          <Select
            label={t('inspections:holiday.kind')}
            data={HOLIDAY_KINDS.map((value) => ({ value, label: t(`inspections:holiday.kinds.${value}`) }))}
            value={fields.kind}
            onChange={(value) => {
              const kind = HOLIDAY_KINDS.find((one) => one === value);
              if (kind !== undefined) change({ kind });
            }}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!isNamed || !inOrder}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function fieldsOf({ nameEn, nameZh, kind, from, to }: HolidayPeriod): HolidayFields {
  return { nameEn, nameZh, kind, from, to };
}
