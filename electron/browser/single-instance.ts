import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type FolderLock, lockFolder } from '../db/folder-lock.ts';

/** What the running program leaves for a second start to find. Readable by its owner alone. */
const instanceFile = z.object({
  pid: z.number().int().positive(),
  port: z.number().int().min(1).max(65_535),
  secret: z.string().min(32),
});
export type InstanceFile = z.infer<typeof instanceFile>;

/** What a second start asks of the program that runs. */
export const openRequest = z.object({
  /** Show a window; otherwise only give an address. */
  window: z.boolean(),
  workspaceDir: z.string().nullable(),
  sample: z.boolean(),
});
export type OpenRequest = z.infer<typeof openRequest>;

export const openAnswer = z.object({
  /** A fresh one-time address; null when a window was opened. */
  url: z.string().nullable(),
  /** The folder that is open there; null on the start page. */
  workspaceDir: z.string().nullable(),
  /** False when another workspace was asked for than the one that is open. */
  isSameWorkspace: z.boolean(),
});
export type OpenAnswer = z.infer<typeof openAnswer>;

/** A second start waits so long for the program that runs. */
const ANSWERS_WITHIN_MS = 15_000;

/** Runs `work` while no other start of the program does. The lock goes with its process, however that ends. */
export async function withStartLock<T>(appDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await takeStartLock(join(appDir, 'start.lock'));
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Asks the running program; null when none answers (then what it left is removed). */
export async function askRunningInstance(file: string, request: OpenRequest): Promise<OpenAnswer | null> {
  const instance = readInstance(file);
  if (instance === null) return null;
  if (isRunning(instance.pid)) {
    const answer = await ask(instance, request);
    if (answer !== null) return answer;
  }
  rmSync(file, { force: true });
  return null;
}

export function writeInstance(file: string, instance: InstanceFile): void {
  const temporary = `${file}.${instance.pid}`;
  writeFileSync(temporary, JSON.stringify(instance), { mode: 0o600 });
  renameSync(temporary, file);
}

/** Removes the file unless another program has taken the place since. */
export function removeInstance(file: string, secret: string): void {
  if (readInstance(file)?.secret === secret) rmSync(file, { force: true });
}

function readInstance(file: string): InstanceFile | null {
  try {
    return instanceFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Null when nobody is there, or another program that took the port since. */
async function ask({ pid, port, secret }: InstanceFile, request: OpenRequest): Promise<OpenAnswer | null> {
  const overdue = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/instance`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: overdue,
    });
    return response.ok ? openAnswer.parse(await response.json()) : null;
  } catch {
    if (overdue.aborted)
      throw new Error(`Hangjia seems to be running (process ${pid}) but does not answer; end it first`);
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function takeStartLock(file: string): Promise<FolderLock> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const lock = lockFolder(file);
    if (lock !== null) return lock;
    await pause(100);
  }
  throw new Error('another start of Hangjia has been under way for a minute; end it and try again');
}
