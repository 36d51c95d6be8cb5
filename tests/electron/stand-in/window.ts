import { EventEmitter } from 'node:events';
import type { Frame, Request as PageRequest, Route } from '@playwright/test';
import { fromPage, Preventable, ready, type Surroundings, surround } from './surroundings.ts';
import { contentsOfPages, WebContents, type WebPreferences } from './web-contents.ts';

export async function attachWindows(given: Surroundings): Promise<void> {
  surround(given);
  await given.context.route('**/*', (route) => serve(route));
}

interface Options {
  readonly show?: boolean;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: WebPreferences;
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
    this.webContents = new WebContents(ready().context, webPreferences, { width, height }, () => this.destroy());
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

async function serve(route: Route): Promise<void> {
  const request = route.request();
  const address = request.url();
  if (request.isNavigationRequest()) {
    const frame = frameOf(request);
    // A page that a page has opened past every question: Electron has none such.
    if (frame === null) return route.abort();
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
