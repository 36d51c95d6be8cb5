import { appliedRateText, assumptionTexts } from '../../shared/documents/report-text.ts';
import { supplierOf } from '../../shared/documents/say.ts';
import { ratesUsed } from '../../shared/domain/reports/rates-used.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { fill } from '../../shared/texts/fill.ts';
import { dateCell, numeralCell, textCell, type WorkbookCell, type WorkbookSheet } from '../exchange/write/workbook.ts';
import { BOLD, type SheetWords, WRAPPED } from './sheet-words.ts';

/** The exchange rates with their dates and sources, then what the comparison takes for granted. */
export function ratesSheet(report: EvaluationReport, words: SheetWords): WorkbookSheet {
  return {
    name: words.text((w) => w.report.sheet.rates),
    rows: [...rateRows(report, words), [], ...assumptionRows(report, words)],
    columnWidths: [14, 16, 14, 40, 60],
    frozenRows: 1,
    frozenColumns: 1,
  };
}

function rateRows({ comparison }: EvaluationReport, words: SheetWords): (WorkbookCell | null)[][] {
  const { currency } = comparison.options;
  const head = [
    words.head((w) => w.report.column.pair),
    words.head((w) => w.report.column.rate),
    words.head((w) => w.report.column.effectiveDate),
    words.head((w) => w.report.column.source),
    words.head((w) => w.report.column.usedFor),
  ];
  const used = ratesUsed(comparison);
  if (used.length === 0) {
    return [head, [words.said((w) => fill(w.report.rates.none, { currency }))]];
  }
  return [
    head,
    ...used.map(({ rate, quotes }) => [
      textCell(`${rate.base}/${rate.quote}`),
      numeralCell(rate.rate),
      dateCell(rate.effectiveDate),
      textCell(rate.source, WRAPPED),
      words.said((_, tongue) =>
        quotes
          .map((compared) => {
            const text = appliedRateText(compared, currency, tongue);
            const name = words.name(supplierOf(compared.quote));
            return text === null ? name : `${name}: ${text}`;
          })
          .join('; '),
      ),
    ]),
  ];
}

function assumptionRows(report: EvaluationReport, words: SheetWords): (WorkbookCell | null)[][] {
  const english = assumptionTexts(report, 'en');
  const chinese = assumptionTexts(report, 'zh');
  return [
    [
      textCell(
        words.text((w) => w.report.section.assumptions),
        BOLD,
      ),
    ],
    ...english.map((_, at) => [
      textCell(
        words.text((_, tongue) => (tongue === 'zh' ? chinese : english)[at] ?? ''),
        { columnSpan: 5, wrap: true, alignVertical: 'top', height: words.language === 'both' ? 28 : 16 },
      ),
    ]),
  ];
}
