import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, type Page } from '@playwright/test';

export interface Program {
  /** Opens the program once; each address is good for one window. */
  readonly url: string;
  /** The program's own folder. */
  readonly home: string;
  /** The workspace folder, when one was asked for. */
  readonly workspaceDir: string;
  stop(): Promise<void>;
}

/** Starts the built browser host as `npm start -- --browser --no-open` would, in a folder of its own. */
export async function startProgram(what: 'sample' | 'workspace' | 'nothing'): Promise<Program> {
  const home = await mkdtemp(join(tmpdir(), 'hangjia-e2e-'));
  const workspaceDir = join(home, 'workspace');
  const args = ['out/main/serve.js', '--no-open'];
  if (what === 'sample') args.push('--sample');
  if (what === 'workspace') args.push('--workspace', workspaceDir);
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, HANGJIA_HOME: join(home, 'app'), HANGJIA_IDLE_SECONDS: '600' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  return {
    url,
    home,
    workspaceDir,
    stop: async () => {
      if (child.exitCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output to read the address from');
  for await (const line of createInterface({ input: child.stdout })) {
    if (/^http:\/\/127\.0\.0\.1:\d+\/\?token=/.test(line)) return line;
  }
  throw new Error('the program ended without an address');
}

interface Fixtures {
  /** A program on the sample workspace, with its first window open. */
  sample: Page;
  /** A program on an empty workspace, with its first window open. */
  empty: Page;
  /** Whatever the page said on its console that it should not have. */
  complaints: string[];
}

/** Journeys start from a running program; a page that complains on its console fails them. */
export const test = base.extend<Fixtures>({
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await use(complaints);
    if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
  },
  sample: async ({ page, complaints: _ }, use) => {
    const program = await startProgram('sample');
    await page.goto(program.url);
    await use(page);
    // The window goes before its program, as it does on a desk.
    await page.context().close();
    await program.stop();
  },
  empty: async ({ page, complaints: _ }, use) => {
    const program = await startProgram('workspace');
    await page.goto(program.url);
    await use(page);
    // The window goes before its program, as it does on a desk.
    await page.context().close();
    await program.stop();
  },
});

export { expect } from '@playwright/test';
