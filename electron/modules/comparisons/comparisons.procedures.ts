import { explain } from '../../../shared/domain/comparison/explain.ts';
import { packComparison } from '../../../shared/domain/comparison/packed.ts';
import { api, needsWorkspace, notFound } from '../../core/procedure.ts';
import { compareProject } from './compare-project.ts';

export const comparisonsProcedures = {
  get: api.comparisons.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const { comparison } = await compareProject(context.core, context.workspace, input);
    return packComparison(comparison);
  }),

  trace: api.comparisons.trace.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const trace = explain(gathered, options, input.quoteId, input.itemId);
    if (trace === null) throw notFound(input.itemId === null ? 'quote' : 'item', input.itemId ?? input.quoteId);
    return trace;
  }),
};
