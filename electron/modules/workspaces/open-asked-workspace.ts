import { basename } from 'node:path';
import type { CoreState } from '../../core/core-state.ts';
import type { StartOptions } from '../../core/start-options.ts';
import { describeRefusal, refusalOf } from './describe-refusal.ts';
import { openSampleWorkspace, openWorkspaceAt } from './open-workspace.ts';

/** Opens what the command line asks for, if anything; `say` hears what was done about it. Errors: a sentence. */
export async function openAskedWorkspace(
  core: CoreState,
  { workspaceDir, sample }: StartOptions,
  say: (sentence: string) => void,
): Promise<void> {
  if (sample) await openSampleWorkspace(core);
  if (workspaceDir === null) return;
  try {
    await openWorkspaceAt(core, workspaceDir);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (refusal.kind === 'damaged' && refusal.canOpenReadOnly) {
      say(`${describeRefusal(refusal)} It is opened for reading only; the start page offers its backups.`);
      await openWorkspaceAt(core, workspaceDir, { readOnly: true });
    } else if (refusal.kind === 'notFound' || refusal.kind === 'noWorkspace') {
      await createWorkspace(core, workspaceDir, say);
    } else {
      throw new Error(describeRefusal(refusal));
    }
  }
}

/** A folder that is missing or empty becomes a workspace; any other is somebody's and stays as it is. */
async function createWorkspace(core: CoreState, dir: string, say: (sentence: string) => void): Promise<void> {
  try {
    await openWorkspaceAt(core, dir, { create: { name: basename(dir), baseCurrency: 'CNY' } });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    throw new Error(describeRefusal({ ...refusal, kind: 'noWorkspace' }));
  }
  say(`Made a new workspace in ${dir} (base currency CNY; the settings change it).`);
}
