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
  /** A folder for this program alone, thrown away at the end. */
  readonly home: string;
  /** The workspace folder, when one was asked for. */
  readonly workspaceDir: string;
  /** Ends it as a crash would, with nothing said. */
  kill(): Promise<void>;
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
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url: await addressOf(child),
    home,
    workspaceDir,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
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
  /** A program without a workspace, with its first window open. */
  welcome: Page;
  /** The program behind `welcome`. */
  bare: Program;
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
    await useWindow(page, program, use);
  },
  empty: async ({ page, complaints: _ }, use) => {
    const program = await startProgram('workspace');
    await useWindow(page, program, use);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  bare: async ({}, use) => {
    const program = await startProgram('nothing');
    await use(program);
    await program.stop();
  },
  welcome: async ({ page, bare, complaints: _ }, use) => {
    await useWindow(page, bare, use);
  },
});

/** The window goes before its program, as it does on a desk. */
async function useWindow(page: Page, program: Program, use: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(program.url);
  await use(page);
  await page.context().close();
  await program.stop();
}

export { expect } from '@playwright/test';
