import { ORPCError } from '@orpc/server';
import * as z from 'zod';
import { WORKSPACE_REFUSALS } from '../../../shared/contract/workspaces.ts';

const refusalData = z.object({ kind: z.enum(WORKSPACE_REFUSALS), dir: z.string(), canOpenReadOnly: z.boolean() });
export type WorkspaceRefusal = z.infer<typeof refusalData>;

/** The languages a host speaks outside its pages: on the terminal, in the system's dialogs. */
export type HostLanguage = 'en' | 'zh';

const SENTENCES: Readonly<Record<HostLanguage, Readonly<Record<WorkspaceRefusal['kind'], string>>>> = {
  en: {
    notFound: 'does not exist.',
    notAFolder: 'is a file, not a folder.',
    noWorkspace: 'holds other files and no Hangjia workspace; choose an empty or a new folder.',
    notEmpty: 'is not empty.',
    notWritable: 'cannot be written to.',
    locked: 'is open in another program; close it there first.',
    newer: 'was made by a newer version of Hangjia; nothing was changed. Update Hangjia to open it.',
    foreign: 'holds a database of another program; nothing was changed.',
    empty: 'holds an empty database file; nothing was changed. Restore a backup from the start page.',
    damaged: 'holds a damaged database; nothing was changed.',
  },
  zh: {
    notFound: '不存在。',
    notAFolder: '是文件，不是文件夹。',
    noWorkspace: '中有其他文件，但没有行家工作区；请选择空文件夹或新文件夹。',
    notEmpty: '不是空文件夹。',
    notWritable: '无法写入。',
    locked: '已在另一个程序中打开，请先在那里关闭。',
    newer: '由更新版本的行家保存，未作任何改动。请更新行家后再打开。',
    foreign: '中的数据库属于其他程序，未作任何改动。',
    empty: '中的数据库文件是空的，未作任何改动。请在起始页还原备份。',
    damaged: '中的数据库已损坏，未作任何改动。',
  },
};

/** What stands against opening a folder, or null for any other error. */
export function refusalOf(error: unknown): WorkspaceRefusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'WORKSPACE_REFUSED') return null;
  return refusalData.parse(error.data);
}

/** The refusal as a sentence for the terminal or a dialog. */
export function describeRefusal({ kind, dir }: WorkspaceRefusal, language: HostLanguage): string {
  return `${dir} ${SENTENCES[language][kind]}`;
}
