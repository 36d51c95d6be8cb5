import { realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { WriteGate } from '../../core/write-gate.ts';
import { lockFolder } from '../../db/folder-lock.ts';
import { INLINE_BYTES_AT_START } from '../../db/run-job.ts';
import { startBackgroundWork } from './background-work.ts';
import { createFolder, type NewWorkspace } from './create-folder.ts';
import { openFolder } from './open-folder.ts';
import type { WorkspaceFolder } from './opened-workspace.ts';
import { rememberRecent } from './recents.ts';
import { refusal } from './refusal.ts';
import { fillSampleWorkspace } from './sample/fill-sample.ts';
import { workspaceFiles } from './workspace-files.ts';
import { announceAll } from './workspace-notes.ts';

export interface OpenOptions {
  /** Takes a damaged or newer workspace for reading only instead of refusing it. A sound one opens as ever. */
  readonly readOnly?: boolean;
  /** Makes the workspace first; the folder must be missing or empty. */
  readonly create?: NewWorkspace;
  /** Nothing is shown yet. */
  readonly atStart?: boolean;
}

/**
 * Opens a workspace folder in place of the one that is open, and remembers it.
 * Errors: WORKSPACE_REFUSED, with the folder's files untouched and the workspace that was open still open.
 */
export async function openWorkspaceAt(
  core: CoreState,
  dir: string,
  options: OpenOptions = {},
): Promise<OpenedWorkspace> {
  return gateOf(core).run(() => openAndRemember(core, dir, options));
}

/** Opens the sample workspace, made once below the program's own data. */
export async function openSampleWorkspace(core: CoreState): Promise<OpenedWorkspace> {
  const dir = join(core.options.appDataDir, 'sample');
  return gateOf(core).run(async () => {
    if ((await stat(dir).catch(() => null)) === null) await makeSample(core, dir);
    return openAndRemember(core, dir, {});
  });
}

/** Closes the workspace that is open, if any, after its last writer has finished. */
export async function closeWorkspace(core: CoreState): Promise<void> {
  await gateOf(core).run(() => closeOpen(core));
}

const gates = new WeakMap<CoreState, WriteGate>();

/** Opening and closing take turns. */
function gateOf(core: CoreState): WriteGate {
  const gate = gates.get(core) ?? new WriteGate();
  gates.set(core, gate);
  return gate;
}

async function openAndRemember(core: CoreState, dir: string, options: OpenOptions): Promise<WorkspaceFolder> {
  const workspace = await swap(core, dir, options);
  const { name } = await workspace.database.db.selectFrom('workspace').select('name').executeTakeFirstOrThrow();
  await rememberRecent(core.options, dir, name);
  return workspace;
}

async function swap(core: CoreState, dir: string, options: OpenOptions): Promise<WorkspaceFolder> {
  if (options.create) await createFolder(core.options, dir, options.create);
  // Only one at a time may hold a folder's lock, and this program may be the one that does.
  if (core.workspace !== null && (await isSameFolder(core.workspace.dir, dir))) await closeOpen(core);
  const workspace = await openFolder(core.options, dir, {
    acceptReadOnly: options.readOnly ?? false,
    inlineBytes: options.atStart ? INLINE_BYTES_AT_START : undefined,
  });
  await closeOpen(core);
  core.workspace = workspace;
  await startBackgroundWork(core, workspace);
  announceAll(core);
  return workspace;
}

async function closeOpen(core: CoreState): Promise<void> {
  const { workspace } = core;
  if (workspace === null) return;
  core.workspace = null;
  await workspace.close();
  announceAll(core);
}

async function isSameFolder(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((dir) => realpath(dir).catch(() => dir)));
  return first === second;
}

/** Another program may be making the very same draft. */
async function requireUnlocked(dir: string): Promise<void> {
  const file = workspaceFiles(dir).lock;
  if ((await stat(file).catch(() => null)) === null) return;
  const lock = lockFolder(file);
  if (lock === null) throw refusal('locked', dir);
  lock.release();
}

/** Made under another name first: one that was interrupted half-way is never opened. */
async function makeSample(core: CoreState, dir: string): Promise<void> {
  const draft = `${dir}.draft`;
  await requireUnlocked(draft);
  await rm(draft, { recursive: true, force: true });
  const create: NewWorkspace = { name: 'Sample workspace · 示例工作区', baseCurrency: 'CNY', isSample: true };
  const workspace = await swap(core, draft, { create });
  try {
    await fillSampleWorkspace(core, workspace);
  } finally {
    await closeOpen(core);
  }
  await rename(draft, dir);
}
