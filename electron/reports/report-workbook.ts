import type { ReportLanguage } from '../../shared/contract/reports.ts';
import { type WorkbookSheet, writeWorkbook } from '../exchange/write/workbook.ts';
import type { StoredReport } from '../modules/reports/reports.queries.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { dossierSheets } from './dossier-sheets.ts';
import { excludedSheet } from './excluded-sheet.ts';
import { ledgerSheet } from './ledger-sheet.ts';
import { rankingSheet } from './ranking-sheet.ts';
import { ratesSheet } from './rates-sheet.ts';
import { sheetWords } from './sheet-words.ts';
import { summarySheet } from './summary-sheet.ts';

/** Writes a report as a workbook: summary, matrix, ranking, rates and assumptions, and what was left out. */
export async function writeReportWorkbook(
  stored: StoredReport,
  language: ReportLanguage,
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const words = sheetWords(language);
  const { report } = stored;
  const dossier = report.dossier;
  const makers: (() => WorkbookSheet | WorkbookSheet[])[] = [
    () => summarySheet(stored, words),
    ...(dossier === undefined ? [] : [() => dossierSheets(dossier, words)]),
    () => comparisonSheet(report, words),
    () => ledgerSheet(report, words),
    () => rankingSheet(report, words),
    () => ratesSheet(report, words),
    () => excludedSheet(report, words),
  ];
  // Packing the whole counts as one more step, which takes longest.
  const sheets = makers.flatMap((make, index) => {
    onProgress(index, makers.length + 1);
    return make();
  });
  onProgress(makers.length, makers.length + 1);
  await writeWorkbook(sheets, file);
}
