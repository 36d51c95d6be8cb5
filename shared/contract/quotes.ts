import * as z from 'zod';
import {
  COST_BASES,
  COST_MEASURES,
  COST_PARTS,
  LEAD_TIME_STARTS,
  PAYMENT_ANCHORS,
  QUOTE_CHANNELS,
  TAX_BASES,
  TRADE_TERMS,
} from '../domain/quotes/terms.ts';
import {
  base,
  basisPoints,
  calendarDate,
  currency,
  id,
  longText,
  minorPositive,
  name,
  quantity,
  revision,
  text,
  unitPrice,
} from './common.ts';

export const quoteCost = z.object({
  part: z.enum(COST_PARTS),
  basis: z.enum(COST_BASES),
  /** What amount and bounds are stated for. */
  measure: z.enum(COST_MEASURES).default('order'),
  /** Per order, in the quote's currency; only with basis `extra`. */
  amountMinor: minorPositive.nullable(),
  /** Per unit ordered; only with basis `extra`. */
  unitAmount: unitPrice.nullable().default(null),
  /** Of the goods; only with basis `extra`. */
  rateBp: basisPoints.nullable().default(null),
  /** What an unknown cost is at least and at most, in the scale of the measure; both or neither. */
  low: minorPositive.nullable().default(null),
  high: minorPositive.nullable().default(null),
  /** Tooling only: the volume its cost is spread over (DOMAIN 2.2); null: this order bears it all. */
  overQuantity: quantity.nullable().default(null),
});

/** One instalment of what the supplier is paid (DOMAIN 7). */
export const quotePayment = z.object({
  percentBp: basisPoints,
  anchor: z.enum(PAYMENT_ANCHORS),
  /** Days after the anchor; negative: before. */
  offsetDays: z.number().int().min(-3_650).max(3_650),
});

export const priceBreak = z.object({ minQuantity: quantity, unitPrice });

export const quoteFields = z.object({
  receivedOn: calendarDate.nullable(),
  validUntil: calendarDate.nullable(),
  currency,
  taxBasis: z.enum(TAX_BASES),
  vatRateBp: basisPoints.nullable(),
  minimumValueMinor: minorPositive.nullable(),
  leadTimeDays: z.number().int().min(0).max(3_650).nullable(),
  leadTimeFrom: z.enum(LEAD_TIME_STARTS).nullable(),
  incoterm: z.enum(TRADE_TERMS).nullable(),
  namedPlace: text,
  paymentTerms: text,
  /** The payment terms in instalments that sum to 100 %; empty while only the text is known. */
  payments: z.array(quotePayment).max(20),
  channel: z.enum(QUOTE_CHANNELS).nullable(),
  notes: longText,
  /** A cost part not listed is not stated: what the trade term implies holds, or nothing is known. */
  costs: z.array(quoteCost).max(COST_PARTS.length),
});

/** What a new quote may leave out. Changes take no defaults: they would overwrite what is stored. */
export const newQuoteFields = quoteFields.extend({
  payments: quoteFields.shape.payments.default([]),
  channel: quoteFields.shape.channel.default(null),
});

export const quoteLineFields = z.object({
  itemId: id,
  /** Holds from the MOQ on; null: the supplier does not quote this item. */
  unitPrice: unitPrice.nullable(),
  moq: quantity.nullable(),
  orderMultiple: quantity.nullable(),
  /** Further price breaks, rising; each holds from its quantity on. */
  priceBreaks: z.array(priceBreak).max(50),
  cartonQuantity: quantity.nullable(),
  cartonLengthMm: z.number().int().min(0).nullable(),
  cartonWidthMm: z.number().int().min(0).nullable(),
  cartonHeightMm: z.number().int().min(0).nullable(),
  cartonWeightG: z.number().int().min(0).nullable(),
  notes: text,
});

export const quoteLine = quoteLineFields.extend({ id });

export const quote = quoteFields.extend({
  id,
  projectId: id,
  supplierId: id,
  supplierNameEn: z.string(),
  supplierNameZh: z.string(),
  /** 1 for the first quote of a supplier in a project; each requote is the next round, earlier ones are kept. */
  round: z.number().int().min(1),
  revision,
  createdAt: z.string(),
  updatedAt: z.string(),
});

export const quoteRow = quote.extend({
  lineCount: z.number(),
  /** A later round of the same supplier exists. */
  superseded: z.boolean(),
  attachmentCount: z.number(),
});

export type QuoteFields = z.infer<typeof quoteFields>;
/** Quote fields as a caller gives them: what has a default may be left out. */
export type QuoteInput = z.input<typeof newQuoteFields>;
export type QuoteLineFields = z.infer<typeof quoteLineFields>;
export type QuoteLine = z.infer<typeof quoteLine>;
export type Quote = z.infer<typeof quote>;
export type QuoteRow = z.infer<typeof quoteRow>;
export type PriceBreak = z.infer<typeof priceBreak>;
export type QuoteCost = z.infer<typeof quoteCost>;
export type QuotePayment = z.infer<typeof quotePayment>;

/** A price typed or pasted into the grid of items and suppliers; null empties the cell. */
export const priceCell = z.object({ quoteId: id, itemId: id, unitPrice: unitPrice.nullable() });
export type PriceCell = z.infer<typeof priceCell>;

export const quotes = {
  list: base.input(z.object({ projectId: id })).output(z.array(quoteRow)),
  get: base.input(z.object({ id })).output(z.object({ quote, lines: z.array(quoteLine) })),
  /** The next round for a supplier in a project; copies nothing. */
  create: base
    .input(
      z.object({
        projectId: id,
        supplierId: id,
        fields: newQuoteFields,
        lines: z.array(quoteLineFields).max(5_000),
      }),
    )
    .output(quote),
  /** A next round that starts from an earlier one: same terms and lines, received today, validity open. */
  requote: base.input(z.object({ id })).output(quote),
  /**
   * The supplier says that his newest quote holds again: a next round with the same terms and lines, received on the day he said
   * so, with a new last day. The round it repeats stays as it was. Refused for an older round than the newest.
   */
  confirm: base
    .input(
      z.object({
        id,
        receivedOn: calendarDate,
        validUntil: calendarDate.nullable(),
        /** Who said so, as the buyer would name them. */
        confirmedBy: name,
        note: text.default(''),
      }),
    )
    .output(quote),
  update: base.input(z.object({ id, revision, changes: quoteFields.partial() })).output(quote),
  /** Replaces the lines named by item; a line left out stays. One action. */
  saveLines: base.input(z.object({ id, revision, lines: z.array(quoteLineFields).max(5_000) })).output(quote),
  /** Unit prices across several quotes of a project, one undoable action; refused as a whole when a quote is stale. */
  savePrices: base
    .input(
      z.object({
        projectId: id,
        revisions: z.array(z.object({ quoteId: id, revision })).max(500),
        cells: z.array(priceCell).max(50_000),
      }),
    )
    .output(z.array(z.object({ quoteId: id, revision }))),
  /** All current unit prices of a project's latest quotes, for the price grid. */
  prices: base.input(z.object({ projectId: id })).output(z.array(priceCell)),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
