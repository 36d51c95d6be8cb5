import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CorePage } from './core-page.ts';
import { logOf, mainPage, onEachRuntime, PATIENCE, PRELOAD, type Program, type Programs, until } from './program.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Electron's security checklist, in its order and numbers. Shown: what a page can do; read: what its sources ask for. */
onEachRuntime('Electron’s security checklist', (programs: Programs) => {
  let home: string;
  let program: Program;
  let page: Page;
  let core: CorePage;

  beforeAll(async () => {
    home = await programs.newHome();
    program = await programs.start(home, ['--workspace', join(home, 'workspace')]);
    page = await mainPage(program);
    core = await CorePage.open(program);
    await program.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (address) => void opened.push(address);
    }, null);
  }, PATIENCE.timeout);
  afterAll(async () => {
    await programs.endAll();
    await programs.removeHomes();
  });

  it('1 only secure content: nothing of a page comes from elsewhere', async () => {
    const loaded = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
    // The style, the program and the first font at least.
    expect(loaded.length).toBeGreaterThanOrEqual(3);
    expect(loaded.filter((address) => !address.startsWith(`${program.origin}/`))).toEqual([]);
    expect(await page.evaluate("fetch('https://example.com/').then(() => 'reached', () => 'refused')")).toBe('refused');
  });

  it('2, 3, 4, 6, 8, 9, 10 no Node, isolated, sandboxed, with web security, nothing insecure or experimental', async () => {
    const preferences = await program.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows().filter(({ webContents }) =>
        webContents.getURL().endsWith('/projects'),
      );
      return windows.map(({ webContents }) => Reflect.get(webContents, 'getLastWebPreferences').call(webContents));
    }, null);
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(preferences[0]?.enableBlinkFeatures ?? '').toBe('');
    const globals = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', '__dirname'];
    expect(await page.evaluate(`${JSON.stringify(globals)}.filter((name) => name in globalThis)`)).toEqual([]);
    // The whole program is, whatever a window's options say.
    expect(read('electron/main.ts')).toContain('app.enableSandbox();');
  });

  it('5 every permission is refused but that of copying text', async () => {
    const states = await core.page.evaluate(`Promise.all(
      ['notifications', 'geolocation', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write']
        .map(async (name) => [name, (await navigator.permissions.query({ name })).state]))`);
    expect(states).toEqual([
      ['notifications', 'denied'],
      ['geolocation', 'denied'],
      ['camera', 'denied'],
      ['microphone', 'denied'],
      ['midi', 'denied'],
      ['clipboard-read', 'denied'],
      ['clipboard-write', 'granted'],
    ]);
    expect(await core.page.evaluate('Notification.requestPermission()')).toBe('denied');
  });

  it('7 a policy: no inline script, no eval, no frame, on every answer', async () => {
    for (const path of ['/', '/projects', '/missing.js', '/downloads/none']) {
      const policy = await page.evaluate(
        `fetch(${JSON.stringify(path)}).then(({ headers }) => headers.get('content-security-policy'))`,
      );
      expect(policy).toContain("default-src 'none'; script-src 'self';");
    }
    const violations = await page.evaluate(`(async () => {
      const violated = [];
      const all = new Promise((resolve) => document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (violated.push(effectiveDirective) === 3) resolve(violated.toSorted());
      }));
      const add = (name, parts) => document.body.append(Object.assign(document.createElement(name), parts));
      add('script', { textContent: 'globalThis.canary = 1' });
      add('iframe', { src: '/projects' });
      // Not at once: what a test evaluates is itself exempt.
      setTimeout(() => { try { globalThis.eval('globalThis.canary = 2') } catch {} });
      return [...await all, globalThis.canary];
    })()`);
    expect(violations).toEqual(['frame-src', 'script-src', 'script-src-elem', undefined]);
  });

  it('11, 12 no webview: the tag is off, and one that comes all the same is not attached', async () => {
    expect(read('electron/desktop/security.ts')).toContain('webviewTag: false');
    const isPrevented = await program.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      let prevented = false;
      window?.webContents.emit('will-attach-webview', { preventDefault: () => (prevented = true) }, {}, {});
      return prevented;
    }, null);
    expect(isPrevented).toBe(true);
  });

  it('13 no page leaves the program; a web link goes to the system’s browser', async () => {
    const away = ['https://example.com/away', 'http://localhost:1/'];
    for (const [i, address] of away.entries()) {
      await core.page.evaluate(`location.href = ${JSON.stringify(address)}`);
      expect(await until(async () => (await opened())[i])).toBe(address);
    }
    expect(core.page.url()).toBe(`${program.origin}/icon.svg`);
    expect(await core.call('workspaces.state', {})).toMatchObject({ host: { kind: 'electron' } });
  });

  it('14, 15 no window opens but the program’s own; only web addresses reach the system', async () => {
    const before = (await opened()).length;
    const hostile = [
      'file:///etc/passwd',
      'javascript:globalThis.canary=1',
      'data:text/html,<h1>x</h1>',
      'smb://server/share',
      'file://server/share',
      'ms-msdt:/id',
      '/projects',
    ];
    for (const address of hostile) await core.page.evaluate(`void window.open('${address}')`);
    await core.page.evaluate("void window.open('https://detail.1688.com/offer/1.html')");
    expect((await until(async () => ((await opened()).length > before ? opened() : undefined))).slice(before)).toEqual([
      'https://detail.1688.com/offer/1.html',
    ]);
    expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(2);
    expect(await core.page.evaluate('globalThis.canary')).toBeUndefined();
  });

  it('16 the runtime is pinned, and its types are those of the same version', () => {
    const wanted: unknown = JSON.parse(read('package.json')).devDependencies.electron;
    expect(wanted).toMatch(/^\d+\.\d+\.\d+$/);
    expect(JSON.parse(read('node_modules/electron/package.json')).version).toBe(wanted);
  });

  it('17 only the top frame of a screen of ours gets a port', async () => {
    await program.evaluate(async ({ BrowserWindow, ipcMain }, preload) => {
      const strange = { show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } };
      const foreign = new BrowserWindow(strange);
      await foreign.loadURL('data:text/html,<title>foreign</title>');
      await foreign.webContents.executeJavaScript('window.hangjia.requestPort()');
      const posted: string[] = [];
      Object.assign(globalThis, { posted });
      const frame = (url: string, parent: object | null) => ({ url, parent, postMessage: () => posted.push(url) });
      for (const senderFrame of [
        null,
        frame('app://hangjia/projects', {}),
        frame('app://hangjia.evil/projects', null),
        frame('app://hangjia@evil/projects', null),
        frame('https://hangjia/projects', null),
        frame(`app://hangjia/attachments/${'0'.repeat(64)}/page.html`, null),
      ]) {
        ipcMain.emit('hangjia:request-port', { senderFrame, sender: foreign.webContents });
      }
      foreign.destroy();
    }, PRELOAD);
    const refused = await until(async () => {
      const lines = (await logOf(home)).split('\n').filter((line) => line.includes('a foreign frame asked for a port'));
      return lines.length === 7 ? lines : undefined;
    });
    expect(refused.join()).toContain('data:text/html');
    expect(await program.evaluate(() => Reflect.get(globalThis, 'posted'), null)).toEqual([]);
  });

  it('18 no file:// address: pages come over a scheme of our own, which reaches nothing but the program', async () => {
    const statuses = await page.evaluate(`Promise.all(
      ['/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/package.json', '/assets/..%5c..%5cmain%5cmain.js', '//etc/passwd.txt']
        .map(async (path) => (await fetch(location.origin + path)).status))`);
    expect(statuses).toEqual([400, 404, 404, 400, 400]);
    expect(await page.evaluate("fetch('/', { method: 'POST' }).then(({ status }) => status)")).toBe(405);
    for (const file of sources('electron'))
      expect(readFileSync(file, 'utf8')).not.toMatch(/loadFile\(|loadURL\(['"`]file:/);
  });

  // 19: fuses are set in the executable when the program is packaged, which it is not yet.
  it.skip('19 fuses (skipped: they belong to packaging)', () => undefined);

  it('20 no part of Electron reaches a page: one function, without arguments or a result', async () => {
    expect(await page.evaluate('Object.keys(window.hangjia)')).toEqual(['requestPort']);
    expect(await page.evaluate("typeof window.hangjia.requestPort('a', {})")).toBe('undefined');
    expect(readFileSync(PRELOAD, 'utf8').match(/require\("[^"]+"\)/g)).toEqual(['require("electron")']);
  });

  async function opened(): Promise<string[]> {
    return program.evaluate(() => Reflect.get(globalThis, 'opened'), null);
  }
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function sources(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
