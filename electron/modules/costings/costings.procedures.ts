import type { Project } from '../../../shared/contract/projects.ts';
import type { ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction } from '../../core/action.ts';
import type { OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound } from '../../core/procedure.ts';
import { gatherComparison } from '../comparisons/comparisons.queries.ts';
import { findProject } from '../projects/projects.queries.ts';
import { findCosting } from './costings.queries.ts';
import { previewCosting } from './preview.ts';
import { saveCosting } from './save-costing.ts';

export const costingsProcedures = {
  get: api.costings.get.use(needsWorkspace).handler(async ({ input, context: { workspace } }) => {
    const project = await requireProject(workspace, input.projectId);
    return findCosting(workspace.database.db, project);
  }),

  save: api.costings.save.use(needsWritable).handler(async ({ input, context: { core, workspace } }) => {
    const project = await requireProject(workspace, input.projectId);
    const label = { key: 'saveCosting', params: { name: project.nameEn || project.nameZh } };
    const { result } = await runAction(core, workspace, label, (scope) => saveCosting(scope, project, input));
    return result;
  }),

  preview: api.costings.preview.use(needsWorkspace).handler(async ({ input, context: { core, workspace } }) => {
    const project = await requireProject(workspace, input.projectId);
    // One reading of everything: an action in between would set new assumptions beside old prices.
    return workspace.database.db.transaction().execute(async (trx) => {
      const comparison = await gatherComparison(trx, project);
      const quoteId = input.quoteId ?? firstQuote(comparison.quotes);
      if (quoteId === null) return null;
      const options = {
        currency: project.currency,
        asOf: project.comparisonDate ?? shanghaiDate(core.options.clock()),
        quantityPercent: 100,
        vatRecoverable: project.vatRecoverable,
      };
      return previewCosting(comparison, options, quoteId);
    });
  }),
};

/** The quote to begin with: the first by the supplier's name, of those that state their tax basis where there are some. */
function firstQuote(quotes: readonly ComparisonQuote[]): Id | null {
  const named = quotes
    .map(({ id, taxBasis, vatRateBp, supplierNameEn, supplierNameZh }) => ({
      id,
      isOpen: taxBasis === 'unknown' || (taxBasis === 'excluded' && vatRateBp === null),
      name: supplierNameEn || supplierNameZh,
    }))
    .sort((a, b) => Number(a.isOpen) - Number(b.isOpen) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return named[0]?.id ?? null;
}

async function requireProject(workspace: OpenedWorkspace, id: Id): Promise<Project> {
  const project = await findProject(workspace.database.db, id);
  if (project === null) throw notFound('project', id);
  return project;
}
