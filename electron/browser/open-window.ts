import { spawn } from 'node:child_process';
import type { FoundBrowser } from './find-chromium.ts';

/** A browser that ends this soon never showed a window. */
const SETTLED_AFTER_MS = 3_000;

export interface OpenedWindow {
  /** Ends the browser this call started, if it still runs. */
  close(): void;
}

/**
 * Shows `url` in a window of its own, without tabs and address bar and with a profile apart from the user's. A browser
 * that already runs on the profile opens the window instead. Throws when the browser cannot be started.
 */
export async function openWindow(browser: FoundBrowser, url: string, profileDir: string): Promise<OpenedWindow> {
  const child = spawn(
    browser.executable,
    [
      `--app=${url}`,
      `--user-data-dir=${profileDir}`,
      '--window-size=1440,900',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-sync',
      '--disable-default-apps',
      '--disable-component-update',
      '--disable-features=Translate',
      '--password-store=basic',
      ...browser.sandboxArgs,
    ],
    { stdio: 'ignore', detached: process.platform !== 'win32' },
  );
  await new Promise<void>((resolve, reject) => {
    const settled = setTimeout(resolve, SETTLED_AFTER_MS);
    child.once('error', (error) => {
      clearTimeout(settled);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(settled);
      // 0: another process of the same profile shows the window.
      if (code === 0) resolve();
      else reject(new Error(`${browser.executable} ended with ${code ?? 'a signal'}`));
    });
  });
  child.unref();
  return {
    close: () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    },
  };
}
