import type BetterSqlite3 from 'better-sqlite3';
import {
  type DuplicateReason,
  findDuplicates,
  type SupplierIdentity,
} from '../../../shared/domain/suppliers/duplicates.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/** More pairs nobody looks through; those with the strongest reasons come first. */
const MOST_PAIRS = 500;

interface Named {
  readonly id: Id;
  readonly nameEn: string;
  readonly nameZh: string;
}

export interface Candidate {
  readonly first: Named;
  readonly second: Named;
  readonly reasons: DuplicateReason[];
}

/** Pairs of suppliers that may be one. A large directory takes seconds, so this runs beside the program (see jobs.ts). */
export function findCandidates(sqlite: BetterSqlite3.Database): Candidate[] {
  const identities = readIdentities(sqlite);
  const byId = new Map(identities.map((one) => [one.id, one]));
  const named = (id: Id): Named => {
    const { nameEn = '', nameZh = '' } = byId.get(id) ?? {};
    return { id, nameEn, nameZh };
  };
  return findDuplicates(identities)
    .slice(0, MOST_PAIRS)
    .map(({ first, second, reasons }) => ({ first: named(first), second: named(second), reasons: [...reasons] }));
}

/** What tells every supplier that is not in the bin from the others, the oldest first. */
function readIdentities(sqlite: BetterSqlite3.Database): SupplierIdentity[] {
  const suppliers = sqlite
    .prepare<[], Omit<SupplierIdentity, 'phones' | 'accounts'> & { phone: string }>(
      `SELECT id, name_en AS nameEn, name_zh AS nameZh, licence_name AS licenceName, uscc, phone FROM suppliers
       WHERE deleted_at IS NULL ORDER BY created_at, id`,
    )
    .all();
  const accounts = sqlite
    .prepare<[], { supplierId: Id; text: string }>(
      'SELECT supplier_id AS supplierId, account_number AS text FROM supplier_payees WHERE deleted_at IS NULL',
    )
    .all();
  const phones = sqlite
    .prepare<[], { supplierId: Id; text: string }>(
      `SELECT supplier_id AS supplierId, address AS text FROM supplier_contacts WHERE channel = 'phone'`,
    )
    .all();
  const accountsOf = Map.groupBy(accounts, ({ supplierId }) => supplierId);
  const phonesOf = Map.groupBy(phones, ({ supplierId }) => supplierId);
  return suppliers.map(({ phone, ...supplier }) => ({
    ...supplier,
    phones: [phone, ...(phonesOf.get(supplier.id) ?? []).map(({ text }) => text)],
    accounts: (accountsOf.get(supplier.id) ?? []).map(({ text }) => text),
  }));
}
