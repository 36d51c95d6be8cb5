import { access, constants, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import type { CoreOptions } from '../../core/core-state.ts';
import { runSealedAction } from '../../db/history.ts';
import { migrate, openConnection } from '../../db/open.ts';
import { syncPath } from '../../db/sync-files.ts';
import { refusal } from './refusal.ts';
import { workspaceFiles } from './workspace-files.ts';
import { actionNote } from './workspace-notes.ts';

export interface NewWorkspace {
  readonly name: string;
  readonly baseCurrency: string;
  readonly isSample?: boolean;
}

/** What the system puts into any folder that was looked at. */
const IGNORED = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Makes a workspace folder: the database appears under its name only when it is whole. Errors: WORKSPACE_REFUSED. */
export async function createFolder(options: CoreOptions, dir: string, workspace: NewWorkspace): Promise<void> {
  const files = workspaceFiles(dir);
  await makeEmptyFolder(dir);
  await mkdir(files.attachments, { recursive: true });
  await mkdir(files.backups, { recursive: true });
  const draft = `${files.database}.new`;
  try {
    await writeDatabase(draft, options, workspace);
    await syncPath(draft, 'file');
    await rename(draft, files.database);
    await syncPath(dir, 'folder');
  } catch (error) {
    for (const file of [draft, `${draft}-wal`, `${draft}-shm`]) await rm(file, { force: true });
    throw error;
  }
}

async function makeEmptyFolder(dir: string): Promise<void> {
  const found = await stat(dir).catch(() => null);
  if (found !== null && !found.isDirectory()) throw refusal('notAFolder', dir);
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
  } catch {
    throw refusal('notWritable', dir);
  }
  const entries = await readdir(dir);
  if (entries.some((entry) => !IGNORED.has(entry))) throw refusal('notEmpty', dir);
}

async function writeDatabase(file: string, options: CoreOptions, workspace: NewWorkspace): Promise<void> {
  const database = openConnection(file);
  try {
    migrate(database.sqlite);
    const note = actionNote(options, { key: 'createWorkspace', params: { name: workspace.name } });
    runSealedAction(database, { ...note, kind: 'do', targetId: null }, () => {
      database.sqlite
        .prepare(
          `INSERT INTO workspace (id, name, base_currency, is_sample, created_at) VALUES ('workspace', ?, ?, ?, ?)`,
        )
        .run(workspace.name, workspace.baseCurrency, workspace.isSample === true ? 1 : 0, note.at);
    });
  } finally {
    // Closing the last connection moves the write-ahead log into the file.
    await database.close();
  }
}
