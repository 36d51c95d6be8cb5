import type { Kysely } from 'kysely';
import type { Quote, QuoteFields, QuoteLine, QuoteLineFields, QuoteRow } from '../../../shared/contract/quotes.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import { insertMany } from '../../db/insert-many.ts';
import type { Database } from '../../db/schema.ts';
import { costRows, lineRows, type NewQuote, paymentRows, quoteInsert, toQuote, toQuoteLine } from './quote-rows.ts';

/** The quotes of a project, newest round first within a supplier, without those in the bin. */
export async function listQuotes(db: Kysely<Database>, projectId: Id): Promise<QuoteRow[]> {
  const [rows, costs, payments] = await Promise.all([
    quoteRows(db, projectId).execute(),
    db
      .selectFrom('quote_costs')
      .innerJoin('quotes', 'quotes.id', 'quote_costs.quote_id')
      .where('quotes.project_id', '=', projectId)
      .selectAll('quote_costs')
      .execute(),
    db
      .selectFrom('quote_payments')
      .innerJoin('quotes', 'quotes.id', 'quote_payments.quote_id')
      .where('quotes.project_id', '=', projectId)
      .orderBy('quote_payments.position')
      .selectAll('quote_payments')
      .execute(),
  ]);
  const costsOf = Map.groupBy(costs, (cost) => cost.quote_id);
  const paymentsOf = Map.groupBy(payments, (payment) => payment.quote_id);
  const newestSeen = new Set<Id>();
  return rows.map((row) => {
    const superseded = newestSeen.has(row.supplier_id);
    newestSeen.add(row.supplier_id);
    return {
      ...toQuote(row, costsOf.get(row.id) ?? [], paymentsOf.get(row.id) ?? []),
      lineCount: row.line_count ?? 0,
      attachmentCount: row.attachment_count ?? 0,
      superseded,
    };
  });
}

/** The query behind a project's list of quotes; exported so that a test can read its plan. */
export function quoteRows(db: Kysely<Database>, projectId: Id) {
  return withSupplier(db)
    .where('quotes.project_id', '=', projectId)
    .select((eb) => [
      eb
        .selectFrom('quote_lines')
        .innerJoin('items', 'items.id', 'quote_lines.item_id')
        .whereRef('quote_lines.quote_id', '=', 'quotes.id')
        .where('quote_lines.unit_price', 'is not', null)
        .where('items.deleted_at', 'is', null)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('line_count'),
      eb
        .selectFrom('attachment_links')
        .whereRef('attachment_links.owner_id', '=', 'quotes.id')
        .where('attachment_links.owner_kind', '=', 'quote')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('attachment_count'),
    ])
    .orderBy('quotes.supplier_id')
    .orderBy('quotes.round', 'desc');
}

export async function findQuote(db: Kysely<Database>, id: Id): Promise<Quote | null> {
  const row = await withSupplier(db).where('quotes.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const [costs, payments] = await Promise.all([
    db.selectFrom('quote_costs').selectAll().where('quote_id', '=', id).execute(),
    db.selectFrom('quote_payments').selectAll().where('quote_id', '=', id).orderBy('position').execute(),
  ]);
  return toQuote(row, costs, payments);
}

/** The lines of a quote in the order of the project's items, with their price breaks rising. */
export async function listQuoteLines(db: Kysely<Database>, quoteId: Id): Promise<QuoteLine[]> {
  const [lines, breaks] = await Promise.all([
    db
      .selectFrom('quote_lines')
      .innerJoin('items', 'items.id', 'quote_lines.item_id')
      .where('quote_lines.quote_id', '=', quoteId)
      .where('items.deleted_at', 'is', null)
      .orderBy('items.position')
      .selectAll('quote_lines')
      .execute(),
    db
      .selectFrom('price_breaks')
      .innerJoin('quote_lines', 'quote_lines.id', 'price_breaks.quote_line_id')
      .where('quote_lines.quote_id', '=', quoteId)
      .orderBy('price_breaks.min_quantity')
      .selectAll('price_breaks')
      .execute(),
  ]);
  const breaksOf = Map.groupBy(breaks, (row) => row.quote_line_id);
  return lines.map((line) => toQuoteLine(line, breaksOf.get(line.id) ?? []));
}

/** The round a new quote of this supplier would be. */
export async function nextRound(db: Kysely<Database>, projectId: Id, supplierId: Id): Promise<number> {
  const row = await db
    .selectFrom('quotes')
    .where('project_id', '=', projectId)
    .where('supplier_id', '=', supplierId)
    .select((eb) => eb.fn.max<number | null>('round').as('round'))
    .executeTakeFirst();
  return (row?.round ?? 0) + 1;
}

/** Ids of the newest round of each supplier in a project. */
export async function latestQuoteIds(db: Kysely<Database>, projectId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('quotes')
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('round')
    .select(['id', 'supplier_id'])
    .execute();
  return [...new Map(rows.map((row) => [row.supplier_id, row.id])).values()];
}

/** Writes a quote with its cost parts and lines. */
export async function insertQuote(
  trx: Trx,
  fields: QuoteFields,
  lines: readonly QuoteLineFields[],
  own: NewQuote,
): Promise<void> {
  await trx.insertInto('quotes').values(quoteInsert(fields, own)).execute();
  await insertMany(trx, 'quote_costs', costRows(fields.costs, own.id, own.newId));
  await insertMany(trx, 'quote_payments', paymentRows(fields.payments, own.id, own.newId));
  const rows = lineRows(lines, own.id, own.newId);
  await insertMany(trx, 'quote_lines', rows.lines);
  await insertMany(trx, 'price_breaks', rows.breaks);
}

/** Keeps who said that a quote holds again, beside the round that says so. */
export async function insertConfirmation(
  trx: Trx,
  own: {
    readonly id: Id;
    readonly quoteId: Id;
    readonly confirmedQuoteId: Id;
    readonly confirmedBy: string;
    readonly note: string;
    readonly now: string;
  },
): Promise<void> {
  await trx
    .insertInto('quote_confirmations')
    .values({
      id: own.id,
      quote_id: own.quoteId,
      confirmed_quote_id: own.confirmedQuoteId,
      confirmed_by: own.confirmedBy,
      note: own.note,
      created_at: own.now,
    })
    .execute();
}

function withSupplier(db: Kysely<Database>) {
  return db
    .selectFrom('quotes')
    .innerJoin('suppliers', 'suppliers.id', 'quotes.supplier_id')
    .where('quotes.deleted_at', 'is', null)
    .selectAll('quotes')
    .select(['suppliers.name_en as supplier_name_en', 'suppliers.name_zh as supplier_name_zh']);
}
