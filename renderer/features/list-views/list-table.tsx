import { useEffect } from 'react';
import type { ListName, ListView } from '../../../shared/contract/list-views.ts';
import { useChosenColumns } from '../../ui/chosen-columns.ts';
import { DataTable, type DataTableProps } from '../../ui/data-table.tsx';
import { useListViews } from './queries.ts';
import { isSame, viewedSearch } from './view-settings.ts';
import { ViewsMenu } from './views-menu.tsx';

/** The address of a list, as its route types it. */
export interface ListAddress<Search extends { readonly saved?: string | undefined }> {
  readonly search: Search;
  /** Reads search params as the route does: `parse({})` is how the list begins. */
  readonly schema: { parse(search: unknown): Search };
  readonly go: (search: Search) => void;
  /** What stands in the address without belonging to a view: drawers that are open. */
  readonly passing?: readonly string[];
}

/** A list that can be kept under views: what it opens with, and the menu that changes between them. */
export function ListTable<
  Row extends { id: string },
  Sort extends string,
  Search extends { readonly saved?: string | undefined },
>(props: DataTableProps<Row, Sort> & { readonly list: ListName; readonly address: ListAddress<Search> }) {
  const { list, address, ...table } = props;
  const { search, schema, go, passing = [] } = address;
  const chosen = useChosenColumns(table.id, table.columns);
  const views = useListViews(list).data;
  const viewed = viewedSearch(search, schema.parse({}), passing);
  const current = views?.find((view) => view.id === search.saved) ?? null;
  const kept = Object.fromEntries(Object.entries(search).filter(([key]) => passing.includes(key)));
  const show = (view: ListView | null) => {
    if (view !== null) chosen.choose(view.settings.columns);
    go(schema.parse({ ...kept, ...view?.settings.search, saved: view?.id ?? 'all' }));
  };
  const opensWith = views?.find((view) => view.isDefault);
  const isBare = search.saved === undefined && Object.keys(viewed).length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a bare address asks for what the list opens with
  useEffect(() => {
    if (isBare && opensWith !== undefined) show(opensWith);
  }, [isBare, opensWith?.id]);
  const settings = { search: viewed, columns: { ...chosen.choice } };
  return (
    <DataTable
      {...table}
      chosen={chosen}
      lead={
        <>
          {table.lead}
          <ViewsMenu
            list={list}
            views={views ?? []}
            current={current}
            settings={settings}
            isChanged={current !== null && !isSame(current.settings, settings)}
            onShow={show}
            onKept={(view) => go(schema.parse({ ...search, saved: view.id }))}
          />
        </>
      }
    />
  );
}
