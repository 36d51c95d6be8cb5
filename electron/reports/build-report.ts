import type { ComparisonQuery } from '../../shared/contract/comparisons.ts';
import { belowMarket } from '../../shared/domain/market/below-market.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import type { CoreState, OpenedWorkspace } from '../core/core-state.ts';
import { compareProject } from '../modules/comparisons/compare-project.ts';
import { evaluateComparison } from '../modules/evaluations/evaluate-project.ts';
import { listCriteria, listScores } from '../modules/evaluations/evaluations.queries.ts';

/** The evaluation report as the project stands now. Frozen, it needs nothing else to be printed again. */
export async function buildEvaluationReport(
  core: CoreState,
  workspace: OpenedWorkspace,
  query: ComparisonQuery,
): Promise<EvaluationReport> {
  const { db } = workspace.database;
  const { project, comparison } = await compareProject(core, workspace, query);
  const [criteria, scores, company] = await Promise.all([
    listCriteria(db, project.id),
    listScores(db, project.id),
    db
      .selectFrom('workspace')
      .leftJoin('attachments', 'attachments.id', 'workspace.logo_attachment_id')
      .select(['company_name_en', 'company_name_zh', 'company_address', 'attachments.sha256'])
      .executeTakeFirstOrThrow(),
  ]);
  const ranked = comparison.quotes.flatMap(({ quote, inMarket, totalMinor }) =>
    inMarket && totalMinor !== null ? [{ id: quote.id, price: totalMinor, quantity: null }] : [],
  );
  return {
    formatVersion: 1,
    project: {
      id: project.id,
      nameEn: project.nameEn,
      nameZh: project.nameZh,
      destination: project.destination,
      needBy: project.needBy,
      budgetMinor: project.budgetMinor,
      currency: project.currency,
      notes: project.notes,
    },
    company: {
      nameEn: company.company_name_en,
      nameZh: company.company_name_zh,
      address: company.company_address,
      logoSha256: company.sha256,
    },
    createdBy: core.options.actor,
    createdAt: core.options.clock().toISOString(),
    comparison,
    criteria: criteria.map(({ revision: _, ...criterion }) => criterion),
    scores: scores.map(({ revision: _, ...score }) => score),
    evaluation: evaluateComparison(comparison, criteria, scores),
    belowMarket: belowMarket(ranked),
  };
}
