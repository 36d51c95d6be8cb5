import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface StaticFile {
  readonly file: string;
  readonly mediaType: string;
  /** Its name carries a hash of its content, so it never changes. */
  readonly isImmutable: boolean;
}

/**
 * The files of the built renderer, listed once. A request can only name one of them: no path of a request ever
 * becomes a path on the disk, so there is nothing to climb out of.
 */
export async function listStaticFiles(root: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(root, file).split(sep).join('/')}`;
    const mediaType = MEDIA_TYPES[extname(entry.name).toLowerCase()] ?? 'application/octet-stream';
    files.set(path, { file, mediaType, isImmutable: path.startsWith('/assets/') });
  }
  return files;
}

/**
 * The decoded path of a request's address, or null for one that no link of ours has: encoded slashes, dots that climb,
 * backslashes, NUL, broken encoding, another host's address.
 */
export function requestPath(url: string): string | null {
  const [raw = ''] = url.split(/[?#]/, 1);
  if (!raw.startsWith('/') || raw.startsWith('//') || /%2f|%5c|\\/i.test(raw)) return null;
  try {
    const path = decodeURIComponent(raw);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
    if (/[\u0000-\u001f\u007f\\]/.test(path)) return null;
    return path.split('/').some((segment) => segment === '.' || segment === '..') ? null : path;
  } catch {
    return null;
  }
}
