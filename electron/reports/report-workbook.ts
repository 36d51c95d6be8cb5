import type { ReportLanguage } from '../../shared/contract/reports.ts';
import { writeWorkbook } from '../exchange/write/workbook.ts';
import type { StoredReport } from '../modules/reports/reports.queries.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { dossierSheets } from './dossier-sheets.ts';
import { excludedSheet } from './excluded-sheet.ts';
import { rankingSheet } from './ranking-sheet.ts';
import { ratesSheet } from './rates-sheet.ts';
import { sheetWords } from './sheet-words.ts';
import { summarySheet } from './summary-sheet.ts';

/** Writes a report as a workbook: summary, matrix, ranking, rates and assumptions, and what was left out. */
export async function writeReportWorkbook(stored: StoredReport, language: ReportLanguage, file: string): Promise<void> {
  const words = sheetWords(language);
  const { report } = stored;
  await writeWorkbook(
    [
      summarySheet(stored, words),
      ...(report.dossier === undefined ? [] : dossierSheets(report.dossier, words)),
      comparisonSheet(report, words),
      rankingSheet(report, words),
      ratesSheet(report, words),
      excludedSheet(report, words),
    ],
    file,
  );
}
