import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { Quote } from '../../../shared/contract/quotes.ts';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { insertMany } from '../../db/insert-many.ts';
import { listItems } from '../items/items.queries.ts';
import { findProject } from '../projects/projects.queries.ts';
import { findSupplier } from '../suppliers/suppliers.queries.ts';
import { currentPrices, replaceLines, savePriceCells } from './quote-lines.queries.ts';
import { costRows, paymentRows, quoteColumns } from './quote-rows.ts';
import { requireValidLines, requireValidTerms, withTypedAmounts } from './quote-rules.ts';
import {
  findQuote,
  insertConfirmation,
  insertQuote,
  latestQuoteIds,
  listQuoteLines,
  listQuotes,
  nextRound,
} from './quotes.queries.ts';

export const quotesProcedures = {
  list: api.quotes.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listQuotes(context.workspace.database.db, input.projectId)),

  get: api.quotes.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    const quote = await findQuote(db, input.id);
    if (quote === null) throw notFound('quote', input.id);
    return { quote, lines: await listQuoteLines(db, input.id) };
  }),

  create: api.quotes.create.use(needsWritable).handler(async ({ input, context }) => {
    const { projectId, supplierId, fields, lines } = input;
    requireValidTerms(fields);
    requireValidLines(lines);
    const { db } = context.workspace.database;
    const supplier = await findSupplier(db, supplierId);
    if (supplier === null) throw notFound('supplier', supplierId);
    if ((await findProject(db, projectId)) === null) throw notFound('project', projectId);
    const { result } = await runAction(
      context.core,
      context.workspace,
      { key: 'createQuote', params: { name: supplier.nameEn || supplier.nameZh } },
      async ({ trx, newId, now }) => {
        await requireItems(trx, projectId, lines);
        const id = newId();
        const round = await nextRound(trx, projectId, supplierId);
        await insertQuote(trx, fields, lines, { id, projectId, supplierId, round, importId: null, now, newId });
        return storedQuote(trx, id);
      },
    );
    return result;
  }),

  requote: api.quotes.requote.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findQuote(context.workspace.database.db, input.id);
    if (before === null) throw notFound('quote', input.id);
    const { core, workspace } = context;
    const receivedOn = shanghaiDate(core.options.clock());
    const { result } = await runAction(core, workspace, label('requote', before), async ({ trx, newId, now }) => {
      const id = newId();
      const { projectId, supplierId } = before;
      const round = await nextRound(trx, projectId, supplierId);
      const lines = await listQuoteLines(trx, before.id);
      const fields = { ...before, receivedOn, validUntil: null };
      await insertQuote(trx, fields, lines, { id, projectId, supplierId, round, importId: null, now, newId });
      return storedQuote(trx, id);
    });
    return result;
  }),

  confirm: api.quotes.confirm.use(needsWritable).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    const before = await findQuote(db, input.id);
    if (before === null) throw notFound('quote', input.id);
    const { receivedOn, validUntil, confirmedBy, note } = input;
    if (confirmedBy === '') throw refused('confirmedBy', 'required');
    const fields = { ...before, receivedOn, validUntil };
    requireValidTerms(fields);
    const { core, workspace } = context;
    const { result } = await runAction(core, workspace, label('confirmQuote', before), async ({ trx, newId, now }) => {
      if (!(await latestQuoteIds(trx, before.projectId)).includes(before.id)) throw refused('quote', 'notNewestRound');
      const id = newId();
      const { projectId, supplierId } = before;
      const round = await nextRound(trx, projectId, supplierId);
      const lines = await listQuoteLines(trx, before.id);
      await insertQuote(trx, fields, lines, { id, projectId, supplierId, round, importId: null, now, newId });
      await insertConfirmation(trx, { id: newId(), quoteId: id, confirmedQuoteId: before.id, confirmedBy, note, now });
      return storedQuote(trx, id);
    });
    return result;
  }),

  update: api.quotes.update.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findQuote(context.workspace.database.db, input.id);
    if (before === null) throw notFound('quote', input.id);
    const changes = withTypedAmounts(before, input.changes);
    requireValidTerms({ ...before, ...changes });
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('updateQuote', before),
      async ({ trx, now, newId }) => {
        await requireRevision(trx, 'quotes', 'quote', input.id, input.revision);
        await trx
          .updateTable('quotes')
          .set({ ...quoteColumns(changes), updated_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
        if (changes.costs !== undefined) {
          await trx.deleteFrom('quote_costs').where('quote_id', '=', input.id).execute();
          await insertMany(trx, 'quote_costs', costRows(changes.costs, input.id, newId));
        }
        if (changes.payments !== undefined) {
          await trx.deleteFrom('quote_payments').where('quote_id', '=', input.id).execute();
          await insertMany(trx, 'quote_payments', paymentRows(changes.payments, input.id, newId));
        }
        return storedQuote(trx, input.id);
      },
    );
    return result;
  }),

  saveLines: api.quotes.saveLines.use(needsWritable).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    const before = await findQuote(db, input.id);
    if (before === null) throw notFound('quote', input.id);
    const items = await listItems(db, before.projectId);
    requireValidLines(input.lines, (line) => items.findIndex((item) => item.id === line.itemId) + 1);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('saveQuoteLines', before, input.lines.length),
      async ({ trx, now, newId }) => {
        await requireRevision(trx, 'quotes', 'quote', input.id, input.revision);
        await requireItems(trx, before.projectId, input.lines);
        await replaceLines(trx, input.id, input.lines, newId);
        await touch(trx, input.id, input.revision, now);
        return storedQuote(trx, input.id);
      },
    );
    return result;
  }),

  savePrices: api.quotes.savePrices.use(needsWritable).handler(async ({ input, context }) => {
    const { projectId, revisions, cells } = input;
    const named = new Set(revisions.map(({ quoteId }) => quoteId));
    if (cells.some(({ quoteId }) => !named.has(quoteId))) throw refused('revisions', 'quoteNotNamed');
    const { result } = await runAction(
      context.core,
      context.workspace,
      { key: 'savePrices', params: { count: cells.length } },
      async ({ trx, now, newId }) => {
        await requireRevisions(trx, projectId, revisions);
        await requireItems(trx, projectId, cells);
        await savePriceCells(trx, cells, newId);
        await touchAll(trx, [...named], now);
        return revisions.map(({ quoteId, revision }) => ({ quoteId, revision: revision + 1 }));
      },
    );
    return result;
  }),

  prices: api.quotes.prices
    .use(needsWorkspace)
    .handler(({ input, context }) => currentPrices(context.workspace.database.db, input.projectId)),

  remove: api.quotes.remove.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findQuote(context.workspace.database.db, input.id);
    if (before === null) throw notFound('quote', input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      label('removeQuote', before),
      async ({ trx, now }) => {
        await requireRevision(trx, 'quotes', 'quote', input.id, input.revision);
        await trx
          .updateTable('quotes')
          .set({ deleted_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
      },
    );
    return { actionId };
  }),
};

async function storedQuote(trx: Trx, id: Id): Promise<Quote> {
  const quote = await findQuote(trx, id);
  if (quote === null) throw notFound('quote', id);
  return quote;
}

async function touch(trx: Trx, id: Id, revision: number, now: string): Promise<void> {
  await trx
    .updateTable('quotes')
    .set({ updated_at: now, revision: revision + 1 })
    .where('id', '=', id)
    .execute();
}

async function touchAll(trx: Trx, ids: readonly Id[], now: string): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('quotes')
    .set((eb) => ({ updated_at: now, revision: eb('revision', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
}

/** As `requireRevision` for quotes of one project, all read at once. */
async function requireRevisions(
  trx: Trx,
  projectId: Id,
  revisions: readonly { readonly quoteId: Id; readonly revision: number }[],
): Promise<void> {
  if (revisions.length === 0) return;
  const rows = await trx
    .selectFrom('quotes')
    .select(['id', 'project_id', 'revision'])
    .where(
      'id',
      'in',
      revisions.map(({ quoteId }) => quoteId),
    )
    .where('deleted_at', 'is', null)
    .execute();
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const { quoteId, revision } of revisions) {
    const quote = stored.get(quoteId);
    if (quote?.project_id !== projectId) throw notFound('quote', quoteId);
    // Read once more, for the answer that shows what is stored.
    if (quote.revision !== revision) await requireRevision(trx, 'quotes', 'quote', quoteId, revision);
  }
}

/** As many items as are looked up one by one; for more it is quicker to read those of the project. */
const FEW = 20;

/** Refuses lines for items that are not in the project. */
async function requireItems(trx: Trx, projectId: Id, lines: readonly { itemId: Id }[]): Promise<void> {
  const wanted = new Set(lines.map(({ itemId }) => itemId));
  const all = trx.selectFrom('items').select('id').where('project_id', '=', projectId).where('deleted_at', 'is', null);
  const rows = await (wanted.size <= FEW ? all.where('id', 'in', [...wanted]) : all).execute();
  const known = new Set(rows.map((row) => row.id));
  const stranger = lines.find(({ itemId }) => !known.has(itemId));
  if (stranger !== undefined) throw notFound('item', stranger.itemId);
}

function label(key: string, quote: Quote, count = 1): ActionLabel {
  return { key, params: { name: quote.supplierNameEn || quote.supplierNameZh, count } };
}
