import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import type { ComparisonBasis } from '../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { ReportDocument } from '../../print/report-document.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import { useReportPreview } from './queries.ts';
import classes from './reports.module.css';

/** The report as it would be frozen now, on its sheet of paper. */
export function ReportPreview(props: {
  readonly projectId: Id;
  readonly basis: ComparisonBasis;
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
}) {
  const { projectId, basis, language, paper } = props;
  const { t } = useText();
  const { data, error, refetch } = useReportPreview({ projectId, basis, language });
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <LoadingForm />;
  return (
    <ScrollRegion label={t('reports:preview')} className={classes.desk}>
      <div className={classes.sheet}>
        <ReportDocument report={data} number={null} language={language} paper={paper} intact />
      </div>
    </ScrollRegion>
  );
}
