import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConnection } from '../../electron/db/open.ts';
import { brokenInvariants } from '../builders/inspect.ts';
import { seededRandom } from '../builders/random.ts';
import { buildWideCsv } from '../builders/sheets.ts';
import { createTestCore } from '../builders/test-core.ts';

/** How often the program is killed; the full fifty take some minutes. */
const KILLS = Number(process.env.HANGJIA_KILLS ?? 6);
const ITEMS = 200;
const SUPPLIERS = 50;

let root: string;
let dir: string;
let sheet: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hangjia-kill-'));
  sheet = join(root, 'quotes.csv');
  await writeFile(sheet, buildWideCsv({ items: ITEMS, suppliers: SUPPLIERS }));
  const made = await createTestCore({ appDataDir: join(root, 'app-data') });
  dir = made.dir;
  await made.core.close();
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
  await rm(join(dir, '..'), { recursive: true, force: true });
});

test(`killed ${KILLS} times while importing, everything acknowledged is there and nothing is half there`, {
  timeout: 60_000 + KILLS * 20_000,
}, async () => {
  const random = seededRandom(20_261_123);
  const acknowledged = new Set<string>();
  // The first run tells how long one import takes; later ones die somewhere within, or shortly after.
  let importMs = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const run = startChild();
    const started = await run.next('started');
    if (kill === 0) {
      const since = performance.now();
      acknowledged.add((await run.next('imported')).id);
      importMs = performance.now() - since;
    } else {
      void run.next('imported').then(({ id }) => acknowledged.add(id));
      await pause(random.next() * importMs * 1.2);
    }
    await run.kill();
    expect(started.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(brokenInvariants(dir)).toEqual([]);
    expectWholeOrNothing(acknowledged);
  }
});

function expectWholeOrNothing(acknowledged: ReadonlySet<string>): void {
  const { sqlite } = openConnection(join(dir, 'workspace.db'), { readonly: true });
  try {
    const rows = sqlite
      .prepare<[], { id: string; items: number; quotes: number; lines: number; imports: number }>(
        `SELECT p.id,
           (SELECT count(*) FROM items WHERE project_id = p.id) AS items,
           (SELECT count(*) FROM quotes WHERE project_id = p.id) AS quotes,
           (SELECT count(*) FROM quote_lines l JOIN quotes q ON q.id = l.quote_id WHERE q.project_id = p.id) AS lines,
           (SELECT count(*) FROM imports WHERE project_id = p.id) AS imports
         FROM projects p`,
      )
      .all();
    const whole = { items: ITEMS, quotes: SUPPLIERS, lines: ITEMS * SUPPLIERS, imports: 1 };
    const nothing = { items: 0, quotes: 0, lines: 0, imports: 0 };
    const present = new Set<string>();
    for (const { id, ...counts } of rows) {
      expect([whole, nothing]).toContainEqual(counts);
      if (counts.imports === 1) present.add(id);
    }
    expect([...acknowledged].filter((id) => !present.has(id))).toEqual([]);
  } finally {
    sqlite.close();
  }
}

interface Said {
  readonly kind: string;
  readonly id: string;
}

function startChild() {
  const script = fileURLToPath(new URL('./import-child.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, dir, join(root, 'app-data'), sheet], {
    // A group of its own, so that the kill takes its threads and children at once.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const waiting: { kind: string; resolve: (message: Said) => void }[] = [];
  if (child.stdout === null) throw new Error('no output to listen to');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message: Said = JSON.parse(line);
    for (const [index, one] of waiting.entries()) {
      if (one.kind !== message.kind) continue;
      waiting.splice(index, 1);
      one.resolve(message);
      break;
    }
  });
  return {
    next: (kind: string) => new Promise<Said>((resolve) => void waiting.push({ kind, resolve })),
    kill: async () => {
      const gone = once(child, 'close');
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}
