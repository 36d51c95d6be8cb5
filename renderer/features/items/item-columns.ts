import type { Item } from '../../../shared/contract/items.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import type { Language } from '../../i18n/resources.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { type GridColumn, measureColumn, quantityColumn, textColumn, unitPriceColumn } from '../../ui/grid/columns.ts';
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
    ...customsColumns(t),
    ...cartonColumns(t),
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

/** What customs takes; empty: the rate of the project's costing. */
function customsColumns(t: Translate): GridColumn<Item, ItemChanges>[] {
  return (['dutyRateBp', 'additionalDutyBp'] as const).map((id) =>
    measureColumn({
      id,
      title: t(`items:${id}`),
      unit: '%',
      places: 2,
      width: 84,
      read: (item) => item[id],
      write: (value) => ({ [id]: value }),
    }),
  );
}

/** The export carton, for quotes that state none of their own. */
function cartonColumns(t: Translate): GridColumn<Item, ItemChanges>[] {
  const measure = (id: 'cartonLengthMm' | 'cartonWidthMm' | 'cartonHeightMm' | 'cartonWeightG') =>
    measureColumn<Item, ItemChanges>({
      id,
      title: t(`items:${id}`),
      unit: id === 'cartonWeightG' ? 'kg' : 'cm',
      places: id === 'cartonWeightG' ? 3 : 1,
      width: 88,
      read: (item) => item[id],
      write: (value) => ({ [id]: value }),
    });
  return [
    quantityColumn({
      id: 'cartonQuantity',
      title: t('items:cartonQuantity'),
      read: (item) => item.cartonQuantity,
      write: (cartonQuantity) => ({ cartonQuantity }),
      width: 88,
    }),
    measure('cartonLengthMm'),
    measure('cartonWidthMm'),
    measure('cartonHeightMm'),
    measure('cartonWeightG'),
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
