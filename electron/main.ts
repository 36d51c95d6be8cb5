import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';
import { newId } from '../shared/kernel/ids.ts';
import { appPaths, prepareAppDir } from './core/app-paths.ts';
import { type Core, createCore } from './core/create-core.ts';
import { createFileLog } from './core/log.ts';
import { parseStartOptions, type StartOptions } from './core/start-options.ts';
import { pickFolder } from './desktop/dialogs.ts';
import { setApplicationMenu } from './desktop/menu.ts';
import { renderPdf } from './desktop/pdf.ts';
import { serveRpc } from './desktop/port.ts';
import { registerScheme, serveFiles } from './desktop/protocol.ts';
import { openMainWindow, refusePermissions } from './desktop/window.ts';
import { openAskedWorkspace } from './modules/workspaces/open-asked-workspace.ts';

const paths = appPaths();
prepareAppDir(paths);
// One profile apart from the user's browsers, beside the program's own data.
app.setPath('userData', paths.windowProfile);
registerScheme();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  run(parseStartOptions(userArguments(), process.env.INIT_CWD ?? process.cwd())).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    app.exit(1);
  });
} else {
  console.log('Hangjia is already running; its window has been brought to the front.');
  app.quit();
}

async function run(asked: StartOptions): Promise<void> {
  const core = createCore({
    clock: () => new Date(),
    newId,
    log: createFileLog(paths.log, () => new Date()),
    actor: userInfo().username,
    appDataDir: paths.dir,
    workers: {
      sheet: new URL('./sheet-worker.js', import.meta.url),
      importer: new URL('./import-worker.js', import.meta.url),
      database: new URL('./database-worker.js', import.meta.url),
    },
    version: app.getVersion(),
  });
  core.state.host = { kind: 'electron', pickFolder, renderPdf };
  closeBeforeQuit(core);
  await openAskedWorkspace(core.state, asked, (sentence) => console.log(sentence));
  await app.whenReady();
  // Everything that answers a page stands before there is a page to ask.
  refusePermissions();
  await serveFiles(core.state, fileURLToPath(new URL('../renderer/', import.meta.url)));
  serveRpc(core);
  setApplicationMenu(!app.isPackaged && process.env.HANGJIA_DEVELOPMENT === '1');
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void openMainWindow();
  });
  await openMainWindow();
}

/** Waits for the last write before the program goes. */
function closeBeforeQuit(core: Core): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return void openMainWindow();
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** What was typed after the program's own name; Electron's and Chromium's switches before it are not ours. */
function userArguments(): string[] {
  const own = process.argv.findIndex((argument, index) => index > 0 && basename(argument) === 'main.js');
  return process.argv.slice(own === -1 ? 1 : own + 1);
}
