import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBootstrapLock } from './lock.mjs';
import { note, ROOT, stop } from './project.mjs';
import { QUIET_OUTPUT, run } from './run.mjs';
import { tool } from './toolchain.mjs';

const STAMP = join(ROOT, 'out', '.built-from');
/** Everything the built program is made of. */
const SOURCES = ['electron', 'shared', 'renderer', 'resources', 'electron.vite.config.ts', 'package-lock.json'];

/** Builds the program when its sources are not those of the last build. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await withBootstrapLock(async () => {
    if (!isBuilt()) await buildNow();
  });
}

/** Builds main process, preload and renderer into out/. */
export async function build() {
  await withBootstrapLock(buildNow);
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === describeSources();
}

async function buildNow() {
  const sources = describeSources();
  note('Building…');
  const started = Date.now();
  // Without it a build that breaks off would pass for the last one.
  rmSync(STAMP, { force: true });
  const env = { ...process.env, NODE_ENV: 'production' };
  const code = await run(process.execPath, [tool('electronVite'), 'build', '--logLevel', 'warn'], {
    stdio: QUIET_OUTPUT,
    env,
  });
  if (code !== 0) stop('The build failed; what is wrong stands above.');
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(STAMP, sources);
  note(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Names, sizes and times: reading every file would cost more than it tells. */
function describeSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory() ? listFiles(path) : [path];
    for (const file of files.sort()) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function listFiles(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
