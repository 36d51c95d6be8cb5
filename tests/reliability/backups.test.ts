import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from '../../electron/db/backup.ts';
import { runJob } from '../../electron/db/run-job.ts';
import { folderSnapshot } from '../builders/folders.ts';
import { brokenInvariants, dumpState } from '../builders/inspect.ts';
import { seededRandom } from '../builders/random.ts';
import { randomAction } from '../builders/random-edits.ts';
import { createTestCore, type TestCore } from '../builders/test-core.ts';

let core: TestCore;
let backups: string;
let file: string;

beforeEach(async () => {
  core = await createTestCore();
  backups = join(core.dir, 'backups');
  file = join(core.dir, 'workspace.db');
  await editSome(20, 1);
});

afterEach(() => core.dispose());

test('one a day is made beside the work, checked, and kept for a week', async () => {
  for (let day = 10; day < 19; day += 1) {
    for (const end of ['', '.sha256'])
      await writeFile(join(backups, `workspace-202603${day}T080000Z-daily.db${end}`), '');
  }
  await writeFile(join(backups, 'workspace-20260319T080000Z-daily.db.partial'), 'cut off');
  await writeFile(join(backups, 'workspace-20260101T080000Z-before-migration.db'), '');
  await writeFile(join(backups, 'workspace-20260101T080000Z-before-migration.db.sha256'), '');
  core.clock.set('2026-03-20T08:00:00.000Z');
  await editSome(1, 2);
  await core.call.workspaces.open({ dir: core.dir });
  await core.state.workspace?.idle();
  expect(await daysOfBackups()).toEqual(['20', '18', '17', '16', '15', '14', '13', '01']);
  // Again on the same day, or on a later one without work: no other.
  await core.call.workspaces.open({ dir: core.dir });
  core.clock.set('2026-03-25T08:00:00.000Z');
  await core.call.workspaces.open({ dir: core.dir });
  await core.state.workspace?.idle();
  await core.call.workspaces.close({});
  expect(await daysOfBackups()).toEqual(['20', '18', '17', '16', '15', '14', '13', '01']);
  expect(await readdir(backups)).toHaveLength(16);
  expect(core.logged).toEqual([]);
});

test('a backup made while work goes on is of one moment, and restores into a new folder with its files', async () => {
  const name = 'workspace-20260302T020000Z-daily.db';
  const added = await core.call.attachments.add({
    ownerKind: 'workspace',
    ownerId: 'workspace',
    file: new File(['quote'], 'quote.pdf'),
  });
  let running = true;
  const edits = (async () => {
    const random = seededRandom(9);
    while (running) {
      await randomAction(core.state, random);
      // Lets the thread's answer in.
      await setImmediate();
    }
  })();
  const { sha256 } = await runJob(core.state.options.workers.database, 'backup', { file, folder: backups, name });
  running = false;
  await edits;
  expect(await readFile(join(backups, `${name}.sha256`), 'utf8')).toBe(`${sha256}  ${name}\n`);
  await core.call.workspaces.close({});
  const original = folderSnapshot(core.dir);

  const restored = await core.call.workspaces.restore({ dir: core.dir, backup: name });
  expect(restored).toMatchObject({ dir: `${core.dir} (2026-03-02)`, readOnly: null, brokenAttachments: 0 });
  expect(await core.call.attachments.list({ ownerKind: 'workspace', ownerId: 'workspace' })).toEqual([added]);
  const inBackup = new BetterSqlite3(join(backups, name), { readonly: true });
  const live = core.state.workspace?.database.sqlite;
  expect(live === undefined ? '' : dumpState(live)).toBe(dumpState(inBackup));
  inBackup.close();
  await editSome(3, 2);
  await core.call.workspaces.close({});
  expect(brokenInvariants(restored.dir)).toEqual([]);
  expect(folderSnapshot(core.dir)).toEqual(original);
  expect((await core.call.workspaces.restore({ dir: core.dir, backup: name })).dir).toBe(`${core.dir} (2026-03-02) 2`);
});

test('damaged at 20 places, or called by another name, a backup is rejected before anything is made', async () => {
  const name = 'workspace-20260302T020000Z-daily.db';
  await runJob(core.state.options.workers.database, 'backup', { file, folder: backups, name });
  await core.call.workspaces.close({});
  const sound = await readFile(join(backups, name));
  const random = seededRandom(3);
  for (let round = 0; round < 20; round += 1) {
    const damaged = Buffer.from(sound);
    const at = random.below(sound.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
    await writeFile(join(backups, name), random.below(5) === 0 ? sound.subarray(0, at) : damaged);
    await expect(core.call.workspaces.restore({ dir: core.dir, backup: name })).rejects.toMatchObject({
      code: 'WORKSPACE_REFUSED',
      data: { kind: 'damaged' },
    });
  }
  for (const other of ['../workspace.db', 'workspace.db', `${name}.sha256`, '/etc/passwd', '']) {
    await expect(core.call.workspaces.restore({ dir: core.dir, backup: other })).rejects.toMatchObject({
      data: { kind: 'notFound' },
    });
  }
  expect(await readdir(core.root)).toEqual(['app-data', 'workspace']);
}, 60_000);

async function daysOfBackups(): Promise<string[]> {
  return (await listBackups(backups)).map(({ createdAt }) => createdAt.slice(8, 10));
}

async function editSome(count: number, seed: number): Promise<void> {
  const random = seededRandom(seed);
  for (let action = 0; action < count; action += 1) await randomAction(core.state, random);
}
