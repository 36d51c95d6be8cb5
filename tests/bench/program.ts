import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { RouterClient } from '@orpc/server';
import { WebSocket } from 'ws';
import type { Core } from '../../electron/core/create-core.ts';

export type Client = RouterClient<Core['router']>;

/** A program that runs apart from the measuring one and says where it listens. */
export interface Served {
  readonly url: URL;
  /** The longest time its main thread was not free since this was asked last, in milliseconds. */
  longestTask(): Promise<number>;
  stop(): Promise<void>;
}

/** The built program, let in once. */
export interface Program extends Served {
  /** "name=value" of the session. */
  readonly cookie: string;
  connect(): Promise<Connection>;
}

export interface Connection {
  readonly client: Client;
  close(): void;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WATCH = new URL('./watch-loop.ts', import.meta.url).href;

/** Starts the built browser host on a workspace, as `npm start -- --browser --no-open` does. `home` holds its own data. */
export async function startProgram(workspaceDir: string, home: string): Promise<Program> {
  const args = [join(ROOT, 'out/main/serve.js'), '--no-open', '--workspace', workspaceDir];
  const served = await serve(args, { HANGJIA_HOME: home, HANGJIA_IDLE_SECONDS: '600' });
  const cookie = await letIn(served.url);
  const { host, origin } = served.url;
  return {
    ...served,
    cookie,
    connect: async () => {
      const socket = new WebSocket(`ws://${host}/rpc`, { headers: { Cookie: cookie, Origin: origin } });
      await once(socket, 'open');
      return { client: createORPCClient(new RPCLink({ websocket: socket })), close: () => socket.close() };
    },
  };
}

/** Starts a script that prints its address as the last thing before it serves. */
export async function serve(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const child = spawn(process.execPath, ['--import', WATCH, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await addressOf(child);
  return {
    url,
    longestTask: async () => {
      const answer = once(child, 'message');
      child.send('tell');
      const [{ longest }] = await answer;
      return Number(longest);
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<URL> {
  if (child.stdout === null) throw new Error('no output to read the address from');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://127.0.0.1:')) return new URL(line);
  }
  throw new Error('the program ended without an address');
}

/** Exchanges the launch token for a session, as the first request of a window does. */
export function letIn(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { agent: false }, (response) => {
      response.resume();
      const [cookie = ''] = response.headers['set-cookie'] ?? [];
      const pair = cookie.split(';')[0] ?? '';
      if (pair === '') reject(new Error(`not let in: ${response.statusCode}`));
      else resolve(pair);
    })
      .on('error', reject)
      .end();
  });
}
