import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startBrowserHost } from './browser-host.ts';

const REQUESTS = 4_000;

it('calls are answered while another program floods the port', { timeout: 60_000 }, async () => {
  const host = await startBrowserHost();
  const cookie = await host.login();
  const socket = await host.connect({ Origin: host.server.origin, Cookie: cookie });
  const client = host.client(socket);
  const call = async (): Promise<number> => {
    const started = performance.now();
    await client.suppliers.list({});
    return performance.now() - started;
  };

  for (let i = 0; i < 200; i++) await call();
  const idle: number[] = [];
  for (let i = 0; i < 500; i++) idle.push(await call());

  const entry = fileURLToPath(new URL('flood.ts', import.meta.url));
  const flood = spawn(process.execPath, [entry, String(host.server.port), cookie, String(REQUESTS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = text(flood.stdout);
  const ended = once(flood, 'exit');
  const busy: number[] = [];
  // From the first request on to the last.
  while (flood.exitCode === null) busy.push(await call());
  await ended;

  // One eighth of the requests each: two served, and every other refused before any work.
  const each = REQUESTS / 8;
  expect(JSON.parse(await printed)).toEqual({ 200: 2 * each, 401: 2 * each, 403: 2 * each, 400: each, 404: each });
  expect((await host.test.call.suppliers.list({})).total).toBe(0);
  const ratio = p95(busy) / p95(idle);
  console.log(
    `call p95: idle ${p95(idle).toFixed(2)} ms, flooded ${p95(busy).toFixed(2)} ms, ratio ${ratio.toFixed(1)}`,
  );
  socket.close();
  await host.dispose();
});

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}
