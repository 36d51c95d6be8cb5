import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';

describe('idle', () => {
  let host: BrowserHost | null = null;
  afterEach(async () => {
    vi.useRealTimers();
    await host?.dispose();
  });

  it('ends a minute after its last window; a reload in between keeps it', async () => {
    const onIdle = vi.fn();
    host = await startBrowserHost({ idle: { afterMs: 60_000, onIdle } });
    const { server, connect } = host;
    const headers = { Origin: server.origin, Cookie: await host.login() };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const leave = async (socket: WebSocket): Promise<void> => {
      const left = server.openWindows() - 1;
      socket.close();
      while (server.openWindows() > left) await turn();
    };

    vi.advanceTimersByTime(3_600_000);
    expect(onIdle, 'before the first window').not.toHaveBeenCalled();
    await leave(await connect(headers));
    vi.advanceTimersByTime(59_999);
    const [first, second] = [await connect(headers), await connect(headers)];
    vi.advanceTimersByTime(3_600_000);
    await leave(first);
    vi.advanceTimersByTime(3_600_000);
    expect(onIdle, 'while a window is open').not.toHaveBeenCalled();
    await leave(second);
    vi.advanceTimersByTime(59_999);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onIdle).toHaveBeenCalledOnce();
  });
});

describe('control route', () => {
  it('answers who knows the secret and no page', async () => {
    const secret = 's'.repeat(43);
    const answer = vi.fn(async (body: string) => ({ heard: body }));
    const host = await startBrowserHost({ control: { secret, answer } });
    const post = (headers: Record<string, string>, body = '{}') =>
      host.ask('/instance', { method: 'POST', headers, body });
    const Authorization = `Bearer ${secret}`;

    expect((await post({})).status).toBe(401);
    expect((await post({ Authorization: `Bearer ${'t'.repeat(43)}` })).status).toBe(401);
    expect((await post({ Authorization, Origin: host.server.origin })).status).toBe(401);
    expect((await post({ Authorization, Host: 'evil.example' })).status).toBe(403);
    expect((await post({ Cookie: await host.login() })).status).toBe(401);
    expect((await post({ Authorization }, 'x'.repeat(100_000))).status).toBe(413);
    expect((await host.ask('/instance', { headers: { Authorization } })).status).toBe(405);
    expect(answer).not.toHaveBeenCalled();
    expect(await post({ Authorization }, 'hello')).toMatchObject({ status: 200, body: '{"heard":"hello"}' });
    await host.dispose();
  });
});

// Each starts programs, which takes its time on a busy machine.
describe('the program', { timeout: 60_000 }, () => {
  let root: string;
  const programs = new Set<ChildProcess>();

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'hangjia-program-'));
    mkdirSync(join(root, 'renderer'));
    await writeFile(join(root, 'renderer', 'index.html'), '<!doctype html><title>the renderer</title>');
  });
  afterEach(async () => {
    for (const program of programs) {
      if (program.exitCode !== null || program.signalCode !== null) continue;
      program.kill('SIGKILL');
      await once(program, 'exit');
    }
    programs.clear();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('is one per home: of starts at once one runs, the others get an address of it and end', async () => {
    const home = join(root, 'at-once');
    const started = Array.from({ length: 3 }, () => start(home));
    const addresses = await Promise.all(started.map(({ address }) => address));
    expect(new Set(addresses.map(({ port }) => port)).size).toBe(1);
    expect(new Set(addresses.map(({ search }) => search)).size).toBe(3);

    const { port, search } = addresses[2] ?? new URL('');
    const first = await fetch(`http://127.0.0.1:${port}/${search}`, { redirect: 'manual' });
    expect(first.status).toBe(303);
    const second = await fetch(`http://127.0.0.1:${port}/${search}`, { redirect: 'manual' });
    expect(second.status).toBe(401);

    const { pid } = JSON.parse(await readFile(join(home, 'instance.json'), 'utf8'));
    for (const { program, exited } of started) if (program.pid !== pid) expect(await exited).toBe(0);
  });

  it('keeps its secret to its owner, ends on a signal with 0 and leaves nothing behind', async () => {
    const home = join(root, 'signal');
    const { program, address, exited } = start(home);
    await address;
    expect((await stat(join(home, 'instance.json'))).mode & 0o777).toBe(0o600);
    program.kill('SIGTERM');
    expect(await exited).toBe(0);
    await expect(stat(join(home, 'instance.json'))).rejects.toThrow('ENOENT');
    const log = await readFile(join(home, 'hangjia.log'), 'utf8');
    expect(log).toContain('"message":"ended"');
    expect(log).not.toContain((await address).search.slice('?token='.length));
  });

  it('starts again after it was killed, whoever has its port now', async () => {
    const home = join(root, 'killed');
    const first = start(home);
    await first.address;
    const left = JSON.parse(await readFile(join(home, 'instance.json'), 'utf8'));
    first.program.kill('SIGKILL');
    await first.exited;

    const second = start(home);
    const { port } = await second.address;
    expect(JSON.parse(await readFile(join(home, 'instance.json'), 'utf8')).pid).toBe(second.program.pid);
    second.program.kill('SIGTERM');
    await second.exited;

    // A process of the same number and a server on the same port, both not ours.
    const stranger = await startBrowserHost();
    await writeFile(
      join(home, 'instance.json'),
      JSON.stringify({ ...left, pid: process.pid, port: stranger.server.port }),
    );
    const third = start(home);
    expect(Number((await third.address).port)).not.toBe(stranger.server.port);
    await stranger.dispose();
    expect(port).not.toBe('');
  });

  it('ends when its last window is gone', async () => {
    const { address, exited } = start(join(root, 'idle'), [], { HANGJIA_IDLE_SECONDS: '1' });
    const url = await address;
    const { headers } = await fetch(url, { redirect: 'manual' });
    const Cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const socket = new WebSocket(`ws://${url.host}/rpc`, { headers: { Cookie, Origin: url.origin } });
    await once(socket, 'open');
    socket.close();
    expect(await exited).toBe(0);
  });

  it.runIf(process.platform === 'linux')('shows itself in a window of the browser it found', async () => {
    const home = join(root, 'window');
    const env = { DISPLAY: ':7', HANGJIA_CHROMIUM: join(root, 'browser'), HANGJIA_IDLE_SECONDS: '1' };
    await writeFile(join(root, 'browser'), '#!/bin/sh\necho "$@" > "$HANGJIA_HOME/shown"\n', { mode: 0o755 });
    const shown = start(home, [], env, []);
    // It shows nothing really: no window comes within a second.
    expect(await shown.exited).toBe(0);
    expect(shown.heard()).not.toContain('token=');
    expect(await readFile(join(home, 'shown'), 'utf8')).toMatch(
      new RegExp(`^--app=http://127\\.0\\.0\\.1:\\d+/\\?token=[\\w-]{43} --user-data-dir=${join(home, 'window')} `),
    );
  });

  it.runIf(process.platform === 'linux')(
    'prints its address where the browser fails or there is no display',
    async () => {
      await writeFile(join(root, 'broken'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
      const broken = start(join(root, 'no-window'), [], { DISPLAY: ':7', HANGJIA_CHROMIUM: join(root, 'broken') }, []);
      await broken.address;
      expect(broken.heard()).toContain('broken ended with 3');
      const blind = start(join(root, 'no-display'), [], { DISPLAY: '', WAYLAND_DISPLAY: '' }, []);
      await blind.address;
      expect(blind.heard()).toContain('There is no display here');
    },
  );

  it('says why it cannot open a folder and leaves it alone', async () => {
    const dir = join(root, 'holiday-photos');
    mkdirSync(dir);
    await writeFile(join(dir, 'beach.jpg'), 'photo');
    const { exited, heard } = start(join(root, 'refused'), ['--workspace', dir]);
    expect(await exited).toBe(1);
    expect(heard()).toContain('holiday-photos holds other files and no Hangjia workspace');
  });

  it('knows its options', async () => {
    const { exited, heard } = start(join(root, 'options'), ['--frobnicate']);
    expect(await exited).toBe(1);
    expect(heard()).toContain("Unknown option '--frobnicate'");
  });

  function start(
    home: string,
    args: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
    mode: readonly string[] = ['--no-open'],
  ): { program: ChildProcess; address: Promise<URL>; exited: Promise<number | null>; heard: () => string } {
    const entry = fileURLToPath(new URL('serve-from-source.ts', import.meta.url));
    const program = spawn(process.execPath, [entry, join(root, 'renderer'), ...mode, ...args], {
      env: { ...process.env, ...env, HANGJIA_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    programs.add(program);
    let output = '';
    program.stderr.on('data', (data) => {
      output += data;
    });
    const exited = once(program, 'close').then(() => program.exitCode);
    const address = new Promise<URL>((resolve, reject) => {
      program.stdout.on('data', (data) => {
        output += data;
        const last = output.trimEnd().split('\n').at(-1) ?? '';
        if (/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/.test(last) && output.endsWith('\n'))
          resolve(new URL(last));
      });
      void exited.then(() => reject(new Error(`no address in: ${output}`)));
    });
    // Not every test waits for one.
    address.catch(() => undefined);
    return { program, address, exited, heard: () => output };
  }
});
