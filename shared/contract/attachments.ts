import * as z from 'zod';
import { base, id } from './common.ts';

/** Largest file that is taken, in bytes. */
export const MAX_ATTACHMENT_BYTES = 100 * 1024 * 1024;

export const ATTACHMENT_OWNERS = [
  'project',
  'item',
  'supplier',
  'supplierCertificate',
  'supplierCheck',
  'supplierCommunication',
  'quote',
  'import',
  'workspace',
  'awardPoint',
  'sampleRound',
  'sample',
  'inspection',
  'inspectionDefect',
  'qualityDocument',
] as const;

export const attachment = z.object({
  id,
  fileName: z.string(),
  mediaType: z.string(),
  byteSize: z.number(),
  sha256: z.string(),
  createdAt: z.string(),
  /** The stored file is `intact`, `missing` or `altered`. */
  state: z.enum(['intact', 'missing', 'altered']),
  /** How many records name this file, this one among them. */
  useCount: z.number(),
});
export type Attachment = z.infer<typeof attachment>;

/** A record that names a file. Both names are empty where it has none of its own. */
export const attachmentUse = z.object({
  ownerKind: z.enum(ATTACHMENT_OWNERS),
  ownerId: z.string(),
  nameEn: z.string(),
  nameZh: z.string(),
});
export type AttachmentUse = z.infer<typeof attachmentUse>;

const owner = z.object({ ownerKind: z.enum(ATTACHMENT_OWNERS), ownerId: z.string().max(100) });

export const attachments = {
  list: base.input(owner).output(z.array(attachment)),
  /** Every record that names the file. */
  uses: base.input(z.object({ id })).output(z.array(attachmentUse)),
  add: base
    .errors({
      FILE_REFUSED: {
        data: z.object({
          kind: z.enum(['tooLarge', 'notAFile', 'unreadable']),
          fileName: z.string(),
          limitBytes: z.number(),
        }),
      },
    })
    .input(owner.extend({ file: z.instanceof(File) }))
    .output(attachment),
  /** Takes the file off its owner; the stored bytes stay until nothing refers to them. */
  remove: base.input(owner.extend({ id })).output(z.object({ actionId: id })),
};
