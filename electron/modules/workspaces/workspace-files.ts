import { join } from 'node:path';

/** What lies where in a workspace folder. */
export function workspaceFiles(dir: string) {
  return {
    database: join(dir, 'workspace.db'),
    lock: join(dir, 'workspace.lock'),
    attachments: join(dir, 'attachments'),
    backups: join(dir, 'backups'),
  } as const;
}
