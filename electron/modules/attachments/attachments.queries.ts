import { type Kysely, sql } from 'kysely';
import { ATTACHMENT_OWNERS, type Attachment, type AttachmentUse } from '../../../shared/contract/attachments.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';

type Db = Kysely<Database>;

export interface Owner {
  readonly ownerKind: (typeof ATTACHMENT_OWNERS)[number];
  readonly ownerId: string;
}

export type AttachmentRow = Omit<Attachment, 'state'>;
export type NewAttachment = Omit<AttachmentRow, 'useCount'>;

/** Where each owner lives, and whether it has a bin. */
const OWNER_TABLES = {
  project: { table: 'projects', hasBin: true },
  item: { table: 'items', hasBin: true },
  supplier: { table: 'suppliers', hasBin: true },
  supplierCertificate: { table: 'supplier_certificates', hasBin: true },
  supplierCheck: { table: 'supplier_checks', hasBin: false },
  supplierCommunication: { table: 'supplier_communications', hasBin: true },
  quote: { table: 'quotes', hasBin: true },
  import: { table: 'imports', hasBin: false },
  workspace: { table: 'workspace', hasBin: false },
  awardPoint: { table: 'award_points', hasBin: false },
  sampleRound: { table: 'sample_rounds', hasBin: true },
  sample: { table: 'samples', hasBin: false },
  inspection: { table: 'inspections', hasBin: true },
  inspectionDefect: { table: 'inspection_defects', hasBin: false },
  qualityDocument: { table: 'quality_documents', hasBin: true },
} as const satisfies Record<Owner['ownerKind'], { table: keyof Database; hasBin: boolean }>;

/** True when the owner is there and not in the bin. */
export async function ownerExists(db: Db, { ownerKind, ownerId }: Owner): Promise<boolean> {
  const { table, hasBin } = OWNER_TABLES[ownerKind];
  const notBinned = hasBin ? sql`AND deleted_at IS NULL` : sql``;
  const found = await sql`SELECT 1 FROM ${sql.table(table)} WHERE id = ${ownerId} ${notBinned}`.execute(db);
  return found.rows.length > 0;
}

/** Whether the owner belongs to something decided, whose evidence neither grows nor shrinks. */
export async function ownerIsFrozen(db: Db, { ownerKind, ownerId }: Owner): Promise<boolean> {
  if (ownerKind !== 'awardPoint') return false;
  const found = await db
    .selectFrom('award_points')
    .innerJoin('awards', 'awards.id', 'award_points.award_id')
    .select('awards.id')
    .where('award_points.id', '=', ownerId)
    .where('awards.state', '=', 'confirmed')
    .executeTakeFirst();
  return found !== undefined;
}

/** The files of an owner, in the order they were added. */
export async function listAttachments(db: Db, { ownerKind, ownerId }: Owner): Promise<AttachmentRow[]> {
  const rows = await db
    .selectFrom('attachment_links')
    .innerJoin('attachments', 'attachments.id', 'attachment_links.attachment_id')
    .select([
      'attachments.id',
      'attachments.file_name as fileName',
      'attachments.media_type as mediaType',
      'attachments.byte_size as byteSize',
      'attachments.sha256',
      'attachments.created_at as createdAt',
      sql<number>`(SELECT count(*) FROM attachment_links AS uses WHERE uses.attachment_id = attachments.id)`.as(
        'useCount',
      ),
    ])
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .orderBy('attachment_links.id')
    .execute();
  return rows;
}

/** An attachment of the same bytes under the same name, whoever it belongs to. */
export async function findAttachment(db: Db, sha256: string, fileName: string): Promise<NewAttachment | null> {
  const row = await db
    .selectFrom('attachments')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('file_name', '=', fileName)
    .orderBy('id')
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type,
    byteSize: row.byte_size,
    sha256: row.sha256,
    createdAt: row.created_at,
  };
}

export async function insertAttachment(trx: Trx, row: NewAttachment): Promise<void> {
  await trx
    .insertInto('attachments')
    .values({
      id: row.id,
      sha256: row.sha256,
      file_name: row.fileName,
      media_type: row.mediaType,
      byte_size: row.byteSize,
      created_at: row.createdAt,
    })
    .execute();
}

export async function linkAttachment(trx: Trx, id: Id, attachmentId: Id, owner: Owner): Promise<void> {
  await trx
    .insertInto('attachment_links')
    .values({ id, attachment_id: attachmentId, owner_kind: owner.ownerKind, owner_id: owner.ownerId })
    .execute();
}

/** The names of those owners that have some; the others are named by their kind alone. */
const OWNER_NAMES: Partial<
  Record<Owner['ownerKind'], { readonly en: string; readonly zh: string; readonly from: string }>
> = {
  project: { en: 'name_en', zh: 'name_zh', from: 'projects' },
  item: { en: 'name_en', zh: 'name_zh', from: 'items' },
  supplier: { en: 'name_en', zh: 'name_zh', from: 'suppliers' },
  quote: ofSupplier('quotes'),
  supplierCertificate: ofSupplier('supplier_certificates'),
  supplierCheck: ofSupplier('supplier_checks'),
  supplierCommunication: ofSupplier('supplier_communications'),
  sampleRound: { en: 'title', zh: 'title', from: 'sample_rounds' },
  sample: ofSupplier('samples'),
  inspection: ofSupplier('inspections'),
  inspectionDefect: { en: 'description', zh: 'description', from: 'inspection_defects' },
  qualityDocument: { en: 'standard', zh: 'standard', from: 'quality_documents' },
};

function ofSupplier(table: string) {
  return {
    en: 'suppliers.name_en',
    zh: 'suppliers.name_zh',
    from: `${table} JOIN suppliers ON suppliers.id = ${table}.supplier_id`,
  };
}

/** Every record that names a file, in the order in which they took it. */
export async function listUses(db: Db, attachmentId: Id): Promise<AttachmentUse[]> {
  const links = await db
    .selectFrom('attachment_links')
    .select(['owner_kind', 'owner_id'])
    .where('attachment_id', '=', attachmentId)
    .orderBy('id')
    .execute();
  return Promise.all(
    links.map(async (link) => {
      const ownerKind = storedWord(ATTACHMENT_OWNERS, link.owner_kind);
      const names = OWNER_NAMES[ownerKind];
      const own = { ownerKind, ownerId: link.owner_id };
      if (names === undefined) return { ...own, nameEn: '', nameZh: '' };
      const { table } = OWNER_TABLES[ownerKind];
      // Table and column names are written in this file; only the id comes from outside, and it is bound.
      const found = await sql<{ nameEn: string; nameZh: string }>`
        SELECT ${sql.raw(names.en)} AS nameEn, ${sql.raw(names.zh)} AS nameZh FROM ${sql.raw(names.from)}
        WHERE ${sql.ref(`${table}.id`)} = ${link.owner_id}`.execute(db);
      return { ...own, nameEn: '', nameZh: '', ...found.rows[0] };
    }),
  );
}

/** Takes a file off its owner, and its row away when nothing else names it. False when the owner did not have it. */
export async function unlinkAttachment(trx: Trx, attachmentId: Id, owner: Owner): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('attachment_links')
    .where('attachment_id', '=', attachmentId)
    .where('owner_kind', '=', owner.ownerKind)
    .where('owner_id', '=', owner.ownerId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await sql`
    DELETE FROM attachments WHERE id = ${attachmentId}
      AND NOT EXISTS (SELECT 1 FROM attachment_links WHERE attachment_id = ${attachmentId})
      AND NOT EXISTS (SELECT 1 FROM imports WHERE attachment_id = ${attachmentId})
      AND NOT EXISTS (SELECT 1 FROM workspace WHERE logo_attachment_id = ${attachmentId})`.execute(trx);
  return true;
}
