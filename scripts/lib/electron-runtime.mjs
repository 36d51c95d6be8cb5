import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { note, ROOT } from './project.mjs';
import { QUIET_OUTPUT, run } from './run.mjs';
import { tool } from './toolchain.mjs';

const DAY_MS = 24 * 60 * 60 * 1000;
const PACKAGE = join(ROOT, 'node_modules', 'electron');

/** Electron refuses its sandbox as root. */
export const SANDBOX_ARGS = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * The executable of the Electron runtime, fetched when it is not there; else why there is none. What came out is
 * remembered (in `memory`, a file): a runtime that could not be had is tried again after a day.
 */
export async function electronRuntime(memory) {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const known = recall(memory, version);
  let executable = installed(version);
  if (executable !== null && known?.works) return { executable, version };
  if (executable === null) {
    if (known !== null && !known.works) {
      return { executable: null, why: `its runtime could not be had (${known.why}); the next try is in a day` };
    }
    const why = await fetchRuntime(version);
    if (why !== null) return remember(memory, { version, works: false, why });
    executable = installed(version);
    if (executable === null) return remember(memory, { version, works: false, why: 'it is not where it should be' });
  }
  // A runtime may be there and still lack a library of the system.
  const probe = spawnSync(executable, ['--version', ...SANDBOX_ARGS], { timeout: 15_000, stdio: 'ignore' });
  if (probe.status !== 0) return remember(memory, { version, works: false, why: 'it does not start on this machine' });
  remember(memory, { version, works: true, why: null });
  return { executable, version };
}

/** Null when the runtime of this version is not there. */
function installed(version) {
  try {
    if (readFileSync(join(PACKAGE, 'dist', 'version'), 'utf8').replace(/^v/, '') !== version) return null;
    const executable = join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8'));
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** Null when it worked, else why not. */
async function fetchRuntime(version) {
  const { env } = process;
  const isElsewhere = env.ELECTRON_MIRROR || env.npm_config_electron_mirror || env.HTTPS_PROXY || env.https_proxy;
  // A firewall that swallows packets would make the user wait for minutes.
  if (!isElsewhere && !hasCached() && !(await isReachable(version))) return 'github.com cannot be reached';
  note('Fetching the Electron runtime (about 120 MB, once)…');
  const code = await run(process.execPath, [tool('installElectron')], { stdio: QUIET_OUTPUT, timeoutMs: 180_000 });
  return code === 0 ? null : 'it could not be downloaded';
}

function hasCached() {
  const dirs = {
    win32: join(homedir(), 'AppData', 'Local', 'electron', 'Cache'),
    darwin: join(homedir(), 'Library', 'Caches', 'electron'),
  };
  try {
    return readdirSync(dirs[process.platform] ?? join(homedir(), '.cache', 'electron')).length > 0;
  } catch {
    return false;
  }
}

async function isReachable(version) {
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const address = `https://github.com/electron/electron/releases/download/v${version}/${file}`;
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(8_000) })).ok;
  } catch {
    return false;
  }
}

function recall(memory, version) {
  try {
    const known = JSON.parse(readFileSync(memory, 'utf8'));
    return known.version === version && (known.works || Date.now() - known.at < DAY_MS) ? known : null;
  } catch {
    return null;
  }
}

function remember(memory, { version, works, why }) {
  try {
    writeFileSync(memory, JSON.stringify({ version, works, why, at: Date.now() }));
  } catch {
    // Then the next start tries again.
  }
  return { executable: null, why: `its runtime could not be had (${why})` };
}
