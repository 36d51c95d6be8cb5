import { parentPort, workerData } from 'node:worker_threads';
import { readSheetContent } from './read-sheet.ts';
import type { SheetMessage, SheetRequest } from './sheet-messages.ts';
import { SheetReadError } from './sheet-read-error.ts';

/** Entry of the thread that reads one sheet and ends; see `readInWorker`. It is ended from outside to cancel. */
const PORTION = 2_000;

if (parentPort !== null) void run(workerData);

async function run(request: SheetRequest): Promise<void> {
  try {
    const { source, sheet, encoding, limits } = request;
    const content = await readSheetContent(source, {
      sheet,
      encoding,
      limits,
      onProgress: (done, total) => say({ kind: 'progress', done, total }),
    });
    const { rows } = content.grid;
    for (let at = 0; at < rows.length; at += PORTION) say({ kind: 'rows', rows: rows.slice(at, at + PORTION) });
    say({ kind: 'done', content: { ...content, grid: { ...content.grid, rows: [] } } });
  } catch (error) {
    if (error instanceof SheetReadError) say({ kind: 'unreadable', code: error.code, data: error.data });
    else say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function say(message: SheetMessage): void {
  parentPort?.postMessage(message);
}
