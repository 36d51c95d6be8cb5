import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { note, ROOT } from './project.mjs';

const FILE = join(ROOT, '.cache', 'bootstrap.lock');

/** Runs `work` while no other script installs or builds in this folder; the lock of one that was killed is void. */
export async function withBootstrapLock(work) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  for (let attempt = 0; !take(); attempt++) {
    if (attempt === 0) note('Another script installs or builds here; waiting for it…');
    await pause(500);
  }
  const release = () => rmSync(FILE, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (!isHolderAlive()) rmSync(FILE, { force: true });
  return false;
}

function isHolderAlive() {
  try {
    const pid = Number(readFileSync(FILE, 'utf8'));
    // Taken this instant and not written yet; an old one never will be.
    if (pid === 0) return Date.now() - statSync(FILE).mtimeMs < 5_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
