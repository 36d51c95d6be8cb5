import type { Kysely } from 'kysely';
import type { Project } from '../../../shared/contract/projects.ts';
import type {
  ComparisonInput,
  ComparisonItem,
  ComparisonLine,
  ComparisonQuote,
} from '../../../shared/domain/comparison/types.ts';
import type { CartonData } from '../../../shared/domain/shipping/cartons.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { columnOf, readColumn } from '../../db/column-of.ts';
import type { Database } from '../../db/schema.ts';
import { findCosting } from '../costings/costings.queries.ts';
import { listExchangeRates } from '../exchange-rates/exchange-rates.queries.ts';
import { storedTerms } from '../quotes/quote-rows.ts';
import { latestQuoteIds } from '../quotes/quotes.queries.ts';

/** Everything a comparison of a project rests on: its items, the newest round of each supplier, the rates. */
export async function gatherComparison(db: Kysely<Database>, project: Project): Promise<ComparisonInput> {
  const quoteIds = await latestQuoteIds(db, project.id);
  const [items, quotes, rates, { fields: costing }] = await Promise.all([
    comparisonItems(db, project.id),
    quoteIds.length === 0 ? [] : comparisonQuotes(db, quoteIds),
    listExchangeRates(db),
    findCosting(db, project),
  ]);
  return { estimateCurrency: project.currency, items, quotes, rates, costing, bounds: costing.bounds };
}

/**
 * All lines of some quotes, one row a quote with a column of values for each field: ten thousand lines as rows of their own
 * take half as long again to read.
 */
export function linesQuery(db: Kysely<Database>, quoteIds: readonly Id[]) {
  return db
    .selectFrom('quote_lines')
    .where('quote_id', 'in', quoteIds)
    .groupBy('quote_id')
    .select([
      'quote_id',
      columnOf('item_id').as('item_ids'),
      columnOf('unit_price').as('unit_prices'),
      columnOf('moq').as('moqs'),
      columnOf('order_multiple').as('order_multiples'),
    ]);
}

/** The cartons suppliers state on their lines; most state none. */
export function cartonsQuery(db: Kysely<Database>, quoteIds: readonly Id[]) {
  return db
    .selectFrom('quote_lines')
    .where('quote_id', 'in', quoteIds)
    .where((where) =>
      where.or([
        where('carton_quantity', 'is not', null),
        where('carton_length_mm', 'is not', null),
        where('carton_width_mm', 'is not', null),
        where('carton_height_mm', 'is not', null),
        where('carton_weight_g', 'is not', null),
      ]),
    )
    .select([
      'quote_id',
      'item_id',
      'carton_quantity as cartonQuantity',
      'carton_length_mm as cartonLengthMm',
      'carton_width_mm as cartonWidthMm',
      'carton_height_mm as cartonHeightMm',
      'carton_weight_g as cartonWeightG',
    ]);
}

/** All price breaks of some quotes, rising within a line. */
export function priceBreaksQuery(db: Kysely<Database>, quoteIds: readonly Id[]) {
  return db
    .selectFrom('price_breaks')
    .innerJoin('quote_lines', 'quote_lines.id', 'price_breaks.quote_line_id')
    .where('quote_lines.quote_id', 'in', quoteIds)
    .orderBy('price_breaks.min_quantity')
    .select(['quote_lines.quote_id', 'quote_lines.item_id', 'price_breaks.min_quantity', 'price_breaks.unit_price']);
}

async function comparisonItems(db: Kysely<Database>, projectId: Id): Promise<ComparisonItem[]> {
  const rows = await db
    .selectFrom('items')
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .select(['id', 'line_no', 'name_en', 'name_zh', 'specification', 'unit', 'quantity', 'estimate_unit_price'])
    .select(['duty_rate_bp', 'additional_duty_bp', 'specific_duty', 'carton_quantity'])
    .select(['carton_length_mm', 'carton_width_mm', 'carton_height_mm', 'carton_weight_g'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lineNo: row.line_no,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    specification: row.specification,
    unit: row.unit,
    quantity: row.quantity,
    estimateUnitPrice: row.estimate_unit_price,
    costing: {
      dutyRateBp: row.duty_rate_bp,
      additionalDutyBp: row.additional_duty_bp,
      specificDuty: row.specific_duty,
      cartonQuantity: row.carton_quantity,
      cartonLengthMm: row.carton_length_mm,
      cartonWidthMm: row.carton_width_mm,
      cartonHeightMm: row.carton_height_mm,
      cartonWeightG: row.carton_weight_g,
    },
  }));
}

/** Some quotes with terms, costs and lines, as a comparison takes them. */
export async function comparisonQuotes(db: Kysely<Database>, quoteIds: readonly Id[]): Promise<ComparisonQuote[]> {
  const [quotes, costs, payments, linesOf] = await Promise.all([
    db
      .selectFrom('quotes')
      .innerJoin('suppliers', 'suppliers.id', 'quotes.supplier_id')
      .where('quotes.id', 'in', quoteIds)
      .selectAll('quotes')
      .select(['suppliers.name_en as supplier_name_en', 'suppliers.name_zh as supplier_name_zh'])
      .execute(),
    db.selectFrom('quote_costs').where('quote_id', 'in', quoteIds).selectAll().execute(),
    db.selectFrom('quote_payments').where('quote_id', 'in', quoteIds).orderBy('position').selectAll().execute(),
    comparisonLines(db, quoteIds),
  ]);
  const paymentsOf = Map.groupBy(payments, (payment) => payment.quote_id);
  const costsOf = Map.groupBy(costs, (cost) => cost.quote_id);
  return quotes.map((row) => ({
    ...storedTerms(row, costsOf.get(row.id) ?? [], paymentsOf.get(row.id) ?? []),
    lines: linesOf.get(row.id) ?? [],
  }));
}

async function comparisonLines(db: Kysely<Database>, quoteIds: readonly Id[]): Promise<Map<Id, ComparisonLine[]>> {
  const [quotes, breaks, cartons] = await Promise.all([
    linesQuery(db, quoteIds).execute(),
    priceBreaksQuery(db, quoteIds).execute(),
    cartonsQuery(db, quoteIds).execute(),
  ]);
  const cartonsOf = new Map<Id, Map<Id, CartonData>>();
  for (const { quote_id, item_id, ...carton } of cartons) {
    const own = cartonsOf.get(quote_id) ?? new Map<Id, CartonData>();
    cartonsOf.set(quote_id, own.set(item_id, carton));
  }
  const breaksOf = new Map<Id, Map<Id, { minQuantity: number; unitPrice: number }[]>>();
  for (const { quote_id, item_id, min_quantity, unit_price } of breaks) {
    const ofQuote = breaksOf.get(quote_id) ?? new Map<Id, { minQuantity: number; unitPrice: number }[]>();
    if (ofQuote.size === 0) breaksOf.set(quote_id, ofQuote);
    const own = ofQuote.get(item_id);
    const one = { minQuantity: min_quantity, unitPrice: unit_price };
    if (own === undefined) ofQuote.set(item_id, [one]);
    else own.push(one);
  }
  return new Map(
    quotes.map(({ quote_id, item_ids, unit_prices, moqs, order_multiples }) => {
      const ofQuote = breaksOf.get(quote_id);
      const cartonOf = cartonsOf.get(quote_id);
      const unitPrices = readColumn<number | null>(unit_prices);
      const moqOf = readColumn<number | null>(moqs);
      const multiples = readColumn<number | null>(order_multiples);
      const lines = readColumn<Id>(item_ids).map((itemId, at): ComparisonLine => {
        const carton = cartonOf?.get(itemId);
        return {
          itemId,
          unitPrice: unitPrices[at] ?? null,
          moq: moqOf[at] ?? null,
          orderMultiple: multiples[at] ?? null,
          breaks: ofQuote?.get(itemId) ?? noBreaks,
          ...(carton === undefined ? {} : { carton }),
        };
      });
      return [quote_id, lines];
    }),
  );
}

const noBreaks: ComparisonLine['breaks'] = [];
