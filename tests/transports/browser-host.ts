import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { RouterClient } from '@orpc/server';
import { WebSocket } from 'ws';
import { type RunningServer, type ServerOptions, startServer } from '../../electron/browser/server.ts';
import type { Core } from '../../electron/core/create-core.ts';
import { createTestCore, type TestCore } from '../builders/test-core.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

export interface BrowserHost {
  readonly test: TestCore;
  readonly server: RunningServer;
  readonly rendererDir: string;
  /** Sends exactly this path: nothing tidies it up on the way. */
  ask(path: string, options?: AskOptions): Promise<Answer>;
  /** Lets a window in and returns its cookie. */
  login(): Promise<string>;
  /** Opens the socket; rejects with the status it was refused with. */
  connect(headers: Record<string, string>, path?: string): Promise<WebSocket>;
  /** A client as a window has it. */
  client(socket: WebSocket): RouterClient<Core['router']>;
  dispose(): Promise<void>;
}

/** The real server on the real core and a workspace, with a small renderer of known content. */
export async function startBrowserHost(overrides: Partial<ServerOptions> = {}): Promise<BrowserHost> {
  const test = await createTestCore();
  const root = await mkdtemp(join(tmpdir(), 'hangjia-renderer-'));
  const rendererDir = join(root, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(rendererDir, 'index.html'), PAGE);
  await writeFile(join(rendererDir, 'assets', 'print.js'), PRINT_SCRIPT);
  await writeFile(join(rendererDir, 'assets', 'index-abc.js'), 'export const answer = 42;');
  await writeFile(join(root, 'secret.txt'), CANARY);
  const server = await startServer({
    core: test.core,
    rendererDir,
    chromium: null,
    idle: null,
    control: null,
    development: null,
    ...overrides,
  });

  const ask = (path: string, { method = 'GET', headers = {}, body }: AskOptions = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: server.port, path, method, headers, agent: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    test,
    server,
    rendererDir,
    ask,
    login: async () => {
      const { pathname, search } = new URL(server.mintLaunchUrl(60_000));
      const { headers } = await ask(`${pathname}${search}`);
      return cookieOf(headers);
    },
    connect: (headers, path = '/rpc') =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
        socket.once('open', () => resolve(socket));
        socket.once('error', reject);
        socket.once('unexpected-response', (_, response) => {
          reject(new Refused(response.statusCode ?? 0));
          response.destroy();
        });
      }),
    client: (socket) => createORPCClient(new RPCLink({ websocket: socket })),
    dispose: async () => {
      await server.close();
      await test.dispose();
      await rm(root, { recursive: true, force: true });
    },
  };
}

const PAGE = `<!doctype html><html lang="en"><title>the renderer</title>
<style>@page { size: 100mm 50mm; margin: 5mm } h1 { break-before: page } h1:first-of-type { break-before: auto }</style>
<body><h1>One</h1><h1>Two 二</h1><h1>Three</h1><script src="/assets/print.js"></script></body></html>`;

/**
 * Some pages become ready by and by, some fail, the others never say anything. A waiting program that is turned to another
 * page has a fourth page.
 */
const PRINT_SCRIPT = `const { dataset } = document.documentElement;
const show = (path) => {
  if (path === '/print/ready') setTimeout(() => { dataset.printReady = 'true' }, 50);
  if (path === '/print/broken') setTimeout(() => { dataset.printError = 'no such report' }, 50);
  if (path === '/print/waiting') dataset.printWaiting = 'true';
  if (path === '/print/hangs') for (;;);
};
history.pushState = (_state, _title, path) => {
  document.body.append(Object.assign(document.createElement('h1'), { textContent: 'Four' }));
  show(path);
};
show(location.pathname);`;

/** Lies beside the renderer's folder and must never be served. */
export const CANARY = 'canary outside the root';

export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/** The name and value of the one cookie a response sets. */
export function cookieOf(headers: IncomingHttpHeaders): string {
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}
