import * as z from 'zod';
import { QUOTE_LINE_STATES } from '../domain/quotes/line-state.ts';
import { QUOTE_CHANNELS, TAX_BASES } from '../domain/quotes/terms.ts';
import { base, basisPoints, calendarDate, currency, id, page, quantity, unitPrice } from './common.ts';

/** A priced line of a quote with the quote, the supplier, the item and the project it belongs to. */
export const quoteLineRow = z.object({
  id,
  quoteId: id,
  projectId: id,
  projectNameEn: z.string(),
  projectNameZh: z.string(),
  supplierId: id,
  supplierNameEn: z.string(),
  supplierNameZh: z.string(),
  itemId: id,
  itemNameEn: z.string(),
  itemNameZh: z.string(),
  specification: z.string(),
  unit: z.string(),
  unitPrice,
  currency,
  taxBasis: z.enum(TAX_BASES),
  vatRateBp: basisPoints.nullable(),
  moq: quantity.nullable(),
  priceBreakCount: z.number(),
  receivedOn: calendarDate.nullable(),
  validUntil: calendarDate.nullable(),
  leadTimeDays: z.number().nullable(),
  round: z.number(),
  channel: z.enum(QUOTE_CHANNELS).nullable(),
  state: z.enum(QUOTE_LINE_STATES),
});

export const QUOTE_LINE_SORTS = ['received', 'validUntil', 'item', 'supplier', 'project', 'price'] as const;
export type QuoteLineSort = (typeof QUOTE_LINE_SORTS)[number];

/** Prices stand in different currencies and cannot be ordered across them: this sort needs exactly one currency chosen. */
export const ONE_CURRENCY_SORT: QuoteLineSort = 'price';

export const quoteLineFilters = z.object({
  projects: z.array(id).max(500).default([]),
  suppliers: z.array(id).max(500).default([]),
  currencies: z.array(currency).max(200).default([]),
  states: z.array(z.enum(QUOTE_LINE_STATES)).default([]),
  channels: z.array(z.enum([...QUOTE_CHANNELS, 'unknown'])).default([]),
  /** Days on which the quote was received, both included. */
  from: calendarDate.nullable().default(null),
  to: calendarDate.nullable().default(null),
});

const named = z.object({ id, nameEn: z.string(), nameZh: z.string() });

export type QuoteLineRow = z.infer<typeof quoteLineRow>;

export const quoteLines = {
  /**
   * One page of all priced lines in projects that are not in the bin. Every word searched for must be found in the item, the
   * supplier or the project. Refused (`oneCurrencyToSort`) when prices of several currencies would be put in one order.
   */
  list: base
    .input(page.extend(quoteLineFilters.shape).extend({ sort: z.enum(QUOTE_LINE_SORTS).default('received') }))
    .output(z.object({ rows: z.array(quoteLineRow), total: z.number() })),
  /** What the lines can be filtered by: only what has quotes. */
  choices: base.input(z.object({})).output(
    z.object({
      projects: z.array(named),
      suppliers: z.array(named),
      currencies: z.array(currency),
      channels: z.array(z.enum([...QUOTE_CHANNELS, 'unknown'])),
    }),
  ),
};
