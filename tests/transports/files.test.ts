import { createHash } from 'node:crypto';
import { readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition } from '../../electron/core/served-file.ts';
import { type Answer, type BrowserHost, CANARY, startBrowserHost } from './browser-host.ts';

let host: BrowserHost;
let cookie: string;
const get = (path: string): Promise<Answer> => host.ask(path, { headers: { Cookie: cookie } });

beforeAll(async () => {
  host = await startBrowserHost();
  cookie = await host.login();
});
afterAll(() => host.dispose());

describe('renderer files', () => {
  it('are served with their kinds; screens get the page, missing files nothing', async () => {
    expect(await get('/assets/index-abc.js')).toMatchObject({
      status: 200,
      body: 'export const answer = 42;',
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': expect.stringContaining('immutable'),
      },
    });
    for (const path of ['/', '/projects', '/projects/019c0000-0000-7000-8000-000000000001?tab=quotes']) {
      expect(await get(path)).toMatchObject({ status: 200, body: expect.stringContaining('the renderer') });
    }
    for (const path of ['/missing.js', '/assets/missing.css', '/favicon.ico']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('none outside the folder is reached by 200 ways of climbing out', async () => {
    const ups = ['..', '%2e%2e', '.%2e', '%2E.', '..;', '%252e%252e', '%c0%ae%c0%ae', '．．', '....', '..%00'];
    const slashes = ['/', '%2f', '%5c', '\\', '%252f', '//', '%c0%af', '/./', '%2F..%2F', '∕'];
    const targets = ['secret.txt', 'etc/passwd'];
    const paths = ups.flatMap((up) =>
      slashes.flatMap((slash) => targets.map((target) => `/${up}${slash}${up}${slash}${target}`)),
    );
    expect(paths).toHaveLength(200);
    const prefixes = ['', '/assets', '/attachments', '/downloads'];
    for (const [i, path] of paths.entries()) {
      const { status, body } = await get(encodeURI(`${prefixes[i % 4]}${path}`).replaceAll('%25', '%'));
      // The page may come back for a screen that does not exist; a file from elsewhere may not.
      expect(body).not.toContain(CANARY);
      expect(body).not.toContain('root:');
      if (status === 200) expect(body).toContain('the renderer');
      else expect([400, 404]).toContain(status);
    }
    for (const path of ['http://127.0.0.1/etc/passwd', '//etc/passwd', '*', 'file:///etc/passwd', '/%', '/%zz']) {
      expect((await get(path)).status).toBe(400);
    }
  });

  it('a link that leads out of the folder is not followed', async () => {
    await symlink(join(host.rendererDir, '..', 'secret.txt'), join(host.rendererDir, 'linked.txt'));
    const other = await startBrowserHost({ rendererDir: host.rendererDir });
    const { status, body } = await other.ask('/linked.txt', { headers: { Cookie: await other.login() } });
    await other.dispose();
    expect({ status, leaks: body.includes(CANARY) }).toEqual({ status: 404, leaks: false });
  });
});

describe('downloads', () => {
  it('are fetched by their ticket and saved under their name', async () => {
    const file = join(host.test.root, 'made.pdf');
    await writeFile(file, '%PDF-1.7 made');
    const { url } = await host.test.state.downloads.offer(file, '评价报告 "A".pdf', 'application/pdf');
    expect(await get(url)).toMatchObject({
      status: 200,
      body: '%PDF-1.7 made',
      headers: {
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-disposition': `attachment; filename="____ _A_.pdf"; filename*=UTF-8''${encodeURIComponent('评价报告 "A".pdf')}`,
      },
    });
    expect((await host.ask(url)).status).toBe(401);
    expect((await get(`${url}x`)).status).toBe(404);
  });

  it('keep the newest fifty; the file of an older one is gone', async () => {
    const made: string[] = [];
    const urls: string[] = [];
    for (let i = 0; i < 51; i++) {
      const file = join(host.test.root, `export-${i}.csv`);
      await writeFile(file, `export ${i}`);
      made.push(file);
      urls.push((await host.test.state.downloads.offer(file, `export-${i}.csv`, 'text/csv')).url);
    }
    expect((await get(urls[0] ?? '')).status).toBe(404);
    await expect(stat(made[0] ?? '')).rejects.toThrow('ENOENT');
    expect((await get(urls[50] ?? '')).body).toBe('export 50');
  });
});

describe('attachments', () => {
  it.each([
    ['quote.xlsx', 'application/octet-stream', 'attachment'],
    ['page.html', 'application/octet-stream', 'attachment'],
    ['drawing.svg', 'application/octet-stream', 'attachment'],
    ['photo.JPG', 'image/jpeg', 'inline'],
    ['quote.pdf', 'application/pdf', 'inline'],
  ])('%s comes as %s, %s', async (name, mediaType, disposition) => {
    const content = `<script>alert("${name}")</script>`;
    const sha256 = await put(content);
    const { status, headers, body } = await get(`/attachments/${sha256}/${encodeURIComponent(name)}`);
    expect({ status, body }).toEqual({ status: 200, body: content });
    expect(headers).toMatchObject({
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition}; `));
    const saved = await get(`/attachments/${sha256}/${encodeURIComponent(name)}?download`);
    expect(saved.headers['content-disposition']).toMatch(/^attachment; /);
  });

  it('empty ones are served, missing ones are not found', async () => {
    const sha256 = await put('');
    expect(await get(`/attachments/${sha256}/empty.txt`)).toMatchObject({ status: 200, body: '' });
    for (const path of [`${'0'.repeat(64)}/a.txt`, `${sha256}`, `${sha256}/`, `${sha256}/a/b`, 'x/a.txt', '../a.txt']) {
      expect([400, 404]).toContain((await get(`/attachments/${path}`)).status);
    }
  });

  it('large ones come whole', async () => {
    const content = Buffer.alloc(5_000_000, 'Hangjia 行家 ');
    const sha256 = await put(content);
    const { body } = await get(`/attachments/${sha256}/large.bin`);
    expect(createHash('sha256').update(body, 'utf8').digest('hex')).toBe(sha256);
  });
});

it('the program is not served to itself: no file of it is among what can be asked for', async () => {
  const source = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  for (const path of ['/package.json', '/electron/serve.ts', '/out/main/serve.js', '/.git/config']) {
    const { status, body } = await get(path);
    expect(status === 404 || body.includes('the renderer')).toBe(true);
    expect(body).not.toContain(source.slice(0, 20));
  }
});

describe('the name a file is saved under', () => {
  it.each([
    ['a"b\\c/d.txt', 'a_b_c_d.txt'],
    ['line\r\nbreak.txt', 'linebreak.txt'],
    ['gpj.exe\u202egnp.', 'gpj.exegnp.'],
    ["it's (1)*.txt", "it's (1)*.txt"],
    ['\ud800lone.txt', '_lone.txt'],
  ])('%j is plain', (name, ascii) => {
    const header = contentDisposition('attachment', name);
    expect(header).toContain(`filename="${ascii}"`);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(header.split("UTF-8''")[1]).toMatch(/^[\w.~!#$&+^`|%-]+$/);
  });
});

async function put(content: string | Buffer): Promise<string> {
  const { workspace } = host.test.state;
  if (workspace === null) throw new Error('no workspace');
  return (await workspace.attachments.put(Readable.from([Buffer.from(content)]))).sha256;
}
