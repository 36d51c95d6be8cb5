import type { ReportLanguage } from '../../shared/contract/reports.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import { ChartsSection } from './charts-section.tsx';
import { AssumptionsSection, ExcludedSection, RatesSection, SignaturesSection } from './closing-sections.tsx';
import { CriteriaSection } from './criteria-section.tsx';
import { DocumentLanguageProvider, Say } from './document-language.tsx';
import { DossierClosing, DossierOpening } from './dossier-sections.tsx';
import { MakeUpSection } from './make-up-section.tsx';
import { MarketSection } from './market-section.tsx';
import { MatrixSection } from './matrix-section.tsx';
import { contentWidth, type Paper } from './page-style.ts';
import { RankingSection } from './ranking-section.tsx';
import classes from './report-document.module.css';
import { ScoresSection } from './scores-section.tsx';
import { StabilitySection } from './stability-section.tsx';
import { SummarySection } from './summary-section.tsx';
import { TermsSection } from './terms-section.tsx';
import { TitleBlock } from './title-block.tsx';
import { WhyCheaperSection } from './why-cheaper-section.tsx';

export interface ReportDocumentProps {
  readonly report: EvaluationReport;
  /** Null while it is a preview that nobody has frozen. */
  readonly number: number | null;
  readonly language: ReportLanguage;
  readonly paper: Paper;
  /** False when the stored report no longer has the hash it was frozen with. */
  readonly intact: boolean;
}

/** The evaluation report as it stands on paper; the same on screen, printed and in the PDF. */
export function ReportDocument({ report, number, language, paper, intact }: ReportDocumentProps) {
  return (
    <DocumentLanguageProvider language={language}>
      <article
        className={classes.document}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        style={{
          '--portrait-width': `${contentWidth(paper, 'portrait')}mm`,
          '--landscape-width': `${contentWidth(paper, 'landscape')}mm`,
        }}
      >
        {intact ? null : (
          <p className={classes.warning} role="alert">
            <Say>{(words) => words.report.altered}</Say>
          </p>
        )}
        <TitleBlock report={report} number={number} />
        {report.dossier === undefined ? null : <DossierOpening dossier={report.dossier} />}
        <SummarySection report={report} />
        <MakeUpSection report={report} />
        <MatrixSection report={report} paper={paper} />
        <TermsSection report={report} />
        <CriteriaSection report={report} />
        <RankingSection report={report} />
        <ScoresSection report={report} />
        <StabilitySection report={report} />
        <ChartsSection report={report} />
        <WhyCheaperSection report={report} />
        <MarketSection report={report} />
        <ExcludedSection report={report} />
        <RatesSection report={report} />
        <AssumptionsSection report={report} />
        {report.dossier === undefined ? null : <DossierClosing dossier={report.dossier} />}
        <SignaturesSection approvals={report.dossier?.award.approvals ?? []} />
      </article>
    </DocumentLanguageProvider>
  );
}

declare module 'react' {
  interface CSSProperties {
    readonly '--portrait-width'?: string;
    readonly '--landscape-width'?: string;
  }
}
