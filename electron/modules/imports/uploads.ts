import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CoreState } from '../../core/core-state.ts';
import { notFound } from '../../core/procedure.ts';
import { ImportSession, unreadable } from './import-session.ts';

/** Largest sheet that is taken, in bytes. */
export const MAX_SHEET_BYTES = 100 * 1024 * 1024;

/** Files that were uploaded for import and are not yet imported or discarded, per program. */
const sessions = new WeakMap<CoreState, Map<Id, ImportSession>>();

/** Keeps a copy of the uploaded file under a name of our own; the user's name is only text. */
export async function keepUpload(core: CoreState, file: File): Promise<Id> {
  if (file.size > MAX_SHEET_BYTES) throw unreadable('tooLarge', null, MAX_SHEET_BYTES);
  const uploadId = core.options.newId();
  const dir = join(core.options.appDataDir, 'uploads');
  await mkdir(dir, { recursive: true });
  if (!sessions.has(core)) await clearLeftovers(dir);
  const path = join(dir, uploadId);
  try {
    await pipeline(Readable.from(file.stream()), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  const session = new ImportSession({ path, fileName: file.name, byteSize: file.size }, core.options.workers.importer);
  sessionsOf(core).set(uploadId, session);
  return uploadId;
}

export function findUpload(core: CoreState, uploadId: Id): ImportSession {
  const session = sessionsOf(core).get(uploadId);
  if (session === undefined) throw notFound('upload', uploadId);
  return session;
}

export async function discardUpload(core: CoreState, uploadId: Id): Promise<void> {
  const session = sessionsOf(core).get(uploadId);
  sessionsOf(core).delete(uploadId);
  await session?.discard();
}

/** Ends all workers and deletes all copies; part of closing the program. */
export async function discardAllUploads(core: CoreState): Promise<void> {
  for (const uploadId of [...sessionsOf(core).keys()]) await discardUpload(core, uploadId);
}

/** A program that was killed could not delete its copies; the first upload of the next one does. */
async function clearLeftovers(dir: string): Promise<void> {
  for (const name of await readdir(dir)) await rm(join(dir, name), { force: true });
}

function sessionsOf(core: CoreState): Map<Id, ImportSession> {
  const known = sessions.get(core) ?? new Map<Id, ImportSession>();
  sessions.set(core, known);
  return known;
}
