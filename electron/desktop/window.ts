import { BrowserWindow, screen } from 'electron';
import type { Log } from '../core/host.ts';
import { confirmLeaving, offerReload } from './dialogs.ts';
import { showContextMenu } from './menu.ts';
import { APP_ORIGIN } from './origin.ts';
import { placeWindow, readPlacement, SMALLEST, writePlacement } from './placement.ts';
import { CONFINED } from './security.ts';
import type { Words } from './words.ts';

export interface WindowOptions {
  /** The built preload script. */
  readonly preload: string;
  readonly icon: string;
  /** Remembers where the window was. */
  readonly placementFile: string;
  readonly words: Words;
  readonly log: Log;
}

export interface Windows {
  /** Brings the program's window to the front, or opens it. */
  showMain(): Promise<BrowserWindow>;
  /** A window nobody sees, for printing a page of ours. */
  openHidden(): BrowserWindow;
}

/** The program's windows; opens none yet. */
export function createWindows(options: WindowOptions): Windows {
  const webPreferences = { ...CONFINED, preload: options.preload };
  let main: BrowserWindow | null = null;

  const openMain = async (): Promise<BrowserWindow> => {
    const saved = readPlacement(options.placementFile);
    const window = new BrowserWindow({
      ...placeWindow(
        saved,
        screensFromMain().map(({ workArea }) => workArea),
      ),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Hangjia',
      icon: options.icon,
      backgroundColor: '#ffffff',
      webPreferences,
    });
    main = window;
    window.once('ready-to-show', () => {
      if (saved?.isMaximized) window.maximize();
      window.show();
    });
    window.on('close', () => {
      writePlacement(options.placementFile, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
    });
    window.on('closed', () => {
      main = null;
      // Files shown in windows of their own go with the program.
      for (const other of BrowserWindow.getAllWindows()) other.destroy();
    });
    window.webContents.on('context-menu', (_event, params) => showContextMenu(options.words, params));
    window.webContents.on('will-prevent-unload', (event) => {
      if (confirmLeaving(window, options.words)) event.preventDefault();
    });
    surviveFailures(window, options);
    await window.loadURL(`${APP_ORIGIN}/`);
    return window;
  };

  return {
    showMain: async () => {
      if (main === null) return openMain();
      if (main.isMinimized()) main.restore();
      main.show();
      main.focus();
      return main;
    },
    openHidden: () => {
      // A page nobody sees would not be laid out again after its first paint.
      const printing = { ...webPreferences, backgroundThrottling: false };
      return new BrowserWindow({ show: false, width: 1_200, height: 1_600, webPreferences: printing });
    },
  };
}

/** A page that crashes or hangs takes nothing with it but itself: the core lives here. */
function surviveFailures(window: BrowserWindow, { words, log }: WindowOptions): void {
  let isAsking = false;
  /** A page that hangs is ended to be loaded again: its end is no news. */
  let isBeingReplaced = false;
  const ask = async (why: 'pageGone' | 'pageHangs'): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    try {
      const reload = await offerReload(window, words, why);
      if (window.isDestroyed()) return;
      if (reload && why === 'pageHangs') {
        isBeingReplaced = true;
        window.webContents.forcefullyCrashRenderer();
      }
      if (reload) window.webContents.reload();
      else if (why === 'pageGone') window.destroy();
    } finally {
      isAsking = false;
    }
  };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('the page is gone', { reason, exitCode });
    if (reason !== 'clean-exit' && !isBeingReplaced) void ask('pageGone');
    isBeingReplaced = false;
  });
  window.on('unresponsive', () => {
    log.error('the page does not answer');
    void ask('pageHangs');
  });
  window.webContents.on('preload-error', (_event, file, error) => {
    log.error('the preload script failed', { file, error: error.stack });
  });
}

function screensFromMain(): Electron.Display[] {
  const { id } = screen.getPrimaryDisplay();
  return screen.getAllDisplays().sort((a, b) => Number(b.id === id) - Number(a.id === id));
}
