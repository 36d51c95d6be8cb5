import type { ReportLanguage } from '../../shared/contract/reports.ts';
import { inLine, nameIn, say, tonguesOf, WORDS } from '../../shared/documents/say.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import type { RunningTexts } from './page-style.ts';

/** What stands in the margins of every page of a report. */
export function runningTexts(report: EvaluationReport, number: number | null, language: ReportLanguage): RunningTexts {
  const { company, project } = report;
  const companyName = inLine(say(language, (_, tongue) => nameIn(tongue, company)));
  const numbered = inLine(
    say(language, ({ report: words }) => (number === null ? words.draft : `${words.field.number} ${number}`)),
  );
  return {
    head: inLine(say(language, (_, tongue) => nameIn(tongue, project))),
    foot: companyName === '' ? numbered : `${companyName} · ${numbered}`,
    pages: tonguesOf(language).map((tongue) => WORDS[tongue].report.page),
  };
}
