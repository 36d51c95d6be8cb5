import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What lies where in a workspace folder. */
export function workspaceFiles(dir: string) {
  return {
    database: join(dir, 'workspace.db'),
    lock: join(dir, 'workspace.lock'),
    attachments: join(dir, 'attachments'),
    backups: join(dir, 'backups'),
  } as const;
}

/** The folder a user means: "~" is home, and so is what a relative path starts from. */
export function resolveDir(typed: string): string {
  const trimmed = typed.trim();
  return resolve(homedir(), trimmed === '~' || /^~[\\/]/.test(trimmed) ? `.${trimmed.slice(1)}` : trimmed);
}
