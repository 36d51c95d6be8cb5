import { join } from 'node:path';
import { app, BrowserWindow, type Session, shell, type WebContents, type WebPreferences } from 'electron';
import { isShowable } from '../core/served-file.ts';
import { tell } from './dialogs.ts';
import { isOwnDownload, isOwnPage, isWebAddress, userFilePath } from './origin.ts';
import type { Words } from './words.ts';

/** What every page runs under: sandboxed, isolated, without Node. Electron's defaults are stated, so that none can change. */
export const CONFINED: Readonly<WebPreferences> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
};

/** The one thing a page may ask the system for: copying text. */
const PERMITTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Refuses devices and notifications to every page, and asks where to save a file. */
export function confineSession(session: Session, words: Words): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(PERMITTED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => PERMITTED.has(permission));
  session.on('will-download', (event, item, contents) => {
    if (!isOwnDownload(item.getURL())) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), item.getFilename()) });
    item.once('done', (_event, state) => {
      if (state === 'interrupted') tell(BrowserWindow.fromWebContents(contents), words.notSaved, item.getFilename());
    });
  });
}

/**
 * Keeps a page where it is: it moves among our own screens only, files are saved or shown in a window of their own, web
 * links go to the system's browser, and anything else goes nowhere.
 */
export function confineContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isOwnPage(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) openElsewhere(contents, event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openElsewhere(contents, url);
    return { action: 'deny' };
  });
}

function openElsewhere(contents: WebContents, address: string): void {
  const path = userFilePath(address);
  if (path !== null && isShowable(path) && !new URL(address).searchParams.has('download')) showFile(address);
  else if (path !== null) contents.downloadURL(address);
  else if (isWebAddress(address)) void shell.openExternal(address);
}

/** A picture or a PDF in a window without a way to the core. */
function showFile(address: string): void {
  const window = new BrowserWindow({
    width: 1_000,
    height: 1_000,
    autoHideMenuBar: true,
    // The PDF viewer counts as a plugin.
    webPreferences: { ...CONFINED, plugins: true },
  });
  // What cannot be shown after all is being saved by now.
  window.loadURL(address).catch(() => window.destroy());
}
