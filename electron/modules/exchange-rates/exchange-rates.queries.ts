import type { Kysely, Selectable } from 'kysely';
import type { ExchangeRate } from '../../../shared/contract/exchange-rates.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database, ExchangeRatesTable } from '../../db/schema.ts';

/** All rates that are not in the bin, newest first. */
export async function listExchangeRates(db: Kysely<Database>): Promise<ExchangeRate[]> {
  const rows = await db
    .selectFrom('exchange_rates')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('effective_date', 'desc')
    .orderBy('base')
    .orderBy('quote')
    .execute();
  return rows.map(toExchangeRate);
}

export async function findExchangeRate(db: Kysely<Database>, id: Id): Promise<ExchangeRate | null> {
  const row = await db
    .selectFrom('exchange_rates')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toExchangeRate(row);
}

/** Another rate for the same pair and day, which the table cannot hold twice. */
export async function findSameDayRate(
  db: Kysely<Database>,
  { base, quote, effectiveDate }: Pick<ExchangeRate, 'base' | 'quote' | 'effectiveDate'>,
): Promise<Id | null> {
  const row = await db
    .selectFrom('exchange_rates')
    .select('id')
    .where('base', '=', base)
    .where('quote', '=', quote)
    .where('effective_date', '=', effectiveDate)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

function toExchangeRate(row: Selectable<ExchangeRatesTable>): ExchangeRate {
  return {
    id: row.id,
    base: row.base,
    quote: row.quote,
    rate: row.rate,
    effectiveDate: row.effective_date,
    source: row.source,
    revision: row.revision,
  };
}
