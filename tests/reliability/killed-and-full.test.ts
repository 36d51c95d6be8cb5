import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedWorkspace } from '../../electron/core/core-state.ts';
import { startEditor } from '../builders/editor-process.ts';
import { asUnprivileged, folderSnapshot } from '../builders/folders.ts';
import { brokenInvariants } from '../builders/inspect.ts';
import { seededRandom } from '../builders/random.ts';
import { randomAction } from '../builders/random-edits.ts';
import { createTestCore, type TestCore } from '../builders/test-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await createTestCore();
});

afterEach(() => core.dispose());

/** HANGJIA_KILLS=50 for the whole of it. */
const KILLS = Number(process.env.HANGJIA_KILLS ?? 4);

describe('a program that is killed', () => {
  test(`${KILLS} times at a random moment of random edits: what it acknowledged is there, nothing is half done`, async () => {
    const random = seededRandom(2);
    await core.call.workspaces.close({});
    const acknowledged: string[] = [];
    const stored: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const editor = startEditor(core.dir, round);
      await editor.waitFor(1 + random.below(25));
      await editor.kill();
      expect(editor.errors).toEqual([]);
      acknowledged.push(...editor.acknowledged);
      stored.push(...editor.stored);
      expect(brokenInvariants(core.dir), `round ${round}`).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
    await core.call.workspaces.open({ dir: core.dir });
    const present = new Set(opened().database.sqlite.prepare('SELECT id FROM actions').pluck().all().map(String));
    expect(acknowledged.filter((id) => !present.has(id) && isWritten(id))).toEqual([]);
    for (const sha256 of stored) expect(await opened().attachments.check(sha256)).not.toBe('altered');
    // Nothing names those files: the sweep takes them away, and what an interrupted write left.
    await opened().idle();
    expect(folderSnapshot(join(core.dir, 'attachments'))).toEqual({});

    /** An action that found nothing to change leaves no trace, and its id is nowhere. */
    function isWritten(id: string): boolean {
      return opened().database.sqlite.prepare('SELECT 1 FROM history WHERE action_id = ?').get(id) !== undefined;
    }
  }, 240_000);

  test('a second one is refused while the first runs, and opens at once when that was killed', async () => {
    await core.call.workspaces.close({});
    const editor = startEditor(core.dir, 1);
    await editor.waitFor(1);
    const before = performance.now();
    await expect(core.call.workspaces.open({ dir: core.dir })).rejects.toMatchObject({
      code: 'WORKSPACE_REFUSED',
      data: { kind: 'locked', canOpenReadOnly: false },
    });
    expect(performance.now() - before).toBeLessThan(2_000);
    await editor.kill();
    expect((await core.call.workspaces.open({ dir: core.dir })).readOnly).toBeNull();
  });

  test('two cores of one process do not share a workspace either', async () => {
    const second = await createTestCore();
    await expect(second.call.workspaces.open({ dir: core.dir })).rejects.toMatchObject({ data: { kind: 'locked' } });
    await core.call.workspaces.close({});
    expect((await second.call.workspaces.open({ dir: core.dir })).dir).toBe(core.dir);
    await second.dispose();
  });
});

describe('a disk that does not take it', () => {
  test('full while saving: named, nothing saved, and it works again once there is room', async () => {
    const { sqlite } = opened().database;
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    sqlite.pragma(`max_page_count = ${pages + 2}`);
    const random = seededRandom(5);
    let failure: unknown;
    for (let action = 0; failure === undefined && action < 200; action += 1) {
      failure = await core.call.workspaces
        .update({ revision: action + 1, changes: { companyAddress: `${action} `.repeat(400) } })
        .then(() => undefined)
        .catch((error: unknown) => error);
    }
    expect(failure).toMatchObject({ code: 'DISK', data: { kind: 'full' } });
    expect(await core.call.history.verify({})).toEqual({ intact: true, brokenSeq: null });
    sqlite.pragma('max_page_count = 1000000');
    await randomAction(core.state, random);
    await core.call.workspaces.close({});
    expect(brokenInvariants(core.dir)).toEqual([]);
  });

  test('failing while writing: the program says so and reads on, and what it acknowledged is there', async () => {
    await core.call.workspaces.close({});
    const editor = startEditor(core.dir, 6, { limitKiB: 1_500 });
    await editor.waitFor(Number.POSITIVE_INFINITY);
    expect(editor.errors.at(-1)).toMatch(/^SQLITE_IOERR/);
    expect(editor.reasons.at(-1)).toBe('disk');
    expect(editor.acknowledged.length).toBeGreaterThan(5);
    expect(brokenInvariants(core.dir)).toEqual([]);
    await core.call.workspaces.open({ dir: core.dir });
    const present = opened().database.sqlite.prepare('SELECT 1 FROM actions WHERE id = ?');
    const written = opened().database.sqlite.prepare('SELECT 1 FROM history WHERE action_id = ?');
    const missing = editor.acknowledged.filter((id) => written.get(id) !== undefined && present.get(id) === undefined);
    expect(missing).toEqual([]);
    await randomAction(core.state, seededRandom(7));
  }, 60_000);

  test('that is broken from one write on: read-only with the reason, reopened for reading', async () => {
    const broken = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
    const first = opened().database;
    await opened().noteFailure(broken);
    expect(opened().database).not.toBe(first);
    expect((await core.call.workspaces.state({})).open?.readOnly).toBe('disk');
    await expect(core.call.history.undo({})).rejects.toMatchObject({ code: 'READ_ONLY', data: { reason: 'disk' } });
    expect((await core.call.history.list({ offset: 0, limit: 1 })).total).toBe(1);
    expect((await core.call.workspaces.open({ dir: core.dir })).readOnly).toBeNull();
  });

  test('a folder that may not be written: read-only, and nothing is left in it', async () => {
    await core.call.workspaces.close({});
    await chmod(core.root, 0o755);
    await chmod(join(core.root, 'app-data'), 0o777);
    await mkdir(join(core.root, 'app-data', 'reading'), { mode: 0o777 });
    await chmod(join(core.root, 'app-data', 'reading'), 0o777);
    await chmod(core.dir, 0o555);
    const before = folderSnapshot(core.dir);
    const { mtimeMs } = await stat(core.dir);
    await asUnprivileged(async () => {
      expect((await core.call.workspaces.open({ dir: core.dir })).readOnly).toBe('folder');
      await expect(core.call.workspaces.update({ revision: 1, changes: { name: 'x' } })).rejects.toMatchObject({
        code: 'READ_ONLY',
        data: { reason: 'folder' },
      });
      expect((await core.call.projects.list({})).total).toBe(0);
      await core.call.workspaces.close({});
    });
    await chmod(core.dir, 0o755);
    expect(folderSnapshot(core.dir)).toEqual(before);
    expect((await stat(core.dir)).mtimeMs).toBe(mtimeMs);
  });
});

test('every connection that writes waits for the disk', () => {
  const { sqlite } = opened().database;
  const pragma = (name: string) => sqlite.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('busy_timeout')]).toEqual([
    'wal',
    2,
    1,
    0,
  ]);
});

function opened(): OpenedWorkspace {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  return workspace;
}
