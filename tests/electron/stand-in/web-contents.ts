import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Download, Page } from '@playwright/test';
import { CALL_MAIN, isolatedWorld, MAIN_WORLD } from './page-worlds.ts';
import { decodePortData, encodePortData, type MessagePortMain } from './ports.ts';
import { fromPage, Preventable, ready, toPage } from './surroundings.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly contextIsolation?: boolean;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** Whose a page is; none for one that a page opened. */
export const contentsOfPages = new Map<Page, WebContents>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly mainFrame: WebFrameMain;
  readonly #preferences: WebPreferences;
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
    context: BrowserContext,
    preferences: WebPreferences,
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
    // Told of new documents only; the page's own event comes for every address within one, too.
    session.on('Page.frameNavigated', ({ frame }) => frame.parentId === undefined && this.#dropPorts());
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
    else if (kind === 'open') this.#openWindow(data);
    else if (kind === 'port') this.#ports.get(id)?.postMessage(decodePortData(data));
    else this.#closePort(id);
  }

  #openWindow(address: string): void {
    const { action } = this.#openHandler({ url: fromPage(address) });
    if (action === 'allow') throw new Error('the stand-in opens no windows for pages');
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
