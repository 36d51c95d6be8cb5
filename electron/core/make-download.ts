import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download } from '../../shared/contract/reports.ts';
import type { CoreState } from './core-state.ts';

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/**
 * Lets `write` make a file in the program's own folder and offers it for download under a name. Cancelled or failed, it leaves
 * no file behind. Errors: those of `write`; the signal's reason.
 */
export async function makeDownload(
  core: CoreState,
  { name, format }: { readonly name: string; readonly format: keyof typeof MEDIA_TYPES },
  signal: AbortSignal,
  write: (file: string) => Promise<void>,
): Promise<Download> {
  const dir = join(core.options.appDataDir, 'tmp');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${core.options.newId()}.${format}`);
  try {
    await write(file);
    signal.throwIfAborted();
    return await core.downloads.offer(file, `${safeFileName(name)}.${format}`, MEDIA_TYPES[format]);
  } catch (error) {
    await rm(file, { force: true });
    signal.throwIfAborted();
    throw error;
  }
}

/** A name without anything a file system refuses, at most 120 characters. */
export function safeFileName(name: string): string {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...safe].slice(0, 120).join('');
}
