import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type {
  BrowserContext,
  CDPSession,
  Download,
  Frame,
  Page,
  Request as PageRequest,
  Route,
} from '@playwright/test';
import { CALL_MAIN, isolatedWorld, MAIN_WORLD } from './page-worlds.ts';
import { decodePortData, encodePortData, type MessagePortMain } from './ports.ts';

/** What windows need of the rest of the stand-in. */
export interface Surroundings {
  readonly context: BrowserContext;
  emitApp(event: string, ...args: unknown[]): void;
  emitSession(event: string, ...args: unknown[]): void;
  emitIpc(channel: string, event: unknown, ...args: unknown[]): void;
  /** Where the schemes of the program are served to a plain Chromium. */
  readonly port: number;
  allWindowsClosed(): void;
}

let surroundings: Surroundings | null = null;

export async function attachWindows(given: Surroundings): Promise<void> {
  surroundings = given;
  given.context.on('page', (page) => void decidePopup(page));
  await given.context.route('**/*', (route) => serve(route));
}

/** In plain Chromium a scheme of our own is a host of its own: app://hangjia/x is http://hangjia.app.localhost:PORT/x. */
export function toPage(address: string): string {
  return address.replace(/^(app):\/\/([^/]+)/, `http://$2.$1.localhost:${ready().port}`);
}

export function fromPage(address: string): string {
  return address.replace(/^(blob:)?http:\/\/([^/.]+)\.(app)\.localhost:\d+/, '$1$3://$2');
}

function ready(): Surroundings {
  if (surroundings === null) throw new Error('Cannot create BrowserWindow before app is ready');
  return surroundings;
}

interface Options {
  readonly show?: boolean;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: { readonly preload?: string; readonly [name: string]: unknown };
}

/** An event whose listeners may forbid what it announces. */
export class Preventable {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly #open: BrowserWindow[] = [];
  readonly webContents: WebContents;
  readonly #bounds: { x: number; y: number; width: number; height: number };
  #isDestroyed = false;
  #isVisible: boolean;
  #isMaximized = false;

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#open];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.#open.findLast((window) => window.#isVisible) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.#open.find((window) => window.webContents === contents) ?? null;
  }

  constructor({ show = true, x = 40, y = 40, width = 800, height = 600, webPreferences }: Options) {
    super();
    this.#bounds = { x, y, width, height };
    this.#isVisible = show;
    this.webContents = new WebContents(ready(), webPreferences, { width, height }, () => this.destroy());
    BrowserWindow.#open.push(this);
    ready().emitApp('browser-window-created', new Preventable(), this);
    ready().emitApp('web-contents-created', new Preventable(), this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.loadURL(address);
    this.emit('ready-to-show');
  }

  show(): void {
    this.#isVisible = true;
  }

  isVisible = (): boolean => this.#isVisible;
  focus = (): void => void this.emit('focus');
  isMinimized = (): boolean => false;
  restore = (): void => undefined;

  isMaximized = (): boolean => this.#isMaximized;
  getBounds = () => ({ ...this.#bounds });
  getNormalBounds = () => ({ ...this.#bounds });
  setBounds = (bounds: Partial<Options>): void => void Object.assign(this.#bounds, bounds);
  isDestroyed = (): boolean => this.#isDestroyed;

  maximize(): void {
    this.#isMaximized = true;
  }

  close(): boolean {
    const event = new Preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
    return !event.defaultPrevented;
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    BrowserWindow.#open.splice(BrowserWindow.#open.indexOf(this), 1);
    this.webContents.end();
    this.emit('closed');
    if (BrowserWindow.#open.length === 0) ready().allWindowsClosed();
  }
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

const contentsOfPages = new Map<Page, WebContents>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly mainFrame: WebFrameMain;
  readonly #preferences: Options['webPreferences'];
  readonly #size: { width: number; height: number };
  readonly #whenClosed: () => void;
  #opening: Promise<Page>;
  #page: Page | null = null;
  #session: CDPSession | null = null;
  #isolatedContext = 0;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly #ports = new Map<number, MessagePortMain>();
  /** Loaded by the program, not by the page: no navigation event. */
  #ownNavigation: string | null = null;
  #isEnded = false;

  constructor(
    { context }: Surroundings,
    preferences: Options['webPreferences'],
    size: { width: number; height: number },
    whenClosed: () => void,
  ) {
    super();
    if (preferences.contextIsolation !== true) throw new Error('the stand-in knows pages with context isolation only');
    this.#preferences = preferences;
    this.#size = size;
    this.#whenClosed = whenClosed;
    this.mainFrame = new WebFrameMain(this);
    this.#opening = this.#open(context);
  }

  getLastWebPreferences = () => this.#preferences;
  getURL = (): string => (this.#page === null ? '' : fromPage(this.#page.url()));

  isDestroyed = (): boolean => this.#isEnded;

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#opening;
    this.#ownNavigation = toPage(address);
    try {
      await page.goto(this.#ownNavigation, { waitUntil: 'load' });
    } finally {
      this.#ownNavigation = null;
    }
  }

  reload(): void {
    const address = this.getURL();
    const gone = this.#page;
    // Playwright gives a page that crashed up: the reloaded one is another page of the same window.
    if (gone !== null) contentsOfPages.delete(gone);
    this.#opening = this.#open(ready().context);
    void this.loadURL(address).then(() => gone?.close());
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.#opening).evaluate(code);
  }

  async printToPDF(options: {
    pageSize: 'A4' | 'Letter';
    preferCSSPageSize: boolean;
    printBackground: boolean;
    generateTaggedPDF: boolean;
    generateDocumentOutline: boolean;
  }): Promise<Buffer> {
    return (await this.#opening).pdf({
      format: options.pageSize,
      preferCSSPageSize: options.preferCSSPageSize,
      printBackground: options.printBackground,
      tagged: options.generateTaggedPDF,
      outline: options.generateDocumentOutline,
    });
  }

  downloadURL(address: string): void {
    const code = `Object.assign(document.createElement('a'), { href: ${JSON.stringify(toPage(address))}, download: '' }).click()`;
    void this.executeJavaScript(code);
  }

  forcefullyCrashRenderer(): void {
    void this.#session?.send('Page.crash').catch(() => undefined);
  }

  end(): void {
    this.#isEnded = true;
    this.#dropPorts();
    void this.#opening.then((page) => page.close()).catch(() => undefined);
  }

  /** True when the page may go there; asks the listeners unless the program itself sent it there. */
  mayNavigate(address: string, isMainFrame: boolean): boolean {
    if (isMainFrame && address === this.#ownNavigation) return true;
    const details = { url: fromPage(address), isMainFrame, isSameDocument: false };
    const names = isMainFrame ? ['will-navigate', 'will-frame-navigate'] : ['will-frame-navigate'];
    return names.every((name) => {
      const event = Object.assign(new Preventable(), details);
      this.emit(name, event, details.url);
      return !event.defaultPrevented;
    });
  }

  mayOpen(address: string): boolean {
    return this.#openHandler({ url: fromPage(address) }).action === 'allow';
  }

  /** Into the preload script's world. */
  tell(expression: string): void {
    const contextId = this.#isolatedContext;
    void this.#session?.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  }

  takePort(port: MessagePortMain): number {
    const id = ++lastId;
    this.#ports.set(id, port);
    port.hand(
      (data) => this.tell(`__standIn.post(${id}, ${JSON.stringify(encodePortData(data))})`),
      () => this.tell(`__standIn.close(${id})`),
    );
    return id;
  }

  async #open(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    this.#page = page;
    contentsOfPages.set(page, this);
    page.on('close', () => contentsOfPages.get(page) === this && this.#whenClosed());
    page.on('crash', () => {
      this.#dropPorts();
      this.emit('render-process-gone', new Preventable(), { reason: 'crashed', exitCode: 5 });
    });
    page.on('download', (download) => void this.#save(download));
    page.on('framenavigated', (frame) => frame === page.mainFrame() && this.#dropPorts());
    await page.setViewportSize(this.#size);
    await this.#preload(page);
    return page;
  }

  async #preload(page: Page): Promise<void> {
    const session = await page.context().newCDPSession(page);
    this.#session = session;
    const { preload } = this.#preferences;
    if (preload === undefined) return;
    let script: string;
    try {
      script = readFileSync(preload, 'utf8');
    } catch (error) {
      this.emit('preload-error', new Preventable(), preload, error);
      return;
    }
    session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      this.#isolatedContext = executionContextId;
      this.#hear(JSON.parse(payload));
    });
    await session.send('Runtime.enable');
    await session.send('Page.enable');
    await session.send('Runtime.addBinding', { name: CALL_MAIN, executionContextName: 'preload' });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: MAIN_WORLD });
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorld(script),
      worldName: 'preload',
    });
  }

  #hear(message: { kind: string; channel: string; args: unknown[]; id: number; data: string }): void {
    const { kind, channel, args, id, data } = message;
    if (kind === 'send') ready().emitIpc(channel, { sender: this, senderFrame: this.mainFrame, ports: [] }, ...args);
    else if (kind === 'port') this.#ports.get(id)?.postMessage(decodePortData(data));
    else this.#closePort(id);
  }

  #closePort(id: number): void {
    this.#ports.get(id)?.close();
    this.#ports.delete(id);
  }

  /** The document is gone, and its ends of the channels with it. */
  #dropPorts(): void {
    for (const id of [...this.#ports.keys()]) this.#closePort(id);
  }

  async #save(download: Download): Promise<void> {
    let path: string | null = null;
    const item = Object.assign(new EventEmitter(), {
      dialog: {},
      getURL: () => fromPage(download.url()),
      getFilename: () => download.suggestedFilename(),
      setSaveDialogOptions: (options: object) => Object.assign(item.dialog, options),
      getSaveDialogOptions: () => item.dialog,
      setSavePath: (given: string) => {
        path = given;
      },
    });
    const event = new Preventable();
    ready().emitSession('will-download', event, item, this);
    // Nobody is there to answer the save dialog.
    if (event.defaultPrevented || path === null) return download.cancel();
    await download.saveAs(path);
    item.emit('done', {}, 'completed');
  }
}

class WebFrameMain {
  readonly parent = null;
  readonly #contents: WebContents;

  constructor(contents: WebContents) {
    this.#contents = contents;
  }

  get url(): string {
    return this.#contents.getURL();
  }

  postMessage(channel: string, message: unknown, ports: MessagePortMain[] = []): void {
    const ids = ports.map((port) => this.#contents.takePort(port));
    this.#contents.tell(`__standIn.receive(${[channel, message, ids].map((part) => JSON.stringify(part)).join(', ')})`);
  }
}

async function serve(route: Route): Promise<void> {
  const request = route.request();
  const address = request.url();
  if (request.isNavigationRequest()) {
    const frame = frameOf(request);
    // A page that a page is opening: nothing is loaded into it before it is decided upon.
    if (frame === null) return route.fulfill({ body: '' });
    const contents = contentsOfPages.get(frame.page());
    if (contents?.mayNavigate(address, frame.parentFrame() === null) === false) return route.abort('aborted');
  }
  if (fromPage(address) !== address) return route.continue();
  // The web, such as it is: what a page gets to see when nothing kept it from going there.
  return route.fulfill({ body: '<title>elsewhere</title>', contentType: 'text/html' });
}

function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** Asks the window whose page opened it; Electron opens nothing when refused, here a page is there for a moment. */
async function decidePopup(page: Page): Promise<void> {
  const contents = contentsOfPages.get((await page.opener()) ?? page);
  if (contents === undefined) return;
  if (contents.mayOpen(page.url())) throw new Error('the stand-in opens no windows for pages');
  await page.close();
}
