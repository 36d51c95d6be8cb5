import type { ComparisonQuery } from '../../shared/contract/comparisons.ts';
import type { Assessment } from '../../shared/domain/evaluation/assess.ts';
import { inTreeOrder, leavesOf } from '../../shared/domain/evaluation/criteria-tree.ts';
import { belowMarket } from '../../shared/domain/market/below-market.ts';
import type { EvaluationReport, ReportAssessment } from '../../shared/domain/reports/types.ts';
import { whyCheaper } from '../../shared/domain/reports/why-cheaper.ts';
import type { CoreState, OpenedWorkspace } from '../core/core-state.ts';
import { compareProject } from '../modules/comparisons/compare-project.ts';
import {
  assessComparison,
  countedScores,
  type GatheredEvaluation,
  gatherEvaluation,
} from '../modules/evaluations/evaluate-project.ts';
import { companyOf } from './company.ts';

/** The evaluation report as the project stands now. Frozen, it needs nothing else to be printed again. */
export async function buildEvaluationReport(
  core: CoreState,
  workspace: OpenedWorkspace,
  query: ComparisonQuery,
): Promise<EvaluationReport> {
  const { db } = workspace.database;
  const { project, comparison, input } = await compareProject(core, workspace, query);
  const [gathered, company] = await Promise.all([gatherEvaluation(db, project.id), companyOf(db)]);
  const assessed = assessComparison(comparison, gathered);
  const ranked = comparison.quotes.flatMap(({ quote, inMarket, totalMinor }) =>
    inMarket && totalMinor !== null ? [{ id: quote.id, price: totalMinor, quantity: null }] : [],
  );
  const why = whyCheaper(input, comparison);
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
    company,
    createdBy: core.options.actor,
    createdAt: core.options.clock().toISOString(),
    comparison,
    criteria: leavesOf(gathered.criteria).map(({ revision: _, parentId: __, ...criterion }) => criterion),
    scores: countedScores(gathered.scores, gathered.evaluators).map(({ revision: _, ...score }) => score),
    evaluation: assessed.evaluation,
    assessment: assessmentOf(gathered, assessed),
    belowMarket: belowMarket(ranked),
    ...(why === null ? {} : { whyCheaper: why }),
  };
}

/** How the evaluation was made, without what only an editor needs. */
function assessmentOf({ criteria, settings, evaluators }: GatheredEvaluation, assessed: Assessment): ReportAssessment {
  const effective = new Map(leavesOf(criteria).map(({ id, weightBp }) => [id, weightBp]));
  const { method, normalisation, aggregation } = settings;
  return {
    settings: { method, normalisation, aggregation },
    tree: inTreeOrder(criteria).map(({ node: { revision: _, parentId: __, ...node }, depth }) => ({
      ...node,
      depth,
      effectiveBp: effective.get(node.id) ?? null,
    })),
    evaluators: evaluators.map(({ id, name, role, isBlind, handedInAt }) => ({ id, name, role, isBlind, handedInAt })),
    means: assessed.means,
    dominated: assessed.dominated,
    stability: assessed.stability,
  };
}
