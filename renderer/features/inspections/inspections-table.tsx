import { Button } from '@mantine/core';
import { IconPlus, IconZoomCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { INSPECTION_SORTS, InspectionRow } from '../../../shared/contract/inspections.ts';
import {
  INSPECTION_KINDS,
  INSPECTION_RESULTS,
  type InspectionKind,
  type InspectionResult,
} from '../../../shared/domain/inspections/result.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatCount } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { OneName } from '../../ui/bilingual-name.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Day } from '../../ui/day.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { TableState } from '../../ui/table-state.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { NewInspectionDrawer } from './new-inspection-drawer.tsx';
import { useInspections } from './queries.ts';
import { ResultBadge } from './result-badge.tsx';

type Sort = (typeof INSPECTION_SORTS)[number];

interface State extends TableState<Sort> {
  readonly kinds: readonly InspectionKind[];
  readonly results: readonly InspectionResult[];
}

/** Inspections, of everything or of one project or supplier. */
export function InspectionsTable(props: { readonly projectId?: Id; readonly supplierId?: Id }) {
  const { projectId = null, supplierId = null } = props;
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const [state, setState] = useState<State>({
    search: '',
    offset: 0,
    limit: 50,
    sort: 'updatedAt',
    descending: true,
    kinds: [],
    results: [],
  });
  const [creating, setCreating] = useState(false);
  const { kinds, results, ...table } = state;
  const list = useInspections({ ...table, kinds: [...kinds], results: [...results], projectId, supplierId });
  const columns = useMemo(() => inspectionColumns(t, supplierId === null), [t, supplierId]);
  const begin = {
    label: t('inspections:new'),
    icon: <IconPlus size={14} aria-hidden />,
    onClick: () => setCreating(true),
  };
  const change = (next: Partial<State>) => setState((before) => ({ ...before, offset: 0, ...next }));
  const open = (id: Id) => void navigate({ to: '/inspections/$inspectionId', params: { inspectionId: id } });
  const chip = (name: string, value: string, onRemove: () => void) => ({
    id: `${name}/${value}`,
    label: t('inspections:filter.is', { name, value }),
    onRemove,
  });
  return (
    <>
      <DataTable
        id="inspections"
        label={t('inspections:list')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        error={list.error}
        retry={() => void list.refetch()}
        fetching={list.isPlaceholderData}
        state={table}
        onStateChange={(next) => setState((before) => ({ ...before, ...next }))}
        filters={
          <>
            <FilterMenu
              label={t('inspections:filter.kind')}
              options={INSPECTION_KINDS.map((value) => ({ value, label: t(`inspections:kind.${value}`) }))}
              selected={kinds}
              onChange={(chosen) => change({ kinds: chosen })}
            />
            <FilterMenu
              label={t('inspections:filter.result')}
              options={INSPECTION_RESULTS.map((value) => ({ value, label: t(`inspections:result.${value}`) }))}
              selected={results}
              onChange={(chosen) => change({ results: chosen })}
            />
          </>
        }
        chips={[
          ...kinds.map((one) =>
            chip(t('inspections:filter.kind'), t(`inspections:kind.${one}`), () =>
              change({ kinds: kinds.filter((other) => other !== one) }),
            ),
          ),
          ...results.map((one) =>
            chip(t('inspections:filter.result'), t(`inspections:result.${one}`), () =>
              change({ results: results.filter((other) => other !== one) }),
            ),
          ),
        ]}
        onOpen={(row) => open(row.id)}
        empty={
          <EmptyState
            icon={<IconZoomCheck size={32} stroke={1.4} aria-hidden />}
            title={t('inspections:empty')}
            hint={t('inspections:emptyHint')}
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
        <NewInspectionDrawer projectId={projectId} onClose={() => setCreating(false)} onCreated={open} />
      ) : null}
    </>
  );
}

function inspectionColumns(t: Translate, withSupplier: boolean): TableColumn<InspectionRow, Sort>[] {
  const day = (value: string | null) => <span className="hj-figures">{value}</span>;
  return [
    {
      id: 'number',
      title: t('inspections:column.number'),
      sort: 'number',
      align: 'right',
      width: 62,
      always: true,
      render: (row) => formatCount(row.number),
    },
    ...(withSupplier
      ? [
          {
            id: 'supplier',
            title: t('inspections:column.supplier'),
            sort: 'supplier' as const,
            rest: 170,
            ellipsis: true,
            render: (row: InspectionRow) => <OneName nameEn={row.supplierNameEn} nameZh={row.supplierNameZh} />,
          },
        ]
      : []),
    {
      id: 'item',
      title: t('inspections:column.item'),
      rest: 160,
      ellipsis: true,
      render: (row) =>
        row.itemNameEn === '' && row.itemNameZh === '' ? (
          row.title
        ) : (
          <OneName nameEn={row.itemNameEn} nameZh={row.itemNameZh} />
        ),
    },
    { id: 'kind', title: t('inspections:column.kind'), width: 112, render: (row) => t(`inspections:kind.${row.kind}`) },
    {
      id: 'result',
      title: t('inspections:column.result'),
      sort: 'result',
      width: 124,
      render: (row) => <ResultBadge result={row.result} />,
    },
    { id: 'batch', title: t('inspections:column.batch'), width: 76, ellipsis: true, render: (row) => row.batch },
    {
      id: 'planned',
      title: t('inspections:column.planned'),
      sort: 'plannedOn',
      width: 104,
      render: (row) => day(row.plannedOn),
    },
    { id: 'done', title: t('inspections:column.done'), sort: 'doneOn', width: 112, render: (row) => day(row.doneOn) },
    {
      id: 'lot',
      title: t('inspections:column.lot'),
      width: 72,
      align: 'right',
      render: (row) => (row.lotSize === null ? null : formatCount(row.lotSize)),
    },
    {
      id: 'defects',
      title: t('inspections:column.defects'),
      width: 76,
      align: 'right',
      render: (row) => (row.kind === 'audit' ? null : formatCount(row.defectCount)),
    },
    {
      id: 'updated',
      title: t('inspections:column.updated'),
      sort: 'updatedAt',
      hidden: true,
      width: 104,
      render: (row) => <Day at={row.updatedAt} />,
    },
  ];
}
