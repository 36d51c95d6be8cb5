import { type Kysely, sql } from 'kysely';
import type { ATTACHMENT_OWNERS, Attachment } from '../../../shared/contract/attachments.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import type { Database } from '../../db/schema.ts';

type Db = Kysely<Database>;

export interface Owner {
  readonly ownerKind: (typeof ATTACHMENT_OWNERS)[number];
  readonly ownerId: string;
}

export type AttachmentRow = Omit<Attachment, 'state'>;

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
    ])
    .where('owner_kind', '=', ownerKind)
    .where('owner_id', '=', ownerId)
    .orderBy('attachment_links.id')
    .execute();
  return rows;
}

/** An attachment of the same bytes under the same name, whoever it belongs to. */
export async function findAttachment(db: Db, sha256: string, fileName: string): Promise<AttachmentRow | null> {
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

export async function insertAttachment(trx: Trx, row: AttachmentRow): Promise<void> {
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
