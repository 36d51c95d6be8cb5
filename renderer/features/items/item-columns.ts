import type { Item } from '../../../shared/contract/items.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import type { Language } from '../../i18n/resources.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { type GridColumn, quantityColumn, textColumn, unitPriceColumn } from '../../ui/grid/columns.ts';
import type { ItemChanges } from './mutations.ts';

/** The columns of the items grid, in the order in which most request lists have them; the name in the language shown leads. */
export function itemColumns(currency: CurrencyCode, language: Language, t: Translate): GridColumn<Item, ItemChanges>[] {
  return [
    textColumn({
      id: 'lineNo',
      title: t('items:lineNo'),
      read: (item) => item.lineNo,
      write: (lineNo) => ({ lineNo }),
      maxLength: 60,
      width: 52,
      grow: 0,
    }),
    ...(language === 'zh'
      ? [nameColumn('nameZh', t, true), nameColumn('nameEn', t, false)]
      : [nameColumn('nameEn', t, true), nameColumn('nameZh', t, false)]),
    textColumn({
      id: 'specification',
      title: t('items:specification'),
      read: (item) => item.specification,
      write: (specification) => ({ specification }),
      maxLength: 2_000,
      width: 150,
      minWidth: 110,
      grow: 2,
    }),
    textColumn({
      id: 'unit',
      title: t('items:unit'),
      read: (item) => item.unit,
      write: (unit) => ({ unit }),
      maxLength: 40,
      width: 52,
      grow: 0,
    }),
    quantityColumn({
      id: 'quantity',
      title: t('items:quantity'),
      read: (item) => item.quantity,
      write: (quantity) => ({ quantity }),
      width: 88,
    }),
    unitPriceColumn({
      id: 'estimateUnitPrice',
      title: t('items:estimate'),
      currency,
      read: (item) => item.estimateUnitPrice,
      write: (estimateUnitPrice) => ({ estimateUnitPrice }),
      width: 126,
    }),
    unitPriceColumn({
      id: 'targetUnitPrice',
      title: t('items:target'),
      currency,
      read: (item) => item.targetUnitPrice,
      write: (targetUnitPrice) => ({ targetUnitPrice }),
      width: 100,
    }),
    textColumn({
      id: 'hsCode',
      title: t('items:hsCode'),
      read: (item) => item.hsCode,
      write: (hsCode) => ({ hsCode }),
      maxLength: 20,
      width: 84,
      grow: 0,
    }),
    textColumn({
      id: 'notes',
      title: t('items:notes'),
      read: (item) => item.notes,
      write: (notes) => ({ notes }),
      maxLength: 2_000,
      width: 120,
      minWidth: 80,
      grow: 1,
    }),
  ];
}

function nameColumn(id: 'nameEn' | 'nameZh', t: Translate, leads: boolean): GridColumn<Item, ItemChanges> {
  return textColumn({
    id,
    title: t(`items:${id}`),
    read: (item) => item[id],
    write: (name) => ({ [id]: name }),
    width: leads ? 200 : 140,
    minWidth: leads ? 180 : 110,
    grow: leads ? 3 : 2,
  });
}

/** An item needs a name in one of the two languages. */
export function missingInItem(language: Language): (changes: ItemChanges) => string | null {
  return ({ nameEn = '', nameZh = '' }) => {
    if (nameEn !== '' || nameZh !== '') return null;
    return language === 'zh' ? 'nameZh' : 'nameEn';
  };
}
