import { extname } from 'node:path';

/** Kinds a browser may show by itself. Everything else is only ever saved: a page among the files must never run. */
const SHOWABLE: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/**
 * Headers for a user's file, of whatever origin. The name decides the kind (its content is not trusted to), `nosniff`
 * holds the browser to it, and the policy lets nothing in the file load, run or frame anything.
 */
export function userFileHeaders(fileName: string, options: { download: boolean }): Record<string, string> {
  const shown = shownAs(fileName);
  return {
    'Content-Type': shown ?? 'application/octet-stream',
    'Content-Disposition': contentDisposition(
      shown !== undefined && !options.download ? 'inline' : 'attachment',
      fileName,
    ),
    'X-Content-Type-Options': 'nosniff',
    // The browser's own PDF viewer opens under this, too.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
}

/** Whether a browser shows a file of this name itself instead of saving it. */
export function isShowable(fileName: string): boolean {
  return shownAs(fileName) !== undefined;
}

function shownAs(fileName: string): string | undefined {
  return SHOWABLE[extname(fileName).toLowerCase()];
}

/** RFC 6266: an ASCII name for old readers and the real one in UTF-8. Control and direction marks are dropped. */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const clean = fileName
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/[\\/]/g, '_');
  const ascii = clean.replaceAll(/[^\x20-\x7e]|["%]/g, '_');
  const utf8 = encodeURIComponent(clean).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
