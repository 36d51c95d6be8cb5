import { setTimeout as pause } from 'node:timers/promises';
import type { PdfOptions } from '../core/host.ts';
import { APP_ORIGIN } from './origin.ts';
import { createPrintWindow } from './window.ts';

const READY_WITHIN_MS = 60_000;
/** The page says on its root element when it is complete, or what went wrong. */
const READ_STATE =
  'JSON.stringify([document.documentElement.dataset.printReady, document.documentElement.dataset.printError])';

/** Makes a PDF of a page of the renderer in a window nobody sees. Errors: the page's own; the signal's reason. */
export async function renderPdf(path: string, { paper, signal }: PdfOptions): Promise<Uint8Array> {
  signal.throwIfAborted();
  const window = createPrintWindow();
  const abort = () => window.destroy();
  signal.addEventListener('abort', abort, { once: true });
  try {
    await window.loadURL(`${APP_ORIGIN}${path}`);
    await untilReady((script) => window.webContents.executeJavaScript(script), signal);
    return await window.webContents.printToPDF({
      pageSize: paper,
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (error) {
    // Destroying the window breaks off whatever was waited for; what counts is that it was cancelled.
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
    if (!window.isDestroyed()) window.destroy();
  }
}

async function untilReady(evaluate: (script: string) => Promise<unknown>, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    const [ready, failure]: [string | null, string | null] = JSON.parse(String(await evaluate(READ_STATE)));
    if (failure !== null) throw new Error(`the page could not be printed: ${failure}`);
    if (ready === 'true') return;
    await pause(50, undefined, { signal });
  }
  throw new Error('the page was not ready to print in time');
}
