import type { ExchangeRate, ExchangeRateFields } from '../../../shared/contract/exchange-rates.ts';
import type { ActionLabel } from '../../../shared/contract/history.ts';
import { parseDecimal } from '../../../shared/kernel/decimal.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { findExchangeRate, findSameDayRate, listExchangeRates } from './exchange-rates.queries.ts';

export const exchangeRatesProcedures = {
  list: api.exchangeRates.list
    .use(needsWorkspace)
    .handler(({ context }) => listExchangeRates(context.workspace.database.db)),

  create: api.exchangeRates.create.use(needsWritable).handler(async ({ input, context }) => {
    requireValid(input);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('createExchangeRate', input),
      async ({ trx, newId, now }) => {
        await requireFreeDay(trx, input, null);
        const id = newId();
        await trx
          .insertInto('exchange_rates')
          .values({
            id,
            base: input.base,
            quote: input.quote,
            rate: input.rate,
            effective_date: input.effectiveDate,
            source: input.source,
            created_at: now,
            deleted_at: null,
          })
          .execute();
        return storedRate(trx, id);
      },
    );
    return result;
  }),

  update: api.exchangeRates.update.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findExchangeRate(context.workspace.database.db, input.id);
    if (before === null) throw notFound('exchangeRate', input.id);
    const after = { ...before, ...input.changes };
    requireValid(after);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('updateExchangeRate', after),
      async ({ trx }) => {
        await requireRevision(trx, 'exchange_rates', 'exchangeRate', input.id, input.revision);
        await requireFreeDay(trx, after, input.id);
        await trx
          .updateTable('exchange_rates')
          .set({
            base: after.base,
            quote: after.quote,
            rate: after.rate,
            effective_date: after.effectiveDate,
            source: after.source,
            revision: input.revision + 1,
          })
          .where('id', '=', input.id)
          .execute();
        return storedRate(trx, input.id);
      },
    );
    return result;
  }),

  remove: api.exchangeRates.remove.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findExchangeRate(context.workspace.database.db, input.id);
    if (before === null) throw notFound('exchangeRate', input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      label('removeExchangeRate', before),
      async ({ trx, now }) => {
        await requireRevision(trx, 'exchange_rates', 'exchangeRate', input.id, input.revision);
        await trx
          .updateTable('exchange_rates')
          .set({ deleted_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
      },
    );
    return { actionId };
  }),
};

async function storedRate(trx: Trx, id: Id): Promise<ExchangeRate> {
  const rate = await findExchangeRate(trx, id);
  if (rate === null) throw notFound('exchangeRate', id);
  return rate;
}

function requireValid({ base, quote, rate }: ExchangeRateFields): void {
  if (base === quote) throw refused('quote', 'differentCurrencies');
  if (parseDecimal(rate)?.gt(0) !== true) throw refused('rate', 'aboveZero');
}

async function requireFreeDay(trx: Trx, fields: ExchangeRateFields, ownId: Id | null): Promise<void> {
  const other = await findSameDayRate(trx, fields);
  if (other !== null && other !== ownId) {
    throw refused('effectiveDate', 'rateExists', {
      pair: `${fields.base}/${fields.quote}`,
      date: fields.effectiveDate,
    });
  }
}

function label(key: string, { base, quote, effectiveDate }: ExchangeRateFields): ActionLabel {
  return { key, params: { name: `${base}/${quote}`, date: effectiveDate } };
}
