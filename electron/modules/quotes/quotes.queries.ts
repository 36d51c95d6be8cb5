import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type {
  Quote,
  QuoteCost,
  QuoteFields,
  QuoteLine,
  QuoteLineFields,
  QuotePayment,
  QuoteRow,
} from '../../../shared/contract/quotes.ts';
import {
  COST_BASES,
  COST_MEASURES,
  COST_PARTS,
  LEAD_TIME_STARTS,
  PAYMENT_ANCHORS,
  QUOTE_CHANNELS,
  TAX_BASES,
  TRADE_TERMS,
} from '../../../shared/domain/quotes/terms.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import { insertMany } from '../../db/insert-many.ts';
import type {
  Database,
  PriceBreaksTable,
  QuoteCostsTable,
  QuoteLinesTable,
  QuotePaymentsTable,
  QuotesTable,
} from '../../db/schema.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';

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

export interface NewQuote {
  readonly id: Id;
  readonly projectId: Id;
  readonly supplierId: Id;
  readonly round: number;
  readonly importId: Id | null;
  readonly now: string;
  readonly newId: () => Id;
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

export function quoteInsert(fields: QuoteFields, own: NewQuote): Insertable<QuotesTable> {
  return {
    id: own.id,
    project_id: own.projectId,
    supplier_id: own.supplierId,
    round: own.round,
    received_on: fields.receivedOn,
    valid_until: fields.validUntil,
    currency: fields.currency,
    tax_basis: fields.taxBasis,
    vat_rate_bp: fields.vatRateBp,
    minimum_value_minor: fields.minimumValueMinor,
    lead_time_days: fields.leadTimeDays,
    lead_time_from: fields.leadTimeFrom,
    incoterm: fields.incoterm,
    named_place: fields.namedPlace,
    payment_terms: fields.paymentTerms,
    notes: fields.notes,
    import_id: own.importId,
    created_at: own.now,
    updated_at: own.now,
    deleted_at: null,
    channel: fields.channel,
  };
}

export function costRows(costs: readonly QuoteCost[], quoteId: Id, newId: () => Id): Insertable<QuoteCostsTable>[] {
  return costs.map((cost) => ({
    id: newId(),
    quote_id: quoteId,
    part: cost.part,
    basis: cost.basis,
    measure: cost.measure,
    amount_minor: cost.basis === 'extra' && cost.measure === 'order' ? cost.amountMinor : null,
    unit_amount: cost.basis === 'extra' && cost.measure === 'unit' ? cost.unitAmount : null,
    rate_bp: cost.basis === 'extra' && cost.measure === 'rate' ? cost.rateBp : null,
    low: cost.basis === 'unknown' ? cost.low : null,
    high: cost.basis === 'unknown' ? cost.high : null,
    over_quantity: cost.part === 'tooling' && cost.basis !== 'included' ? cost.overQuantity : null,
  }));
}

export function paymentRows(
  payments: readonly QuotePayment[],
  quoteId: Id,
  newId: () => Id,
): Insertable<QuotePaymentsTable>[] {
  return payments.map(({ percentBp, anchor, offsetDays }, position) => ({
    id: newId(),
    quote_id: quoteId,
    position,
    percent_bp: percentBp,
    anchor,
    offset_days: offsetDays,
  }));
}

/** A cost part as it is stored. */
export function storedCost(cost: Selectable<QuoteCostsTable>): QuoteCost {
  return {
    part: storedWord(COST_PARTS, cost.part),
    basis: storedWord(COST_BASES, cost.basis),
    measure: storedWord(COST_MEASURES, cost.measure),
    amountMinor: cost.amount_minor,
    unitAmount: cost.unit_amount,
    rateBp: cost.rate_bp,
    low: cost.low,
    high: cost.high,
    overQuantity: cost.over_quantity,
  };
}

/** An instalment as it is stored. */
export function storedPayment(payment: Selectable<QuotePaymentsTable>): QuotePayment {
  return {
    percentBp: payment.percent_bp,
    anchor: storedWord(PAYMENT_ANCHORS, payment.anchor),
    offsetDays: payment.offset_days,
  };
}

/** Rows of lines and of their price breaks. */
export function lineRows(
  lines: readonly QuoteLineFields[],
  quoteId: Id,
  newId: () => Id,
): { lines: Insertable<QuoteLinesTable>[]; breaks: Insertable<PriceBreaksTable>[] } {
  const breaks: Insertable<PriceBreaksTable>[] = [];
  const rows = lines.map((line): Insertable<QuoteLinesTable> => {
    const id = newId();
    for (const { minQuantity, unitPrice } of line.priceBreaks) {
      breaks.push({ id: newId(), quote_line_id: id, min_quantity: minQuantity, unit_price: unitPrice });
    }
    return { id, quote_id: quoteId, item_id: line.itemId, ...lineColumns(line) };
  });
  return { lines: rows, breaks };
}

export function lineColumns(line: QuoteLineFields): Omit<Insertable<QuoteLinesTable>, 'id' | 'quote_id' | 'item_id'> {
  return {
    unit_price: line.unitPrice,
    moq: line.moq,
    order_multiple: line.orderMultiple,
    carton_quantity: line.cartonQuantity,
    carton_length_mm: line.cartonLengthMm,
    carton_width_mm: line.cartonWidthMm,
    carton_height_mm: line.cartonHeightMm,
    carton_weight_g: line.cartonWeightG,
    notes: line.notes,
  };
}

/** The columns behind the contract's fields; only those given. */
export function quoteColumns(fields: Partial<QuoteFields>): Updateable<QuotesTable> {
  return {
    received_on: fields.receivedOn,
    valid_until: fields.validUntil,
    currency: fields.currency,
    tax_basis: fields.taxBasis,
    vat_rate_bp: fields.vatRateBp,
    minimum_value_minor: fields.minimumValueMinor,
    lead_time_days: fields.leadTimeDays,
    lead_time_from: fields.leadTimeFrom,
    incoterm: fields.incoterm,
    named_place: fields.namedPlace,
    payment_terms: fields.paymentTerms,
    notes: fields.notes,
    channel: fields.channel,
  };
}

type QuoteWithSupplier = Selectable<QuotesTable> & { supplier_name_en: string; supplier_name_zh: string };

function withSupplier(db: Kysely<Database>) {
  return db
    .selectFrom('quotes')
    .innerJoin('suppliers', 'suppliers.id', 'quotes.supplier_id')
    .where('quotes.deleted_at', 'is', null)
    .selectAll('quotes')
    .select(['suppliers.name_en as supplier_name_en', 'suppliers.name_zh as supplier_name_zh']);
}

function toQuote(
  row: QuoteWithSupplier,
  costs: readonly Selectable<QuoteCostsTable>[],
  payments: readonly Selectable<QuotePaymentsTable>[],
): Quote {
  return {
    id: row.id,
    projectId: row.project_id,
    supplierId: row.supplier_id,
    supplierNameEn: row.supplier_name_en,
    supplierNameZh: row.supplier_name_zh,
    round: row.round,
    receivedOn: row.received_on,
    validUntil: row.valid_until,
    currency: row.currency,
    taxBasis: storedWord(TAX_BASES, row.tax_basis),
    vatRateBp: row.vat_rate_bp,
    minimumValueMinor: row.minimum_value_minor,
    leadTimeDays: row.lead_time_days,
    leadTimeFrom: storedWordOrNull(LEAD_TIME_STARTS, row.lead_time_from),
    incoterm: storedWordOrNull(TRADE_TERMS, row.incoterm),
    namedPlace: row.named_place,
    paymentTerms: row.payment_terms,
    payments: payments.map(storedPayment),
    channel: storedWordOrNull(QUOTE_CHANNELS, row.channel),
    notes: row.notes,
    costs: costs.map(storedCost),
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toQuoteLine(row: Selectable<QuoteLinesTable>, breaks: readonly Selectable<PriceBreaksTable>[]): QuoteLine {
  return {
    id: row.id,
    itemId: row.item_id,
    unitPrice: row.unit_price,
    moq: row.moq,
    orderMultiple: row.order_multiple,
    priceBreaks: breaks.map((one) => ({ minQuantity: one.min_quantity, unitPrice: one.unit_price })),
    cartonQuantity: row.carton_quantity,
    cartonLengthMm: row.carton_length_mm,
    cartonWidthMm: row.carton_width_mm,
    cartonHeightMm: row.carton_height_mm,
    cartonWeightG: row.carton_weight_g,
    notes: row.notes,
  };
}
