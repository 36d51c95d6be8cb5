import { getRouteApi } from '@tanstack/react-router';
import { reportTitle } from '../../shared/documents/report-title.ts';
import { inLine, say } from '../../shared/documents/say.ts';
import { describeError } from '../app/errors.ts';
import { useFrozenReport } from '../features/reports/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { useName } from '../ui/bilingual-name.tsx';
import { ErrorState, LoadingForm } from '../ui/states.tsx';
import classes from './print-page.module.css';
import { PrintToolbar } from './print-toolbar.tsx';
import { PrintableReport } from './printable-report.tsx';
import { usePrintReady } from './use-print-ready.ts';

const route = getRouteApi('/print/reports/$reportId');

/** A frozen report alone on the page: to be read, printed, or made into a PDF. */
export function PrintReportPage() {
  const { reportId } = route.useParams();
  const { language, paper } = route.useSearch();
  const { t } = useText();
  const name = useName();
  const { data, error } = useFrozenReport(reportId);
  usePrintReady({ isShown: false, error: error === null ? null : describeError(error, t), runningText: '' });
  if (error !== null) return <ErrorState error={error} />;
  if (data === undefined) return <LoadingForm />;
  const { summary, report, intact } = data;
  const shown = language ?? summary.language;
  const title = inLine(say(shown, reportTitle(report)));
  return (
    <div className={classes.desk}>
      <title>{`${summary.title} · ${title} ${summary.number}`}</title>
      <PrintToolbar summary={summary} name={name(report.project)} language={shown} paper={paper} />
      <main className={classes.sheet}>
        <PrintableReport report={report} number={summary.number} language={shown} paper={paper} intact={intact} />
      </main>
    </div>
  );
}
