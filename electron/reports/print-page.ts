import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { Progress } from '../../shared/contract/imports.ts';
import type { Download } from '../../shared/contract/reports.ts';
import type { CoreState } from '../core/core-state.ts';

export interface PrintPage {
  /** The page of the renderer that is printed ("/print/…"). */
  readonly path: string;
  /** What the file is called, without its ending; anything a file system refuses is taken out. */
  readonly name: string;
  readonly paper: 'A4' | 'Letter';
}

/**
 * Makes a PDF of one page of the renderer and offers it for download. Cancelled or failed, it leaves no file behind.
 * Errors: NO_PDF where no browser engine is at hand; the signal's reason.
 */
export async function* printPage(
  core: CoreState,
  { path, name, paper }: PrintPage,
  signal: AbortSignal,
): AsyncGenerator<Progress<Download>> {
  yield { kind: 'progress', step: 'writing', done: 0, total: 1 };
  const { renderPdf } = core.host;
  if (renderPdf === null) throw new ORPCError('NO_PDF', { defined: true });
  const dir = join(core.options.appDataDir, 'tmp');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${core.options.newId()}.pdf`);
  let download: Download;
  try {
    const pdf = await renderPdf(path, { paper, signal });
    await writeFile(file, pdf, { signal });
    signal.throwIfAborted();
    download = await core.downloads.offer(file, `${safeFileName(name)}.pdf`, 'application/pdf');
  } catch (error) {
    await rm(file, { force: true });
    signal.throwIfAborted();
    throw error;
  }
  yield { kind: 'result', result: download };
}

/** A name without anything a file system refuses, at most 120 characters. */
export function safeFileName(name: string): string {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...safe].slice(0, 120).join('');
}
