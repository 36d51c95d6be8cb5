import { useCallback, useMemo } from 'react';
import type { Item } from '../../../shared/contract/items.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatQuantity } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import type { RowHead } from '../../ui/grid/editable-grid.tsx';
import classes from './quotes.module.css';

/** What stands at the left of a row that is an item: its number, its name, how many are needed. */
export function useItemHead(items: readonly Item[], width: number): RowHead {
  const { t } = useText();
  const name = useName();
  const itemOf = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const render = useCallback(
    (id: Id) => {
      const item = itemOf.get(id);
      if (item === undefined) return null;
      const quantity = item.quantity === null ? '' : formatQuantity(item.quantity);
      return (
        <>
          <span className={classes.rowNo}>{item.lineNo}</span>
          <span className={classes.rowName} title={[name(item), item.specification].filter(Boolean).join(' · ')}>
            {name(item)}
          </span>
          <span className={classes.rowQuantity}>
            {quantity} {item.quantity === null ? null : item.unit}
          </span>
        </>
      );
    },
    [itemOf, name],
  );
  const nameOf = useCallback(
    (id: Id) => {
      const item = itemOf.get(id);
      return item === undefined ? '' : name(item);
    },
    [itemOf, name],
  );
  return useMemo(() => ({ title: t('quotes:prices.item'), width, name: nameOf, render }), [t, width, nameOf, render]);
}
