import * as z from 'zod';
import type { PdfOptions } from '../core/host.ts';
import { isPagePath, turnTo, WAIT_UNTIL_READY, WAITING_PATH } from '../hosts/print-ready.ts';
import { ChromiumPipe } from './chromium-pipe.ts';
import type { FoundBrowser } from './find-chromium.ts';

export interface PdfPrinterOptions {
  readonly chromium: FoundBrowser;
  readonly origin: string;
  readonly cookieName: string;
  /** A session for one browser, closed when that ends. */
  readonly openSession: () => string;
  readonly closeSession: (session: string) => void;
  /** How long the browser stays for the next print. */
  readonly keepWarmMs: number;
}

export interface PdfPrinter {
  render(path: string, options: PdfOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A browser and what lets it in. */
interface Press {
  readonly browser: ChromiumPipe;
  readonly session: string;
}

/** A page says so itself when it is ready; after so long it is given up. */
const READY_WITHIN_MS = 60_000;

/** Prints pages of the renderer, one after the other, through a browser without a window. */
export function createPdfPrinter(options: PdfPrinterOptions): PdfPrinter {
  let press: Press | null = null;
  let cooling: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    clearTimeout(cooling);
    const ending = press;
    press = null;
    if (ending === null) return;
    options.closeSession(ending.session);
    await ending.browser.kill();
  };

  const print = async (path: string, { paper, signal }: PdfOptions): Promise<Uint8Array> => {
    signal.throwIfAborted();
    clearTimeout(cooling);
    if (press !== null && !press.browser.isAlive) await end();
    press ??= { browser: new ChromiumPipe(options.chromium), session: options.openSession() };
    const printing = press;
    const overdue = AbortSignal.timeout(READY_WITHIN_MS);
    // A page that hangs answers nothing: ending its browser is the one thing that always helps.
    const stop = (): void => void printing.browser.kill();
    signal.addEventListener('abort', stop, { once: true });
    overdue.addEventListener('abort', stop, { once: true });
    try {
      return await printPage(printing, options, path, paper);
    } catch (error) {
      // Whatever state the tab is in, the next print does not meet it.
      await end();
      signal.throwIfAborted();
      if (overdue.aborted)
        throw new Error(`the page ${path} was not ready to print within ${READY_WITHIN_MS / 1000} s`);
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      overdue.removeEventListener('abort', stop);
      cooling = setTimeout(() => void end(), options.keepWarmMs).unref();
    }
  };

  return {
    render: async (path, printOptions) => {
      if (!isPagePath(path)) throw new Error('only pages of the program are printed');
      const result = last.then(() => print(path, printOptions));
      last = result.catch(() => undefined);
      return result;
    },
    close: end,
  };
}

const nothing = z.object({});
/** Width and height in inches, for a page whose style names no size. */
const PAPERS = { A4: [8.27, 11.69], Letter: [8.5, 11] } as const;

async function printPage(
  { browser, session }: Press,
  { origin, cookieName }: PdfPrinterOptions,
  path: string,
  paper: PdfOptions['paper'],
): Promise<Uint8Array> {
  const cookie = { name: cookieName, value: session, url: origin, httpOnly: true, sameSite: 'Strict' };
  await browser.send('Storage.setCookies', { cookies: [cookie] }, nothing);
  const sessionId = await browser.page();
  try {
    await openPage(browser, sessionId, origin, path);
    const [paperWidth, paperHeight] = PAPERS[paper];
    const { data } = await browser.send(
      'Page.printToPDF',
      {
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        paperWidth,
        paperHeight,
      },
      z.object({ data: z.string() }),
      sessionId,
    );
    return Buffer.from(data, 'base64');
  } finally {
    // The next print finds the program there, begun anew: nothing that this page has read is left in it.
    if (browser.isAlive) await navigate(browser, sessionId, `${origin}${WAITING_PATH}`).catch(() => undefined);
  }
}

/** Opens the page and waits until it says that it is ready to print; throws what it says is wrong with it. */
async function openPage(browser: ChromiumPipe, sessionId: string, origin: string, path: string): Promise<void> {
  const crashed = Promise.withResolvers<never>();
  // Heard by the race below, if at all.
  crashed.promise.catch(() => undefined);
  const silence = browser.listen((method, from) => {
    if (method === 'Inspector.targetCrashed' && from === sessionId) crashed.reject(new Error('the page crashed'));
  });
  try {
    await browser.send('Inspector.enable', {}, nothing, sessionId);
    await browser.send('Page.enable', {}, nothing, sessionId);
    const evaluate = (expression: string): Promise<unknown> =>
      Promise.race([
        browser
          .send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, evaluated, sessionId)
          .then(({ result }) => result.value),
        crashed.promise,
      ]);
    if ((await evaluate(turnTo(path))) !== true) await navigate(browser, sessionId, `${origin}${path}`);
    const problem = await evaluate(WAIT_UNTIL_READY);
    if (problem !== '') throw new Error(`the page could not be printed: ${problem ?? 'it left'}`);
  } finally {
    silence();
  }
}

async function navigate(browser: ChromiumPipe, sessionId: string, url: string): Promise<void> {
  const answer = z.object({ errorText: z.string().optional() });
  const { errorText } = await browser.send('Page.navigate', { url }, answer, sessionId);
  if (errorText !== undefined) throw new Error(`the page could not be opened: ${errorText}`);
}

const evaluated = z.object({ result: z.object({ value: z.unknown().optional() }) });
