import {
  type Expression,
  type Insertable,
  type Kysely,
  type Selectable,
  type SqlBool,
  sql,
  type Updateable,
} from 'kysely';
import type { Supplier, SupplierFields, SupplierQuote, SupplierRow } from '../../../shared/contract/suppliers.ts';
import { supplierNameKey } from '../../../shared/domain/suppliers/name-key.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database, SuppliersTable } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';

export interface SupplierListQuery {
  readonly search: string;
  readonly regions: readonly string[];
  readonly sort: 'name' | 'region' | 'quoteCount' | 'updatedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the suppliers that are not in the bin. */
export async function listSuppliers(
  db: Kysely<Database>,
  query: SupplierListQuery,
): Promise<{ rows: SupplierRow[]; total: number }> {
  const [rows, count] = await Promise.all([
    supplierPage(db, query).execute(),
    filtered(db, query)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    rows: rows.map((row) => ({
      ...toSupplier(row),
      quoteCount: row.quote_count ?? 0,
      lastQuoteOn: row.last_quote_on,
    })),
    total: count.total,
  };
}

/** The query behind one page; exported so that a test can read its plan. */
export function supplierPage(db: Kysely<Database>, query: SupplierListQuery) {
  const direction = query.descending ? 'desc' : 'asc';
  return filtered(db, query)
    .selectAll('suppliers')
    .select((eb) => [
      eb
        .selectFrom('quotes')
        .innerJoin('projects', 'projects.id', 'quotes.project_id')
        .whereRef('quotes.supplier_id', '=', 'suppliers.id')
        .where('quotes.deleted_at', 'is', null)
        .where('projects.deleted_at', 'is', null)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('quote_count'),
      eb
        .selectFrom('quotes')
        .innerJoin('projects', 'projects.id', 'quotes.project_id')
        .whereRef('quotes.supplier_id', '=', 'suppliers.id')
        .where('quotes.deleted_at', 'is', null)
        .where('projects.deleted_at', 'is', null)
        .select((inner) => inner.fn.max('quotes.received_on').as('last'))
        .as('last_quote_on'),
    ])
    .orderBy(sortExpression(query.sort), direction)
    .orderBy('suppliers.id', direction)
    .limit(query.limit)
    .offset(query.offset);
}

export async function listRegions(db: Kysely<Database>): Promise<{ region: string; count: number }[]> {
  return db
    .selectFrom('suppliers')
    .where('deleted_at', 'is', null)
    .where('region', '<>', '')
    .groupBy('region')
    .orderBy('region')
    .select((eb) => ['region', eb.fn.countAll<number>().as('count')])
    .execute();
}

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
export function supplierColumns(fields: Partial<SupplierFields>): Updateable<SuppliersTable> {
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
  };
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
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function filtered(db: Kysely<Database>, { search, regions }: SupplierListQuery) {
  let query = db.selectFrom('suppliers').where('suppliers.deleted_at', 'is', null);
  if (regions.length > 0) query = query.where('region', 'in', regions);
  if (search.trim() !== '') query = query.where(() => matches(search));
  return query;
}

function matches(search: string): Expression<SqlBool> {
  const pattern = containsPattern(search);
  return sql<SqlBool>`(suppliers.name_en LIKE ${pattern} ESCAPE '\\' OR suppliers.name_zh LIKE ${pattern} ESCAPE '\\'
    OR suppliers.contact_name LIKE ${pattern} ESCAPE '\\' OR suppliers.region LIKE ${pattern} ESCAPE '\\')`;
}

function sortExpression(sort: SupplierListQuery['sort']): Expression<unknown> {
  if (sort === 'name') return sql`coalesce(nullif(suppliers.name_en, ''), suppliers.name_zh) COLLATE NOCASE`;
  if (sort === 'region') return sql`suppliers.region`;
  if (sort === 'quoteCount') return sql`quote_count`;
  return sql`suppliers.updated_at`;
}
