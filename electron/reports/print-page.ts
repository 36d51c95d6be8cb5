import { writeFile } from 'node:fs/promises';
import { ORPCError } from '@orpc/server';
import type { Progress } from '../../shared/contract/imports.ts';
import type { Download } from '../../shared/contract/reports.ts';
import type { CoreState } from '../core/core-state.ts';
import { makeDownload } from '../core/make-download.ts';

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
  const download = await makeDownload(core, { name, format: 'pdf' }, signal, async (file) => {
    await writeFile(file, await renderPdf(path, { paper, signal }), { signal });
  });
  yield { kind: 'result', result: download };
}
