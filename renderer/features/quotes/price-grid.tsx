import { Text } from '@mantine/core';
import { IconTablePlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Item } from '../../../shared/contract/items.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import type { PriceCell, QuoteRow } from '../../../shared/contract/quotes.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { UnitPrice } from '../../../shared/kernel/quantity.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { unitPriceColumn } from '../../ui/grid/columns.ts';
import { EditableGrid } from '../../ui/grid/editable-grid.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import { newestQuotes } from './arrange-quotes.ts';
import { useItemHead } from './item-head.tsx';
import { type PriceChanges, useSavePrices } from './mutations.ts';
import { usePrices } from './queries.ts';

interface Props {
  readonly project: Project;
  readonly items: readonly Item[];
  readonly quotes: readonly QuoteRow[];
  readonly onAdd: () => void;
}

interface PriceRow {
  readonly id: Id;
  readonly prices: ReadonlyMap<Id, UnitPrice | null>;
}

const HEAD_WIDTH = 300;
const COLUMN_WIDTH = 132;

/** Items down, suppliers across, one unit price a cell: the place to type or paste prices. */
export function PriceGrid({ project, items, quotes, onAdd }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const prices = usePrices(project.id);
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<IconTablePlus size={32} stroke={1.4} aria-hidden />}
        title={t('quotes:prices.noItems')}
        hint={t('quotes:prices.noItemsHint')}
        {...(readOnly
          ? {}
          : {
              action: {
                label: t('items:addFirst'),
                onClick: () => void navigate({ to: `/projects/${project.id}/items` }),
              },
              secondary: {
                label: t('items:importSheet'),
                onClick: () => void navigate({ to: `/projects/${project.id}/import` }),
              },
            })}
      />
    );
  }
  if (quotes.length === 0) {
    return (
      <EmptyState
        icon={<IconTablePlus size={32} stroke={1.4} aria-hidden />}
        title={t('quotes:prices.noQuotes')}
        hint={t('quotes:prices.noQuotesHint')}
        {...(readOnly ? {} : { action: { label: t('quotes:add'), onClick: onAdd } })}
      />
    );
  }
  if (prices.isError) return <ErrorState error={prices.error} retry={() => void prices.refetch()} />;
  if (prices.isPending) return <LoadingRows />;
  return <Prices project={project} items={items} quotes={quotes} prices={prices.data} readOnly={readOnly} />;
}

function Prices(props: Omit<Props, 'onAdd'> & { readonly prices: readonly PriceCell[]; readonly readOnly: boolean }) {
  const { project, items, quotes, prices, readOnly } = props;
  const { t } = useText();
  const name = useName();
  const { save, isSaving } = useSavePrices(project.id);
  const head = useItemHead(items, HEAD_WIDTH);
  const rows = useMemo(() => priceRows(items, prices), [items, prices]);
  const nameOf = (quote: QuoteRow) => name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
  const shown = newestQuotes(quotes, nameOf).map((quote) => ({
    id: quote.id,
    title: nameOf(quote),
    currency: quote.currency,
  }));
  // The columns stay the same as long as nothing in their heads changes: a new revision of a quote rebuilds no grid.
  const headKey = JSON.stringify(shown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: headKey stands for all that is used of the quotes
  const columns = useMemo(
    () =>
      shown.map(({ id, title, currency }) =>
        unitPriceColumn<PriceRow, PriceChanges>({
          id,
          title,
          currency,
          width: COLUMN_WIDTH,
          minWidth: COLUMN_WIDTH,
          grow: 1,
          read: (row) => row.prices.get(id) ?? null,
          write: (unitPrice) => ({ [id]: unitPrice }),
        }),
      ),
    [headKey],
  );
  return (
    <>
      <EditableGrid
        label={t('quotes:prices.label')}
        rows={rows}
        columns={columns}
        onSave={save}
        rowsChange={false}
        rowHead={head}
        memory={`prices/${project.id}`}
        readOnly={readOnly}
      />
      <Text size="xs" c="dimmed" px={20} py={6} role="status">
        {isSaving ? t('items:saving') : t('quotes:prices.hint')}
      </Text>
    </>
  );
}

function priceRows(items: readonly Item[], prices: readonly PriceCell[]): PriceRow[] {
  const byItem = Map.groupBy(prices, (cell) => cell.itemId);
  return items.map((item) => ({
    id: item.id,
    prices: new Map((byItem.get(item.id) ?? []).map((cell) => [cell.quoteId, cell.unitPrice])),
  }));
}
