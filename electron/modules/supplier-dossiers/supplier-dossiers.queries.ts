import type { Kysely, Selectable } from 'kysely';
import { REPORT_LANGUAGES } from '../../../shared/contract/reports.ts';
import type { DossierSummary, StoredDossier, SupplierDossier } from '../../../shared/contract/supplier-dossiers.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';
import type { SupplierDossiersTable } from '../../db/supplier-tables.ts';
import { payloadHash } from '../reports/reports.queries.ts';

type Db = Kysely<Database>;

/** The dossiers of a supplier, newest first, without those in the bin. */
export async function listDossiers(db: Db, supplierId: Id): Promise<DossierSummary[]> {
  const rows = await db
    .selectFrom('supplier_dossiers')
    .select(['id', 'supplier_id', 'number', 'language', 'created_by', 'created_at', 'sha256'])
    .where('supplier_id', '=', supplierId)
    .where('deleted_at', 'is', null)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toSummary);
}

export async function findDossier(db: Db, id: Id): Promise<StoredDossier | null> {
  const row = await db
    .selectFrom('supplier_dossiers')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const dossier: SupplierDossier = JSON.parse(row.payload);
  return { summary: toSummary(row), dossier, intact: payloadHash(row.payload) === row.sha256 };
}

/** Counts dossiers in the bin too: a number that was printed is never given again. */
export async function nextDossierNumber(db: Db, supplierId: Id): Promise<number> {
  const row = await db
    .selectFrom('supplier_dossiers')
    .where('supplier_id', '=', supplierId)
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

/** The files kept as evidence of a supplier's checks, certificates and products' papers, in the order they were added. */
export async function evidenceOf(db: Db, ownerIds: readonly Id[]): Promise<SupplierDossier['evidence']> {
  if (ownerIds.length === 0) return [];
  return db
    .selectFrom('attachment_links')
    .innerJoin('attachments', 'attachments.id', 'attachment_links.attachment_id')
    .select(['owner_id as ownerId', 'attachments.file_name as fileName', 'attachments.sha256'])
    .where('owner_kind', 'in', ['supplierCheck', 'supplierCertificate', 'qualityDocument'])
    .where('owner_id', 'in', ownerIds)
    .orderBy('attachment_links.id')
    .execute();
}

function toSummary(row: Omit<Selectable<SupplierDossiersTable>, 'payload' | 'deleted_at'>): DossierSummary {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    number: row.number,
    language: storedWord(REPORT_LANGUAGES, row.language),
    createdBy: row.created_by,
    createdAt: row.created_at,
    sha256: row.sha256,
  };
}
