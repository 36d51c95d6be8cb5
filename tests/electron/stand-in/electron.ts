import { EventEmitter, once } from 'node:events';
import { createReadStream, existsSync, openSync, readFileSync, rmSync, watch, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../../electron/browser/find-chromium.ts';
import { fromPage, Preventable, toPage } from './surroundings.ts';
import type { WebContents } from './web-contents.ts';
import { attachWindows, BrowserWindow } from './window.ts';

/**
 * As much of Electron as the program uses, its windows pages of a plain Chromium. It keeps Electron's order of things
 * (what must come before `ready`, what fails after it) and its defaults: everything is permitted until somebody refuses.
 */
export { MessageChannelMain } from './ports.ts';
export { BrowserWindow };

Object.assign(process, { defaultApp: true });
const project = new URL('../../../package.json', import.meta.url);

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map([['downloads', join(homedir(), 'Downloads')]]);
  readonly #becomingReady = Promise.withResolvers<void>();
  #isReady = false;
  #isQuitting = false;
  isSandboxed = false;

  getVersion = (): string => JSON.parse(readFileSync(project, 'utf8')).version;
  setName = (): void => undefined;
  setAppUserModelId = (): void => undefined;
  isReady = (): boolean => this.#isReady;
  whenReady = (): Promise<void> => this.#becomingReady.promise;
  getLocale = (): string => 'en-US';
  getPreferredSystemLanguages = (): string[] =>
    (process.env.LANGUAGE ?? 'en_US').split(':').map((language) => language.replace('_', '-'));

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Path does not exist: ${path}`);
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  enableSandbox(): void {
    this.mustNotBeReady('app.enableSandbox()');
    this.isSandboxed = true;
  }

  mustNotBeReady(what: string): void {
    if (this.#isReady) throw new Error(`${what} can only be called before the app is ready`);
  }

  mustBeReady(what: string): void {
    if (!this.#isReady) throw new Error(`${what} can only be used after the app is ready`);
  }

  becomeReady(): void {
    this.#isReady = true;
    this.#becomingReady.resolve();
    this.emit('ready');
  }

  requestSingleInstanceLock(data: unknown): boolean {
    const dir = this.getPath('userData');
    try {
      writeSync(openSync(join(dir, 'stand-in.lock'), 'wx'), String(process.pid));
    } catch {
      writeFileSync(join(dir, `second-${process.pid}.json`), JSON.stringify(data));
      return false;
    }
    process.on('exit', () => rmSync(join(dir, 'stand-in.lock'), { force: true }));
    watch(dir, (_change, name) => {
      if (!/^second-\d+\.json$/.test(name ?? '')) return;
      const file = join(dir, String(name));
      let second: unknown;
      try {
        second = JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        // Not written to its end yet, or read before.
        return;
      }
      rmSync(file);
      this.emit('second-instance', new Preventable(), [], '', second);
    });
    return true;
  }

  quit(): void {
    const event = new Preventable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.close()) {
        this.#isQuitting = false;
        return;
      }
    }
    this.emit('will-quit', new Preventable());
    process.exit(0);
  }

  allWindowsClosed(): void {
    if (this.#isQuitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  exit(code = 0): void {
    process.exit(code);
  }
}

type PermissionAnswer = (
  contents: WebContents | null,
  permission: string,
  answer: (isAllowed: boolean) => void,
) => void;

class Session extends EventEmitter {
  #permit: PermissionAnswer = (_contents, _permission, answer) => answer(true);

  setPermissionRequestHandler(handler: PermissionAnswer): void {
    this.#permit = handler;
  }

  setPermissionCheckHandler = (): void => undefined;

  permits(permission: string): boolean {
    let isPermitted = false;
    this.#permit(null, permission, (answer) => {
      isPermitted = answer;
    });
    return isPermitted;
  }
}

const ownSession = new Session();
const handlers = new Map<string, (request: Request) => Promise<Response>>();
const standardSchemes = new Set<string>();

export const app = new App();
export const ipcMain = new EventEmitter();
export const session = {
  get defaultSession(): Session {
    app.mustBeReady('session');
    return ownSession;
  },
};

interface SchemeOptions {
  readonly scheme: string;
  readonly privileges: { readonly standard?: boolean; readonly secure?: boolean; readonly supportFetchAPI?: boolean };
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: SchemeOptions[]): void => {
    app.mustNotBeReady('protocol.registerSchemesAsPrivileged()');
    for (const { scheme, privileges } of schemes) {
      if (privileges.standard && privileges.secure && privileges.supportFetchAPI) standardSchemes.add(scheme);
    }
  },
  handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
    app.mustBeReady('protocol');
    if (!standardSchemes.has(scheme))
      throw new Error(`the stand-in serves standard, secure schemes only, not ${scheme}`);
    handlers.set(scheme, handler);
  },
};

export const net = {
  fetch: async (address: string): Promise<Response> =>
    address.startsWith('file:')
      ? new Response(Readable.toWeb(createReadStream(fileURLToPath(address))) as ReadableStream)
      : fetch(address),
};

export const shell = { openExternal: async (): Promise<void> => undefined };

export const dialog = {
  showMessageBox: async (...args: { cancelId?: number }[]) => ({ response: args.at(-1)?.cancelId ?? 0 }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showErrorBox: (title: string, content: string): void => console.error(`${title}: ${content}`),
};

const workArea = { x: 0, y: 0, width: 1920, height: 1050 };
export const screen = { getPrimaryDisplay: () => ({ id: 1, workArea }), getAllDisplays: () => [{ id: 1, workArea }] };

interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: MenuItem[];
}

export class Menu {
  static #application: Menu | null = null;
  readonly items: object[];

  static buildFromTemplate(template: MenuItem[]): Menu {
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  constructor(template: MenuItem[]) {
    this.items = template.map((item) => ({
      ...item,
      role: item.role?.toLowerCase(),
      submenu: item.submenu === undefined ? undefined : new Menu(item.submenu),
    }));
  }

  popup = (): void => undefined;
}

/** Names of Chromium's permissions, by Electron's. */
const PERMISSIONS = {
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
};

const browser = findChromium({ env: process.env, platform: process.platform, prefer: 'playwright' });
if (browser === null) throw new Error('no Chromium');

/** Hands requests of the pages to the handlers of their schemes: Playwright cannot answer those that download. */
async function serveSchemes(): Promise<number> {
  const server = createServer(async (request, response) => {
    const address = fromPage(`http://${request.headers.host}${request.url}`);
    const handler = handlers.get(new URL(address).protocol.slice(0, -1));
    const answer = (await handler?.(new Request(address, { method: request.method }))) ?? Response.error();
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

// Electron is ready only after the entry file has run to its first pause.
setImmediate(async () => {
  const [{ chromium }, port] = await Promise.all([import('@playwright/test'), serveSchemes()]);
  const profile = join(app.getPath('userData'), 'chromium');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executable,
    // Electron's pages hear when a port closes; plain ones only when told so.
    args: [...browser.sandboxArgs, '--remote-debugging-port=0', '--enable-blink-features=MessagePortCloseEvent'],
    chromiumSandbox: browser.sandboxArgs.length === 0,
  });
  await attachWindows({
    context,
    emitApp: (event, ...args) => app.emit(event, ...args),
    emitSession: (event, ...args) => ownSession.emit(event, ...args),
    emitIpc: (channel, event, ...args) => ipcMain.emit(channel, event, ...args),
    port,
    allWindowsClosed: () => app.allWindowsClosed(),
  });
  app.on('web-contents-created', () => {
    const permitted = Object.entries(PERMISSIONS).filter(([name]) => ownSession.permits(name));
    void context.grantPermissions(permitted.flatMap(([, names]) => names));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  const [debuggingPort] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  process.send?.({ kind: 'browser', endpoint: `http://127.0.0.1:${debuggingPort}`, origin: toPage('app://hangjia') });
  app.becomeReady();
});

/** The tests reach into the program as Playwright does with the real one: functions sent as text. */
process.on('message', async ({ id, work, argument }: { id: number; work: string; argument: unknown }) => {
  try {
    // biome-ignore lint/security/noGlobalEval: the text is a function of the tests themselves
    const result = await globalThis.eval(`(${work})`)(await import('electron'), argument);
    process.send?.({ kind: 'result', id, result });
  } catch (error) {
    process.send?.({ kind: 'result', id, error: error instanceof Error ? error.stack : String(error) });
  }
});
