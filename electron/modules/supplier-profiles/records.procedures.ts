import type { CertificateFields, ReadingFields } from '../../../shared/contract/supplier-profiles.ts';
import { METRICS } from '../../../shared/domain/suppliers/readings.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { insertMany } from '../../db/insert-many.ts';
import { changeSupplier, requireBelongs, requireOwn } from './change-supplier.ts';

/** Contacts, payee accounts, certificates, dated figures and tags of a supplier. */
export const recordsProcedures = {
  saveContact: api.supplierProfiles.saveContact.use(needsWritable).handler(async ({ input, context }) => {
    const { fields } = input;
    if (fields.address === '') throw refused('address', 'required');
    const { result } = await changeSupplier(context, 'saveContact', input.supplierId, async (change) => {
      const { trx, newId, now, supplierId } = change;
      if (input.id === null) {
        const id = newId();
        await trx
          .insertInto('supplier_contacts')
          .values({ id, supplier_id: supplierId, ...fields, created_at: now })
          .execute();
        return { id };
      }
      const revision = await requireOwn(change, 'supplier_contacts', 'contact', { ...input, id: input.id });
      await trx
        .updateTable('supplier_contacts')
        .set({ ...fields, revision })
        .where('id', '=', input.id)
        .execute();
      return { id: input.id };
    });
    return result;
  }),

  removeContact: api.supplierProfiles.removeContact.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removeContact', input.supplierId, async ({ trx }) => {
      await requireBelongs(trx, 'supplier_contacts', 'contact', input.id, input.supplierId);
      await trx.deleteFrom('supplier_contacts').where('id', '=', input.id).execute();
    });
    return { actionId };
  }),

  savePayee: api.supplierProfiles.savePayee.use(needsWritable).handler(async ({ input, context }) => {
    const { fields, accountNumber } = input;
    if (fields.holder === '') throw refused('holder', 'required');
    const { result } = await changeSupplier(context, 'savePayee', input.supplierId, async (change) => {
      const { trx, newId, now, supplierId } = change;
      if (input.id === null) {
        const id = newId();
        const row = { id, supplier_id: supplierId, ...fields, account_number: accountNumber ?? '' };
        await trx
          .insertInto('supplier_payees')
          .values({ ...row, created_at: now, deleted_at: null })
          .execute();
        return { id };
      }
      const revision = await requireOwn(change, 'supplier_payees', 'payee', { ...input, id: input.id });
      const number = accountNumber === null ? {} : { account_number: accountNumber };
      await trx
        .updateTable('supplier_payees')
        .set({ ...fields, ...number, revision })
        .where('id', '=', input.id)
        .execute();
      return { id: input.id };
    });
    return result;
  }),

  removePayee: api.supplierProfiles.removePayee.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removePayee', input.supplierId, async ({ trx, now }) => {
      await requireBelongs(trx, 'supplier_payees', 'payee', input.id, input.supplierId);
      await trx.updateTable('supplier_payees').set({ deleted_at: now }).where('id', '=', input.id).execute();
    });
    return { actionId };
  }),

  accountNumber: api.supplierProfiles.accountNumber.use(needsWorkspace).handler(async ({ input, context }) => {
    const row = await context.workspace.database.db
      .selectFrom('supplier_payees')
      .select('account_number')
      .where('id', '=', input.id)
      .where('supplier_id', '=', input.supplierId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) throw notFound('payee', input.id);
    return { accountNumber: row.account_number };
  }),

  saveCertificate: api.supplierProfiles.saveCertificate.use(needsWritable).handler(async ({ input, context }) => {
    requireDates(input.fields);
    const { result } = await changeSupplier(context, 'saveCertificate', input.supplierId, async (change) => {
      const { trx, newId, now, supplierId } = change;
      const columns = certificateColumns(input.fields);
      if (input.id === null) {
        const id = newId();
        await trx
          .insertInto('supplier_certificates')
          .values({ id, supplier_id: supplierId, ...columns, created_at: now, deleted_at: null })
          .execute();
        return { id };
      }
      const revision = await requireOwn(change, 'supplier_certificates', 'certificate', { ...input, id: input.id });
      await trx
        .updateTable('supplier_certificates')
        .set({ ...columns, revision })
        .where('id', '=', input.id)
        .execute();
      return { id: input.id };
    });
    return result;
  }),

  removeCertificate: api.supplierProfiles.removeCertificate.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removeCertificate', input.supplierId, async ({ trx, now }) => {
      await requireBelongs(trx, 'supplier_certificates', 'certificate', input.id, input.supplierId);
      await trx.updateTable('supplier_certificates').set({ deleted_at: now }).where('id', '=', input.id).execute();
    });
    return { actionId };
  }),

  saveReading: api.supplierProfiles.saveReading.use(needsWritable).handler(async ({ input, context }) => {
    const { fields } = input;
    if (METRICS.every((metric) => fields[metric] === null)) throw refused('figures', 'noFigure');
    const { result } = await changeSupplier(context, 'saveReading', input.supplierId, async (change) => {
      const { trx, newId, now, today, supplierId } = change;
      if (fields.takenOn > today) throw refused('takenOn', 'inFuture');
      const other = await trx
        .selectFrom('supplier_readings')
        .select('id')
        .where('supplier_id', '=', supplierId)
        .where('taken_on', '=', fields.takenOn)
        .executeTakeFirst();
      if (other !== undefined && other.id !== input.id) {
        throw refused('takenOn', 'readingExists', { date: fields.takenOn });
      }
      const columns = readingColumns(fields);
      if (input.id === null) {
        const id = newId();
        await trx
          .insertInto('supplier_readings')
          .values({ id, supplier_id: supplierId, ...columns, created_at: now })
          .execute();
        return { id };
      }
      const revision = await requireOwn(change, 'supplier_readings', 'reading', { ...input, id: input.id });
      await trx
        .updateTable('supplier_readings')
        .set({ ...columns, revision })
        .where('id', '=', input.id)
        .execute();
      return { id: input.id };
    });
    return result;
  }),

  removeReading: api.supplierProfiles.removeReading.use(needsWritable).handler(async ({ input, context }) => {
    const { actionId } = await changeSupplier(context, 'removeReading', input.supplierId, async ({ trx }) => {
      await requireBelongs(trx, 'supplier_readings', 'reading', input.id, input.supplierId);
      await trx.deleteFrom('supplier_readings').where('id', '=', input.id).execute();
    });
    return { actionId };
  }),

  saveTags: api.supplierProfiles.saveTags.use(needsWritable).handler(async ({ input, context }) => {
    const tags = [...new Set(input.tags)];
    await changeSupplier(context, 'saveTags', input.supplierId, async ({ trx, newId, supplierId }) => {
      const had = await trx.selectFrom('supplier_tags').selectAll().where('supplier_id', '=', supplierId).execute();
      const gone = had.filter(({ tag }) => !tags.includes(tag)).map(({ id }) => id);
      if (gone.length > 0) await trx.deleteFrom('supplier_tags').where('id', 'in', gone).execute();
      const added = tags.filter((tag) => !had.some((row) => row.tag === tag));
      await insertMany(
        trx,
        'supplier_tags',
        added.map((tag) => ({ id: newId(), supplier_id: supplierId, tag })),
      );
    });
    return {};
  }),
};

function requireDates({
  issuedOn,
  expiresOn,
}: {
  issuedOn: CalendarDate | null;
  expiresOn: CalendarDate | null;
}): void {
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn) {
    throw refused('expiresOn', 'beforeIssued', { issued: issuedOn });
  }
}

export function certificateColumns(fields: CertificateFields) {
  const { issuedOn, expiresOn, ...others } = fields;
  return { ...others, issued_on: issuedOn, expires_on: expiresOn };
}

export function readingColumns(fields: ReadingFields) {
  return {
    taken_on: fields.takenOn,
    source: fields.source,
    reorder_hundredths: fields.reorderHundredths,
    on_time_hundredths: fields.onTimeHundredths,
    response_hundredths: fields.responseHundredths,
    quality_hundredths: fields.qualityHundredths,
    service_hundredths: fields.serviceHundredths,
    response_minutes: fields.responseMinutes,
    monthly_pieces: fields.monthlyPieces,
    production_lines: fields.productionLines,
    staff: fields.staff,
    area_m2: fields.areaM2,
  };
}
