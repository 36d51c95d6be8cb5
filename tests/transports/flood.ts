import { Agent, request } from 'node:http';

/** Sends requests as fast as they are answered and prints how often each status came. Runs as a process of its own. */
const [port = '', cookie = '', count = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** What a window asks, and what others try. */
const kinds: readonly { readonly path: string; readonly headers: Record<string, string>; readonly method: string }[] = [
  { path: '/assets/index-abc.js', headers: { Cookie: cookie }, method: 'GET' },
  { path: '/projects', headers: { Cookie: cookie }, method: 'GET' },
  { path: '/', headers: {}, method: 'GET' },
  { path: '/?token=guess', headers: {}, method: 'GET' },
  { path: '/', headers: { Host: 'evil.example' }, method: 'GET' },
  { path: '/rpc', headers: { Origin: 'https://evil.example', Cookie: cookie }, method: 'POST' },
  { path: '/..%2f..%2fetc/passwd', headers: { Cookie: cookie }, method: 'GET' },
  { path: '/downloads/none', headers: { Cookie: cookie }, method: 'GET' },
];

const statuses: Record<string, number> = {};
let next = 0;
await Promise.all(Array.from({ length: 8 }, work));
console.log(JSON.stringify(statuses));
agent.destroy();

async function work(): Promise<void> {
  while (next < Number(count)) {
    const kind = kinds[next++ % kinds.length];
    if (kind === undefined) return;
    const status = await ask(kind);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

function ask(kind: (typeof kinds)[number]): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, agent, ...kind }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
}
