import { ORPCError } from '@orpc/server';
import { type Attachment, MAX_ATTACHMENT_BYTES } from '../../../shared/contract/attachments.ts';
import { AttachmentTooLarge } from '../../attachments/store.ts';
import { runAction } from '../../core/action.ts';
import type { OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import {
  type AttachmentRow,
  findAttachment,
  insertAttachment,
  linkAttachment,
  listAttachments,
  listUses,
  ownerExists,
  ownerIsFrozen,
  unlinkAttachment,
} from './attachments.queries.ts';

const MAX_NAME = 300;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,80}$/;

export const attachmentsProcedures = {
  list: api.attachments.list.use(needsWorkspace).handler(async ({ context: { workspace }, input }) => {
    const rows = await listAttachments(workspace.database.db, input);
    return Promise.all(rows.map((row) => withState(workspace, row)));
  }),

  uses: api.attachments.uses
    .use(needsWorkspace)
    .handler(({ context: { workspace }, input }) => listUses(workspace.database.db, input.id)),

  add: api.attachments.add.use(needsWritable).handler(async ({ context: { core, workspace }, input }) => {
    const { file, ...owner } = input;
    const name = storedName(file.name);
    if (!(await ownerExists(workspace.database.db, owner))) throw notFound(owner.ownerKind, owner.ownerId);
    // The bytes first, outside the transaction: a row never names a file that is not on disk.
    const stored = await putFile(workspace, file, name);
    const fileName = name === '' ? stored.sha256.slice(0, 12) : name;
    const label = { key: 'addAttachment', params: { name: fileName } };
    const { result } = await runAction(core, workspace, label, async ({ trx, now, newId }) => {
      if (!(await ownerExists(trx, owner))) throw notFound(owner.ownerKind, owner.ownerId);
      if (await ownerIsFrozen(trx, owner)) throw refused('award', 'awardConfirmed');
      const had = (await listAttachments(trx, owner)).find(
        (row) => row.sha256 === stored.sha256 && row.fileName === fileName,
      );
      if (had !== undefined) return had;
      const known = await findAttachment(trx, stored.sha256, fileName);
      const row = known ?? { id: newId(), fileName, mediaType: storedMediaType(file.type), ...stored, createdAt: now };
      if (known === null) await insertAttachment(trx, row);
      await linkAttachment(trx, newId(), row.id, owner);
      return { ...row, useCount: (await listUses(trx, row.id)).length };
    });
    return { ...result, state: 'intact' };
  }),

  remove: api.attachments.remove.use(needsWritable).handler(async ({ context: { core, workspace }, input }) => {
    const { id, ...owner } = input;
    const row = (await listAttachments(workspace.database.db, owner)).find((attachment) => attachment.id === id);
    if (row === undefined) throw notFound('attachment', id);
    const label = { key: 'removeAttachment', params: { name: row.fileName } };
    const { actionId } = await runAction(core, workspace, label, async ({ trx }) => {
      if (await ownerIsFrozen(trx, owner)) throw refused('award', 'awardConfirmed');
      if (!(await unlinkAttachment(trx, id, owner))) throw notFound('attachment', id);
    });
    return { actionId };
  }),
};

async function withState(workspace: OpenedWorkspace, row: AttachmentRow): Promise<Attachment> {
  return { ...row, state: await workspace.attachments.check(row.sha256) };
}

async function putFile(
  workspace: OpenedWorkspace,
  file: File,
  fileName: string,
): Promise<{ sha256: string; byteSize: number }> {
  const refuse = (kind: 'tooLarge' | 'unreadable') =>
    new ORPCError('FILE_REFUSED', { defined: true, data: { kind, fileName, limitBytes: MAX_ATTACHMENT_BYTES } });
  if (file.size > MAX_ATTACHMENT_BYTES) throw refuse('tooLarge');
  try {
    return await workspace.attachments.put(file.stream());
  } catch (error) {
    if (error instanceof AttachmentTooLarge) throw refuse('tooLarge');
    if (error instanceof DOMException) throw refuse('unreadable');
    throw error;
  }
}

/** What a file is called on the screen. It is never part of a path, so only what no text may hold is replaced. */
function storedName(name: string): string {
  return [...name.toWellFormed().replaceAll(/\p{Cc}/gu, '\ufffd')].slice(0, MAX_NAME).join('');
}

/** What the sender says the file is; shown, never believed when the file is served. */
function storedMediaType(type: string): string {
  const [essence = ''] = type.toLowerCase().split(';');
  return MEDIA_TYPE.test(essence.trim()) ? essence.trim() : 'application/octet-stream';
}
