import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { Action, HistoryEntry } from '../../../shared/contract/history.ts';
import { en } from '../../i18n/en/index.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { useActionText } from './action-label.ts';
import { entryFields, entryTitle } from './entry-fields.ts';
import classes from './history.module.css';
import { useHistoryEntries } from './queries.ts';

const operationTones: Readonly<Record<HistoryEntry['operation'], Tone>> = {
  insert: 'good',
  update: 'accent',
  delete: 'bad',
};

/** What one action changed, row by row, before and after. */
export function ActionDrawer({ action, onClose }: { readonly action: Action | null; readonly onClose: () => void }) {
  const text = useActionText();
  return (
    <SideDrawer opened={action !== null} onClose={onClose} title={action === null ? '' : text(action.label)} size={620}>
      {action === null ? null : <ActionEntries key={action.id} action={action} />}
    </SideDrawer>
  );
}

function ActionEntries({ action }: { readonly action: Action }) {
  const { t } = useText();
  const entries = useHistoryEntries(action.id);
  const [whole, setWhole] = useState(false);
  if (entries.isError) return <ErrorState error={entries.error} retry={() => void entries.refetch()} />;
  if (entries.data === undefined) return <LoadingForm fields={3} />;
  const shown = entries.data.pages.flat();
  const left = action.changeCount - shown.length;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text c="dimmed">
          {formatInstant(action.at)} · {action.actor} · {t('history:changes', { count: action.changeCount })}
        </Text>
        <Switch
          label={t('history:showAllFields')}
          checked={whole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
      </Group>
      {shown.map((entry) => (
        <Entry key={entry.seq} entry={entry} whole={whole} />
      ))}
      {left > 0 ? (
        <Button variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          {t('history:moreEntries', { count: left })}
        </Button>
      ) : null}
    </Stack>
  );
}

function Entry({ entry, whole }: { readonly entry: HistoryEntry; readonly whole: boolean }) {
  const { t } = useText();
  const title = entryTitle(entry, useName());
  const fields = entryFields(entry, t).filter(
    (field) => (whole || field.changed) && (field.before !== null || field.after !== null),
  );
  return (
    <section className={classes.entry}>
      <Group gap={8} className={classes.entryHead}>
        <StatusBadge tone={operationTones[entry.operation]} label={t(`history:operation.${entry.operation}`)} />
        <Text fw={500}>{t(`history:table.${isTable(entry.tableName) ? entry.tableName : 'other'}`)}</Text>
        <Text c="dimmed" truncate>
          {title}
        </Text>
      </Group>
      {fields.length === 0 ? null : (
        <table className={classes.diff}>
          <thead>
            <tr>
              <th scope="col">{t('history:field')}</th>
              {entry.operation === 'insert' ? null : <th scope="col">{t('history:before')}</th>}
              {entry.operation === 'delete' ? null : <th scope="col">{t('history:after')}</th>}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.field} data-changed={field.changed || undefined}>
                <th scope="row">{field.label}</th>
                {entry.operation === 'insert' ? null : <DiffCell value={field.before} side="before" />}
                {entry.operation === 'delete' ? null : <DiffCell value={field.after} side="after" />}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function DiffCell({ value, side }: { readonly value: string | null; readonly side: 'before' | 'after' }) {
  const { t } = useText();
  return (
    <td data-side={value === null ? undefined : side}>
      {value === null ? <span className="hj-quiet">{t('history:emptyValue')}</span> : value}
    </td>
  );
}

function isTable(name: string): name is keyof typeof en.history.table {
  return Object.hasOwn(en.history.table, name);
}
