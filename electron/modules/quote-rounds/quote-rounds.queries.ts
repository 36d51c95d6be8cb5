import type { Kysely } from 'kysely';
import type { StoredRound } from '../../../shared/domain/quote-rounds/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { comparisonQuotes } from '../comparisons/comparisons.queries.ts';

/** Every round of every supplier of a project that is not in the bin, with who confirmed it. */
export async function storedRounds(db: Kysely<Database>, projectId: Id): Promise<StoredRound[]> {
  const ids = await roundIdsQuery(db, projectId).execute();
  if (ids.length === 0) return [];
  const quoteIds = ids.map(({ id }) => id);
  const [quotes, confirmations] = await Promise.all([
    comparisonQuotes(db, quoteIds),
    db
      .selectFrom('quote_confirmations')
      .where('quote_id', 'in', quoteIds)
      .select(['quote_id', 'confirmed_by', 'note'])
      .execute(),
  ]);
  const confirmationOf = new Map(confirmations.map((one) => [one.quote_id, one]));
  return quotes.map((quote) => {
    const own = confirmationOf.get(quote.id);
    return { quote, confirmation: own === undefined ? null : { confirmedBy: own.confirmed_by, note: own.note } };
  });
}

/** Exported so that a test can read its plan. */
export function roundIdsQuery(db: Kysely<Database>, projectId: Id) {
  return db
    .selectFrom('quotes')
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('round')
    .select('id');
}
