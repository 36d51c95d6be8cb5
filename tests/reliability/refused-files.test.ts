import { copyFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPLICATION_ID, newestVersion } from '../../electron/db/open.ts';
import { openWorkspaceAt } from '../../electron/modules/workspaces/open-workspace.ts';
import { folderSnapshot } from '../builders/folders.ts';
import { brokenInvariants } from '../builders/inspect.ts';
import { seededRandom } from '../builders/random.ts';
import { randomAction } from '../builders/random-edits.ts';
import { createTestCore, type TestCore } from '../builders/test-core.ts';

let core: TestCore;
let file: string;

/** A closed workspace with some content; its core stays to try and open it. */
beforeEach(async () => {
  core = await createTestCore();
  file = join(core.dir, 'workspace.db');
  const random = seededRandom(1);
  for (let action = 0; action < 12; action += 1) await randomAction(core.state, random);
  await core.call.workspaces.close({});
});

afterEach(() => core.dispose());

describe('a database that is not taken stays byte for byte as it was', () => {
  test('saved by a newer version: can be read, not written', async () => {
    edit((sqlite) => sqlite.pragma(`user_version = ${newestVersion() + 1}`));
    await expectRefused('newer', { canOpenReadOnly: true });
    const before = folderSnapshot(core.dir);
    const { readOnly } = await core.call.workspaces.open({ dir: core.dir, readOnly: true });
    expect(readOnly).toBe('newer');
    await expectReadsOnly('newer');
    await core.call.workspaces.close({});
    expect(folderSnapshot(core.dir)).toEqual(before);
  });

  test('made newer in a log that a crash left behind', async () => {
    const crashed = join(core.root, 'crashed');
    await mkdir(crashed);
    const sqlite = new BetterSqlite3(file);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma(`user_version = ${newestVersion() + 1}`);
    // As the disk looks when the program is killed now: the change is only in the log.
    for (const side of ['', '-wal']) await copyFile(`${file}${side}`, join(crashed, `workspace.db${side}`));
    sqlite.close();
    await expectRefused('newer', { dir: crashed, canOpenReadOnly: true });
  });

  test('of another program', async () => {
    edit((sqlite) => sqlite.pragma('application_id = 7'));
    await expectRefused('foreign', {});
  });

  test('of another program, in a folder that was never opened here', async () => {
    const other = join(core.root, 'other');
    await mkdir(other);
    const sqlite = new BetterSqlite3(join(other, 'workspace.db'));
    sqlite.exec('CREATE TABLE notes (text)');
    sqlite.close();
    await expectRefused('foreign', { dir: other });
  });

  test.each([
    ['a text file', 'foreign', 'Dear Sir or Madam,\n'.repeat(50)],
    ['an empty file', 'empty', ''],
    ['a short file', 'damaged', 'SQLite format 3\0 and no more'],
  ])('%s', async (_name, kind, content) => {
    for (const side of ['-wal', '-shm']) await rm(`${file}${side}`, { force: true });
    await writeFile(file, content);
    await expectRefused(kind, {});
  });

  test('a file of ours beside whose backups stands rubbish now is called damaged', async () => {
    await core.call.workspaces.open({ dir: core.dir });
    await core.call.workspaces.close({});
    await writeFile(join(core.dir, 'backups', 'workspace-20260301T000000Z-daily.db'), '');
    await writeFile(join(core.dir, 'backups', 'workspace-20260301T000000Z-daily.db.sha256'), '');
    await writeFile(file, 'rubbish '.repeat(1_000));
    const data = await expectRefused('damaged', {});
    expect(data).toMatchObject({ backups: [{ createdAt: '2026-03-01T00:00:00.000Z', byteSize: 0 }] });
  });
});

describe('a damaged database', () => {
  test('120 flips and truncations never crash: it opens whole, or is refused untouched and perhaps readable', async () => {
    const random = seededRandom(10);
    const sound = await readFile(file);
    const seen = { opened: 0, readable: 0, refused: 0 };
    for (let round = 0; round < 120; round += 1) {
      await writeFile(file, damage(sound, random));
      const before = folderSnapshot(core.dir);
      const opened = await openWorkspaceAt(core.state, core.dir).catch((error: unknown) => error);
      if (core.state.workspace !== null) {
        seen.opened += 1;
        await core.call.projects.list({});
        await core.call.workspaces.close({});
        await rm(join(core.dir, 'backups'), { recursive: true, force: true });
        await mkdir(join(core.dir, 'backups'));
        continue;
      }
      expect(opened).toMatchObject({ code: 'WORKSPACE_REFUSED' });
      expect(folderSnapshot(core.dir), `round ${round}`).toEqual(before);
      seen.refused += 1;
      if (!isReadable(opened)) continue;
      seen.readable += 1;
      await openWorkspaceAt(core.state, core.dir, { readOnly: true });
      await expectReadsOnly('damaged');
      await core.call.workspaces.close({});
      expect(folderSnapshot(core.dir), `round ${round}`).toEqual(before);
    }
    // A byte flipped inside a text is not seen by any check but a hash; most others are.
    expect(seen.refused).toBeGreaterThan(10);
    expect(seen.readable).toBeGreaterThan(2);
  }, 60_000);

  test.each([
    ['the log deleted', async (_crashed: string) => undefined],
    ['the log cut short', (crashed: string) => truncate(join(crashed, 'workspace.db-wal'), 5_000)],
    [
      'another log in its place',
      async (crashed: string) => {
        const other = new BetterSqlite3(join(core.root, 'x.db'));
        other.pragma('journal_mode = WAL');
        other.exec('CREATE TABLE t (a); INSERT INTO t SELECT randomblob(200000)');
        await copyFile(join(core.root, 'x.db-wal'), join(crashed, 'workspace.db-wal'));
        other.close();
      },
    ],
    [
      'rubbish as shared memory',
      (crashed: string) => writeFile(join(crashed, 'workspace.db-shm'), Buffer.alloc(32_768, 7)),
    ],
  ])('after a crash, with %s: opens whole or is refused untouched', async (name, spoil) => {
    const crashed = join(core.root, 'crashed');
    await mkdir(crashed);
    await core.call.workspaces.open({ dir: core.dir });
    const random = seededRandom(3);
    for (let action = 0; action < 5; action += 1) await randomAction(core.state, random);
    const sides = name === 'the log deleted' ? [''] : ['', '-wal'];
    await core.state.workspace?.gate.run(async () => {
      for (const side of sides) await copyFile(`${file}${side}`, join(crashed, `workspace.db${side}`));
    });
    await core.call.workspaces.close({});
    await spoil(crashed);
    const { 'workspace.db-shm': _, ...before } = folderSnapshot(crashed);
    const outcome = await openWorkspaceAt(core.state, crashed).catch((error: unknown) => error);
    await core.call.workspaces.close({});
    if (isRefusal(outcome)) {
      const { 'workspace.db-shm': __, 'workspace.lock': ___, ...after } = folderSnapshot(crashed);
      expect(after).toEqual(before);
    } else {
      expect(brokenInvariants(crashed)).toEqual([]);
    }
  });
});

interface Refused {
  readonly kind: string;
  readonly canOpenReadOnly: boolean;
}

async function expectRefused(kind: string, options: { dir?: string; canOpenReadOnly?: boolean }): Promise<unknown> {
  const dir = options.dir ?? core.dir;
  const before = folderSnapshot(dir);
  const refusal: unknown = await core.call.workspaces.open({ dir }).catch((error: { data: unknown }) => error.data);
  expect(refusal).toMatchObject({ kind, dir, canOpenReadOnly: options.canOpenReadOnly ?? false });
  const { 'workspace.lock': _, ...after } = folderSnapshot(dir);
  const { 'workspace.lock': __, ...were } = before;
  expect(after).toEqual(were);
  expect(core.state.workspace).toBeNull();
  return refusal;
}

async function expectReadsOnly(reason: string): Promise<void> {
  expect((await core.call.workspaces.state({})).open?.readOnly).toBe(reason);
  await expect(core.call.workspaces.update({ revision: 1, changes: { name: 'x' } })).rejects.toMatchObject({
    code: 'READ_ONLY',
    data: { reason },
  });
}

function isRefusal(outcome: unknown): outcome is { data: Refused } {
  return outcome instanceof Error && 'code' in outcome && outcome.code === 'WORKSPACE_REFUSED';
}

function isReadable(outcome: unknown): boolean {
  return isRefusal(outcome) && outcome.data.canOpenReadOnly;
}

function damage(sound: Buffer, random: ReturnType<typeof seededRandom>): Buffer {
  if (random.below(4) === 0) return sound.subarray(0, random.below(sound.length));
  const damaged = Buffer.from(sound);
  const from = random.below(sound.length);
  // A byte, or a torn sector of them.
  const length = random.below(2) === 0 ? 1 : 512;
  for (let at = from; at < Math.min(from + length, sound.length); at += 1) damaged[at] = random.below(256);
  return damaged;
}

function edit(work: (sqlite: BetterSqlite3.Database) => void): void {
  const sqlite = new BetterSqlite3(file);
  expect(sqlite.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  work(sqlite);
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
}
