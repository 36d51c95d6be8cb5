import { basename } from 'node:path';
import type { CoreState } from '../../core/core-state.ts';
import type { StartOptions } from '../../core/start-options.ts';
import { describeRefusal, type HostLanguage, refusalOf } from './describe-refusal.ts';
import { openSampleWorkspace, openWorkspaceAt } from './open-workspace.ts';

/** Opens what the command line asks for, if anything; `say` hears what was done about it. Errors: a sentence. */
export async function openAskedWorkspace(
  core: CoreState,
  { workspaceDir, sample }: Pick<StartOptions, 'workspaceDir' | 'sample'>,
  language: HostLanguage,
  say: (sentence: string) => void,
): Promise<void> {
  if (sample) await openSampleWorkspace(core);
  if (workspaceDir === null) return;
  try {
    await openWorkspaceAt(core, workspaceDir, { atStart: true });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (refusal.kind === 'damaged' && refusal.canOpenReadOnly) {
      say(`${describeRefusal(refusal, language)} ${OPENED_READ_ONLY[language]}`);
      await openWorkspaceAt(core, workspaceDir, { readOnly: true, atStart: true });
    } else if (refusal.kind === 'notFound' || refusal.kind === 'noWorkspace') {
      await createWorkspace(core, workspaceDir, language);
      say(MADE[language](workspaceDir));
    } else {
      throw new Error(describeRefusal(refusal, language));
    }
  }
}

/** A folder that is missing or empty becomes a workspace; any other is somebody's and stays as it is. */
async function createWorkspace(core: CoreState, dir: string, language: HostLanguage): Promise<void> {
  try {
    await openWorkspaceAt(core, dir, { create: { name: basename(dir), baseCurrency: 'CNY' } });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    throw new Error(describeRefusal({ ...refusal, kind: 'noWorkspace' }, language));
  }
}

const OPENED_READ_ONLY: Readonly<Record<HostLanguage, string>> = {
  en: 'It is opened for reading only; the start page offers its backups.',
  zh: '现以只读方式打开；起始页提供其备份。',
};

const MADE: Readonly<Record<HostLanguage, (dir: string) => string>> = {
  en: (dir) => `Made a new workspace in ${dir} (base currency CNY; the settings change it).`,
  zh: (dir) => `已在 ${dir} 新建工作区（本位币为人民币，可在设置中更改）。`,
};
