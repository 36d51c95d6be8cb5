import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Backup } from '../../shared/contract/workspaces.ts';
import { type Examination, examineDatabase } from './examine.ts';
import { openConnection } from './open.ts';
import { hashFileNow, syncPathNow } from './sync-files.ts';

/** Why a backup was made: once a day, or before the schema changed (those are never thrown away). */
export type BackupReason = 'daily' | 'before-migration';

const NAME = /^workspace-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(daily|before-migration)\.db$/;
const KEPT_DAILY = 7;

export function backupName(at: Date, reason: BackupReason): string {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `workspace-${stamp}-${reason}.db`;
}

/**
 * Writes a backup of one moment of the database, checks every page of what was written, and puts its SHA-256 beside
 * it. Nothing bears the name of a backup before it is whole and on disk; an earlier one is never written over.
 * Blocks: for a worker thread.
 */
export function writeBackup(file: string, folder: string, name: string): { sha256: string; byteSize: number } {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, name);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    const source = openConnection(file, { readonly: true, busyMs: 10_000 });
    try {
      source.sqlite.prepare('VACUUM INTO ?').run(partial);
    } finally {
      source.sqlite.close();
    }
    requireSound(partial);
    syncPathNow(partial, 'file');
    const { sha256, byteSize } = hashFileNow(partial);
    writeFileSync(`${target}.sha256`, `${sha256}  ${name}\n`, { flag: 'wx' });
    syncPathNow(`${target}.sha256`, 'file');
    renameSync(partial, target);
    syncPathNow(folder, 'folder');
    return { sha256, byteSize };
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** Whether a backup is byte for byte what was written, and what kind of database it holds. Blocks. */
export function checkBackup(file: string, sha256: string): Examination {
  const examination = examineDatabase(file);
  if (hashFileNow(file).sha256 === sha256) return examination;
  return { ...examination, intact: false, problem: 'the backup is not what was written' };
}

/** The backups of a workspace, the newest first; those without a hash beside them were never finished. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const names = new Set(await readdir(folder).catch(() => []));
  const backups: Backup[] = [];
  for (const name of names) {
    const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
    if (year === undefined || !names.has(`${name}.sha256`)) continue;
    const { size } = await stat(join(folder, name));
    backups.push({ file: name, createdAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, byteSize: size });
  }
  return backups.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** The hash that was put beside a backup; null when there is none. */
export async function recordedHash(folder: string, name: string): Promise<string | null> {
  const text = await readFile(join(folder, `${name}.sha256`), 'latin1').catch(() => '');
  return /^[0-9a-f]{64}/.exec(text)?.[0] ?? null;
}

/** Daily backups beyond the newest seven, and what an interrupted backup left. */
export async function outdatedBackupFiles(folder: string): Promise<string[]> {
  const daily = (await listBackups(folder)).filter(({ file }) => file.endsWith('-daily.db'));
  const partial = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.partial'));
  return [...daily.slice(KEPT_DAILY).flatMap(({ file }) => [file, `${file}.sha256`]), ...partial];
}

function requireSound(file: string): void {
  const sqlite = new BetterSqlite3(file, { readonly: true });
  try {
    const verdict = String(sqlite.pragma('integrity_check(1)', { simple: true }));
    if (verdict !== 'ok') throw new Error(`the backup is not sound: ${verdict}`);
  } finally {
    sqlite.close();
  }
}
