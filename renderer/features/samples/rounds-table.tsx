import { Button } from '@mantine/core';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { SampleRoundRow } from '../../../shared/contract/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatCount } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { OneName } from '../../ui/bilingual-name.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Day } from '../../ui/day.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { TableState } from '../../ui/table-state.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { NewRoundDrawer } from './new-round-drawer.tsx';
import { useSampleRounds } from './queries.ts';

type Sort = 'number' | 'title' | 'neededBy' | 'updatedAt';
const STATES = ['waiting', 'testing', 'decided'] as const;
type State = (typeof STATES)[number];

/** Rounds of samples, of everything or of one project or supplier. */
export function RoundsTable(props: { readonly projectId?: Id; readonly supplierId?: Id }) {
  const { projectId = null, supplierId = null } = props;
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const [state, setState] = useState<TableState<Sort> & { states: readonly State[] }>({
    search: '',
    offset: 0,
    limit: 50,
    sort: 'updatedAt',
    descending: true,
    states: [],
  });
  const [creating, setCreating] = useState(false);
  const { states, ...table } = state;
  const list = useSampleRounds({ ...table, states: [...states], projectId, supplierId });
  const columns = useMemo(() => roundColumns(t, projectId === null), [t, projectId]);
  const begin = { label: t('samples:new'), icon: <IconPlus size={14} aria-hidden />, onClick: () => setCreating(true) };
  const setStates = (chosen: readonly State[]) => setState((before) => ({ ...before, states: chosen, offset: 0 }));
  return (
    <>
      <DataTable
        id="sample-rounds"
        label={t('samples:list')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        error={list.error}
        retry={() => void list.refetch()}
        fetching={list.isPlaceholderData}
        state={table}
        onStateChange={(change) => setState((before) => ({ ...before, ...change }))}
        filters={
          <FilterMenu
            label={t('samples:column.state')}
            options={STATES.map((value) => ({ value, label: t(`samples:state.${value}`) }))}
            selected={states}
            onChange={setStates}
          />
        }
        chips={states.map((one) => ({
          id: one,
          label: `${t('samples:column.state')}: ${t(`samples:state.${one}`)}`,
          onRemove: () => setStates(states.filter((other) => other !== one)),
        }))}
        onOpen={(row) => void navigate({ to: '/samples/$roundId', params: { roundId: row.id } })}
        empty={
          <EmptyState
            icon={<IconFlask size={32} stroke={1.4} aria-hidden />}
            title={t('samples:empty')}
            hint={t('samples:emptyHint')}
            {...(readOnly || supplierId !== null ? {} : { action: begin })}
          />
        }
        {...(readOnly || supplierId !== null
          ? {}
          : {
              trail: (
                <Button leftSection={begin.icon} onClick={begin.onClick}>
                  {begin.label}
                </Button>
              ),
            })}
      />
      {creating ? (
        <NewRoundDrawer
          projectId={projectId}
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate({ to: '/samples/$roundId', params: { roundId: id } })}
        />
      ) : null}
    </>
  );
}

function roundColumns(t: Translate, withProject: boolean): TableColumn<SampleRoundRow, Sort>[] {
  return [
    {
      id: 'number',
      title: t('samples:column.round'),
      sort: 'number',
      width: 76,
      align: 'right',
      render: (row) => <span className="hj-figures">{row.number}</span>,
    },
    {
      id: 'title',
      title: t('samples:column.title'),
      sort: 'title',
      always: true,
      rest: 190,
      ellipsis: true,
      render: (row) => row.title,
    },
    { id: 'state', title: t('samples:column.state'), width: 150, render: (row) => <RoundState row={row} /> },
    {
      id: 'item',
      title: t('samples:column.item'),
      width: 180,
      ellipsis: true,
      render: (row) => (row.itemId === null ? null : <OneName nameEn={row.itemNameEn} nameZh={row.itemNameZh} />),
    },
    ...(withProject
      ? [
          {
            id: 'project',
            title: t('samples:ofProject'),
            width: 170,
            ellipsis: true,
            render: (row: SampleRoundRow) =>
              row.projectId === null ? null : <OneName nameEn={row.projectNameEn} nameZh={row.projectNameZh} />,
          },
        ]
      : []),
    {
      id: 'received',
      title: t('samples:column.received'),
      width: 90,
      align: 'right',
      render: (row) => `${formatCount(row.receivedCount)} / ${formatCount(row.sampleCount)}`,
    },
    {
      id: 'judged',
      title: t('samples:column.judged'),
      width: 90,
      align: 'right',
      render: (row) => `${formatCount(row.judgedCount)} / ${formatCount(row.sampleCount)}`,
    },
    {
      id: 'neededBy',
      title: t('samples:column.neededBy'),
      sort: 'neededBy',
      width: 112,
      render: (row) => <span className="hj-figures">{row.neededBy}</span>,
    },
    {
      id: 'updated',
      title: t('samples:column.updated'),
      sort: 'updatedAt',
      hidden: true,
      width: 104,
      render: (row) => <Day at={row.updatedAt} />,
    },
  ];
}

function RoundState({ row }: { readonly row: SampleRoundRow }) {
  const { t } = useText();
  if (row.goldenSampleId !== null) return <StatusBadge tone="good" label={t('samples:state.golden')} />;
  if (row.sampleCount > 0 && row.judgedCount === row.sampleCount) {
    return <StatusBadge tone="neutral" label={t('samples:state.decided')} />;
  }
  const isTesting = row.sampleCount > 0 && row.receivedCount === row.sampleCount;
  return (
    <StatusBadge
      tone={isTesting ? 'accent' : 'unknown'}
      label={t(`samples:state.${isTesting ? 'testing' : 'waiting'}`)}
    />
  );
}
