import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolveDir } from '../../../electron/modules/workspaces/workspace-files.ts';
import { createClosedTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await createClosedTestCore();
});

afterEach(() => core.dispose());

const created = { name: 'Purchasing 2026', baseCurrency: 'EUR' };

describe('creating, opening and leaving a workspace', () => {
  test('what was created is open, then recent, and opens again', async () => {
    const { call, dir } = core;
    await expect(call.history.state({})).rejects.toMatchObject({ code: 'NO_WORKSPACE' });
    const open = await call.workspaces.create({ dir, ...created });
    expect(open).toMatchObject({ ...created, dir, revision: 1, readOnly: null, isSample: false, brokenAttachments: 0 });
    expect(await call.workspaces.state({})).toMatchObject({
      open,
      recent: [{ dir, name: created.name, exists: true }],
      host: { kind: 'browser', canPickFolder: false, canMakePdf: false },
      today: '2026-03-02',
    });
    await call.workspaces.close({});
    expect((await call.workspaces.state({})).open).toBeNull();
    expect(await call.workspaces.open({ dir })).toEqual(open);
    expect(await call.workspaces.open({ dir: `${dir}/.` })).toMatchObject(created);
  });

  test('the profile is changed field by field, undone, and the new name is remembered', async () => {
    const { call, dir } = core;
    await call.workspaces.create({ dir, ...created });
    const changed = await call.workspaces.update({ revision: 1, changes: { name: 'New', companyNameZh: '北港' } });
    expect(changed).toMatchObject({ name: 'New', companyNameZh: '北港', baseCurrency: 'EUR', revision: 2 });
    expect((await call.workspaces.state({})).recent[0]?.name).toBe('New');
    const logoAttachmentId = '019c0000-0000-7000-8000-0000000000ff';
    await expect(call.workspaces.update({ revision: 2, changes: { logoAttachmentId } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await call.history.undo({});
    expect((await call.workspaces.state({})).open?.name).toBe(created.name);
  });

  test('a folder that went away is shown as gone and can be forgotten', async () => {
    const { call, dir, root } = core;
    const other = join(root, 'other');
    await call.workspaces.create({ dir, ...created });
    await call.workspaces.create({ dir: other, name: 'Other', baseCurrency: 'CNY' });
    await rm(dir, { recursive: true });
    expect((await call.workspaces.state({})).recent.map(({ name, exists }) => [name, exists])).toEqual([
      ['Other', true],
      [created.name, false],
    ]);
    await call.workspaces.forget({ dir });
    expect((await call.workspaces.state({})).recent).toHaveLength(1);
  });

  test('a list of recent workspaces that is rubbish is forgotten', async () => {
    const { call, root, dir } = core;
    await mkdir(join(root, 'app-data'));
    await writeFile(join(root, 'app-data', 'recent.json'), '[{"dir":');
    expect((await call.workspaces.state({})).recent).toEqual([]);
    await call.workspaces.create({ dir, ...created });
    expect((await call.workspaces.state({})).recent).toHaveLength(1);
  });

  test('the sample is made once and opens as it was left', async () => {
    const { call } = core;
    const sample = await call.workspaces.openSample({});
    expect(sample.isSample).toBe(true);
    expect(await call.history.undo({})).toBeNull();
    await call.workspaces.update({ revision: sample.revision, changes: { name: 'Mine now' } });
    await call.workspaces.close({});
    expect((await call.workspaces.openSample({})).name).toBe('Mine now');
  });
});

describe('a folder that is no workspace', () => {
  test.each([
    ['a folder that is not there', 'notFound', async () => undefined],
    ['a file', 'notAFolder', (dir: string) => writeFile(dir, 'x')],
    ['an empty folder', 'noWorkspace', (dir: string) => mkdir(dir)],
  ])('%s is refused, and what is open stays open', async (_name, kind, make) => {
    const { call, dir, root } = core;
    const open = await call.workspaces.create({ dir, ...created });
    const other = join(root, 'other');
    await make(other);
    await expect(call.workspaces.open({ dir: other })).rejects.toMatchObject({
      code: 'WORKSPACE_REFUSED',
      data: { kind, dir: other, canOpenReadOnly: false, backups: [] },
    });
    expect((await call.workspaces.state({})).open).toEqual(open);
  });

  test('a new one is not made among other files, in a file, or where nothing may be written', async () => {
    const { call, dir, root } = core;
    await mkdir(dir);
    await writeFile(join(dir, '.DS_Store'), '');
    await writeFile(join(dir, 'letter.txt'), '');
    const refusals: [string, string][] = [
      [dir, 'notEmpty'],
      [join(dir, 'letter.txt'), 'notAFolder'],
      [join(dir, 'letter.txt', 'below'), 'notWritable'],
    ];
    for (const [where, kind] of refusals) {
      await expect(call.workspaces.create({ dir: where, ...created })).rejects.toMatchObject({ data: { kind } });
    }
    await rm(join(dir, 'letter.txt'));
    await call.workspaces.create({ dir, ...created });
    await expect(call.workspaces.create({ dir, ...created })).rejects.toMatchObject({ data: { kind: 'notEmpty' } });
    expect((await call.workspaces.state({})).open?.dir).toBe(dir);
    expect(root).not.toBe(dir);
  });

  test('a typed path starts at home', () => {
    expect(resolveDir('Hangjia')).toBe(join(homedir(), 'Hangjia'));
    expect(resolveDir(' ~/Hangjia ')).toBe(join(homedir(), 'Hangjia'));
    expect(resolveDir('~')).toBe(homedir());
    expect(resolveDir('/srv/Hangjia')).toBe('/srv/Hangjia');
  });
});
