import { type Kysely, type SqlBool, sql } from 'kysely';
import type { QualityDocument, QualityDocumentFields } from '../../../shared/contract/quality-documents.ts';
import { DOCUMENT_KINDS, DOCUMENT_RESULTS, type DocumentKind } from '../../../shared/domain/inspections/documents.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { storedWord } from '../../db/stored-words.ts';

interface DocumentFilter {
  readonly search: string;
  readonly kinds: readonly DocumentKind[];
  readonly supplierId: Id | null;
  readonly projectId: Id | null;
}

export interface DocumentListQuery extends DocumentFilter {
  readonly sort: 'supplier' | 'standard' | 'issuedOn' | 'expiresOn' | 'updatedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export async function listDocuments(
  db: Kysely<Database>,
  query: DocumentListQuery,
): Promise<{ rows: QualityDocument[]; total: number }> {
  const [rows, count] = await Promise.all([
    documentPage(db, query).execute(),
    filtered(db, query)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(toDocument), total: count.total };
}

/** All papers of a supplier and its products, by standard. */
export async function documentsOfSupplier(db: Kysely<Database>, supplierId: Id): Promise<QualityDocument[]> {
  const all = filtered(db, { search: '', kinds: [], supplierId, projectId: null });
  const rows = await withNames(all)
    .orderBy(SORTS.standard)
    .orderBy('quality_documents.issued_on', 'desc')
    .orderBy('quality_documents.id')
    .execute();
  return rows.map(toDocument);
}

/** The query behind one page; exported so that a test can read its plan. */
export function documentPage(db: Kysely<Database>, query: DocumentListQuery) {
  const direction = query.descending ? 'desc' : 'asc';
  return withNames(filtered(db, query))
    .orderBy(SORTS[query.sort], direction)
    .orderBy('quality_documents.id', direction)
    .limit(query.limit)
    .offset(query.offset);
}

export async function findDocument(db: Kysely<Database>, id: Id): Promise<QualityDocument | null> {
  const row = await withNames(
    db
      .selectFrom('quality_documents')
      .where('quality_documents.id', '=', id)
      .where('quality_documents.deleted_at', 'is', null),
  ).executeTakeFirst();
  return row === undefined ? null : toDocument(row);
}

/** The columns of a document, whole. */
export function documentColumns(fields: QualityDocumentFields) {
  return {
    kind: fields.kind,
    supplier_id: fields.supplierId,
    project_id: fields.projectId,
    item_id: fields.itemId,
    standard: fields.standard,
    issuer: fields.issuer,
    number: fields.number,
    market: fields.market,
    holder: fields.holder,
    scope: fields.scope,
    issued_on: fields.issuedOn,
    expires_on: fields.expiresOn,
    result: fields.result,
    notes: fields.notes,
  };
}

const SORTS = {
  supplier: sql`coalesce(nullif(suppliers.name_en, ''), suppliers.name_zh) COLLATE NOCASE`,
  standard: sql`quality_documents.standard COLLATE NOCASE`,
  issuedOn: sql.ref('quality_documents.issued_on'),
  expiresOn: sql.ref('quality_documents.expires_on'),
  updatedAt: sql.ref('quality_documents.updated_at'),
} as const;

function filtered(db: Kysely<Database>, { search, kinds, supplierId, projectId }: DocumentFilter) {
  let query = db.selectFrom('quality_documents').where('quality_documents.deleted_at', 'is', null);
  if (kinds.length > 0) query = query.where('quality_documents.kind', 'in', kinds);
  if (supplierId !== null) query = query.where('quality_documents.supplier_id', '=', supplierId);
  if (projectId !== null) query = query.where('quality_documents.project_id', '=', projectId);
  if (search.trim() !== '') {
    const pattern = containsPattern(search);
    query = query.where(
      sql<SqlBool>`(standard LIKE ${pattern} ESCAPE '\\' OR issuer LIKE ${pattern} ESCAPE '\\' OR number LIKE ${pattern} ESCAPE '\\'
        OR scope LIKE ${pattern} ESCAPE '\\' OR EXISTS (SELECT 1 FROM suppliers WHERE suppliers.id = quality_documents.supplier_id
          AND (suppliers.name_en LIKE ${pattern} ESCAPE '\\' OR suppliers.name_zh LIKE ${pattern} ESCAPE '\\')))`,
    );
  }
  return query;
}

function withNames(query: ReturnType<typeof filtered>) {
  return query
    .innerJoin('suppliers', 'suppliers.id', 'quality_documents.supplier_id')
    .leftJoin('items', 'items.id', 'quality_documents.item_id')
    .selectAll('quality_documents')
    .select([
      'suppliers.name_en as supplierNameEn',
      'suppliers.name_zh as supplierNameZh',
      'items.name_en as itemNameEn',
      'items.name_zh as itemNameZh',
      sql<number>`(SELECT count(*) FROM attachment_links WHERE owner_kind = 'qualityDocument'
        AND owner_id = quality_documents.id)`.as('file_count'),
    ]);
}

type StoredDocument = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>;

function toDocument(row: StoredDocument): QualityDocument {
  return {
    id: row.id,
    kind: storedWord(DOCUMENT_KINDS, row.kind),
    supplierId: row.supplier_id,
    supplierNameEn: row.supplierNameEn,
    supplierNameZh: row.supplierNameZh,
    projectId: row.project_id,
    itemId: row.item_id,
    itemNameEn: row.itemNameEn ?? '',
    itemNameZh: row.itemNameZh ?? '',
    standard: row.standard,
    issuer: row.issuer,
    number: row.number,
    market: row.market,
    holder: row.holder,
    scope: row.scope,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    result: storedWord(DOCUMENT_RESULTS, row.result),
    notes: row.notes,
    fileCount: row.file_count,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
