import { summaryText } from '../../shared/documents/report-findings.ts';
import { supplierOf, tonguesOf, type Words } from '../../shared/documents/say.ts';
import type { ComparedQuote, DifferenceRange } from '../../shared/domain/comparison/types.ts';
import { findingsOf } from '../../shared/domain/reports/findings.ts';
import { formatPercent } from '../../shared/kernel/format.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { fill } from '../../shared/texts/fill.ts';
import {
  countCell,
  dateCell,
  instantCell,
  moneyCell,
  percentCell,
  textCell,
  type WorkbookCell,
  type WorkbookSheet,
} from '../exchange/write/workbook.ts';
import type { StoredReport } from '../modules/reports/reports.queries.ts';
import { rangeCell, rankCell } from './range-cells.ts';
import { BOLD, type SheetWords, WRAPPED } from './sheet-words.ts';

const COLUMN_WIDTHS = [16, 38, 18, 16, 10, 16, 10, 16, 10, 16];
/** Characters that fit on one line of the summary, in Latin and in Chinese letters, and the height of a line in points. */
const LINE_CHARACTERS = { en: 150, zh: 80 };
const LINE_HEIGHT = 14;

export function summarySheet(stored: StoredReport, words: SheetWords): WorkbookSheet {
  const { report, intact } = stored;
  const { currency } = report.comparison.options;
  const findings = findingsOf(report);
  const rows: (WorkbookCell | null)[][] = [
    [
      textCell(
        words.text((w) => w.report.title),
        { fontWeight: 'bold', fontSize: 14 },
      ),
    ],
    ...(intact
      ? []
      : [
          [
            textCell(
              words.text((w) => w.report.altered),
              BOLD,
            ),
          ],
        ]),
    ...factRows(stored, words),
    [],
    ...tonguesOf(words.language).map((tongue): (WorkbookCell | null)[] => {
      const text = summaryText(findings, currency, tongue);
      const height = Math.ceil(text.length / LINE_CHARACTERS[tongue]) * LINE_HEIGHT + 4;
      return [textCell(text, { ...WRAPPED, columnSpan: COLUMN_WIDTHS.length, height })];
    }),
    [],
    totalsHead(currency, words),
    ...report.comparison.quotes.map((quote) => totalsRow(quote, currency, report.comparison.rows.length, words)),
  ];
  return {
    name: words.text((w) => w.report.sheet.summary),
    rows,
    columnWidths: COLUMN_WIDTHS,
    frozenRows: 1,
    frozenColumns: 0,
  };
}

function factRows({ summary, report }: StoredReport, words: SheetWords): (WorkbookCell | null)[][] {
  const { project, company, comparison, createdAt, createdBy } = report;
  const { options } = comparison;
  const fact = (label: (words: Words) => string, value: WorkbookCell | null) =>
    value === null ? [] : [[textCell(words.text(label), BOLD), { align: 'left' as const, ...value }]];
  return [
    ...fact((w) => w.report.field.company, textCell(words.name(company))),
    ...fact((w) => w.report.field.project, textCell(words.name(project))),
    ...fact((w) => w.report.field.number, countCell(summary.number)),
    ...fact((w) => `${w.report.field.date} (UTC+8)`, instantCell(createdAt)),
    ...fact((w) => w.report.field.preparedBy, textCell(createdBy)),
    ...fact((w) => w.report.field.currency, textCell(options.currency)),
    ...fact((w) => w.report.field.comparedOn, dateCell(options.asOf)),
    ...fact(
      (w) => w.report.field.basis,
      words.said((w) => w.comparison.basis[options.basis]),
    ),
    ...fact(
      (w) => w.report.field.quantity,
      words.said((w) => fill(w.report.value.percentOfPlan, { percent: formatPercent(options.quantityPercent * 100) })),
    ),
    ...fact((w) => w.report.field.items, countCell(comparison.rows.length)),
    ...fact((w) => w.report.field.quotes, countCell(comparison.quotes.length)),
    ...fact((w) => w.report.field.destination, textCell(project.destination)),
    ...fact((w) => w.report.field.needBy, project.needBy === null ? null : dateCell(project.needBy)),
    ...fact(
      (w) => w.report.field.budget,
      project.budgetMinor === null ? null : moneyCell(project.budgetMinor, project.currency),
    ),
    ...fact((w) => w.report.field.notes, textCell(project.notes, project.notes === '' ? {} : WRAPPED)),
  ];
}

function totalsHead(currency: CurrencyCode, words: SheetWords): (WorkbookCell | null)[] {
  const inCurrency = ` (${currency})`;
  const percent = words.head((w) => w.report.column.percent);
  return [
    words.head((w) => w.report.column.rank),
    words.head((w) => w.report.column.supplier),
    words.head((w) => w.report.column.total, inCurrency),
    words.head((w) => w.report.column.toLowest, inCurrency),
    percent,
    words.head((w) => w.report.column.toAverage, inCurrency),
    percent,
    words.head((w) => w.report.column.toEstimate, inCurrency),
    percent,
    words.head((w) => w.report.column.state),
  ];
}

function totalsRow(
  compared: ComparedQuote,
  currency: CurrencyCode,
  itemCount: number,
  words: SheetWords,
): (WorkbookCell | null)[] {
  const { quote, rank, totalRange, state, toLowestRange, toAverageRange, toEstimateRange, pricedCount } = compared;
  const style = rank === 1 ? BOLD : {};
  const pair = (range: DifferenceRange | null) => [
    range === null ? null : rangeCell(range, currency, style),
    // Of a range the amounts say enough; a single percentage would pretend a point.
    range === null || range.lowBp === null || range.lowMinor !== range.highMinor
      ? null
      : percentCell(range.lowBp, style),
  ];
  return [
    rankCell(compared, words, style),
    textCell(words.name(supplierOf(quote)), { ...WRAPPED, ...style }),
    totalRange === null ? null : rangeCell(totalRange, currency, style),
    ...pair(toLowestRange),
    ...pair(toAverageRange),
    ...pair(toEstimateRange),
    words.said((w) => {
      const text = w.report.state[state];
      if (state !== 'incomplete') return text;
      return `${text} (${fill(w.report.value.pricedPartly, { priced: pricedCount, count: itemCount })})`;
    }),
  ];
}
