import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withBootstrapLock } from './lock.mjs';
import { note, ROOT, stop } from './project.mjs';
import { QUIET_OUTPUT, run } from './run.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.hangjia-installed');
/** What npm itself wrote down about the packages it installed. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/** Installs the packages when they are missing or are not those of package-lock.json. */
export async function ensureInstalled() {
  const lock = readFileSync(LOCK);
  const digest = createHash('sha256').update(lock).digest('hex');
  const isStamped = () => existsSync(INSTALLED) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest;
  if (isStamped()) return;
  await withBootstrapLock(async () => {
    if (isStamped()) return;
    if (!isInstalled(JSON.parse(lock.toString('utf8')))) await install();
    writeFileSync(STAMP, digest);
  });
}

/** Whether every package of the lock is there in its version; those for other systems may be absent. */
function isInstalled(lock) {
  if (!existsSync(INSTALLED)) return false;
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (path in installed
        ? installed[path].version === version && installed[path].integrity === integrity
        : optional === true),
  );
}

async function install() {
  note('Installing the packages (once; a minute or two)…');
  // No package needs an install script: none may run.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const code = await runNpm(args).catch(() => 127);
  if (code === 127) stop('npm was not found; it comes with Node (https://nodejs.org).');
  if (code !== 0)
    stop('The packages could not be installed; npm says why above. Run the same command again once that is solved.');
}

/** With the npm that runs this script, else the one beside Node, else the one the system finds. */
function runNpm(args) {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const cli = [process.env.npm_execpath, beside].find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
  return cli
    ? run(process.execPath, [cli, ...args], { stdio: QUIET_OUTPUT })
    : run('npm', args, { stdio: QUIET_OUTPUT });
}
