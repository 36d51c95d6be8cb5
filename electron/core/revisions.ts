import { ORPCError } from '@orpc/server';
import { sql } from 'kysely';
import type { Id } from '../../shared/kernel/ids.ts';
import type { Trx } from './action.ts';
import { notFound } from './procedure.ts';

/** Tables whose rows carry a revision: the roots that two windows may edit at once. */
export type RevisedTable =
  | 'workspace'
  | 'exchange_rates'
  | 'projects'
  | 'items'
  | 'costings'
  | 'suppliers'
  | 'quotes'
  | 'criteria'
  | 'evaluations'
  | 'evaluators'
  | 'criteria_templates'
  | 'scores'
  | 'award_scenarios'
  | 'awards'
  | 'sample_rounds'
  | 'samples'
  | 'inspections'
  | 'quality_documents'
  | 'holidays'
  | 'supplier_contacts'
  | 'supplier_payees'
  | 'supplier_certificates'
  | 'supplier_readings'
  | 'supplier_checks'
  | 'supplier_communications'
  | 'ask_sheets'
  | 'list_views';

type Fields = Record<string, string | number | null>;

/**
 * Refuses a write that rests on an old reading: NOT_FOUND when the row is gone or in the bin, STALE with the stored
 * fields when its revision has moved on. On success the caller writes `revision + 1`.
 */
export async function requireRevision(
  trx: Trx,
  table: RevisedTable,
  noun: string,
  id: Id | string,
  revision: number,
): Promise<void> {
  const found = await sql<Fields>`SELECT * FROM ${sql.table(table)} WHERE id = ${id}`.execute(trx);
  const current = found.rows[0];
  if (current === undefined || ('deleted_at' in current && current.deleted_at !== null)) throw notFound(noun, id);
  if (current.revision !== revision) {
    throw new ORPCError('STALE', { defined: true, data: { noun, id, current: camelFields(current) } });
  }
}

/** A stored row under the names the contract uses. */
export function camelFields(row: Fields): Fields {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [toCamel(column), value]));
}

function toCamel(column: string): string {
  return column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
