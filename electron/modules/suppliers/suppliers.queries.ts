import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type {
  Supplier,
  SupplierChanges,
  SupplierFields,
  SupplierProfileFields,
  SupplierQuote,
} from '../../../shared/contract/suppliers.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import { PROVINCES } from '../../../shared/domain/suppliers/provinces.ts';
import {
  BADGES,
  BUSINESS_KINDS,
  CREDIT_GRADES,
  SPOKEN_LANGUAGES,
  TIERS,
} from '../../../shared/domain/suppliers/words.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database, SuppliersTable } from '../../db/schema.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';

export async function findSupplier(db: Kysely<Database>, id: Id): Promise<Supplier | null> {
  const row = await db
    .selectFrom('suppliers')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toSupplier(row);
}

/** Every quote of a supplier in projects that are not in the bin, newest project first, newest round first. */
export async function listSupplierQuotes(db: Kysely<Database>, supplierId: Id): Promise<SupplierQuote[]> {
  const rows = await supplierQuotes(db, supplierId).execute();
  const newestSeen = new Set<Id>();
  return rows.map((row) => {
    const superseded = newestSeen.has(row.project_id);
    newestSeen.add(row.project_id);
    return {
      id: row.id,
      projectId: row.project_id,
      projectNameEn: row.project_en,
      projectNameZh: row.project_zh,
      round: row.round,
      receivedOn: row.received_on,
      validUntil: row.valid_until,
      currency: row.currency,
      lineCount: row.line_count ?? 0,
      superseded,
    };
  });
}

/** The query behind a supplier's own list of quotes; exported so that a test can read its plan. */
export function supplierQuotes(db: Kysely<Database>, supplierId: Id) {
  return db
    .selectFrom('quotes')
    .innerJoin('projects', 'projects.id', 'quotes.project_id')
    .where('quotes.supplier_id', '=', supplierId)
    .where('quotes.deleted_at', 'is', null)
    .where('projects.deleted_at', 'is', null)
    .orderBy('projects.created_at', 'desc')
    .orderBy('projects.id', 'desc')
    .orderBy('quotes.round', 'desc')
    .select(['quotes.id', 'quotes.project_id', 'quotes.round', 'quotes.received_on', 'quotes.valid_until'])
    .select(['quotes.currency', 'projects.name_en as project_en', 'projects.name_zh as project_zh'])
    .select((eb) =>
      eb
        .selectFrom('quote_lines')
        .innerJoin('items', 'items.id', 'quote_lines.item_id')
        .whereRef('quote_lines.quote_id', '=', 'quotes.id')
        .where('quote_lines.unit_price', 'is not', null)
        .where('items.deleted_at', 'is', null)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('line_count'),
    );
}

/** A new row of the table from the contract's fields. */
export function supplierRow(fields: SupplierFields, own: { id: Id; now: string }): Insertable<SuppliersTable> {
  return {
    id: own.id,
    name_en: fields.nameEn,
    name_zh: fields.nameZh,
    name_key: supplierNameKey(fields.nameZh || fields.nameEn),
    contact_name: fields.contactName,
    phone: fields.phone,
    wechat: fields.wechat,
    email: fields.email,
    region: fields.region,
    shop_url: fields.shopUrl,
    notes: fields.notes,
    created_at: own.now,
    updated_at: own.now,
    deleted_at: null,
  };
}

/** The columns behind the contract's fields; only those given. */
export function supplierColumns(fields: SupplierChanges): Updateable<SuppliersTable> {
  return {
    name_en: fields.nameEn,
    name_zh: fields.nameZh,
    contact_name: fields.contactName,
    phone: fields.phone,
    wechat: fields.wechat,
    email: fields.email,
    region: fields.region,
    shop_url: fields.shopUrl,
    notes: fields.notes,
    ...profileColumns(fields),
  };
}

/** The columns behind what is known of a supplier beside its name and contact; only those given. */
export function profileColumns(fields: Partial<SupplierProfileFields>) {
  return {
    province: fields.province,
    business_kind: fields.businessKind,
    tier: fields.tier,
    member_since: fields.memberSince,
    badges: fields.badges && JSON.stringify(fields.badges),
    languages: fields.languages && JSON.stringify(fields.languages),
    credit_grade: fields.creditGrade,
    deposit_minor: fields.depositMinor,
    licence_name: fields.licenceName,
    uscc: fields.uscc,
    legal_person: fields.legalPerson,
    business_scope: fields.businessScope,
    established_on: fields.establishedOn,
    licence_until: fields.licenceUntil,
    licence_long_term: fields.licenceLongTerm === undefined ? undefined : toFlag(fields.licenceLongTerm),
    licence_address: fields.licenceAddress,
    contract_name: fields.contractName,
    invoice_name: fields.invoiceName,
    sample_score_hundredths: fields.sampleScoreHundredths,
  };
}

export function toFlag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

export function toSupplier(row: Selectable<SuppliersTable>): Supplier {
  return {
    id: row.id,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    contactName: row.contact_name,
    phone: row.phone,
    wechat: row.wechat,
    email: row.email,
    region: row.region,
    shopUrl: row.shop_url,
    notes: row.notes,
    ...toProfile(row),
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toProfile(row: Selectable<SuppliersTable>): SupplierProfileFields {
  return {
    province: storedWord(PROVINCE_CODES, row.province),
    businessKind: storedWordOrNull(BUSINESS_KINDS, row.business_kind),
    tier: storedWordOrNull(TIERS, row.tier),
    memberSince: row.member_since,
    badges: storedWords(BADGES, row.badges),
    languages: storedWords(SPOKEN_LANGUAGES, row.languages),
    creditGrade: storedWordOrNull(CREDIT_GRADES, row.credit_grade),
    depositMinor: row.deposit_minor,
    licenceName: row.licence_name,
    uscc: row.uscc,
    legalPerson: row.legal_person,
    businessScope: row.business_scope,
    establishedOn: row.established_on,
    licenceUntil: row.licence_until,
    licenceLongTerm: row.licence_long_term === 1,
    licenceAddress: row.licence_address,
    contractName: row.contract_name,
    invoiceName: row.invoice_name,
    sampleScoreHundredths: row.sample_score_hundredths,
  };
}

const PROVINCE_CODES = ['', ...PROVINCES.map(({ code }) => code)];

function storedWords<const Words extends readonly string[]>(words: Words, json: string): Words[number][] {
  const stored: unknown = JSON.parse(json);
  if (!Array.isArray(stored)) throw new Error('stored words are no list');
  return stored.map((word) => storedWord(words, String(word)));
}
