import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storedNames } from '../../attachments/layout.ts';
import type { CoreState } from '../../core/core-state.ts';
import { backupName, listBackups, outdatedBackupFiles } from '../../db/backup.ts';
import { runJob } from '../../db/run-job.ts';
import type { WorkspaceFolder } from './opened-workspace.ts';
import { workspaceFiles } from './workspace-files.ts';
import { announceAll } from './workspace-notes.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Counts attachments whose file is missing or has another size, then goes on beside everything else: compares every
 * file with its hash, throws out files nothing names, and makes the day's backup.
 */
export async function startBackgroundWork(core: CoreState, workspace: WorkspaceFolder): Promise<void> {
  const now = core.options.clock();
  const { database, attachments, dir } = workspace;
  const rows = await database.db.selectFrom('attachments').select(['sha256', 'byte_size']).execute();
  for (const row of rows) {
    if ((await attachments.sizeOf(row.sha256)) !== row.byte_size) workspace.brokenAttachments += 1;
  }
  if (rows.length > 0 || storedNames(workspaceFiles(dir).attachments).length > 0) {
    workspace.runAside('attachment check', (signal) => auditAttachments(core, workspace, signal));
  }
  if (workspace.readOnly === null) {
    workspace.runAside('daily backup', (signal) => backUpIfDue(core, workspace, now, signal));
  }
}

async function auditAttachments(core: CoreState, workspace: WorkspaceFolder, signal: AbortSignal): Promise<void> {
  const root = workspaceFiles(workspace.dir).attachments;
  const audit = await runJob(core.options.workers.database, 'auditAttachments', { file: workspace.file, root }, signal);
  if (workspace.readOnly === null) await workspace.attachments.discard(audit.orphans);
  if (audit.broken === workspace.brokenAttachments || signal.aborted) return;
  workspace.brokenAttachments = audit.broken;
  announceAll(core);
}

async function backUpIfDue(core: CoreState, workspace: WorkspaceFolder, now: Date, signal: AbortSignal): Promise<void> {
  const folder = workspaceFiles(workspace.dir).backups;
  const newest = (await listBackups(folder))[0];
  if (newest !== undefined && now.getTime() - Date.parse(newest.createdAt) < DAY_MS) return;
  if (!(await hasWork(workspace, newest?.createdAt ?? ''))) return;
  const name = backupName(now, 'daily');
  await runJob(core.options.workers.database, 'backup', { file: workspace.file, folder, name }, signal);
  for (const file of await outdatedBackupFiles(folder)) await rm(join(folder, file), { force: true });
}

/** Whether anything but making the workspace happened since. The sample can always be made again. */
async function hasWork({ database: { db } }: WorkspaceFolder, since: string): Promise<boolean> {
  const { is_sample } = await db.selectFrom('workspace').select('is_sample').executeTakeFirstOrThrow();
  if (is_sample === 1) return false;
  const newest = await db.selectFrom('actions').select(['seq', 'at']).orderBy('seq', 'desc').executeTakeFirst();
  return newest !== undefined && newest.seq > 1 && newest.at > since;
}
