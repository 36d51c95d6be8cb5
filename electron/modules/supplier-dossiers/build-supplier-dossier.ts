import type { Kysely } from 'kysely';
import type { SupplierDossier } from '../../../shared/contract/supplier-dossiers.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { notFound } from '../../core/procedure.ts';
import type { Database } from '../../db/schema.ts';
import { companyOf } from '../../reports/company.ts';
import { listCommunications } from '../communications/communications.queries.ts';
import { itemsOfSupplier } from '../item-sources/item-sources.queries.ts';
import { documentsOfSupplier } from '../quality-documents/quality-documents.queries.ts';
import { readProfile } from '../supplier-profiles/read-profile.ts';
import { standingsToday } from '../suppliers/supplier-files.ts';
import { findSupplier } from '../suppliers/suppliers.queries.ts';
import { evidenceOf } from './supplier-dossiers.queries.ts';

/** So many of the newest log entries stand in a dossier. */
const NEWEST_TALK = 12;

/** The dossier of a supplier as it stands. Errors: NOT_FOUND. */
export async function buildSupplierDossier(
  db: Kysely<Database>,
  supplierId: Id,
  made: { readonly today: CalendarDate; readonly createdBy: string; readonly createdAt: string },
): Promise<SupplierDossier> {
  const supplier = await findSupplier(db, supplierId);
  if (supplier === null) throw notFound('supplier', supplierId);
  const { today, createdBy, createdAt } = made;
  const profile = await readProfile(db, supplierId, today);
  const productPapers = await documentsOfSupplier(db, supplierId);
  const talk = await listCommunications(db, { supplierId, search: '', offset: 0, limit: NEWEST_TALK });
  return {
    formatVersion: 2,
    company: await companyOf(db),
    createdBy,
    createdAt,
    supplier,
    profile,
    items: await itemsOfSupplier(db, supplierId, await standingsToday(db, today)),
    communications: { newest: talk.rows, total: talk.total },
    productPapers,
    evidence: await evidenceOf(
      db,
      [...profile.checks, ...profile.certificates, ...productPapers].map(({ id }) => id),
    ),
  };
}
