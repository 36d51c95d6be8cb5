import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { type FoundBrowser, findChromium } from '../../electron/browser/find-chromium.ts';
import type { Program } from './program.ts';

const VIEWPORT = { width: 1440, height: 900 };

/** The browser of the bench, the one the tests use. Throws when there is none. */
export function foundChromium(): FoundBrowser {
  const found = findChromium({ env: process.env, platform: process.platform, prefer: 'playwright' });
  if (found === null) throw new Error('no Chromium, Chrome or Edge was found');
  return found;
}

export function launch(): Promise<Browser> {
  const { executable, sandboxArgs } = foundChromium();
  return chromium.launch({ executablePath: executable, args: [...sandboxArgs] });
}

/** A profile of its own that the program has let in. */
export async function windowsOf(browser: Browser, { url, cookie }: Program): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: url.origin, httpOnly: true, sameSite: 'Strict' }]);
  return context;
}

export function plainWindows(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
}
