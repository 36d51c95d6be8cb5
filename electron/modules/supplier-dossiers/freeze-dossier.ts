import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../core/action.ts';
import { payloadHash } from '../reports/reports.queries.ts';
import { buildSupplierDossier } from './build-supplier-dossier.ts';
import { nextDossierNumber } from './supplier-dossiers.queries.ts';

/** Freezes a supplier as it stands into its next dossier. Errors: NOT_FOUND. */
export async function freezeDossier(
  { trx, newId, now }: ActionScope,
  what: {
    readonly supplierId: Id;
    readonly language: ReportLanguage;
    readonly today: CalendarDate;
    readonly createdBy: string;
  },
): Promise<Id> {
  const { supplierId, language, today, createdBy } = what;
  const payload = JSON.stringify(await buildSupplierDossier(trx, supplierId, { today, createdBy, createdAt: now }));
  const id = newId();
  await trx
    .insertInto('supplier_dossiers')
    .values({
      id,
      supplier_id: supplierId,
      number: await nextDossierNumber(trx, supplierId),
      language,
      payload,
      sha256: payloadHash(payload),
      created_by: createdBy,
      created_at: now,
      deleted_at: null,
    })
    .execute();
  return id;
}
