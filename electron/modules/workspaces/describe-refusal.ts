import { ORPCError } from '@orpc/server';
import * as z from 'zod';
import { WORKSPACE_REFUSALS } from '../../../shared/contract/workspaces.ts';

const refusalData = z.object({ kind: z.enum(WORKSPACE_REFUSALS), dir: z.string(), canOpenReadOnly: z.boolean() });
export type WorkspaceRefusal = z.infer<typeof refusalData>;

const SENTENCES: Readonly<Record<WorkspaceRefusal['kind'], string>> = {
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
};

/** What stands against opening a folder, or null for any other error. */
export function refusalOf(error: unknown): WorkspaceRefusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'WORKSPACE_REFUSED') return null;
  return refusalData.parse(error.data);
}

/** The refusal as a sentence for the terminal. */
export function describeRefusal({ kind, dir }: WorkspaceRefusal): string {
  return `${dir} ${SENTENCES[kind]}`;
}
