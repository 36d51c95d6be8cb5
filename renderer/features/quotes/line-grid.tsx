import { useMemo } from 'react';
import type { Item } from '../../../shared/contract/items.ts';
import type { Quote, QuoteLine } from '../../../shared/contract/quotes.ts';
import { useText } from '../../i18n/use-text.ts';
import { EditableGrid } from '../../ui/grid/editable-grid.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useItemHead } from './item-head.tsx';
import { lineColumns } from './line-columns.ts';
import { useSaveLines } from './mutations.ts';

const HEAD_WIDTH = 220;

/** What a quote says of each item of the project: price, MOQ, breaks, carton. */
export function LineGrid(props: {
  readonly quote: Quote;
  readonly lines: readonly QuoteLine[];
  readonly items: readonly Item[];
  readonly readOnly: boolean;
}) {
  const { quote, lines, items, readOnly } = props;
  const { t } = useText();
  const { save } = useSaveLines(quote.id);
  const head = useItemHead(items, HEAD_WIDTH);
  const columns = useMemo(() => lineColumns(quote.currency, t), [quote.currency, t]);
  const rows = useMemo(() => {
    const lineOf = new Map(lines.map((line) => [line.itemId, line]));
    return items.map((item) => ({ id: item.id, line: lineOf.get(item.id) ?? null }));
  }, [items, lines]);
  if (items.length === 0) return <EmptyState title={t('quotes:editor.noItems')} />;
  return (
    <EditableGrid
      label={t('quotes:editor.linesOf')}
      rows={rows}
      columns={columns}
      onSave={save}
      rowsChange={false}
      rowHead={head}
      memory={`lines/${quote.id}`}
      readOnly={readOnly}
    />
  );
}
