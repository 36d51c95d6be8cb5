import { componentSourceText, componentText } from '../../shared/documents/ledger-text.ts';
import { supplierOf } from '../../shared/documents/say.ts';
import type { ComparedQuote, LedgerEntry } from '../../shared/domain/comparison/types.ts';
import { COST_PARTS } from '../../shared/domain/quotes/terms.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { moneyCell, textCell, type WorkbookCell, type WorkbookSheet } from '../exchange/write/workbook.ts';
import { BOLD, type SheetWords, WRAPPED } from './sheet-words.ts';

/** What each price holds, part by part, and what each total is made of; both ends stand as figures of their own. */
export function ledgerSheet({ comparison }: EvaluationReport, words: SheetWords): WorkbookSheet {
  const { quotes, options } = comparison;
  return {
    name: words.text((w) => w.report.sheet.ledger),
    rows: [
      [
        words.head((w) => w.report.column.supplier),
        words.head((w) => w.report.column.part),
        words.head((w) => w.report.column.state),
        words.head((w) => w.report.field.currency),
        words.head((w) => w.report.column.least),
        words.head((w) => w.report.column.most),
        words.head((w) => w.report.column.source),
      ],
      ...quotes.flatMap((compared) => [
        ...compared.ledger.filter(isSaid).map((entry) => ledgerRow(compared, entry, words)),
        ...compared.components.map((one) => [
          supplierCell(compared, words),
          words.said((_, tongue) => componentText(one.component, tongue)),
          words.said((w) => (one.included === true ? w.comparison.inPrice : w.report.ledger.inTotal)),
          textCell(options.currency),
          one.included === true ? null : moneyCell(one.lowMinor, options.currency),
          one.included === true ? null : moneyCell(one.highMinor, options.currency),
          componentSourceText(one, compared.quote, 'en') === ''
            ? null
            : words.said((_, tongue) => componentSourceText(one, compared.quote, tongue)),
        ]),
        ...totalRow(compared, options.currency, words),
      ]),
    ],
    columnWidths: [36, 28, 18, 8, 14, 14, 24],
    frozenRows: 1,
    frozenColumns: 1,
  };
}

/** Silent parts that nobody counts would fill the sheet and say nothing. */
function isSaid({ state, counted, source, part }: LedgerEntry): boolean {
  return COST_PARTS.includes(part) && (source === 'stated' || source === 'assumed' || (counted && state !== 'none'));
}

function ledgerRow(compared: ComparedQuote, entry: LedgerEntry, words: SheetWords): (WorkbookCell | null)[] {
  const { part, state, source, lowMinor, highMinor } = entry;
  const { currency } = compared.quote;
  const hasAmount = (state === 'extra' || state === 'range') && lowMinor !== null && highMinor !== null;
  return [
    supplierCell(compared, words),
    words.said((w) => w.quote.costPart[part]),
    words.said((w) => w.report.ledger.state[state]),
    textCell(currency),
    hasAmount ? moneyCell(lowMinor, currency) : null,
    hasAmount ? moneyCell(highMinor, currency) : null,
    words.said((w) => w.report.ledger.source[source]),
  ];
}

function totalRow(compared: ComparedQuote, currency: string, words: SheetWords): (WorkbookCell | null)[][] {
  if (compared.totalRange === null) return [];
  return [
    [
      supplierCell(compared, words),
      textCell(
        words.text((w) => w.report.column.total),
        BOLD,
      ),
      null,
      textCell(currency),
      moneyCell(compared.totalRange.lowMinor, currency, BOLD),
      moneyCell(compared.totalRange.highMinor, currency, BOLD),
      null,
    ],
  ];
}

function supplierCell({ quote }: ComparedQuote, words: SheetWords): WorkbookCell | null {
  return textCell(words.name(supplierOf(quote)), WRAPPED);
}
