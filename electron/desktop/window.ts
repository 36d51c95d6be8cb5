import { fileURLToPath } from 'node:url';
import { BrowserWindow, type Session, session, shell } from 'electron';
import { APP_ORIGIN, isOwnAddress } from './origin.ts';

const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));

/** What every page of ours runs under: sandboxed, isolated, without Node. */
const webPreferences = {
  preload: PRELOAD,
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
} as const;

/** The program's window, shown when its first page is painted. */
export async function openMainWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1_000,
    minHeight: 640,
    show: false,
    title: 'Hangjia',
    backgroundColor: '#ffffff',
    webPreferences,
  });
  confine(window);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** A window nobody sees, for printing a page of ours. */
export function createPrintWindow(): BrowserWindow {
  const window = new BrowserWindow({ show: false, width: 1_200, height: 1_600, webPreferences });
  confine(window);
  return window;
}

/** No page may ask for devices or notifications; called once. */
export function refusePermissions(own: Session = session.defaultSession): void {
  own.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  own.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
}

/** Keeps a window on our own pages; web links go to the system's browser, anything else nowhere. */
function confine({ webContents }: BrowserWindow): void {
  webContents.on('will-navigate', (event, address) => {
    if (!isOwnAddress(address)) event.preventDefault();
  });
  webContents.on('will-redirect', (event, address) => {
    if (!isOwnAddress(address)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(({ url }) => {
    if (isWebAddress(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);
}
