import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { PRELOAD, type Program, pageAt } from './program.ts';

/** A page of the program's origin without the program's own screens, which speaks to the core through a port of its own. */
export class CorePage {
  readonly page: Page;

  /** Opens it in a window with the program's own preload script. */
  static async open(program: Program): Promise<CorePage> {
    await program.evaluate(async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await window.loadURL('app://hangjia/icon.svg');
    }, PRELOAD);
    const page = await pageAt(program, (path) => path === '/icon.svg');
    const opened = new CorePage(page);
    await opened.prepare();
    return opened;
  }

  private constructor(page: Page) {
    this.page = page;
  }

  /** Puts the client into the page; needed again after it has been loaded anew. */
  async prepare(): Promise<void> {
    await this.page.evaluate(await clientScript());
    await this.page.evaluate('hangjiaTest.connect().then(() => undefined)');
  }

  /** Calls a procedure. */
  call<Output>(path: string, input: unknown): Promise<Output> {
    return this.page.evaluate(`hangjiaTest.last.call(${JSON.stringify(path)}, ${JSON.stringify(input)})`);
  }

  /** Everything a stream brings; with `abortAt` it is cancelled after so many events. */
  collect<Event>(path: string, input: unknown, abortAt?: number): Promise<Event[]> {
    const given = [path, input, ...(abortAt === undefined ? [] : [abortAt])].map((part) => JSON.stringify(part));
    return this.page.evaluate(`hangjiaTest.last.collect(${given.join(', ')})`);
  }
}

let script: Promise<string> | null = null;

function clientScript(): Promise<string> {
  script ??= build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./page-client.js', import.meta.url)), formats: ['iife'], name: 'client' },
    },
  }).then((built) => {
    const [output] = Array.isArray(built) ? built : [];
    if (output === undefined) throw new Error('the client was not built');
    return output.output[0].code;
  });
  return script;
}
