import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CoreState } from '../core/core-state.ts';
import type { RpcContext } from '../core/procedure.ts';
import { type FoundFile, findFile, isUserFilePath } from '../hosts/find-file.ts';
import { listStaticFiles, requestPath, type StaticFile } from '../hosts/static-files.ts';
import type { FoundBrowser } from './find-chromium.ts';
import { Guard, MAX_BODY_BYTES, setSecurityHeaders } from './guard.ts';
import { createPdfPrinter } from './pdf.ts';
import { refusalPage } from './refusal-page.ts';

/** The largest message on the socket: a file of 100 MiB and what wraps it. */
export const MAX_FRAME_BYTES = 110 * 1024 * 1024;

export interface ServerOptions {
  readonly core: {
    // biome-ignore lint/suspicious/noExplicitAny: the library's own type of "a router of whatever contract"
    readonly router: Router<any, RpcContext>;
    readonly state: CoreState;
  };
  /** The built renderer. */
  readonly rendererDir: string;
  /** Makes the PDFs; without one the host offers none. */
  readonly chromium: FoundBrowser | null;
  /** Called when the last window has been gone for `afterMs`; never before a first window came. */
  readonly idle: { readonly afterMs: number; readonly onIdle: () => void } | null;
  /** Answers a second start of the program, which knows the secret. */
  readonly control: { readonly secret: string; readonly answer: (body: string) => Promise<unknown> } | null;
  /** Stands in for the built renderer while developing. */
  readonly development: DevelopmentRenderer | null;
}

export interface DevelopmentRenderer {
  handle(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface RunningServer {
  readonly port: number;
  readonly origin: string;
  /** An address that opens the program once, within `lifetimeMs` (null: as long as it runs). */
  mintLaunchUrl(lifetimeMs: number | null): string;
  openWindows(): number;
  /** A window is on its way: from now on the program ends when none comes. */
  expectWindow(): void;
  close(): Promise<void>;
}

/** Shows a core on 127.0.0.1, on a port the system picks, to nobody but the windows that were let in. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const files = options.development === null ? await listStaticFiles(options.rendererDir) : new Map();
  const server = createServer({
    // A request has this long to arrive whole: slow senders are cut off within 15 s.
    headersTimeout: 10_000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 2_000,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 16 * 1024,
  });
  server.listen({ host: '127.0.0.1', port: 0, exclusive: true });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const guard = new Guard(port, Date.now);
  const { sockets, expectWindow } = serveRpc(server, guard, options);
  serveRequests(server, guard, options, files);

  const printer =
    options.chromium === null
      ? null
      : createPdfPrinter({
          chromium: options.chromium,
          origin: guard.origin,
          cookieName: guard.cookieName,
          openSession: () => guard.tokens.openSession(),
          closeSession: (session) => guard.tokens.closeSession(session),
          keepWarmMs: 60_000,
        });
  options.core.state.host = { kind: 'browser', pickFolder: null, renderPdf: printer === null ? null : printer.render };

  return {
    port,
    origin: guard.origin,
    mintLaunchUrl: (lifetimeMs) => `${guard.origin}/?token=${guard.tokens.mintLaunchToken(lifetimeMs)}`,
    openWindows: () => sockets.clients.size,
    expectWindow,
    close: async () => {
      await printer?.close();
      for (const socket of sockets.clients) socket.close(1001);
      const closed = once(server, 'close');
      server.close();
      // A window that does not answer the goodbye must not keep the program.
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
        server.closeAllConnections();
      }, 500).unref();
      await closed;
    },
  };
}

function serveRpc(
  server: Server,
  guard: Guard,
  { core, idle, development }: ServerOptions,
): { sockets: WebSocketServer; expectWindow: () => void } {
  const rpc = new RPCHandler<RpcContext>(core.router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  let idleTimer: NodeJS.Timeout | undefined;
  const expectWindow = (): void => {
    clearTimeout(idleTimer);
    if (idle !== null && sockets.clients.size === 0) idleTimer = setTimeout(idle.onIdle, idle.afterMs);
  };

  const accept = (socket: WebSocket): void => {
    clearTimeout(idleTimer);
    // Too large a frame and the like: the library closes the socket with the code that fits.
    socket.on('error', (error) => core.state.options.log.info('socket closed', { reason: error.message }));
    // Not the end at once: a reload closes the only socket, too.
    socket.on('close', expectWindow);
    void rpc.upgrade(socket, { context: { core: core.state } });
  };

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!guard.hasOwnAddress(request) || !guard.hasOwnOrigin(request)) return refuseUpgrade(socket, 403);
    if (!guard.hasSession(request)) return refuseUpgrade(socket, 401);
    if (requestPath(request.url ?? '') === '/rpc') {
      sockets.handleUpgrade(request, socket, head, accept);
    } else if (development !== null) {
      development.upgrade(request, socket, head);
    } else {
      refuseUpgrade(socket, 404);
    }
  });
  server.on('close', () => clearTimeout(idleTimer));
  return { sockets, expectWindow };
}

function refuseUpgrade(socket: Duplex, status: 401 | 403 | 404): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

function serveRequests(
  server: Server,
  guard: Guard,
  options: ServerOptions,
  files: ReadonlyMap<string, StaticFile>,
): void {
  const { core, control, development } = options;
  const port = Number(new URL(guard.origin).port);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setSecurityHeaders(response, port, development !== null);
    if (!guard.hasOwnAddress(request)) return refuse(request, response, 403);
    const path = requestPath(request.url ?? '');

    if (path === '/instance' && control !== null) {
      if (!guard.hasBearer(request, control.secret)) return refuse(request, response, 401);
      if (request.method !== 'POST') return refuse(request, response, 405);
      const body = await readBody(request);
      if (body === null) return refuse(request, response, 413);
      return answerJson(response, await control.answer(body));
    }

    const hasSession = guard.hasSession(request);
    const token = path === '/' ? queryOf(request).get('token') : null;
    if (token !== null && request.method === 'GET') {
      const session = guard.tokens.exchange(token);
      if (session !== null) response.setHeader('Set-Cookie', guard.sessionCookie(session));
      // A window that reloads its first address is let in by its cookie.
      if (session === null && !hasSession) return refuse(request, response, 401);
      response.writeHead(303, { Location: '/' }).end();
      return;
    }
    if (!hasSession) return refuse(request, response, 401);
    if (request.method !== 'GET') {
      return refuse(request, response, (await readBody(request)) === null ? 413 : 405);
    }
    if (path === null) return refuse(request, response, 400);
    if (path === '/rpc') return refuse(request, response, 426);
    if (development !== null && !isUserFilePath(path)) return development.handle(request, response);
    const found = await findFile(core.state, files, path, queryOf(request));
    return found === null ? refuse(request, response, 404) : sendFile(found, response);
  };

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      core.state.options.log.error('request failed', { error: error instanceof Error ? error.stack : String(error) });
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500);
    });
  };
  server.on('request', onRequest);
  // Who asks before sending a body is answered without being asked to send it.
  server.on('checkContinue', onRequest);
}

type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 413 | 426 | 500;

function refuse(request: IncomingMessage, response: ServerResponse, status: RefusalStatus): void {
  if (status === 405) response.setHeader('Allow', 'GET');
  if (status === 426) response.setHeader('Upgrade', 'websocket');
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(refusalPage(status));
  // The rest of a body is read and thrown away (the request timeout ends it): hanging up would lose the answer.
  request.resume();
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
}

/** The small body of a request; null when it is larger than any may be (what is left of it stays unread). */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null;
  let body = '';
  for await (const chunk of request.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    body += chunk;
    if (body.length > MAX_BODY_BYTES) return null;
  }
  return body;
}

function answerJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function sendFile({ file, byteSize, headers }: FoundFile, response: ServerResponse): Promise<void> {
  response.writeHead(200, { ...headers, 'Content-Length': byteSize });
  // A window that goes away in the middle is no failure; the pipeline has cleaned up by then.
  await pipeline(createReadStream(file, { end: Math.max(byteSize - 1, 0) }), response).catch(() => undefined);
}
