import { useMemo } from 'react';
import { pageStyle } from './page-style.ts';
import { ReportDocument, type ReportDocumentProps } from './report-document.tsx';
import { runningTexts } from './running-texts.ts';
import { usePrintReady } from './use-print-ready.ts';

/** A report with the style of its sheets of paper, which says when it can be printed. */
export function PrintableReport(props: ReportDocumentProps) {
  const { report, number, language, paper } = props;
  const texts = useMemo(() => runningTexts(report, number, language), [report, number, language]);
  const runningText = `${texts.head}${texts.foot}${texts.pages.map((page) => Object.values(page).join('')).join('')} /0123456789`;
  usePrintReady({ isShown: true, error: null, runningText });
  return (
    <>
      <style>{pageStyle(paper, texts)}</style>
      <ReportDocument {...props} />
    </>
  );
}
