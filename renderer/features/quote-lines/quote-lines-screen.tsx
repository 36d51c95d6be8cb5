import { IconFileInvoice } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ListTable } from '../list-views/list-table.tsx';
import { useToday } from '../workspaces/queries.ts';
import { LineFilters, useLineChips } from './line-filters.tsx';
import { useQuoteLines } from './queries.ts';
import { quoteLineColumns } from './quote-line-columns.tsx';
import { type QuoteLineSearch, quoteLineSearch } from './routes.tsx';

const route = getRouteApi('/workspace/quotes');

/** Every quoted price of the workspace, to be found again; what is shown lives in the address. */
export function QuoteLinesScreen() {
  const { t } = useText();
  const nameOf = useName();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const today = useToday();
  const { saved: _, from, to, ...asked } = search;
  const sortPrices = search.currencies.length === 1;
  // A sort by price that lost its one currency goes back to what the list begins with.
  const query =
    asked.sort === 'price' && !sortPrices ? { ...asked, sort: 'received' as const, descending: true } : asked;
  const list = useQuoteLines({ ...query, from: from ?? null, to: to ?? null });
  const change = (next: Partial<QuoteLineSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const filter = (next: Partial<QuoteLineSearch>) => change({ ...next, offset: 0 });
  const chips = useLineChips({ filters: search, onChange: filter });
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf changes with the language, and so does t
  const columns = useMemo(() => quoteLineColumns({ t, today, sortPrices, nameOf }), [t, today, sortPrices]);
  return (
    <>
      <PageHeader title={t('quoteLines:title')} />
      <ListTable
        list="quoteLines"
        address={{
          search,
          schema: quoteLineSearch,
          go: (next) => void navigate({ search: next, replace: true }),
        }}
        id="quote-lines"
        label={t('quoteLines:list')}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total ?? 0}
        error={list.error}
        retry={() => void list.refetch()}
        fetching={list.isPlaceholderData}
        state={query}
        onStateChange={change}
        filters={<LineFilters filters={search} onChange={filter} />}
        chips={chips}
        onOpen={(row) =>
          void goTo({
            to: '/projects/$projectId/quotes/$quoteId',
            params: { projectId: row.projectId, quoteId: row.quoteId },
          })
        }
        empty={
          <EmptyState
            icon={<IconFileInvoice size={32} stroke={1.4} aria-hidden />}
            title={t('quoteLines:empty')}
            hint={t('quoteLines:emptyHint')}
            action={{ label: t('quoteLines:toProjects'), onClick: () => void goTo({ to: '/projects' }) }}
          />
        }
      />
    </>
  );
}
