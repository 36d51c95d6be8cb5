import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCore } from '../../electron/core/create-core.ts';
import { openWorkspaceAt } from '../../electron/modules/workspaces/open-workspace.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { seededRandom } from './random.ts';
import { randomAction } from './random-edits.ts';
import { TEST_WORKERS } from './worker-files.ts';

/** A program of its own that edits a workspace until it is killed. */
export interface Editor {
  /** Ids of the actions it was told are saved. */
  readonly acknowledged: readonly string[];
  /** Names of the files it was told are stored. */
  readonly stored: readonly string[];
  readonly errors: readonly string[];
  /** Why it could write no longer, or "null" while it could. */
  readonly reasons: readonly string[];
  /** Resolves when so many actions were acknowledged, or the program has ended. */
  waitFor(count: number): Promise<void>;
  kill(): Promise<void>;
}

/** `limitKiB` makes the system refuse to let any file grow beyond it: writing then fails as on a broken disk. */
export function startEditor(dir: string, seed: number, options: { limitKiB?: number } = {}): Editor {
  const self = [fileURLToPath(import.meta.url), dir, String(seed)];
  const limit = options.limitKiB === undefined ? '' : `ulimit -f ${options.limitKiB}; `;
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, ...self], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const stored: string[] = [];
  const errors: string[] = [];
  const reasons: string[] = [];
  const lists: Record<string, string[]> = { saved: acknowledged, stored, error: errors, reason: reasons };
  let wake = () => undefined;
  let rest = '';
  let ended = false;
  const exit = once(child, 'close').then(() => {
    ended = true;
    wake();
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [kind = '', what = ''] = line.split(' ');
      lists[kind]?.push(what);
    }
    wake();
  });
  return {
    acknowledged,
    stored,
    errors,
    reasons,
    waitFor: async (count) => {
      while (acknowledged.length < count && !ended) {
        await new Promise<void>((resolve) => {
          wake = () => {
            resolve();
            return undefined;
          };
        });
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** The program itself. */
async function edit(dir: string, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const core = createCore({
    clock: () => new Date(),
    newId,
    log: { info: () => undefined, error: () => undefined },
    actor: 'editor',
    appDataDir: `${dir}-app-data`,
    workers: TEST_WORKERS,
    version: '0',
  });
  const workspace = await openWorkspaceAt(core.state, dir);
  for (;;) {
    try {
      writeSync(1, `saved ${await randomAction(core.state, random)}\n`);
      if (random.below(3) === 0) {
        const content = Buffer.alloc(random.below(200_000), random.below(256));
        const put = await workspace.attachments.put(
          (async function* () {
            yield content;
          })(),
        );
        writeSync(1, `stored ${put.sha256}\n`);
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      writeSync(1, `error ${code}\n`);
      writeSync(1, `reason ${workspace.readOnly}\n`);
      if (workspace.readOnly !== null) return;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await edit(process.argv[2] ?? '', Number(process.argv[3]));
}
