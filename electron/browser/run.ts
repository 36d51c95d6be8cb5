import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ORPCError } from '@orpc/server';
import { newId } from '../../shared/kernel/ids.ts';
import { type AppPaths, appPaths, prepareAppDir } from '../core/app-paths.ts';
import type { CoreOptions } from '../core/core-state.ts';
import { type Core, createCore } from '../core/create-core.ts';
import { createFileLog } from '../core/log.ts';
import { parseStartOptions, type StartOptions } from '../core/start-options.ts';
import { openAskedWorkspace } from '../modules/workspaces/open-asked-workspace.ts';
import { type FoundBrowser, findChromium, hasDisplay } from './find-chromium.ts';
import { type OpenedWindow, openWindow } from './open-window.ts';
import { type DevelopmentRenderer, type RunningServer, startServer } from './server.ts';
import { newSecret } from './session-tokens.ts';
import {
  askRunningInstance,
  type OpenAnswer,
  openRequest,
  removeInstance,
  withStartLock,
  writeInstance,
} from './single-instance.ts';

export interface BrowserHostOptions {
  readonly args: readonly string[];
  readonly rendererDir: string;
  readonly workers: CoreOptions['workers'];
  readonly version: string;
  /** Stands in for the built renderer while developing. */
  readonly development: DevelopmentRenderer | null;
}

/** A window that was asked for has this long to fetch its page. */
const LAUNCH_WITHIN_MS = 60_000;

/**
 * The whole life of the program in the browser host: finds the one that already runs or becomes it, opens the workspace
 * and the window, and ends with its last window or a signal. Sets the exit code.
 */
export async function runBrowserHost(options: BrowserHostOptions): Promise<void> {
  let asked: StartOptions;
  try {
    asked = parseStartOptions(options.args, process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    return fail(messageOf(error));
  }
  if (asked.help) return say(HELP);

  const paths = appPaths();
  prepareAppDir(paths);
  try {
    const running = await withStartLock(paths.dir, () => joinOrStart(options, asked, paths));
    if (running !== null) await running.showFirst();
  } catch (error) {
    fail(messageOf(error));
  }
}

const HELP = `node out/main/serve.js [--no-open] [--workspace DIR | --sample] [--help]
Shows Hangjia in the system's Chromium, Chrome or Edge. "npm start -- --help" tells what each option does.`;

/** Null when the program ran already and has been asked to show itself. */
async function joinOrStart(
  options: BrowserHostOptions,
  asked: StartOptions,
  paths: AppPaths,
): Promise<RunningProgram | null> {
  const wantsWindow = !asked.noOpen && hasDisplay(process.env, process.platform);
  const answer = await askRunningInstance(paths.instance, {
    window: wantsWindow,
    workspaceDir: asked.workspaceDir,
    sample: asked.sample,
  });
  if (answer !== null) {
    tellAboutRunning(answer);
    return null;
  }
  const core = createCore({
    clock: () => new Date(),
    newId,
    log: createFileLog(paths.log, () => new Date()),
    actor: userInfo().username,
    appDataDir: paths.dir,
    workers: options.workers,
    version: options.version,
  });
  try {
    await openAskedWorkspace(core.state, asked, 'en', say);
    return await RunningProgram.start(core, options, asked, paths);
  } catch (error) {
    await core.close();
    throw error;
  }
}

function tellAboutRunning({ url, workspaceDir, isSameWorkspace }: OpenAnswer): void {
  if (!isSameWorkspace) {
    fail(
      `Hangjia is already running with ${workspaceDir ?? 'no workspace'}. ` +
        'Open the other workspace from its start page, or close it first.',
    );
  } else {
    say('Hangjia is already running.');
  }
  if (url === null) say('Its window has been opened again.');
  else say(url);
}

class RunningProgram {
  readonly #core: Core;
  readonly #server: RunningServer;
  readonly #paths: AppPaths;
  readonly #secret: string;
  readonly #wantsWindow: boolean;
  readonly #browser: FoundBrowser | null;
  #window: OpenedWindow | null = null;
  #ending = false;

  static async start(
    core: Core,
    options: BrowserHostOptions,
    asked: StartOptions,
    paths: AppPaths,
  ): Promise<RunningProgram> {
    const secret = newSecret();
    const holder: { program: RunningProgram | null } = { program: null };
    const server = await startServer({
      core,
      rendererDir: options.rendererDir,
      chromium: findChromium({ env: process.env, platform: process.platform, prefer: 'playwright' }),
      idle: { afterMs: idleSeconds() * 1_000, onIdle: () => void holder.program?.end('its last window was closed') },
      control: {
        secret,
        answer: async (body) => holder.program?.answer(body) ?? null,
      },
      development: options.development,
    });
    const program = new RunningProgram(core, server, asked, paths, secret);
    holder.program = program;
    writeInstance(paths.instance, { pid: process.pid, port: server.port, secret });
    program.#endWithProcess();
    core.state.options.log.info('started', { version: options.version, port: server.port, pid: process.pid });
    return program;
  }

  private constructor(core: Core, server: RunningServer, asked: StartOptions, paths: AppPaths, secret: string) {
    this.#core = core;
    this.#server = server;
    this.#paths = paths;
    this.#secret = secret;
    this.#wantsWindow = !asked.noOpen;
    this.#browser = findChromium({ env: process.env, platform: process.platform, prefer: 'system' });
  }

  /** Opens the first window, or says why not and where the program is. */
  async showFirst(): Promise<void> {
    const why = this.#wantsWindow ? this.#whyNoWindow() : null;
    if (this.#wantsWindow && why === null) {
      const problem = await this.#openWindow();
      if (problem === null) return say(`Hangjia is open in ${this.#browser?.executable}. Closing its window ends it.`);
      say(`The window could not be opened (${problem}).`);
    } else if (why !== null) {
      say(why);
    }
    say('Open this address in a browser on this machine; it works once, "npm start" gives another:');
    say(this.#server.mintLaunchUrl(null));
  }

  /** What a second start asks for. */
  async answer(body: string): Promise<OpenAnswer> {
    const asked = openRequest.parse(JSON.parse(body));
    const open = this.#core.state.workspace?.dir ?? null;
    const wanted = asked.sample ? join(this.#paths.dir, 'sample') : asked.workspaceDir;
    const opened = asked.window && this.#whyNoWindow() === null && (await this.#openWindow()) === null;
    return {
      url: opened ? null : this.#server.mintLaunchUrl(null),
      workspaceDir: open,
      isSameWorkspace: wanted === null || wanted === open,
    };
  }

  async end(reason: string): Promise<void> {
    if (this.#ending) return;
    this.#ending = true;
    process.exitCode ??= 0;
    console.error(`Hangjia ends: ${reason}.`);
    removeInstance(this.#paths.instance, this.#secret);
    // Whatever hangs must not keep the program for ever; what was acknowledged is on the disk already.
    const closing = (async () => {
      await this.#server.close();
      await this.#core.close();
    })().catch((error: unknown) =>
      this.#core.state.options.log.error('not closed cleanly', { error: messageOf(error) }),
    );
    await Promise.race([closing, pause(10_000, undefined, { ref: false })]);
    this.#window?.close();
    this.#core.state.options.log.info('ended', { reason });
    process.exit();
  }

  #whyNoWindow(): string | null {
    if (!hasDisplay(process.env, process.platform)) return 'There is no display here, so no window is opened.';
    if (this.#browser === null) return 'No Chromium, Chrome or Edge was found, so no window is opened.';
    return null;
  }

  /** Null when the window is open, else what went wrong. */
  async #openWindow(): Promise<string | null> {
    if (this.#browser === null) return 'no browser';
    try {
      const window = await openWindow(
        this.#browser,
        this.#server.mintLaunchUrl(LAUNCH_WITHIN_MS),
        this.#paths.windowProfile,
      );
      this.#window ??= window;
      this.#server.expectWindow();
      return null;
    } catch (error) {
      return messageOf(error);
    }
  }

  #endWithProcess(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void this.end(`it received ${signal}`));
    }
    const { log } = this.#core.state.options;
    process.on('uncaughtException', (error) => {
      log.error('uncaught exception', { error: error.stack });
      process.exitCode = 1;
      void this.end('of an unforeseen failure, see the log');
    });
    // A promise nobody waited for left nothing half done: said in the log, and the program goes on.
    process.on('unhandledRejection', (error) => {
      log.error('unhandled rejection', { error: error instanceof Error ? error.stack : String(error) });
    });
  }
}

/** How long the program waits for its last window to come back (a reload, a crash of the browser). */
function idleSeconds(): number {
  const given = Number(process.env.HANGJIA_IDLE_SECONDS ?? 60);
  return Number.isFinite(given) && given > 0 ? given : 60;
}

function say(message: string): void {
  console.log(message);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function messageOf(error: unknown): string {
  if (error instanceof ORPCError && error.code === 'DISK') return 'the disk is full or refused the write';
  return error instanceof Error ? error.message : String(error);
}
