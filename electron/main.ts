import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ORPCError } from '@orpc/server';
import { app, dialog, session } from 'electron';
import * as z from 'zod';
import { newId } from '../shared/kernel/ids.ts';
import { type AppPaths, appPaths, prepareAppDir } from './core/app-paths.ts';
import { type Core, createCore } from './core/create-core.ts';
import type { Log } from './core/host.ts';
import { createFileLog } from './core/log.ts';
import { parseStartOptions, type StartOptions } from './core/start-options.ts';
import { confirmSwitch, pickFolder, tell } from './desktop/dialogs.ts';
import { setApplicationMenu } from './desktop/menu.ts';
import { APP_ORIGIN } from './desktop/origin.ts';
import { createPdfRenderer } from './desktop/pdf.ts';
import { serveRpc } from './desktop/port.ts';
import { registerScheme, serveFiles } from './desktop/protocol.ts';
import { confineContents, confineSession } from './desktop/security.ts';
import { createWindows, type Windows } from './desktop/window.ts';
import { systemLanguage, wordsOf } from './desktop/words.ts';
import { openAskedWorkspace } from './modules/workspaces/open-asked-workspace.ts';

const HELP = `electron . [--workspace DIR | --sample] [--help]
Shows Hangjia in Electron. "npm start -- --help" tells what each option does.`;

/** What the core needs longer than this to close is on the disk already, or never will be. */
const CLOSED_WITHIN_MS = 10_000;

// Until the first pause of this file Electron is not ready yet: what must be said before stands here.
app.setName('Hangjia');
if (process.platform === 'win32') app.setAppUserModelId('Hangjia.Workbench');
app.enableSandbox();
registerScheme();
start(appPaths());

function start(paths: AppPaths): void {
  let asked: StartOptions;
  try {
    asked = readOptions();
  } catch (error) {
    console.error(messageOf(error));
    app.exit(1);
    return;
  }
  if (asked.help) {
    console.log(HELP);
    app.exit(0);
    return;
  }
  prepareAppDir(paths);
  // Decides, too, which programs are one: those of one user, not those of one folder.
  mkdirSync(paths.electronProfile, { recursive: true, mode: 0o700 });
  app.setPath('userData', paths.electronProfile);
  if (!app.requestSingleInstanceLock({ workspaceDir: asked.workspaceDir, sample: asked.sample })) {
    console.log('Hangjia is already running; its window has been brought to the front.');
    app.exit(0);
    return;
  }
  void run(paths, asked);
}

async function run(paths: AppPaths, asked: StartOptions): Promise<void> {
  const log = createFileLog(paths.log, () => new Date());
  const core = createCore({
    clock: () => new Date(),
    newId,
    log,
    actor: userInfo().username,
    appDataDir: paths.dir,
    workers: {
      importer: new URL('./import-worker.js', import.meta.url),
      report: new URL('./report-worker.js', import.meta.url),
      database: new URL('./database-worker.js', import.meta.url),
      solver: new URL('./solver-worker.js', import.meta.url),
    },
    version: app.getVersion(),
  });
  const fail = endInOrder(core, log);
  try {
    await app.whenReady();
    await show(core, paths, asked, log, fail);
  } catch (error) {
    fail(error);
  }
}

async function show(
  core: Core,
  paths: AppPaths,
  asked: StartOptions,
  log: Log,
  fail: (error: unknown) => void,
): Promise<void> {
  const words = wordsOf(systemLanguage());
  const windows = createWindows({
    preload: builtFile('../preload/preload.cjs'),
    icon: builtFile('../../resources/icon/hangjia.png'),
    placementFile: join(paths.dir, 'window.json'),
    words,
    log,
  });
  core.state.host = { kind: 'electron', pickFolder, renderPdf: createPdfRenderer(windows.openHidden) };
  // Everything that answers a page or holds it stands before there is a page.
  app.on('web-contents-created', (_event, contents) => confineContents(contents));
  confineSession(session.defaultSession, words);
  const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  await serveFiles(core.state, {
    dir: builtFile('../renderer/'),
    developmentServer: developmentServer === undefined ? null : new URL(developmentServer),
  });
  serveRpc(core);
  setApplicationMenu(words, developmentServer !== undefined);
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    joinRunning(core, windows, data).catch(fail);
  });
  app.on('activate', () => windows.showMain().catch(fail));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  const problem = await openAsked(core, asked);
  const window = await windows.showMain();
  if (problem !== null) tell(window, words.workspaceNotOpened, problem);
  log.info('started', { version: app.getVersion(), pid: process.pid });
}

/** Null when it is open, else why not, which the terminal hears as well. */
async function openAsked(core: Core, asked: Pick<StartOptions, 'workspaceDir' | 'sample'>): Promise<string | null> {
  try {
    await openAskedWorkspace(core.state, asked, systemLanguage(), (sentence) => console.log(sentence));
    return null;
  } catch (error) {
    console.error(messageOf(error));
    return messageOf(error);
  }
}

const secondStart = z.object({ workspaceDir: z.string().nullable(), sample: z.boolean() });

/** A second start shows this program; the workspace it asks for replaces the one that is open only when the user says so. */
async function joinRunning(core: Core, windows: Windows, data: unknown): Promise<void> {
  const asked = secondStart.parse(data);
  const words = wordsOf(systemLanguage());
  const window = await windows.showMain();
  const wanted = asked.sample ? join(core.state.options.appDataDir, 'sample') : asked.workspaceDir;
  const open = core.state.workspace?.dir ?? null;
  if (wanted === null || wanted === open) return;
  if (open !== null && !(await confirmSwitch(window, words, wanted))) return;
  const problem = await openAsked(core, asked);
  // Whatever screen of the other workspace it showed, it begins anew.
  if (problem === null) await window.loadURL(`${APP_ORIGIN}/`);
  else tell(window, words.workspaceNotOpened, problem);
}

/**
 * Waits for the last write before the program goes, whether the user ends it or a failure does. Returns what ends it for
 * a failure.
 */
function endInOrder(core: Core, log: Log): (error: unknown) => void {
  let isClosed = false;
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= Promise.race([core.close(), pause(CLOSED_WITHIN_MS)])
      .catch((error: unknown) => log.error('not closed cleanly', { error: stackOf(error) }))
      .then(() => {
        isClosed = true;
      });
    return closing;
  };
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().then(() => app.quit());
  });
  const fail = (error: unknown): void => {
    log.error('unforeseen failure', { error: stackOf(error) });
    console.error(messageOf(error));
    if (app.isReady()) dialog.showErrorBox(wordsOf(systemLanguage()).internalFailure, messageOf(error));
    void close().then(() => app.exit(1));
  };
  process.on('uncaughtException', fail);
  // A promise nobody waited for left nothing half done: said in the log, and the program goes on.
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error: stackOf(error) }));
  return fail;
}

/** What was typed after the program's own folder; Electron's and Chromium's switches are not ours. */
function userArguments(): string[] {
  if (!process.defaultApp) return process.argv.slice(1);
  const program = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
  // The development tool appends some.
  return process.argv
    .slice(program + 1)
    .filter((argument) => !/^--(no-sandbox|inspect|remote-debugging)/.test(argument));
}

function readOptions(): StartOptions {
  const asked = parseStartOptions(userArguments(), process.env.INIT_CWD ?? process.cwd());
  if (asked.noOpen) throw new Error('--no-open needs the browser host: npm start -- --no-open');
  return asked;
}

function builtFile(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function messageOf(error: unknown): string {
  if (error instanceof ORPCError && error.code === 'DISK') return 'the disk is full or refused the write';
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
