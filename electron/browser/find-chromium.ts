import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A Chromium, Chrome or Edge on this machine. */
export interface FoundBrowser {
  readonly executable: string;
  /** The browser refuses to start its sandbox as root; for everybody else it stays on. */
  readonly sandboxArgs: readonly string[];
}

export interface BrowserSearch {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Which is looked for first: the user's own browser, or the one tests are pinned to. */
  readonly prefer: 'system' | 'playwright';
}

/** The first browser that can be started; null when there is none. `HANGJIA_CHROMIUM` names one outright. */
export function findChromium({ env, platform, prefer }: BrowserSearch): FoundBrowser | null {
  const system = () => systemCandidates(env, platform);
  const playwright = () => playwrightCandidates(env, platform);
  const sources = prefer === 'system' ? [system, playwright] : [playwright, system];
  const named = env.HANGJIA_CHROMIUM;
  for (const source of named ? [() => [named]] : sources) {
    const executable = source().find((candidate) => isExecutable(candidate, platform));
    if (executable !== undefined) return { executable, sandboxArgs: isRoot(platform) ? ['--no-sandbox'] : [] };
  }
  return null;
}

/** Whether a window can be shown at all. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function systemCandidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return MAC_APPS.flatMap((app) =>
      ['/Applications', join(homedir(), 'Applications')].map((dir) => join(dir, `${app}.app`, 'Contents/MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS_PATHS.flatMap((path) => roots.map((root) => join(root, ...path)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  // The snap is last: it cannot read the folder of our profile.
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).sort(
    (a, b) => Number(a.startsWith('/snap/')) - Number(b.startsWith('/snap/')),
  );
}

const PLAYWRIGHT_EXECUTABLES = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

function playwrightCandidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const root = env.PLAYWRIGHT_BROWSERS_PATH || playwrightCache(env, platform);
  let versions: string[];
  try {
    versions = readdirSync(root).filter((name) => /^chromium-\d+$/.test(name));
  } catch {
    return [];
  }
  versions.sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
  return versions.flatMap((version) => PLAYWRIGHT_EXECUTABLES.map((path) => join(root, version, path)));
}

function playwrightCache(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'ms-playwright');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ms-playwright');
}

function isExecutable(file: string, platform: NodeJS.Platform): boolean {
  try {
    accessSync(file, platform === 'win32' ? constants.F_OK : constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isRoot(platform: NodeJS.Platform): boolean {
  return platform === 'linux' && process.getuid?.() === 0;
}
