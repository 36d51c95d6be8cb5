import { explain } from '../../../shared/domain/comparison/explain.ts';
import { inPlace, quoteRounds } from '../../../shared/domain/quote-rounds/quote-rounds.ts';
import { api, needsWorkspace, notFound } from '../../core/procedure.ts';
import { compareProject } from '../comparisons/compare-project.ts';
import { storedRounds } from './quote-rounds.queries.ts';

export const quoteRoundsProcedures = {
  list: api.quoteRounds.list.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const stored = await storedRounds(context.workspace.database.db, input.projectId);
    return {
      suppliers: quoteRounds(gathered, options, stored),
      quotes: stored.map(({ quote: { lines: _, ...quote } }) => quote),
    };
  }),

  trace: api.quoteRounds.trace.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const stored = await storedRounds(context.workspace.database.db, input.projectId);
    const round = stored.find(({ quote }) => quote.id === input.quoteId);
    const trace = round === undefined ? null : explain(inPlace(gathered, round.quote), options, input.quoteId, null);
    if (trace === null) throw notFound('quote', input.quoteId);
    return trace;
  }),
};
