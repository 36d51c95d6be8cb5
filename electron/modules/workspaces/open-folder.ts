import { randomUUID } from 'node:crypto';
import { constants as copying } from 'node:fs';
import { access, constants, copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clearIncoming } from '../../attachments/file-store.ts';
import type { CoreOptions, ReadOnlyReason } from '../../core/core-state.ts';
import { backupName, listBackups } from '../../db/backup.ts';
import { type Examination, fileKind } from '../../db/examine.ts';
import { type FolderLock, lockFolder } from '../../db/folder-lock.ts';
import { APPLICATION_ID, newestVersion } from '../../db/open.ts';
import { runJob, runJobBySize } from '../../db/run-job.ts';
import { WorkspaceFolder } from './opened-workspace.ts';
import { type RefusalKind, refusal } from './refusal.ts';
import { workspaceFiles } from './workspace-files.ts';
import { actionNote } from './workspace-notes.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Opens an existing workspace folder after proving that it is one, is whole, and is nobody else's at the moment.
 * Brings an older schema up to date after a backup. `acceptReadOnly` takes a damaged or newer one for reading.
 * Errors: WORKSPACE_REFUSED, with every file in the folder as it was.
 */
export async function openFolder(
  options: CoreOptions,
  dir: string,
  { acceptReadOnly, inlineBytes }: { readonly acceptReadOnly: boolean; readonly inlineBytes?: number | undefined },
): Promise<WorkspaceFolder> {
  const { database, attachments } = workspaceFiles(dir);
  const lock = await enter(dir);
  // Reading only happens on a private copy: not even SQLite's side files are left beside the original.
  let copy: string | null = null;
  try {
    if (lock === 'notWritable') copy = await copyForReading(options, database);
    const found = await runJobBySize(options.workers.database, 'examine', { file: copy ?? database }, inlineBytes);
    const fault = faultOf(found);
    if (fault !== null && !(acceptReadOnly && found.readable)) {
      throw refusal(fault, dir, { canOpenReadOnly: found.readable, backups: await backupsOf(dir) });
    }
    if (fault === null) await upgrade(options, dir, copy, found);
    const readOnly: ReadOnlyReason | null = fault ?? (copy === null ? null : 'folder');
    if (readOnly === null) await clearIncoming(attachments);
    else copy ??= await copyForReading(options, database);
    return new WorkspaceFolder({
      dir,
      file: copy ?? database,
      readOnly,
      lock: lock === 'notWritable' ? null : lock,
      databaseWorker: options.workers.database,
      logError: options.log.error,
    });
  } catch (error) {
    if (lock !== 'notWritable') lock.release();
    if (copy !== null) await rm(dirname(copy), { recursive: true, force: true });
    throw error;
  }
}

/** Takes the folder's lock, or tells that nothing can be written there. Errors: WORKSPACE_REFUSED. */
async function enter(dir: string): Promise<FolderLock | 'notWritable'> {
  const files = workspaceFiles(dir);
  const folder = await stat(dir).catch(() => null);
  if (folder === null) throw refusal('notFound', dir);
  if (!folder.isDirectory()) throw refusal('notAFolder', dir);
  const database = await stat(files.database).catch(() => null);
  if (!database?.isFile()) throw refusal('noWorkspace', dir, { backups: await backupsOf(dir) });
  // A folder that was never opened here is looked at before anything is put into it. In one that was, the lock comes
  // first: its database may be open in this very process, and must not be opened a second time by other means.
  const wasOpened = (await stat(files.lock).catch(() => null)) !== null;
  if (!wasOpened) await requireWorkspaceFile(dir);
  const lock = (await isWritable(dir, files.database)) ? tryLock(files.lock) : 'notWritable';
  if (lock === null) throw refusal('locked', dir);
  try {
    if (wasOpened) await requireWorkspaceFile(dir);
  } catch (error) {
    if (lock !== 'notWritable') lock.release();
    throw error;
  }
  return lock;
}

async function requireWorkspaceFile(dir: string): Promise<void> {
  const kind = await fileKind(workspaceFiles(dir).database);
  if (kind === 'workspace') return;
  const backups = await backupsOf(dir);
  // Beside backups of ours it was ours, whatever it holds now.
  throw refusal(kind === 'foreign' && backups.length > 0 ? 'damaged' : kind, dir, { backups });
}

async function isWritable(...paths: string[]): Promise<boolean> {
  try {
    for (const path of paths) await access(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Null when another program holds it. On systems where `access` does not tell, the attempt does. */
function tryLock(file: string): FolderLock | 'notWritable' | null {
  try {
    return lockFolder(file);
  } catch {
    return 'notWritable';
  }
}

function faultOf(found: Examination): Extract<RefusalKind, ReadOnlyReason> | null {
  if (found.userVersion > newestVersion()) return 'newer';
  return found.intact && found.userVersion > 0 && found.applicationId === APPLICATION_ID ? null : 'damaged';
}

async function upgrade(options: CoreOptions, dir: string, copy: string | null, found: Examination): Promise<void> {
  if (found.userVersion === newestVersion()) return;
  const { database, backups } = workspaceFiles(dir);
  const worker = options.workers.database;
  if (copy === null) {
    const name = backupName(options.clock(), 'before-migration');
    await runJob(worker, 'backup', { file: database, folder: backups, name });
  }
  const note = actionNote(options, {
    key: 'upgradeWorkspace',
    params: { from: found.userVersion, to: newestVersion() },
  });
  await runJob(worker, 'upgrade', { file: copy ?? database, note });
}

async function copyForReading(options: CoreOptions, database: string): Promise<string> {
  const folder = join(options.appDataDir, 'reading', randomUUID());
  await removeForgotten(dirname(folder));
  const copy = join(folder, 'workspace.db');
  await mkdir(folder, { recursive: true });
  await copyFile(database, copy, copying.COPYFILE_FICLONE);
  // What was committed last may still be in the write-ahead log.
  await copyFile(`${database}-wal`, `${copy}-wal`, copying.COPYFILE_FICLONE).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  return copy;
}

/** Copies that a killed program left, by the age of their files; one of today may be another program's. */
async function removeForgotten(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > DAY_MS) {
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

function backupsOf(dir: string) {
  return listBackups(workspaceFiles(dir).backups);
}
