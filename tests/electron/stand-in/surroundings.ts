import type { BrowserContext } from '@playwright/test';

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

export function surround(given: Surroundings): void {
  surroundings = given;
}

/** In plain Chromium a scheme of our own is a host of its own: app://hangjia/x is http://hangjia.app.localhost:PORT/x. */
export function toPage(address: string): string {
  return address.replace(/^(app):\/\/([^/]+)/, `http://$2.$1.localhost:${ready().port}`);
}

export function fromPage(address: string): string {
  return address.replace(/^(blob:)?http:\/\/([^/.]+)\.(app)\.localhost:\d+/, '$1$3://$2');
}

export function ready(): Surroundings {
  if (surroundings === null) throw new Error('Cannot create BrowserWindow before app is ready');
  return surroundings;
}

/** An event whose listeners may forbid what it announces. */
export class Preventable {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
