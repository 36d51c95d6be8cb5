import { IconPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { useSupplierList, useSupplierRegions } from './queries.ts';
import { supplierColumns } from './supplier-columns.tsx';
import { NewSupplierDrawer, SupplierDrawer } from './supplier-drawers.tsx';

const route = getRouteApi('/workspace/suppliers');

/** Every supplier; what is shown and whose details are open lives in the address. */
export function SuppliersScreen() {
  const { t } = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const readOnly = useReadOnly();
  const { create = false, supplier, ...query } = search;
  const list = useSupplierList(query);
  const regions = useSupplierRegions().data ?? [];
  const columns = useMemo(() => supplierColumns(t), [t]);
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const setRegions = (chosen: string[]) => change({ regions: chosen, offset: 0 });
  const open = (id: string | undefined) =>
    void navigate({
      search: ({ create: _, supplier: __, ...before }) => (id === undefined ? before : { ...before, supplier: id }),
    });
  const begin = {
    label: t('suppliers:new'),
    icon: <IconPlus size={14} aria-hidden />,
    onClick: () => void navigate({ search: ({ supplier: _, ...before }) => ({ ...before, create: true }) }),
  };
  return (
    <>
      <PageHeader title={t('suppliers:title')} primary={readOnly ? undefined : begin} />
      <DataTable
        id="suppliers"
        label={t('suppliers:list')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        error={list.error}
        retry={() => void list.refetch()}
        fetching={list.isPlaceholderData}
        state={query}
        onStateChange={change}
        filters={
          <FilterMenu
            label={t('suppliers:regionFilter')}
            options={regions.map(({ region, count }) => ({ value: region, label: region, count }))}
            selected={query.regions}
            onChange={setRegions}
          />
        }
        chips={query.regions.map((region) => ({
          id: region,
          label: t('suppliers:regionIs', { region }),
          onRemove: () => setRegions(query.regions.filter((one) => one !== region)),
        }))}
        onOpen={(row) => open(row.id)}
        openId={supplier ?? null}
        empty={
          <EmptyState
            icon={<IconUsers size={32} stroke={1.4} aria-hidden />}
            title={t('suppliers:empty')}
            hint={t('suppliers:emptyHint')}
            action={readOnly ? undefined : begin}
          />
        }
      />
      {create ? (
        <NewSupplierDrawer onClose={() => open(undefined)} onCreated={(created) => open(created.id)} />
      ) : supplier === undefined ? null : (
        <SupplierDrawer id={supplier} onClose={() => open(undefined)} />
      )}
    </>
  );
}
