import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileStore } from '../../../electron/attachments/file-store.ts';
import { openSource } from '../../../electron/attachments/source.ts';
import { AttachmentTooLarge } from '../../../electron/attachments/store.ts';
import type { OpenedWorkspace } from '../../../electron/core/core-state.ts';
import { userFileHeaders } from '../../../electron/core/served-file.ts';
import { MAX_ATTACHMENT_BYTES } from '../../../shared/contract/attachments.ts';
import { folderSnapshot } from '../../builders/folders.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await createTestCore();
});

afterEach(() => core.dispose());

const OWNER = { ownerKind: 'workspace', ownerId: 'workspace' } as const;

describe('attaching', () => {
  test('a file is listed with its owner, taken off, and comes back with undo', async () => {
    const { call } = core;
    const added = await call.attachments.add({
      ...OWNER,
      file: fileOf('报价单.xlsx', 'content', 'text/CSV; charset=x'),
    });
    expect(added).toMatchObject({ fileName: '报价单.xlsx', mediaType: 'text/csv', byteSize: 7, state: 'intact' });
    expect(await call.attachments.list(OWNER)).toEqual([added]);
    await call.attachments.remove({ ...OWNER, id: added.id });
    expect(await call.attachments.list(OWNER)).toEqual([]);
    expect(count('attachments')).toBe(0);
    await call.history.undo({});
    expect(await call.attachments.list(OWNER)).toEqual([added]);
    await expect(
      call.attachments.add({ ownerKind: 'supplier', ownerId: added.id, file: fileOf('x', 'x') }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the same bytes lie on disk once; the same file on the same owner is no second one', async () => {
    const { call } = core;
    const first = await call.attachments.add({ ...OWNER, file: fileOf('a.txt', 'same') });
    const again = await Promise.all(
      [1, 2].map(() => call.attachments.add({ ...OWNER, file: fileOf('a.txt', 'same') })),
    );
    expect(again).toEqual([first, first]);
    const renamed = await call.attachments.add({ ...OWNER, file: fileOf('b.txt', 'same') });
    expect(renamed.sha256).toBe(first.sha256);
    expect(await call.attachments.list(OWNER)).toHaveLength(2);
    expect(Object.keys(stored())).toHaveLength(1);
    await call.attachments.remove({ ...OWNER, id: first.id });
    expect((await call.attachments.list(OWNER)).map(({ fileName, state }) => [fileName, state])).toEqual([
      ['b.txt', 'intact'],
    ]);
  });

  test('60 hostile names stay text: nothing is written outside the store, and all are kept apart', async () => {
    const before = await readdir(core.root, { recursive: true });
    for (const name of HOSTILE_NAMES) await core.call.attachments.add({ ...OWNER, file: fileOf(name, `of ${name}`) });
    const listed = await core.call.attachments.list(OWNER);
    expect(listed).toHaveLength(HOSTILE_NAMES.length);
    // What differs only in its accents' spelling or in case stays two.
    for (const name of ['é.txt', 'e\u0301.txt', 'Case.txt', 'case.txt', '../../etc/passwd', '行'.repeat(300)]) {
      expect(listed.filter(({ fileName }) => fileName === name)).toHaveLength(1);
    }
    for (const name of Object.keys(stored())) expect(name).toMatch(/^[0-9a-f]{2}[\\/][0-9a-f]{64}$/);
    const after = (await readdir(core.root, { recursive: true })).filter((name) => !before.includes(name));
    expect(after.every((name) => name.startsWith(join('workspace', 'attachments')))).toBe(true);
    for (const { fileName } of listed) {
      const headers = Object.values(userFileHeaders(fileName, { download: true })).join('');
      expect(headers).toMatch(/^[\x20-\x7e]*$/);
    }
  });

  test('nothing is 0 bytes and fine; more than the limit is refused and leaves nothing', async () => {
    expect(await core.call.attachments.add({ ...OWNER, file: fileOf('empty', '') })).toMatchObject({ byteSize: 0 });
    const before = stored();
    const large = new File([new Uint8Array(MAX_ATTACHMENT_BYTES + 1)], 'large.zip');
    await expect(core.call.attachments.add({ ...OWNER, file: large })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      data: { kind: 'tooLarge', fileName: 'large.zip', limitBytes: MAX_ATTACHMENT_BYTES },
    });
    expect(stored()).toEqual(before);
  });

  test('a page or a drawing among the files is only ever saved, and runs nothing', () => {
    for (const name of ['x.svg', 'x.html', 'x.xhtml', 'x.pdf.html', 'x', 'x.js', 'x.png\0.html']) {
      expect(userFileHeaders(name, { download: false })).toMatchObject({
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': expect.stringMatching(/^attachment; /),
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': expect.stringContaining('sandbox'),
      });
    }
  });
});

describe('a file that is missing, short or altered', () => {
  test('is told on open and in its list, and the rest works', async () => {
    const { call } = core;
    const files = [];
    for (const content of ['one', 'two', 'three', 'four']) {
      files.push(await call.attachments.add({ ...OWNER, file: fileOf(content, content) }));
    }
    await call.workspaces.close({});
    const [missing, short, altered] = files.map(({ sha256 }) =>
      join(core.dir, 'attachments', sha256.slice(0, 2), sha256),
    );
    await rm(missing ?? '');
    await truncate(short ?? '', 1);
    await writeFile(altered ?? '', 'THREE');
    // Size and existence are seen at once, the rest as soon as every byte was compared.
    expect((await call.workspaces.open({ dir: core.dir })).brokenAttachments).toBe(2);
    expect((await call.attachments.list(OWNER)).map(({ state }) => state)).toEqual([
      'missing',
      'altered',
      'altered',
      'intact',
    ]);
    await opened().idle();
    expect((await call.workspaces.state({})).open?.brokenAttachments).toBe(3);
    // The true bytes heal what was altered.
    await call.attachments.add({ ...OWNER, file: fileOf('three', 'three') });
    expect((await call.attachments.list(OWNER))[2]?.state).toBe('intact');
  });

  test('what nothing names is swept on open; what an undo could bring back is not', async () => {
    const { call } = core;
    const undone = await call.attachments.add({ ...OWNER, file: fileOf('undone', 'undone') });
    await call.history.undo({});
    const orphan = await opened().attachments.put(bytes('orphan'));
    await mkdir(join(core.dir, 'attachments', 'incoming'), { recursive: true });
    await writeFile(join(core.dir, 'attachments', 'incoming', 'half'), 'ha');
    await call.workspaces.open({ dir: core.dir });
    await opened().idle();
    expect(await opened().attachments.check(orphan.sha256)).toBe('missing');
    expect(Object.keys(stored())).toHaveLength(1);
    await call.history.redo({});
    expect(await call.attachments.list(OWNER)).toEqual([undone]);
  });
});

describe('the store', () => {
  test('leaves nothing behind when the source breaks off or is too long', async () => {
    const root = join(core.root, 'store');
    const store = openFileStore(root, 10);
    await expect(store.put(bytes('12345678', '9012'))).rejects.toThrow(AttachmentTooLarge);
    await expect(
      store.put(
        (async function* () {
          yield Buffer.from('1');
          throw new Error('gone');
        })(),
      ),
    ).rejects.toThrow('gone');
    expect(folderSnapshot(root)).toEqual({});
    await expect(store.check('../../etc/passwd')).rejects.toThrow(RangeError);
    await expect(store.pathOf(`${'a'.repeat(63)}/`)).rejects.toThrow(RangeError);
  });

  test('throws out no file that was put meanwhile', async () => {
    const store = openFileStore(join(core.root, 'store'), 100);
    const { sha256 } = await store.put(bytes('fresh'));
    await store.discard([sha256]);
    expect(await store.check(sha256)).toBe('intact');
  });

  test('takes plain files of this machine only, without waiting for anything', async () => {
    const at = (name: string) => join(core.root, name);
    await writeFile(at('plain'), 'x');
    await symlink(at('plain'), at('link'));
    await mkdir(at('folder'));
    await writeFile(at('sparse'), '');
    await truncate(at('sparse'), 2 ** 31);
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [at('pipe')]);
      for (const name of ['pipe', 'link']) {
        await expect(openSource(at(name), 100), name).rejects.toMatchObject({ kind: 'notAFile' });
      }
      await expect(openSource('/dev/zero', 100)).rejects.toMatchObject({ kind: 'notAFile' });
    }
    await expect(openSource(at('folder'), 100)).rejects.toMatchObject({ kind: 'notAFile' });
    await expect(openSource(at('sparse'), MAX_ATTACHMENT_BYTES)).rejects.toMatchObject({ kind: 'tooLarge' });
    await expect(openSource(at('nothing'), 100)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(await opened().attachments.put(await openSource(at('plain'), 100))).toMatchObject({ byteSize: 1 });
  });
});

const HOSTILE_NAMES: readonly string[] = [
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\autoexec.bat',
  '\\\\server\\share\\x',
  'file:///etc/passwd',
  '~/.ssh/id_rsa',
  '..',
  '.',
  '...',
  'CON',
  'con.txt',
  'NUL',
  'AUX.pdf',
  'COM1',
  'LPT9.xlsx',
  'a.',
  'a ',
  ' a',
  'a:b',
  'a::$DATA',
  'a\0b.png',
  'a\nb',
  'a\r\nSet-Cookie: x=1',
  'a\tb',
  'a"b',
  "a'b",
  'a;b',
  'a%00b',
  'a%2e%2e%2fb',
  'a?b*c<d>e|f',
  '-rf',
  '--help',
  '$(reboot)',
  '`reboot`',
  '&& reboot',
  '<script>alert(1)</script>',
  "'; DROP TABLE attachments; --",
  '{{7*7}}',
  '=cmd|calc!A0',
  '\u202Egnp.exe',
  '\u200bzero.txt',
  '\ufeffbom.txt',
  '\ud800lone.txt',
  '😀'.repeat(50),
  '行'.repeat(300),
  'x'.repeat(300),
  `${'x'.repeat(290)}.pdf`,
  'é.txt',
  'e\u0301.txt',
  'Case.txt',
  'case.txt',
  'desktop.ini',
  'workspace.db',
  'incoming',
  'ab',
  '.gitignore',
  '.htaccess',
  'x.tar.gz',
  '__proto__',
  'constructor',
];

function fileOf(name: string, content: string, type = ''): File {
  return new File([content], name, { type });
}

async function* bytes(...pieces: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

function stored(): Record<string, string> {
  return folderSnapshot(join(core.dir, 'attachments'));
}

function opened(): OpenedWorkspace {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  return workspace;
}

function count(table: string): number {
  return Number(opened().database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}
