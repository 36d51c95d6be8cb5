import type { Kysely } from 'kysely';
import type { SupplierIdentity } from '../../../shared/domain/suppliers/duplicates.ts';
import type { Database } from '../../db/schema.ts';

/** What tells every supplier that is not in the bin from the others. */
export async function listIdentities(db: Kysely<Database>): Promise<SupplierIdentity[]> {
  const [suppliers, payees, contacts] = await Promise.all([
    db
      .selectFrom('suppliers')
      .where('deleted_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .select(['id', 'name_en', 'name_zh', 'licence_name', 'uscc', 'phone'])
      .execute(),
    db
      .selectFrom('supplier_payees')
      .where('deleted_at', 'is', null)
      .select(['supplier_id', 'account_number'])
      .execute(),
    db.selectFrom('supplier_contacts').where('channel', '=', 'phone').select(['supplier_id', 'address']).execute(),
  ]);
  const payeesOf = Map.groupBy(payees, (payee) => payee.supplier_id);
  const contactsOf = Map.groupBy(contacts, (contact) => contact.supplier_id);
  return suppliers.map((row) => ({
    id: row.id,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    licenceName: row.licence_name,
    uscc: row.uscc,
    phones: [row.phone, ...(contactsOf.get(row.id) ?? []).map(({ address }) => address)],
    accounts: (payeesOf.get(row.id) ?? []).map((payee) => payee.account_number),
  }));
}
