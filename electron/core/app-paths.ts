import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps what belongs to the user and to no workspace. */
export interface AppPaths {
  readonly dir: string;
  readonly log: string;
  /** Names the running program, so that a second start finds it. */
  readonly instance: string;
  /** Profile of the browser that shows the window; apart from the user's own. */
  readonly windowProfile: string;
  /** Electron's profile: no other version of Chromium may write into it. */
  readonly electronProfile: string;
  /** Whether the Electron runtime worked or could not be had, so that the next start need not try again. */
  readonly electronRuntime: string;
}

/** `HANGJIA_HOME` where it is set, else the place the system gives to programs. Touches nothing. */
export function appPaths(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): AppPaths {
  const dir = env.HANGJIA_HOME || join(systemDataDir(env, platform), platform === 'linux' ? 'hangjia' : 'Hangjia');
  return {
    dir,
    log: join(dir, 'hangjia.log'),
    instance: join(dir, 'instance.json'),
    windowProfile: join(dir, 'window'),
    electronProfile: join(dir, 'electron'),
    electronRuntime: join(dir, 'electron-runtime.json'),
  };
}

/** Makes the folder, readable by its owner alone. */
export function prepareAppDir(paths: AppPaths): void {
  mkdirSync(paths.dir, { recursive: true, mode: 0o700 });
}

function systemDataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}
