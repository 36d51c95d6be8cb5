import { ledgerTexts } from '../../shared/documents/ledger-text.ts';
import { cellNote, taxText } from '../../shared/documents/report-text.ts';
import { supplierOf, type Tongue, type Words } from '../../shared/documents/say.ts';
import type { ComparedCell, ComparedQuote, ComparedRow, Comparison } from '../../shared/domain/comparison/types.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { fillCounted } from '../../shared/texts/fill.ts';
import {
  dateCell,
  moneyCell,
  moneyFormat,
  percentCell,
  quantityCell,
  textCell,
  unitPriceCell,
  type WorkbookCell,
  type WorkbookSheet,
} from '../exchange/write/workbook.ts';
import { rangeCell, rankCell } from './range-cells.ts';
import { BOLD, HEAD_STYLE, type SheetWords, WRAPPED } from './sheet-words.ts';

const ITEM_WIDTHS = [8, 36, 24, 8, 12, 16];
/** Unit price, amount and note of a supplier. */
const SUPPLIER_WIDTHS = [14, 16, 18];
const NO_ITEM_CELLS = ITEM_WIDTHS.length;

/** Items by suppliers; two head rows and the item stay in place. */
export function comparisonSheet({ comparison }: EvaluationReport, words: SheetWords): WorkbookSheet {
  const { rows, quotes, options, estimateMinor } = comparison;
  const { currency } = options;
  return {
    name: words.text((w) => w.report.sheet.comparison),
    rows: [
      [
        ...ITEM_WIDTHS.map(() => textCell('', HEAD_STYLE)),
        ...quotes.flatMap(({ quote }) => [
          textCell(words.name(supplierOf(quote)), { ...HEAD_STYLE, columnSpan: SUPPLIER_WIDTHS.length }),
          null,
          null,
        ]),
      ],
      [...itemHead(currency, words), ...quotes.flatMap((quote) => supplierHead(quote, currency, words))],
      ...rows.map((row) => itemRow(row, currency, words)),
      footRow(
        (w) => w.report.column.total,
        quotes,
        words,
        ({ totalRange }) => (totalRange === null ? null : rangeCell(totalRange, currency, BOLD)),
        estimateMinor === null ? null : moneyCell(estimateMinor, currency, BOLD),
      ),
      ...differenceRows(comparison, words),
      ...termRows(quotes, words),
    ],
    columnWidths: [...ITEM_WIDTHS, ...quotes.flatMap(() => SUPPLIER_WIDTHS)],
    frozenRows: 2,
    frozenColumns: 2,
  };
}

function itemHead(currency: CurrencyCode, words: SheetWords): (WorkbookCell | null)[] {
  return [
    words.head((w) => w.report.column.line),
    words.head((w) => w.report.column.item),
    words.head((w) => w.report.column.specification),
    words.head((w) => w.report.column.unit),
    words.head((w) => w.report.column.quantity),
    words.head((w) => w.report.column.estimate, ` (${currency})`),
  ];
}

function supplierHead({ quote }: ComparedQuote, currency: CurrencyCode, words: SheetWords): (WorkbookCell | null)[] {
  return [
    words.head((w) => w.report.column.unitPrice, ` (${quote.currency})`),
    words.head((w) => w.report.column.amount, ` (${currency})`),
    words.head((w) => w.report.column.note),
  ];
}

function itemRow(row: ComparedRow, currency: CurrencyCode, words: SheetWords): (WorkbookCell | null)[] {
  const { item, need, estimateMinor, cells } = row;
  return [
    textCell(item.lineNo),
    textCell(words.name(item), WRAPPED),
    textCell(item.specification, item.specification === '' ? {} : WRAPPED),
    textCell(item.unit),
    need === null ? null : quantityCell(need),
    estimateMinor === null ? null : moneyCell(estimateMinor, currency),
    ...cells.flatMap((cell) => priceCells(cell, row, currency, words)),
  ];
}

function priceCells(
  cell: ComparedCell,
  { need }: ComparedRow,
  currency: CurrencyCode,
  words: SheetWords,
): (WorkbookCell | null)[] {
  const { unitPrice, comparedLowMinor: low, comparedHighMinor: high, isLowest } = cell;
  // The mark stands in the number format, so that the cell stays a number.
  const lowest = isLowest ? { ...BOLD, format: `"◆ "${moneyFormat(currency)}` } : {};
  return [
    unitPrice === null ? null : unitPriceCell(unitPrice),
    low === null || high === null ? null : rangeCell({ lowMinor: low, highMinor: high }, currency, lowest),
    textCell(words.text((_, tongue) => cellNote(cell, need, tongue))),
  ];
}

function footRow(
  label: (words: Words, tongue: Tongue) => string,
  quotes: readonly ComparedQuote[],
  words: SheetWords,
  cell: (quote: ComparedQuote) => WorkbookCell | null,
  estimate: WorkbookCell | null = null,
): (WorkbookCell | null)[] {
  return [
    null,
    textCell(words.text(label), BOLD),
    ...Array.from({ length: NO_ITEM_CELLS - 3 }, () => null),
    estimate,
    ...quotes.flatMap((quote) => [null, cell(quote), null]),
  ];
}

function differenceRows({ quotes, options }: Comparison, words: SheetWords): (WorkbookCell | null)[][] {
  const { currency } = options;
  const columns = ['toLowest', 'toAverage', 'toEstimate'] as const;
  return [
    footRow(
      (w) => w.report.column.rank,
      quotes,
      words,
      (compared) => rankCell(compared, words),
    ),
    ...columns.flatMap((column) => [
      footRow(
        (w) => w.report.column[column],
        quotes,
        words,
        ({ [`${column}Range` as const]: range }) => (range === null ? null : rangeCell(range, currency)),
      ),
      footRow(
        (w) => `${w.report.column[column]}, %`,
        quotes,
        words,
        ({ [column]: difference }) =>
          difference === null || difference.bp === null ? null : percentCell(difference.bp),
      ),
    ]),
    footRow(
      (w) => w.report.column.state,
      quotes,
      words,
      ({ state }) => words.said((w) => w.report.state[state]),
    ),
  ];
}

function termRows(quotes: readonly ComparedQuote[], words: SheetWords): (WorkbookCell | null)[][] {
  const row = (label: (words: Words) => string, cell: (quote: ComparedQuote) => WorkbookCell | null) =>
    footRow(label, quotes, words, cell);
  return [
    row(
      (w) => w.report.field.currency,
      ({ quote }) => textCell(quote.currency),
    ),
    row(
      (w) => w.report.column.taxBasis,
      ({ quote }) => words.said((_, tongue) => taxText(quote.taxBasis, quote.vatRateBp, tongue)),
    ),
    row(
      (w) => w.report.column.tradeTerm,
      ({ quote }) =>
        quote.incoterm === null
          ? null
          : textCell(
              `${words.text((w) => (quote.incoterm === null ? '' : w.quote.tradeTerm[quote.incoterm]))} ${quote.namedPlace}`.trim(),
            ),
    ),
    row(
      (w) => w.report.column.leadTime,
      ({ quote }) =>
        quote.leadTimeDays === null
          ? null
          : words.said((w) => fillCounted(w.report.value, 'days', quote.leadTimeDays ?? 0)),
    ),
    row(
      (w) => w.report.column.validUntil,
      ({ quote }) => (quote.validUntil === null ? null : dateCell(quote.validUntil)),
    ),
    row(
      (w) => w.report.column.payment,
      ({ quote }) => textCell(quote.paymentTerms),
    ),
    row(
      (w) => w.report.column.minimumValue,
      ({ quote }) => (quote.minimumValueMinor === null ? null : moneyCell(quote.minimumValueMinor, quote.currency)),
    ),
    row(
      (w) => w.report.column.extras,
      (compared) =>
        ledgerTexts(compared, 'en').length === 0
          ? null
          : words.said((_, tongue) => ledgerTexts(compared, tongue).join('; ')),
    ),
  ];
}
