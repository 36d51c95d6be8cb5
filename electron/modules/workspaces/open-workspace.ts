import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runAction } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { lockFolder } from '../../db/folder-lock.ts';
import { migrate, openConnection } from '../../db/open.ts';
import { WorkspaceFolder } from './opened-workspace.ts';
import { rememberRecent } from './recents.ts';
import { refusal } from './refusal.ts';
import { fillSampleWorkspace } from './sample/fill-sample.ts';
import { workspaceFiles } from './workspace-files.ts';

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Makes the folder first; it must be missing or empty. */
  readonly create?: { readonly name: string; readonly baseCurrency: string; readonly isSample?: boolean };
}

/**
 * Opens a workspace folder in place of the one that is open, and remembers it.
 * Errors: WORKSPACE_REFUSED, with the folder's files untouched and nothing open.
 */
export async function openWorkspaceAt(
  core: CoreState,
  dir: string,
  options: OpenOptions = {},
): Promise<OpenedWorkspace> {
  await closeWorkspace(core);
  const files = workspaceFiles(dir);
  if (options.create) {
    const entries = await readdir(dir).catch(() => []);
    if (entries.length > 0) throw refusal('notEmpty', dir);
    await mkdir(files.attachments, { recursive: true });
    await mkdir(files.backups, { recursive: true });
  } else {
    if ((await stat(dir).catch(() => null)) === null) throw refusal('notFound', dir);
    if ((await stat(files.database).catch(() => null)) === null) throw refusal('noWorkspace', dir);
  }
  const lock = lockFolder(files.lock);
  if (lock === null) throw refusal('locked', dir);
  const database = openConnection(files.database);
  migrate(database.sqlite);
  const workspace = new WorkspaceFolder(dir, database, null, lock);
  core.workspace = workspace;
  if (options.create) await writeWorkspaceRow(core, workspace, options.create);
  const { name } = await database.db.selectFrom('workspace').select('name').executeTakeFirstOrThrow();
  await rememberRecent(core.options, dir, name);
  return workspace;
}

/** Opens the sample workspace, made once below the program's own data. */
export async function openSampleWorkspace(core: CoreState): Promise<OpenedWorkspace> {
  const dir = join(core.options.appDataDir, 'sample');
  if ((await stat(workspaceFiles(dir).database).catch(() => null)) !== null) return openWorkspaceAt(core, dir);
  const workspace = await openWorkspaceAt(core, dir, {
    create: { name: 'Sample · 示例', baseCurrency: 'CNY', isSample: true },
  });
  await fillSampleWorkspace(core, workspace);
  return workspace;
}

/** Closes the workspace that is open, if any, after its last writer has finished. */
export async function closeWorkspace(core: CoreState): Promise<void> {
  const { workspace } = core;
  core.workspace = null;
  await workspace?.close();
}

async function writeWorkspaceRow(
  core: CoreState,
  workspace: OpenedWorkspace,
  { name, baseCurrency, isSample }: NonNullable<OpenOptions['create']>,
): Promise<void> {
  await runAction(core, workspace, { key: 'createWorkspace', params: { name } }, async ({ trx, now }) => {
    await trx
      .insertInto('workspace')
      .values({
        id: 'workspace',
        name,
        company_name_en: '',
        company_name_zh: '',
        company_address: '',
        logo_attachment_id: null,
        base_currency: baseCurrency,
        is_sample: isSample ? 1 : 0,
        created_at: now,
      })
      .execute();
  });
}
