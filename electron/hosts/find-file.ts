import { stat } from 'node:fs/promises';
import type { CoreState } from '../core/core-state.ts';
import { userFileHeaders } from '../core/served-file.ts';
import type { StaticFile } from './static-files.ts';

/** The file that answers an address of ours, and what is said about it beside the host's own security headers. */
export interface FoundFile {
  readonly file: string;
  readonly byteSize: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** True for finished downloads and attachments: files of the user's, never part of the program's pages. */
export function isUserFilePath(path: string): boolean {
  return path.startsWith('/downloads/') || path.startsWith('/attachments/');
}

/** Finds a finished download, an attachment or a file of the renderer; null when there is none. `path` is what `requestPath` gave. */
export async function findFile(
  core: CoreState,
  renderer: ReadonlyMap<string, StaticFile>,
  path: string,
  query: URLSearchParams,
): Promise<FoundFile | null> {
  const named = isUserFilePath(path) ? await findUserFile(core, path, query) : findRendererFile(renderer, path);
  if (named === null) return null;
  const found = await stat(named.file).catch(() => null);
  return found?.isFile() ? { ...named, byteSize: found.size } : null;
}

type NamedFile = Omit<FoundFile, 'byteSize'>;

async function findUserFile(core: CoreState, path: string, query: URLSearchParams): Promise<NamedFile | null> {
  if (path.startsWith('/downloads/')) {
    const download = core.downloads.find(path.slice('/downloads/'.length));
    if (download === null) return null;
    const headers = { ...userFileHeaders(download.fileName, { download: true }), 'Content-Type': download.mediaType };
    return { file: download.file, headers };
  }
  const [, sha256, name] = /^\/attachments\/([0-9a-f]{64})\/([^/]{1,500})$/.exec(path) ?? [];
  if (sha256 === undefined || name === undefined || core.workspace === null) return null;
  const file = await core.workspace.attachments.pathOf(sha256);
  return file === null ? null : { file, headers: userFileHeaders(name, { download: query.has('download') }) };
}

function findRendererFile(renderer: ReadonlyMap<string, StaticFile>, path: string): NamedFile | null {
  // A path without a file's ending is a screen: the page itself finds the way.
  const isScreen = !(path.split('/').at(-1) ?? '').includes('.');
  const found = renderer.get(path) ?? (isScreen ? renderer.get('/index.html') : undefined);
  if (found === undefined) return null;
  const caching = found.isImmutable ? 'private, max-age=31536000, immutable' : 'no-store';
  return { file: found.file, headers: { 'Content-Type': found.mediaType, 'Cache-Control': caching } };
}
