import { CompiledQuery, type Insertable, type Kysely } from 'kysely';
import type { PriceCell, QuoteLineFields } from '../../../shared/contract/quotes.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import { insertMany } from '../../db/insert-many.ts';
import type { Database, QuoteLinesTable } from '../../db/schema.ts';
import { lineColumns, lineRows } from './quote-rows.ts';
import { latestQuoteIds } from './quotes.queries.ts';

/** Writes the given lines over those of the same items; other lines of the quote stay. */
export async function replaceLines(
  trx: Trx,
  quoteId: Id,
  lines: readonly QuoteLineFields[],
  newId: () => Id,
): Promise<void> {
  const stored = await trx
    .selectFrom('quote_lines')
    .select(['id', 'item_id'])
    .where('quote_id', '=', quoteId)
    .execute();
  const lineIdOf = new Map(stored.map((row) => [row.item_id, row.id]));
  const fresh: QuoteLineFields[] = [];
  for (const line of lines) {
    const lineId = lineIdOf.get(line.itemId);
    if (lineId === undefined) {
      fresh.push(line);
      continue;
    }
    await trx.updateTable('quote_lines').set(lineColumns(line)).where('id', '=', lineId).execute();
    await trx.deleteFrom('price_breaks').where('quote_line_id', '=', lineId).execute();
    await insertMany(
      trx,
      'price_breaks',
      line.priceBreaks.map(({ minQuantity, unitPrice }) => ({
        id: newId(),
        quote_line_id: lineId,
        min_quantity: minQuantity,
        unit_price: unitPrice,
      })),
    );
  }
  const rows = lineRows(fresh, quoteId, newId);
  await insertMany(trx, 'quote_lines', rows.lines);
  await insertMany(trx, 'price_breaks', rows.breaks);
}

/** As many items as are looked up one by one; for more it is quicker to read whole quotes. */
const FEW = 20;

/** Written out: for a thousand cells the query builder would work longer than the database. */
const SET_UNIT_PRICE = 'UPDATE quote_lines SET unit_price = ? WHERE id = ?';

/** Writes unit prices into lines of several quotes; a line that does not exist yet is made. */
export async function savePriceCells(trx: Trx, cells: readonly PriceCell[], newId: () => Id): Promise<void> {
  const quoteIds = [...new Set(cells.map(({ quoteId }) => quoteId))];
  if (quoteIds.length === 0) return;
  const itemIds = [...new Set(cells.map(({ itemId }) => itemId))];
  const ofQuotes = trx
    .selectFrom('quote_lines')
    .select(['id', 'quote_id', 'item_id', 'unit_price'])
    .where('quote_id', 'in', quoteIds);
  const stored = await (itemIds.length <= FEW ? ofQuotes.where('item_id', 'in', itemIds) : ofQuotes).execute();
  const lineOf = new Map(stored.map((row) => [`${row.quote_id}/${row.item_id}`, row]));
  const fresh = new Map<string, Insertable<QuoteLinesTable>>();
  for (const { quoteId, itemId, unitPrice } of cells) {
    const key = `${quoteId}/${itemId}`;
    const line = lineOf.get(key);
    if (line === undefined) {
      if (unitPrice !== null)
        fresh.set(key, { ...emptyLine, id: newId(), quote_id: quoteId, item_id: itemId, unit_price: unitPrice });
    } else if (line.unit_price !== unitPrice) {
      await trx.executeQuery(CompiledQuery.raw(SET_UNIT_PRICE, [unitPrice, line.id]));
      // Without a first price the breaks above it say nothing.
      if (unitPrice === null) await trx.deleteFrom('price_breaks').where('quote_line_id', '=', line.id).execute();
    }
  }
  await insertMany(trx, 'quote_lines', [...fresh.values()]);
}

/** Unit prices of the newest round of each supplier in a project. */
export async function currentPrices(db: Kysely<Database>, projectId: Id): Promise<PriceCell[]> {
  const quoteIds = await latestQuoteIds(db, projectId);
  if (quoteIds.length === 0) return [];
  const rows = await db
    .selectFrom('quote_lines')
    .innerJoin('items', 'items.id', 'quote_lines.item_id')
    .where('quote_lines.quote_id', 'in', quoteIds)
    .where('items.deleted_at', 'is', null)
    .select(['quote_lines.quote_id', 'quote_lines.item_id', 'quote_lines.unit_price'])
    .execute();
  return rows.map((row) => ({ quoteId: row.quote_id, itemId: row.item_id, unitPrice: row.unit_price }));
}

const emptyLine = {
  moq: null,
  order_multiple: null,
  carton_quantity: null,
  carton_length_mm: null,
  carton_width_mm: null,
  carton_height_mm: null,
  carton_weight_g: null,
  notes: '',
};
