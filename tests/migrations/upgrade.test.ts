import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerActionCursor } from '../../electron/db/history-triggers.ts';
import { migrate } from '../../electron/db/open.ts';
import { folderSnapshot } from '../builders/folders.ts';
import { brokenInvariants } from '../builders/inspect.ts';
import { seededRandom } from '../builders/random.ts';
import { randomAction } from '../builders/random-edits.ts';
import { createTestCore, type TestCore } from '../builders/test-core.ts';
import { MIGRATIONS, schemaOf } from './two-versions.ts';

const versions = vi.hoisted(() => ({ newest: 1 }));
vi.mock('../../electron/db/migrations/index.ts', async () => {
  const { MIGRATIONS: all } = await import('./two-versions.ts');
  return {
    get MIGRATIONS() {
      return all.slice(0, versions.newest);
    },
  };
});

let core: TestCore;
let file: string;

/** A closed workspace of version 1 with content, and a program whose newest version is 2. */
beforeEach(async () => {
  versions.newest = 1;
  const database = new URL('./two-versions-worker.ts', import.meta.url);
  core = await createTestCore({ workers: { importer: database, database, solver: database, report: database } });
  file = join(core.dir, 'workspace.db');
  const random = seededRandom(4);
  for (let action = 0; action < 30; action += 1) await randomAction(core.state, random);
  await core.call.workspaces.close({});
  versions.newest = 2;
});

afterEach(() => core.dispose());

test('an older workspace is backed up, brought to the newest schema with its rows, and goes on', async () => {
  const before = dumpSuppliers();
  await core.call.workspaces.open({ dir: core.dir });
  const sqlite = core.state.workspace?.database.sqlite;
  if (sqlite === undefined) throw new Error('no workspace');
  const fresh = new BetterSqlite3(':memory:');
  migrate(fresh);
  expect(schemaOf(sqlite)).toEqual(schemaOf(fresh));
  expect(dumpSuppliers(sqlite)).toEqual(before.map((row) => ({ ...row, tier: 'none', notes: 'seen by version 2' })));

  // The mark in the history holds, and nothing before it is taken back into tables it did not know.
  expect((await core.call.history.list({ offset: 0, limit: 1 })).rows[0]).toMatchObject({
    label: { key: 'upgradeWorkspace', params: { from: 1, to: 2 } },
    changeCount: 0,
  });
  expect(await core.call.history.undo({})).toBeNull();
  const random = seededRandom(5);
  await randomAction(core.state, random);
  expect(await core.call.history.undo({})).not.toBeNull();
  expect(await core.call.history.verify({})).toEqual({ intact: true, brokenSeq: null });

  const backups = (await readdir(join(core.dir, 'backups'))).filter((name) => name.endsWith('before-migration.db'));
  expect(backups).toHaveLength(1);
  const backup = new BetterSqlite3(join(core.dir, 'backups', backups[0] ?? ''), { readonly: true });
  expect(backup.pragma('user_version', { simple: true })).toBe(1);
  expect(dumpSuppliers(backup)).toEqual(before);
});

test('a backup that cannot be written stops the upgrade before it began', async () => {
  await rm(join(core.dir, 'backups'), { recursive: true });
  await writeFile(join(core.dir, 'backups'), 'a file where the folder should be');
  const before = folderSnapshot(core.dir);
  await expect(core.call.workspaces.open({ dir: core.dir })).rejects.toThrow();
  expect(folderSnapshot(core.dir)).toEqual(before);
});

test('killed at ten moments of the upgrade: either version, whole', async () => {
  const original = await readFile(file);
  const sound = new Set<number>();
  for (let round = 0; round < 10; round += 1) {
    await writeFile(file, original);
    await killWhileUpgrading(round * 3);
    versions.newest = 2;
    expect(brokenInvariants(core.dir)).toEqual([]);
    const sqlite = new BetterSqlite3(file);
    registerActionCursor(sqlite);
    sound.add(Number(sqlite.pragma('user_version', { simple: true })));
    migrate(sqlite);
    const fresh = new BetterSqlite3(':memory:');
    migrate(fresh);
    expect(schemaOf(sqlite)).toEqual(schemaOf(fresh));
    sqlite.close();
  }
  for (const version of sound) expect([1, 2]).toContain(version);
}, 60_000);

test('a migration that fails leaves the version before it', () => {
  const sqlite = new BetterSqlite3(file);
  registerActionCursor(sqlite);
  const schema = schemaOf(sqlite);
  const broken = { number: 2, name: 'orphans', sql: 'DELETE FROM projects' };
  expect(() => migrate(sqlite, null, [...MIGRATIONS.slice(0, 1), broken])).toThrow('left orphans');
  expect(sqlite.pragma('user_version', { simple: true })).toBe(1);
  expect(schemaOf(sqlite)).toEqual(schema);
  sqlite.close();
});

async function killWhileUpgrading(afterMs: number): Promise<void> {
  const program = fileURLToPath(new URL('./migrate-process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await exit;
  clearTimeout(timer);
}

function dumpSuppliers(sqlite = new BetterSqlite3(file, { readonly: true })): Record<string, unknown>[] {
  return sqlite.prepare<[], Record<string, unknown>>('SELECT * FROM suppliers ORDER BY id').all();
}
