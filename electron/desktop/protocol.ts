import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import type { CoreState } from '../core/core-state.ts';
import { findFile, isUserFilePath } from '../hosts/find-file.ts';
import { pageHeaders } from '../hosts/page-headers.ts';
import { listStaticFiles, requestPath } from '../hosts/static-files.ts';
import { APP_HOST, APP_SCHEME } from './origin.ts';

/** Must be called before the program is ready: makes app:// a secure, standard origin. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

export interface RendererSource {
  /** The built renderer. */
  readonly dir: string;
  /** The server that stands in for it while developing. */
  readonly developmentServer: URL | null;
}

/** Serves the renderer's files, finished downloads and attachments under app://hangjia. */
export async function serveFiles(core: CoreState, { dir, developmentServer }: RendererSource): Promise<void> {
  const files = developmentServer === null ? await listStaticFiles(dir) : new Map();
  const headers =
    developmentServer === null
      ? pageHeaders()
      : pageHeaders({ scripts: "'unsafe-inline'", connections: `ws://${developmentServer.host}` });
  const refuse = (status: 400 | 404 | 405 | 500): Response => new Response(null, { status, headers });

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST) return refuse(404);
    if (request.method !== 'GET') return refuse(405);
    const path = requestPath(url.pathname);
    if (path === null) return refuse(400);
    if (developmentServer !== null && !isUserFilePath(path)) return fromServer(developmentServer, url, headers);
    const found = await findFile(core, files, path, url.searchParams);
    if (found === null) return refuse(404);
    const { body } = await net.fetch(pathToFileURL(found.file).href);
    const length = { 'Content-Length': String(found.byteSize) };
    return new Response(body, { headers: { ...headers, ...found.headers, ...length } });
  };

  protocol.handle(APP_SCHEME, async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      const cause = error instanceof Error ? error.stack : String(error);
      core.options.log.error('request failed', { error: cause });
      return refuse(500);
    }
  });
}

async function fromServer(server: URL, { pathname, search }: URL, headers: Record<string, string>): Promise<Response> {
  const { body, status, headers: given } = await net.fetch(new URL(`${pathname}${search}`, server).href);
  return new Response(body, { status, headers: { ...headers, 'Content-Type': given.get('Content-Type') ?? '' } });
}
