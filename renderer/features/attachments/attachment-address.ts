import type { Attachment } from '../../../shared/contract/attachments.ts';

/**
 * Where the host serves a stored file. Its name only serves the browser's "save as": what an address cannot carry is
 * written as an underscore. Pictures and PDF open, everything else is saved.
 */
export function attachmentAddress({ sha256, fileName }: Pick<Attachment, 'sha256' | 'fileName'>): string {
  const name = fileName
    .toWellFormed()
    .replaceAll(/[/\\\p{Cc}]/gu, '_')
    .slice(0, 200);
  return `/attachments/${sha256}/${encodeURIComponent(/^\.{1,2}$/.test(name) ? '_' : name)}`;
}
