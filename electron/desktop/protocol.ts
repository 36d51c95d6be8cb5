import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import type { CoreState } from '../core/core-state.ts';
import { userFileHeaders } from '../core/served-file.ts';
import { listStaticFiles, requestPath, type StaticFile } from '../hosts/static-files.ts';
import { APP_HOST, APP_SCHEME } from './origin.ts';

/** Must be called before the program is ready: makes app:// a secure, standard origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the renderer's files, finished downloads and attachments under app://hangjia. */
export async function serveFiles(core: CoreState, rendererDir: string): Promise<void> {
  const files = await listStaticFiles(rendererDir);
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST) return refuse(404);
    if (request.method !== 'GET') return refuse(405);
    const path = requestPath(url.pathname);
    if (path === null) return refuse(400);
    if (path.startsWith('/downloads/')) return sendDownload(core, path);
    if (path.startsWith('/attachments/')) return sendAttachment(core, path, url.searchParams.has('download'));
    return sendStatic(files, path);
  });
}

/** Scripts from our own files only. Styles may be inline: the component library writes its theme into the page. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const SECURITY_HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

async function sendDownload(core: CoreState, path: string): Promise<Response> {
  const found = core.downloads.find(path.slice('/downloads/'.length));
  if (found === null) return refuse(404);
  const headers = { ...userFileHeaders(found.fileName, { download: true }), 'Content-Type': found.mediaType };
  return sendFile(found.file, headers);
}

async function sendAttachment(core: CoreState, path: string, download: boolean): Promise<Response> {
  const [, sha256, name] = /^\/attachments\/([0-9a-f]{64})\/([^/]{1,500})$/.exec(path) ?? [];
  if (sha256 === undefined || name === undefined || core.workspace === null) return refuse(404);
  const file = await core.workspace.attachments.pathOf(sha256);
  return file === null ? refuse(404) : sendFile(file, userFileHeaders(name, { download }));
}

async function sendStatic(files: ReadonlyMap<string, StaticFile>, path: string): Promise<Response> {
  // A path without a file's ending is a screen: the page itself finds the way.
  const isScreen = !(path.split('/').at(-1) ?? '').includes('.');
  const found = files.get(path) ?? (isScreen ? files.get('/index.html') : undefined);
  return found === undefined ? refuse(404) : sendFile(found.file, { 'Content-Type': found.mediaType });
}

async function sendFile(file: string, headers: Record<string, string>): Promise<Response> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return refuse(404);
  const { body } = await net.fetch(pathToFileURL(file).href);
  return new Response(body, { headers: { ...SECURITY_HEADERS, ...headers, 'Content-Length': String(found.size) } });
}

function refuse(status: 400 | 404 | 405): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
