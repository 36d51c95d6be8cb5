import { parentPort } from 'node:worker_threads';
import { readSheetContent } from '../../exchange/read/read-sheet.ts';
import type { SheetContent } from '../../exchange/read/sheet-content.ts';
import { SheetReadError } from '../../exchange/read/sheet-read-error.ts';
import { checkSuppliers, commitSuppliers, previewSuppliers } from '../supplier-imports/supplier-import-tasks.ts';
import type { ImportReply, ImportStep, ImportTask, SheetSource } from './import-messages.ts';
import { check, commit, ImportRefused, preview } from './import-tasks.ts';

/**
 * Entry of the import worker: one thread per uploaded file, which keeps the sheet it has read between preview, check and
 * commit. It is ended to cancel; its open transaction then rolls back.
 */
let held: { readonly key: string; readonly content: SheetContent } | null = null;

parentPort?.on('message', (task: ImportTask) => {
  run(task).then(reply, (error: unknown) => reply(failureOf(error)));
});

async function run(task: ImportTask): Promise<ImportReply> {
  const content = await contentOf(task.source);
  switch (task.kind) {
    case 'preview':
      return { kind: 'result', result: preview(content, task) };
    case 'check':
      return { kind: 'result', result: check(content, task, progress) };
    case 'commit':
      return { kind: 'result', result: commit(content, task, progress) };
    case 'previewSuppliers':
      return { kind: 'result', result: previewSuppliers(content, task) };
    case 'checkSuppliers':
      return { kind: 'result', result: await checkSuppliers(content, task, progress) };
    case 'commitSuppliers':
      return { kind: 'result', result: await commitSuppliers(content, task, progress) };
  }
}

async function contentOf(source: SheetSource): Promise<SheetContent> {
  const key = JSON.stringify(source);
  if (held?.key === key) return held.content;
  // The old sheet goes first: two large ones would not fit.
  held = null;
  const content = await readSheetContent(source.file, {
    sheet: source.sheet,
    encoding: source.encoding,
    onProgress: (done, total) => progress('reading', done, total),
  });
  held = { key, content };
  return content;
}

function progress(step: ImportStep, done: number, total: number | null): void {
  reply({ kind: 'progress', step, done, total });
}

function reply(message: ImportReply): void {
  parentPort?.postMessage(message);
}

function failureOf(error: unknown): ImportReply {
  if (error instanceof SheetReadError) {
    const { row, limit } = error.data;
    return { kind: 'unreadable', code: error.code, row: row ?? null, limit: limit ?? null };
  }
  if (error instanceof ImportRefused) return { kind: 'refused', field: error.field, rule: error.rule };
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error), code };
}
