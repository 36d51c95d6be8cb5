import { Button } from '@mantine/core';
import { IconRestore, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { BinEntry } from '../../../shared/contract/history.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { nounName } from '../../app/errors.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { useRestoreFromBin } from './mutations.ts';
import { useBin } from './queries.ts';

export function BinScreen() {
  const { t } = useText();
  const bin = useBin();
  const restore = useRestoreFromBin();
  const readOnly = useReadOnly();
  useCrumb(1, t('history:bin.title'));
  const columns = useMemo<readonly TableColumn<BinEntry>[]>(
    () => [
      { id: 'kind', title: t('history:bin.kind'), width: 140, render: (entry) => nounName(entry.noun, t) },
      { id: 'title', title: t('name'), always: true, ellipsis: true, render: (entry) => entry.title },
      { id: 'context', title: t('history:bin.context'), ellipsis: true, render: (entry) => entry.context },
      {
        id: 'deletedAt',
        title: t('history:bin.deletedAt'),
        width: 160,
        render: (entry) => <span className="hj-figures">{formatInstant(entry.deletedAt)}</span>,
      },
    ],
    [t],
  );
  const takeOut = (entry: BinEntry) =>
    restore.mutate(
      { noun: entry.noun, id: entry.id },
      { onSuccess: () => toastDone(t('history:bin.restored', { name: entry.title })) },
    );
  return (
    <>
      <PageHeader title={t('history:bin.title')} hint={t('history:bin.hint')} />
      <DataTable<BinEntry>
        id="bin"
        label={t('history:bin.title')}
        columns={columns}
        rows={bin.data}
        error={bin.error}
        retry={() => void bin.refetch()}
        toolbar={false}
        actionsWidth={130}
        {...(readOnly
          ? {}
          : {
              rowActions: (entry: BinEntry) => (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconRestore size={14} aria-hidden />}
                  aria-label={`${t('restore')}: ${entry.title}`}
                  onClick={() => takeOut(entry)}
                >
                  {t('restore')}
                </Button>
              ),
            })}
        empty={
          <EmptyState
            icon={<IconTrash size={32} stroke={1.4} aria-hidden />}
            title={t('history:bin.empty')}
            hint={t('history:bin.emptyHint')}
          />
        }
      />
    </>
  );
}
