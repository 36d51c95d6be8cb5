import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MAX_FRAME_BYTES } from '../../electron/browser/server.ts';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';

let host: BrowserHost;
let cookie: string;

beforeAll(async () => {
  host = await startBrowserHost();
  cookie = await host.login();
});
afterAll(() => host.dispose());

describe('oversize', () => {
  it('a body of 200 MB is refused with 413 before it is read', async () => {
    const raw = await rawAnswer(
      `POST / HTTP/1.1\r\nHost: 127.0.0.1:${host.server.port}\r\nCookie: ${cookie}\r\nContent-Length: 200000000\r\n\r\n`,
    );
    expect(raw).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('a body that does not tell its length is refused with 413 once it is too long', async () => {
    const headers = { Cookie: cookie, 'Transfer-Encoding': 'chunked' };
    const answer = await host.ask('/', { method: 'POST', headers, body: Buffer.alloc(4 * 1024 * 1024) });
    expect(answer.status).toBe(413);
  });

  it('long headers are refused with 431', async () => {
    const answer = await host.ask('/', { headers: { Cookie: cookie, 'X-Long': 'a'.repeat(20_000) } });
    expect(answer.status).toBe(431);
  });

  it('a frame above the limit closes the socket with 1009, and the next window is served', async () => {
    const socket = await host.connect({ Origin: host.server.origin, Cookie: cookie });
    const code = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.send(Buffer.alloc(MAX_FRAME_BYTES + 1));
    expect(await code).toBe(1009);
    expect((await host.ask('/', { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it('a frame that is no message harms nobody', async () => {
    // The library says what it could not read on standard error.
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const socket = await host.connect({ Origin: host.server.origin, Cookie: cookie });
    const forged = { i: 'forged', p: { u: '/__proto__/constructor', b: JSON.parse('{"__proto__":{"x":1}}') } };
    for (const junk of ['', 'junk', '{}', '[]', JSON.stringify(forged), Buffer.alloc(100)]) socket.send(junk);
    await expect(host.client(socket).suppliers.list({})).resolves.toMatchObject({ total: 0 });
    expect({}).not.toHaveProperty('x');
    socket.close();
    complaints.mockRestore();
  });
});

it('200 slow senders are cut off within 15 s while others are served', { timeout: 40_000 }, async () => {
  const started = Date.now();
  const { port } = host.server;
  const beginnings = [
    '',
    'GET / HT',
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-A: `,
    `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nContent-Length: 1000\r\n\r\n`,
    `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`,
  ];
  const slow = await Promise.all(Array.from({ length: 200 }, (_, i) => openSlowly(port, beginnings[i % 5] ?? '')));
  const drip = setInterval(() => {
    for (const { socket } of slow) if (!socket.destroyed) socket.write('a');
  }, 1_000);
  expect((await host.ask('/', { headers: { Cookie: cookie } })).status).toBe(200);
  expect(slow.filter(({ socket }) => socket.destroyed)).toEqual([]);
  await Promise.all(slow.map(({ closed }) => closed));
  clearInterval(drip);
  expect(Date.now() - started).toBeLessThan(15_000);
});

function openSlowly(port: number, beginning: string): Promise<{ socket: Socket; closed: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (beginning !== '') socket.write(beginning);
      resolve({ socket, closed });
    });
    const closed = new Promise<void>((settle) => socket.once('close', () => settle()));
    socket.once('error', reject);
    socket.on('error', () => undefined);
    socket.resume();
  });
}

/** What comes back for these bytes, up to the first end of a line. */
function rawAnswer(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.server.port, '127.0.0.1', () => socket.write(bytes));
    socket.once('error', reject);
    socket.once('data', (data: Buffer) => {
      socket.destroy();
      resolve(data.toString('latin1'));
    });
  });
}
