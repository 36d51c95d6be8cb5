import { ONE_CURRENCY_SORT } from '../../../shared/contract/quote-lines.ts';
import { api, needsWorkspace, refused } from '../../core/procedure.ts';
import { todayOf } from '../../core/today.ts';
import { listQuoteLineRows, quoteLineChoices } from './quote-lines.queries.ts';

export const quoteLinesProcedures = {
  list: api.quoteLines.list.use(needsWorkspace).handler(async ({ input, context }) => {
    if (input.sort === ONE_CURRENCY_SORT && input.currencies.length !== 1) {
      throw refused('currency', 'oneCurrencyToSort');
    }
    return listQuoteLineRows(context.workspace.database.db, input, todayOf(context.core));
  }),

  choices: api.quoteLines.choices
    .use(needsWorkspace)
    .handler(({ context }) => quoteLineChoices(context.workspace.database.db)),
};
