import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import type { SupplierDossier } from '../../../shared/contract/supplier-dossiers.ts';
import { formatDocumentInstant, formatPercent, formatScore } from '../../../shared/kernel/format.ts';
import { DocumentLanguageProvider, Name } from '../document-language.tsx';
import { contentWidth, type Paper } from '../page-style.ts';
import report from '../report-document.module.css';
import { useSheetWords } from '../sheets/sheet-words.ts';
import { Letterhead } from '../title-block.tsx';
import { ChecksSection } from './checks-section.tsx';
import { CompanySection, PapersSection } from './company-section.tsx';
import { Facts } from './facts.tsx';
import { FiguresSection } from './figures-section.tsx';
import { ScoreSection } from './score-section.tsx';
import { StandingSection } from './standing-section.tsx';
import { TalkSection } from './talk-section.tsx';

/** A supplier as it stood on the day the dossier was frozen, in the language or languages of the document. */
export function DossierDocument(props: {
  readonly dossier: SupplierDossier;
  readonly number: number;
  readonly intact: boolean;
  readonly language: ReportLanguage;
  readonly paper: Paper;
}) {
  const { dossier, number, intact, language, paper } = props;
  const words = useSheetWords(language);
  const { say } = words;
  const { supplier, profile, company, createdAt, createdBy } = dossier;
  const { qualification, verification, disqualified, licence, asOf, tenureYears } = profile.assessment;
  const part = { dossier, words, language };
  return (
    <DocumentLanguageProvider language={language}>
      <article
        className={report.document}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        style={{
          '--portrait-width': `${contentWidth(paper, 'portrait')}mm`,
          '--landscape-width': `${contentWidth(paper, 'landscape')}mm`,
        }}
      >
        {intact ? null : <p className={report.warning}>{say((t) => t('supplier:dossier.altered'))}</p>}
        <header className={report.title}>
          <Letterhead company={company} />
          <h1>{say((t) => t('supplier:dossier.title'))}</h1>
          <p className={report.project}>
            <Name name={supplier} as="inline" />
          </p>
          <Facts
            facts={[
              [say((t) => t('supplier:dossier.number')), String(number)],
              [say((t) => t('supplier:dossier.date')), formatDocumentInstant(createdAt)],
              [say((t) => t('supplier:dossier.preparedBy')), createdBy],
              [say((t) => t('supplier:dossier.asOf')), asOf],
              [
                say((t) => t('suppliers:qualification')),
                qualification.state === 'scored'
                  ? `${formatScore(qualification.scoreHundredths)} / 100`
                  : say((t) => t('supplier:standing.insufficientData')),
              ],
              [
                say((t) => t('suppliers:range')),
                `${formatScore(qualification.lowHundredths)}–${formatScore(qualification.highHundredths)}`,
              ],
              [say((t) => t('suppliers:coverage')), formatPercent(qualification.coverageBp)],
              [
                say((t) => t('supplier:dossier.standing')),
                say((t) => t(disqualified ? 'supplier:standing.disqualified' : 'supplier:dossier.standsAs')),
              ],
              [say((t) => t('supplier:dossier.verification')), say((t) => t(`supplier:verification.${verification}`))],
              [say((t) => t('suppliers:section.licence')), say((t) => t(`supplier:licence.${qualification.licence}`))],
              [say((t) => t('refusal:field.licenceUntil')), say((t) => t(`supplier:certificateState.${licence}`))],
              [
                say((t) => t('supplier:part.tenure')),
                tenureYears === null ? say((t) => t('supplier:dossier.unknown')) : String(Math.max(0, tenureYears)),
              ],
            ]}
          />
        </header>
        <StandingSection {...part} />
        <CompanySection {...part} />
        <PapersSection {...part} />
        <ChecksSection {...part} />
        <ScoreSection {...part} />
        <FiguresSection {...part} />
        <TalkSection {...part} />
      </article>
    </DocumentLanguageProvider>
  );
}
