import type { BrowserWindow } from 'electron';
import type { Host, PdfOptions } from '../core/host.ts';
import { isPagePath, WAIT_UNTIL_READY } from '../hosts/print-ready.ts';
import { APP_ORIGIN } from './origin.ts';

const READY_WITHIN_MS = 60_000;

/** Makes PDFs of pages of the renderer in windows nobody sees. Errors: the page's own; the signal's reason. */
export function createPdfRenderer(openHidden: () => BrowserWindow): NonNullable<Host['renderPdf']> {
  return async (path, { paper, signal }) => {
    if (!isPagePath(path)) throw new Error('only pages of the program are printed');
    signal.throwIfAborted();
    const window = openHidden();
    const given = giveUp(window, path, signal);
    try {
      return await Promise.race([print(window, path, paper), given.up]);
    } finally {
      given.forget();
      if (!window.isDestroyed()) window.destroy();
    }
  };
}

async function print(window: BrowserWindow, path: string, paper: PdfOptions['paper']): Promise<Uint8Array> {
  await window.loadURL(`${APP_ORIGIN}${path}`);
  const problem = await window.webContents.executeJavaScript(WAIT_UNTIL_READY);
  if (problem !== '') throw new Error(`the page could not be printed: ${String(problem)}`);
  return window.webContents.printToPDF({
    pageSize: paper,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

/** Rejects when it was cancelled, takes too long, or its process is gone: a page that hangs answers nothing itself. */
function giveUp(window: BrowserWindow, path: string, signal: AbortSignal): { up: Promise<never>; forget: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  // Heard by the race, if at all.
  promise.catch(() => undefined);
  const abort = (): void => reject(signal.reason);
  const overdue = setTimeout(
    () => reject(new Error(`the page ${path} was not ready to print within ${READY_WITHIN_MS / 1000} s`)),
    READY_WITHIN_MS,
  );
  signal.addEventListener('abort', abort, { once: true });
  window.once('closed', () => reject(new Error('the window was closed')));
  window.webContents.on('render-process-gone', () => reject(new Error('the page crashed')));
  return {
    up: promise,
    forget: () => {
      clearTimeout(overdue);
      signal.removeEventListener('abort', abort);
    },
  };
}
