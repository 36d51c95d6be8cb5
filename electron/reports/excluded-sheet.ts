import { leftOutTexts } from '../../shared/documents/report-text.ts';
import { supplierOf } from '../../shared/documents/say.ts';
import { leftOutOf } from '../../shared/domain/reports/left-out.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { textCell, type WorkbookCell, type WorkbookSheet } from '../exchange/write/workbook.ts';
import { type SheetWords, WRAPPED } from './sheet-words.ts';

/** Who has no place, and why. */
export function excludedSheet(report: EvaluationReport, words: SheetWords): WorkbookSheet {
  const leftOut = leftOutOf(report);
  const head = [
    words.head((w) => w.report.column.supplier),
    words.head((w) => w.report.column.state),
    words.head((w) => w.report.column.reason),
  ];
  const rows: (WorkbookCell | null)[][] = leftOut.map((one) => [
    textCell(words.name(supplierOf(one.compared.quote)), WRAPPED),
    words.said((w) => w.report.state[one.state]),
    words.said((_, tongue) => leftOutTexts(one, report, tongue).join(tongue === 'zh' ? '；' : '; ')),
  ]);
  return {
    name: words.text((w) => w.report.sheet.excluded),
    rows: [head, ...(rows.length > 0 ? rows : [[words.said((w) => w.report.excluded.none)]])],
    columnWidths: [36, 20, 90],
    frozenRows: 1,
    frozenColumns: 1,
  };
}
