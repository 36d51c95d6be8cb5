import type { Insertable, Selectable } from 'kysely';
import type {
  Quote,
  QuoteCost,
  QuoteFields,
  QuoteLine,
  QuoteLineFields,
  QuotePayment,
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
import type {
  PriceBreaksTable,
  QuoteCostsTable,
  QuoteLinesTable,
  QuotePaymentsTable,
  QuotesTable,
} from '../../db/schema.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';

export interface NewQuote {
  readonly id: Id;
  readonly projectId: Id;
  readonly supplierId: Id;
  readonly round: number;
  readonly importId: Id | null;
  readonly now: string;
  readonly newId: () => Id;
}

export function quoteInsert(fields: QuoteFields, own: NewQuote): Insertable<QuotesTable> {
  return {
    id: own.id,
    project_id: own.projectId,
    supplier_id: own.supplierId,
    round: own.round,
    ...quoteColumns(fields),
    import_id: own.importId,
    created_at: own.now,
    updated_at: own.now,
    deleted_at: null,
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

/** Those of a quote that its fields fill. */
type QuoteColumns = Omit<
  Insertable<QuotesTable>,
  'id' | 'project_id' | 'supplier_id' | 'round' | 'import_id' | 'created_at' | 'updated_at' | 'deleted_at'
>;

/** The columns behind the contract's fields; only those given. */
export function quoteColumns(fields: QuoteFields): QuoteColumns;
export function quoteColumns(fields: Partial<QuoteFields>): Partial<QuoteColumns>;
export function quoteColumns(fields: Partial<QuoteFields>): Partial<QuoteColumns> {
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

export type QuoteWithSupplier = Selectable<QuotesTable> & { supplier_name_en: string; supplier_name_zh: string };

export function toQuote(
  row: QuoteWithSupplier,
  costs: readonly Selectable<QuoteCostsTable>[],
  payments: readonly Selectable<QuotePaymentsTable>[],
): Quote {
  return {
    ...storedTerms(row, costs, payments),
    projectId: row.project_id,
    notes: row.notes,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** What a quote says besides its lines, with whom it is from. */
export function storedTerms(
  row: QuoteWithSupplier,
  costs: readonly Selectable<QuoteCostsTable>[],
  payments: readonly Selectable<QuotePaymentsTable>[],
): Omit<Quote, 'projectId' | 'notes' | 'revision' | 'createdAt' | 'updatedAt'> {
  return {
    id: row.id,
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
    costs: costs.map(storedCost),
  };
}

export function toQuoteLine(
  row: Selectable<QuoteLinesTable>,
  breaks: readonly Selectable<PriceBreaksTable>[],
): QuoteLine {
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
