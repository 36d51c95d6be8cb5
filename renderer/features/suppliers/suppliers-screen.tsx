import {
  IconColumns,
  IconMap,
  IconPlus,
  IconTableExport,
  IconTableImport,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ListTable } from '../list-views/list-table.tsx';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { CompareDrawer } from './directory/compare-drawer.tsx';
import { DuplicatesDrawer } from './directory/duplicates-drawer.tsx';
import { ExportDrawer } from './directory/export-drawer.tsx';
import { ProvinceMap } from './directory/province-map.tsx';
import { useSupplierList } from './queries.ts';
import { listSearch } from './routes.tsx';
import { supplierColumns } from './supplier-columns.tsx';
import { NewSupplierDrawer } from './supplier-drawers.tsx';
import { SupplierFilters, useFilterChips } from './supplier-filters.tsx';

const route = getRouteApi('/workspace/suppliers');

/** Every supplier; what is shown lives in the address. A row opens the supplier's room. */
export function SuppliersScreen() {
  const { t } = useText();
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const readOnly = useReadOnly();
  const today = useToday();
  const { create = false, saved: _, map = false, duplicates = false, exporting = false, compare, ...query } = search;
  const { offset: _from, limit: _size, ...exported } = query;
  const list = useSupplierList(query);
  const columns = useMemo(() => supplierColumns(t, language, today), [t, language, today]);
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const filter = (next: Partial<typeof search>) => change({ ...next, offset: 0 });
  const chips = useFilterChips(query, filter);
  const openRoom = (id: string) => void goTo({ to: '/suppliers/$supplierId/profile', params: { supplierId: id } });
  const begin = {
    label: t('suppliers:new'),
    icon: <IconPlus size={14} aria-hidden />,
    onClick: () => void navigate({ search: (before) => ({ ...before, create: true }) }),
  };
  const bringIn = { label: t('supplierImports:title'), onClick: () => void goTo({ to: '/suppliers/import' }) };
  return (
    <>
      <PageHeader
        title={t('suppliers:title')}
        primary={readOnly ? undefined : begin}
        actions={[
          { ...bringIn, icon: <IconTableImport size={15} aria-hidden />, disabled: readOnly },
          {
            label: t('supplierImports:export.title'),
            icon: <IconTableExport size={15} aria-hidden />,
            onClick: () => change({ exporting: true }),
          },
          {
            label: map ? t('suppliers:map.hide') : t('suppliers:map.show'),
            icon: <IconMap size={15} aria-hidden />,
            onClick: () => change({ map: map ? undefined : true }),
          },
          {
            label: t('suppliers:sideBySide.title'),
            icon: <IconColumns size={15} aria-hidden />,
            onClick: () => change({ compare: [] }),
          },
          {
            label: t('suppliers:merge.title'),
            icon: <IconUsersGroup size={15} aria-hidden />,
            onClick: () => change({ duplicates: true }),
          },
        ]}
      />
      {map ? <ProvinceMap selected={query.provinces} onChange={(provinces) => filter({ provinces })} /> : null}
      <ListTable
        list="suppliers"
        address={{
          search,
          schema: listSearch,
          go: (next) => void navigate({ search: next, replace: true }),
          passing: ['create', 'map', 'duplicates', 'exporting', 'compare'],
        }}
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
        filters={<SupplierFilters query={query} onChange={filter} />}
        chips={chips}
        onOpen={(row) => openRoom(row.id)}
        openId={null}
        empty={
          <EmptyState
            icon={<IconUsers size={32} stroke={1.4} aria-hidden />}
            title={t('suppliers:empty')}
            hint={t('suppliers:emptyHint')}
            action={readOnly ? undefined : begin}
            secondary={readOnly ? undefined : bringIn}
          />
        }
      />
      {duplicates ? <DuplicatesDrawer onClose={() => change({ duplicates: undefined })} /> : null}
      {exporting ? (
        <ExportDrawer
          query={exported}
          total={list.data?.total ?? 0}
          listColumns={columns}
          onClose={() => change({ exporting: undefined })}
        />
      ) : null}
      {compare === undefined ? null : (
        <CompareDrawer
          ids={compare}
          onChange={(ids) => change({ compare: ids })}
          onClose={() => change({ compare: undefined })}
        />
      )}
      {create ? (
        <NewSupplierDrawer
          onClose={() => void navigate({ search: ({ create: _, ...before }) => before })}
          onCreated={(created) => openRoom(created.id)}
        />
      ) : null}
    </>
  );
}
