import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import { storedNames, storedPath } from '../../attachments/layout.ts';
import type { CoreOptions } from '../../core/core-state.ts';
import { listBackups, recordedHash } from '../../db/backup.ts';
import { newestVersion } from '../../db/open.ts';
import { runJobBySize } from '../../db/run-job.ts';
import { syncPath } from '../../db/sync-files.ts';
import { refusal } from './refusal.ts';
import { workspaceFiles } from './workspace-files.ts';

/**
 * Writes a backup and the attachments into a new folder beside `dir`, which is only read. Returns the new folder.
 * Errors: WORKSPACE_REFUSED, `damaged` when the backup is no longer what was written; then nothing was made.
 */
export async function restoreBackup(options: CoreOptions, dir: string, name: string): Promise<string> {
  const files = workspaceFiles(dir);
  const backups = await listBackups(files.backups);
  // Only a name out of the list becomes part of a path.
  const backup = backups.find(({ file }) => file === name);
  if (backup === undefined) throw refusal('notFound', join(files.backups, name), { backups });
  const source = join(files.backups, backup.file);
  const sha256 = await recordedHash(files.backups, backup.file);
  const found = await runJobBySize(options.workers.database, 'checkBackup', { file: source, sha256: sha256 ?? '' });
  if (!found.intact) throw refusal('damaged', source, { backups: backups.filter(({ file }) => file !== name) });
  if (found.userVersion > newestVersion()) throw refusal('newer', source, { backups });

  const target = await freeName(`${dir} (${shanghaiDate(options.clock())})`);
  const draft = `${target}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft).catch(() => {
    throw refusal('notWritable', dirname(target), { backups });
  });
  try {
    await writeInto(draft, source, files.attachments);
    await rename(draft, target);
    await syncPath(dirname(target), 'folder');
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return target;
}

async function writeInto(draft: string, backup: string, attachments: string): Promise<void> {
  const files = workspaceFiles(draft);
  await mkdir(files.backups);
  await mkdir(files.attachments);
  await copySynced(backup, files.database);
  for (const sha256 of storedNames(attachments)) {
    const target = storedPath(files.attachments, sha256);
    await mkdir(dirname(target), { recursive: true });
    await copySynced(storedPath(attachments, sha256), target);
  }
  await syncPath(draft, 'folder');
}

async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  await syncPath(to, 'file');
}

async function freeName(wanted: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} ${count}`;
    if ((await stat(name).catch(() => null)) === null) return name;
  }
}
