import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, _electron as electron, type Page } from '@playwright/test';
import { describe, it } from 'vitest';
import { findChromium, hasDisplay } from '../../electron/browser/find-chromium.ts';

type ElectronModule = typeof import('electron');

/** The built program, running. */
export interface Program {
  /** Where its pages live: app://hangjia, or what stands for it. */
  readonly origin: string;
  /** All open pages of the program. */
  pages(): Page[];
  /** Runs a function in the main process, with what `import('electron')` gives there. */
  evaluate<Argument, Result>(
    work: (electron: ElectronModule, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  isRunning(): boolean;
  /** Resolves to the exit code. */
  readonly exited: Promise<number>;
  /** What it said on the terminal so far. */
  output(): string;
}

export interface Runtime {
  readonly name: string;
  /** The command that a program of its own is started with. */
  readonly command: readonly string[];
  start(home: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Program>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'out', 'main', 'main.js');
/** The built preload script. */
export const PRELOAD = join(ROOT, 'out', 'preload', 'preload.cjs');
const HOOK = new URL('./stand-in/hook.mjs', import.meta.url).href;
const SANDBOX_ARGS = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const hasChromium = findChromium({ env: process.env, platform: process.platform, prefer: 'playwright' }) !== null;
const standIn: Runtime = { name: 'stand-in', command: [process.execPath, '--import', HOOK, MAIN], start: startStandIn };
const realRuntimes = realRuntime();
/** The stand-in where there is a Chromium; the real runtime where it is installed and can show a window. */
const runtimes: readonly Runtime[] = [...(hasChromium ? [standIn] : []), ...realRuntimes];

/** Starting a program and a browser takes a second or two, on a busy machine many. */
export const PATIENCE = { timeout: 60_000 };

/** The same specs on every runtime there is; those that are not there are reported as skipped. */
export function onEachRuntime(title: string, specs: (programs: Programs) => void): void {
  for (const runtime of runtimes) {
    describe(`${title} (${runtime.name})`, PATIENCE, () => specs(new Programs(runtime)));
  }
  const missing = [...(hasChromium ? [] : ['Chromium']), ...(realRuntimes.length > 0 ? [] : ['Electron runtime'])];
  for (const name of missing) it.skip(`${title}: skipped: no ${name}`);
}

/** Starts programs, each in a home of its own or in one that is given, and ends what they leave. */
export class Programs {
  readonly #runtime: Runtime;
  readonly #running: Program[] = [];
  readonly #homes: string[] = [];

  constructor(runtime: Runtime) {
    if (!existsSync(MAIN)) throw new Error('the program is not built: npm run build');
    this.#runtime = runtime;
  }

  async newHome(): Promise<string> {
    const home = await mkdtemp(join(tmpdir(), 'hangjia-electron-'));
    this.#homes.push(home);
    return home;
  }

  async start(home: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Program> {
    const program = await this.#runtime.start(home, args, env);
    this.#running.push(program);
    return program;
  }

  /** Starts one that is expected to end by itself: with what it says and its exit code. */
  async run(home: string, args: readonly string[]): Promise<{ code: number; output: string }> {
    const [command = '', ...given] = this.#runtime.command;
    const child = spawn(command, [...given, ...args], { cwd: ROOT, env: environment(home, {}) });
    const said = listen(child);
    return { code: await exitOf(child), output: said.join('') };
  }

  async endAll(): Promise<void> {
    for (const program of this.#running.splice(0)) {
      if (program.isRunning()) await program.evaluate(({ app }) => app.exit(0), null).catch(() => undefined);
      await program.exited;
    }
  }

  async removeHomes(): Promise<void> {
    for (const home of this.#homes.splice(0)) await rm(home, { recursive: true, force: true });
  }
}

/** The page that shows the program itself. */
export async function mainPage(program: Program): Promise<Page> {
  return pageAt(program, (path) => path === '/' || path.startsWith('/projects') || path.startsWith('/welcome'));
}

/** Waits for a page of the program at a path. */
export async function pageAt(program: Program, isWanted: (path: string) => boolean): Promise<Page> {
  return until(() =>
    program.pages().find((page) => {
      const address = page.url();
      return (
        address.startsWith(`${program.origin}/`) &&
        isWanted(address.slice(program.origin.length).split(/[?#]/)[0] ?? '')
      );
    }),
  );
}

/** Asks again until there is an answer; the test's own time limit ends it. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export async function logOf(home: string): Promise<string> {
  return readFile(join(home, 'hangjia.log'), 'utf8').catch(() => '');
}

/** None where it is not installed or cannot show a window. */
function realRuntime(): Runtime[] {
  const dir = join(ROOT, 'node_modules', 'electron');
  if (!existsSync(join(dir, 'path.txt')) || !hasDisplay(process.env, process.platform)) return [];
  const executablePath = join(dir, 'dist', readFileSync(join(dir, 'path.txt'), 'utf8'));
  if (!existsSync(executablePath)) return [];
  const start: Runtime['start'] = async (home, args, env = {}) => {
    const given = [...SANDBOX_ARGS, ROOT, ...args];
    const running = await electron.launch({ executablePath, args: given, env: environment(home, env) });
    const said = listen(running.process());
    return {
      origin: 'app://hangjia',
      pages: () => running.windows(),
      evaluate: (work, argument) => running.evaluate(work as never, argument) as never,
      isRunning: () => running.process().exitCode === null,
      exited: exitOf(running.process()),
      output: () => said.join(''),
    };
  };
  return [{ name: 'Electron', command: [executablePath, ...SANDBOX_ARGS, ROOT], start }];
}

/** Nothing of the shell that runs the tests decides where the program looks or which language it speaks. */
function environment(home: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const given = { ...process.env, LANGUAGE: 'en_US', ...env, HANGJIA_HOME: home };
  const foreign = new Set(['INIT_CWD', 'ELECTRON_RENDERER_URL', 'ELECTRON_RUN_AS_NODE']);
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined || foreign.has(name) ? [] : [[name, value]])),
  );
}

type Message =
  | { kind: 'browser'; endpoint: string; origin: string }
  | { kind: 'result'; id: number; result: unknown; error?: string };

async function startStandIn(home: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Program> {
  const child = spawn(process.execPath, ['--import', HOOK, MAIN, ...args], {
    cwd: ROOT,
    env: environment(home, env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = listen(child);
  const exited = exitOf(child);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const reached = Promise.withResolvers<Browser | null>();
  let origin = '';
  child.on('message', (message: Message) => {
    if (message.kind === 'browser') {
      origin = message.origin;
      chromium.connectOverCDP(message.endpoint, { noDefaults: true }).then(reached.resolve, reached.reject);
    } else {
      const asked = waiting.get(message.id);
      if (message.error === undefined) asked?.resolve(message.result);
      else asked?.reject(new Error(message.error));
    }
  });
  void exited.then(() => {
    reached.resolve(null);
    for (const asked of waiting.values()) asked.reject(new Error(`the program has ended:\n${said.join('')}`));
  });
  const browser = await reached.promise;
  let asked = 0;
  return {
    origin,
    pages: () => browser?.contexts().flatMap((context) => context.pages()) ?? [],
    evaluate: (work, argument) => {
      asked += 1;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(asked, answer);
      child.send({ id: asked, work: work.toString(), argument }, (error) => error && answer.reject(error));
      return answer.promise as never;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    exited,
    output: () => said.join(''),
  };
}

function listen(child: ChildProcess): string[] {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)));
  return said;
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
}
