import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserHost, cookieOf, Refused, startBrowserHost } from './browser-host.ts';

let host: BrowserHost;
let cookie: string;
let own: string;

beforeAll(async () => {
  host = await startBrowserHost();
  cookie = await host.login();
  own = host.server.origin;
});
afterAll(() => host.dispose());

describe('launch token', () => {
  it('is exchanged once for a cookie that scripts and other sites cannot use', async () => {
    const { pathname, search } = new URL(host.server.mintLaunchUrl(null));
    const first = await host.ask(`${pathname}${search}`);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^hangjia_${host.server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);

    const page = await host.ask('/', { headers: { Cookie: cookieOf(first.headers) } });
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('the renderer') });
    const second = await host.ask(`${pathname}${search}`);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it.each(['', 'x', 'a'.repeat(43), '%00', 'a'.repeat(10_000)])('is refused when wrong (%#)', async (token) => {
    const answer = await host.ask(`/?token=${token}`);
    expect(answer.status).toBe(401);
    expect(answer.body).not.toContain('the renderer');
  });

  it('is refused when too old', async () => {
    const { pathname, search } = new URL(host.server.mintLaunchUrl(0));
    expect((await host.ask(`${pathname}${search}`)).status).toBe(401);
  });
});

describe('without a session', () => {
  it.each(['/', '/index.html', '/assets/index-abc.js', '/downloads/x', '/nowhere', '/rpc', '/instance'])(
    '%s is refused',
    async (path) => {
      for (const headers of [{}, { Cookie: `hangjia_${host.server.port}=wrong` }, { Cookie: `other=${cookie}` }]) {
        expect((await host.ask(path, { headers })).status).toBe(401);
      }
    },
  );
});

describe('with a session', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1.evil.example', '[::1]', '0.0.0.0'])(
    'the foreign host %s is refused on every route',
    async (name) => {
      const { port } = host.server;
      // The bare address is one of them; with our port it would be ours.
      const foreign = name === '127.0.0.1' ? name : `${name}:${port}`;
      for (const path of ['/', '/assets/index-abc.js', '/downloads/x', '/rpc', '/instance']) {
        expect((await host.ask(path, { headers: { Host: foreign, Cookie: cookie } })).status).toBe(403);
      }
      await expect(host.connect({ Host: foreign, Origin: own, Cookie: cookie })).rejects.toEqual(new Refused(403));
    },
  );

  it.each(['https://evil.example', 'null', 'http://localhost', 'file://'])(
    'the foreign origin %s is refused on every route',
    async (Origin) => {
      for (const path of ['/', '/assets/index-abc.js', '/rpc', '/instance']) {
        expect((await host.ask(path, { headers: { Origin, Cookie: cookie } })).status).toBe(403);
      }
      await expect(host.connect({ Origin, Cookie: cookie })).rejects.toEqual(new Refused(403));
    },
  );

  it('a request another site caused is refused', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const answer = await host.ask('/', { headers: { 'Sec-Fetch-Site': site, Cookie: cookie } });
      expect(answer.status).toBe(403);
    }
  });

  it('forms and posts without CORS change nothing', async () => {
    const before = await countActions();
    const call = JSON.stringify({ json: { name: 'forged' } });
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      for (const path of ['/rpc', '/rpc/suppliers/create', '/', '/instance']) {
        for (const Origin of ['https://evil.example', 'null']) {
          const headers = { 'Content-Type': type, Origin, Cookie: cookie };
          expect((await host.ask(path, { method: 'POST', headers, body: call })).status).toBe(403);
        }
        const sameOrigin = { 'Content-Type': type, Origin: own, Cookie: cookie };

        expect((await host.ask(path, { method: 'POST', headers: sameOrigin, body: call })).status).toBe(405);
      }
    }
    expect(await countActions()).toBe(before);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'])('%s is not offered', async (method) => {
    const answer = await host.ask('/', { method, headers: { Cookie: cookie } });
    expect(answer.status).toBe(405);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('every answer carries the policies', async () => {
    for (const path of ['/', '/nowhere.js', '/..%2f']) {
      const { headers } = await host.ask(path, { headers: { Cookie: cookie } });
      expect(headers).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      const policy = headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });
});

describe('socket', () => {
  it('opens for our own window and answers', async () => {
    const socket = await host.connect({ Origin: own, Cookie: cookie });
    const state = await host.client(socket).workspaces.state({});
    expect(state.open?.name).toBe('Test');
    socket.close();
  });

  it.each([
    ['no origin', { Cookie: true }, 403],
    ['no cookie', { Origin: true }, 401],
    ['neither', {}, 403],
  ])('with %s is refused', async (_, given: { Cookie?: boolean; Origin?: boolean }, status) => {
    const headers = { ...(given.Cookie && { Cookie: cookie }), ...(given.Origin && { Origin: own }) };
    await expect(host.connect(headers)).rejects.toEqual(new Refused(status));
  });

  it('is only found at its own path', async () => {
    for (const path of ['/', '/rpc/', '/rpc/x', '/instance']) {
      await expect(host.connect({ Origin: own, Cookie: cookie }, path)).rejects.toEqual(new Refused(404));
    }
  });
});

it('listens on the loopback address alone', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  for (const address of [...others, '127.0.0.2']) {
    await expect(canConnect(address, host.server.port)).resolves.toBe(false);
  }
  await expect(canConnect('127.0.0.1', host.server.port)).resolves.toBe(true);
});

async function countActions(): Promise<number> {
  return (await host.test.call.history.list({ offset: 0, limit: 1 })).total;
}

function canConnect(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 2_000 });
    const end = (isOpen: boolean) => () => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
