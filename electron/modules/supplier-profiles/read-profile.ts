import type { Kysely } from 'kysely';
import type { SupplierProfile } from '../../../shared/contract/supplier-profiles.ts';
import { assess } from '../../../shared/domain/suppliers/assessment.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { notFound } from '../../core/procedure.ts';
import type { Database } from '../../db/schema.ts';
import { loadSupplierFiles } from '../suppliers/supplier-files.ts';
import {
  listAsks,
  listCertificates,
  listChecks,
  listContacts,
  listFlags,
  listOverrides,
  listPayees,
  listReadings,
  listTags,
} from './supplier-profiles.queries.ts';

/** Everything kept of a supplier and what the rules say of it on a day. Errors: NOT_FOUND. */
export async function readProfile(db: Kysely<Database>, supplierId: Id, today: CalendarDate): Promise<SupplierProfile> {
  const file = (await loadSupplierFiles(db, [supplierId])).get(supplierId);
  if (file === undefined) throw notFound('supplier', supplierId);
  return {
    supplierId,
    contacts: await listContacts(db, supplierId),
    payees: await listPayees(db, supplierId),
    certificates: await listCertificates(db, supplierId),
    readings: await listReadings(db, supplierId),
    checks: await listChecks(db, supplierId),
    flags: await listFlags(db, supplierId),
    overrides: await listOverrides(db, supplierId),
    asks: await listAsks(db, supplierId),
    tags: await listTags(db, supplierId),
    communicationCount: file.communicationCount,
    assessment: assess(file, today),
  };
}
