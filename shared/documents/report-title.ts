import type { EvaluationReport } from '../domain/reports/types.ts';
import type { Words } from './say.ts';

/** What a report is called: with an award in it, it is the dossier of a decision. */
export function reportTitle({ dossier }: Pick<EvaluationReport, 'dossier'>): (words: Words) => string {
  return dossier === undefined ? ({ report }) => report.title : ({ award }) => award.dossier.title;
}
