import { ensureBuilt } from './lib/build.mjs';
import { ROOT, stop } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { hostArgs, parseStartArgs, START_HELP } from './lib/start-args.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

const asked = readArgs();
if (asked.help) {
  console.log(START_HELP);
  process.exit(0);
}
await ensureToolchain();
await ensureBuilt();

const host = await chooseHost();
console.log(host.line);
if (host.electron === null) {
  process.argv = [process.argv[0], 'serve', ...hostArgs(asked)];
  await import('../out/main/serve.js');
} else {
  process.exit(await run(host.electron, [...host.args, ROOT, ...hostArgs(asked)]));
}

function readArgs() {
  try {
    return parseStartArgs(process.argv.slice(2));
  } catch (error) {
    return stop(`${error.message}\n\n${START_HELP}`);
  }
}

/** Electron where it can be had, else the browser host; with the sentence that says which and why. */
async function chooseHost() {
  const browser = (why) => ({ electron: null, line: `Hangjia runs in the browser host: ${why}.` });
  if (asked.browser) return browser('--browser asks for it');
  if (asked['no-open']) return browser('--no-open asks for an address');
  const { hasDisplay } = await import('../electron/browser/find-chromium.ts');
  if (!hasDisplay(process.env, process.platform)) return browser('Electron needs a display, and there is none here');

  const { appPaths, prepareAppDir } = await import('../electron/core/app-paths.ts');
  const { electronRuntime, SANDBOX_ARGS } = await import('./lib/electron-runtime.mjs');
  const paths = appPaths();
  prepareAppDir(paths);
  const { executable, version, why } = await electronRuntime(paths.electronRuntime);
  if (executable === null) return browser(`Electron cannot be used, ${why}`);
  return { electron: executable, args: SANDBOX_ARGS, line: `Hangjia runs in Electron ${version}.` };
}
