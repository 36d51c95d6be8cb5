import type { PriceBreak, QuoteLine } from '../../../shared/contract/quotes.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import type { Translate } from '../../i18n/use-text.ts';
import {
  type GridColumn,
  measureColumn,
  notationColumn,
  quantityColumn,
  textColumn,
  unitPriceColumn,
} from '../../ui/grid/columns.ts';
import type { Parsed } from '../../ui/grid/parse.ts';
import type { LineChanges } from './mutations.ts';
import { formatPriceBreaks, parsePriceBreaks } from './price-breaks.ts';

/** A row of the lines grid: an item of the project and what the quote says of it, if anything. */
export interface LineRow {
  readonly id: Id;
  readonly line: QuoteLine | null;
}

type Column = GridColumn<LineRow, LineChanges>;
type Measure = 'cartonLengthMm' | 'cartonWidthMm' | 'cartonHeightMm' | 'cartonWeightG';

export function lineColumns(currency: CurrencyCode, t: Translate): Column[] {
  const quantity = (id: 'moq' | 'orderMultiple' | 'cartonQuantity', width: number): Column =>
    quantityColumn({
      id,
      title: t(`quotes:editor.lineColumn.${id}`),
      width,
      read: ({ line }) => line?.[id] ?? null,
      write: (value) => ({ [id]: value }),
    });
  const measure = (id: Measure, title: string, unit: string, places: number): Column =>
    measureColumn({
      id,
      title,
      unit,
      places,
      width: 92,
      read: ({ line }) => line?.[id] ?? null,
      write: (value) => ({ [id]: value }),
    });
  return [
    unitPriceColumn({
      id: 'unitPrice',
      title: t('quotes:editor.lineColumn.unitPrice'),
      currency,
      width: 124,
      read: ({ line }) => line?.unitPrice ?? null,
      write: (unitPrice) => ({ unitPrice }),
    }),
    quantity('moq', 92),
    quantity('orderMultiple', 84),
    notationColumn({
      id: 'priceBreaks',
      title: t('quotes:editor.lineColumn.priceBreaks'),
      width: 240,
      minWidth: 220,
      read: ({ line }) => line?.priceBreaks ?? [],
      write: (priceBreaks) => ({ priceBreaks }),
      text: formatPriceBreaks,
      parse: (text) => readBreaks(text, currency, t),
    }),
    quantity('cartonQuantity', 92),
    measure('cartonLengthMm', t('quotes:editor.lineColumn.cartonLength'), 'cm', 1),
    measure('cartonWidthMm', t('quotes:editor.lineColumn.cartonWidth'), 'cm', 1),
    measure('cartonHeightMm', t('quotes:editor.lineColumn.cartonHeight'), 'cm', 1),
    measure('cartonWeightG', t('quotes:editor.lineColumn.cartonWeight'), 'kg', 3),
    textColumn({
      id: 'notes',
      title: t('quotes:editor.lineColumn.notes'),
      maxLength: 2_000,
      width: 180,
      minWidth: 140,
      read: ({ line }) => line?.notes ?? '',
      write: (notes) => ({ notes }),
    }),
  ];
}

function readBreaks(text: string, currency: CurrencyCode, t: Translate): Parsed<PriceBreak[]> {
  const parsed = parsePriceBreaks(text, currency);
  if (parsed.ok) return { ok: true, value: parsed.breaks };
  const { problem } = parsed;
  const sentence = t(`quotes:priceBreakProblem.${problem.code}`, { ...problem });
  return { ok: false, problem: { code: 'own', sentence } };
}
