import { IconFileInvoice, IconRefresh, IconTrash } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { Item } from '../../../shared/contract/items.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import type { QuoteRow } from '../../../shared/contract/quotes.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ActionMenu } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ListTable } from '../list-views/list-table.tsx';
import { quotesSearch } from '../projects/routes.tsx';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { arrangeQuotes, listRows } from './arrange-quotes.ts';
import { useRemoveQuote, useRequote } from './mutations.ts';
import { quoteColumns } from './quote-columns.tsx';
import { ViewSwitch } from './view-switch.tsx';

const route = getRouteApi('/workspace/projects/$projectId/quotes');

/** One row a supplier with its newest round; earlier rounds unfold below it. */
export function QuoteList(props: {
  readonly project: Project;
  readonly items: readonly Item[];
  readonly quotes: readonly QuoteRow[];
  readonly onAdd: () => void;
  /** The button that adds one, at the end of the toolbar. */
  readonly add: ReactNode;
}) {
  const { project, items, quotes, onAdd, add } = props;
  const { t } = useText();
  const name = useName();
  const search = route.useSearch();
  const { view: _, saved: __, ...query } = search;
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const readOnly = useReadOnly();
  const today = useToday();
  const requote = useRequote();
  const remove = useRemoveQuote();
  const [unfolded, setUnfolded] = useState<ReadonlySet<Id>>(new Set());
  const nameOf = (quote: QuoteRow) => name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
  const fold = (supplierId: Id, unfold: boolean) =>
    setUnfolded((before) => {
      const after = new Set(before);
      if (unfold) after.add(supplierId);
      else after.delete(supplierId);
      return after;
    });
  const groups = arrangeQuotes(quotes, query, nameOf);
  const page = groups.slice(query.offset, query.offset + query.limit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf changes with the language, and so does t
  const columns = useMemo(
    () => quoteColumns({ t, today, itemCount: items.length, unfolded, fold, nameOf }),
    [t, today, items.length, unfolded],
  );
  const open = (id: Id) =>
    void goTo({ to: '/projects/$projectId/quotes/$quoteId', params: { projectId: project.id, quoteId: id } });
  return (
    <ListTable
      list="quotes"
      address={{
        search,
        schema: quotesSearch,
        go: (next) => void navigate({ search: next, replace: true }),
      }}
      id="quotes"
      label={t('quotes:title')}
      columns={columns}
      rows={listRows(page, unfolded)}
      total={groups.length}
      state={query}
      onStateChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
      lead={<ViewSwitch />}
      trail={add}
      onOpen={(row) => open(row.id)}
      rowActions={
        readOnly
          ? undefined
          : (row) => (
              <ActionMenu
                label={t('quotes:actionsOf', { name: nameOf(row) })}
                actions={[
                  {
                    label: t('quotes:requote'),
                    hint: t('quotes:requoteHint'),
                    icon: <IconRefresh size={15} aria-hidden />,
                    onClick: () => requote.mutate({ id: row.id }, { onSuccess: (quote) => open(quote.id) }),
                  },
                  {
                    label: t('quotes:delete'),
                    icon: <IconTrash size={15} aria-hidden />,
                    destructive: true,
                    onClick: () => remove(row),
                  },
                ]}
              />
            )
      }
      empty={
        <EmptyState
          icon={<IconFileInvoice size={32} stroke={1.4} aria-hidden />}
          title={t('quotes:empty')}
          hint={t('quotes:emptyHint')}
          {...(readOnly
            ? {}
            : {
                action: {
                  label: t('projects:importQuotes'),
                  onClick: () => void goTo({ to: `/projects/${project.id}/import` }),
                },
                secondary: { label: t('quotes:add'), onClick: onAdd },
              })}
        />
      }
    />
  );
}
