import { spawnSync } from 'node:child_process';
import { note, stop } from './project.mjs';
import { QUIET_OUTPUT, run } from './run.mjs';
import { tool } from './toolchain.mjs';

/** Sees to it that there is a Chromium to test with; call under a Node that runs TypeScript. */
export async function ensureChromium() {
  const { findChromium } = await import('../../electron/browser/find-chromium.ts');
  const found = () => findChromium({ env: process.env, platform: process.platform, prefer: 'playwright' });
  if (found() !== null) return;

  note('No Chromium here; Playwright fetches one…');
  const [playwright, ...install] = [tool('playwright'), 'install', 'chromium'];
  await run(process.execPath, [playwright, ...install], { stdio: QUIET_OUTPUT, timeoutMs: 300_000 });
  if (found() !== null) return;

  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    note('Playwright could not fetch it; the package manager is asked…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { stdio: QUIET_OUTPUT, env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { stdio: QUIET_OUTPUT, env });
    if (found() !== null) return;
  }
  stop(
    'The tests need a Chromium, Chrome or Edge, and none could be installed. Install one (on Debian and Ubuntu as root: ' +
      'apt-get install chromium; anywhere: npx playwright install chromium), or name one in HANGJIA_CHROMIUM.',
  );
}
