import { readFileSync } from 'node:fs';
import { ROOT, stop } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { hostArgs, parseStartArgs } from './lib/start-args.mjs';
import { ensureToolchain, tool } from './lib/toolchain.mjs';

const asked = readArgs();
if (asked.help) {
  console.log('Usage: npm run dev -- [options]\nAs "npm start", from the sources: what is saved shows at once.');
  process.exit(0);
}
await ensureToolchain();
const { hasDisplay } = await import('../electron/browser/find-chromium.ts');

if (!asked.browser && !asked['no-open'] && hasDisplay(process.env, process.platform) && (await hasElectron())) {
  process.exit(await run(process.execPath, [tool('electronVite'), 'dev', '--watch', '--', ...hostArgs(asked)]));
}
await serveSources();

function readArgs() {
  try {
    return parseStartArgs(process.argv.slice(2));
  } catch (error) {
    return stop(error.message);
  }
}

async function hasElectron() {
  const { appPaths, prepareAppDir } = await import('../electron/core/app-paths.ts');
  const { electronRuntime } = await import('./lib/electron-runtime.mjs');
  const paths = appPaths();
  prepareAppDir(paths);
  return (await electronRuntime(paths.electronRuntime)).executable !== null;
}

/** The browser host from its sources, with the development server behind the same guard. */
async function serveSources() {
  const args = hostArgs(asked);
  // The build configuration names its files from here.
  process.chdir(ROOT);
  const { createServer: createHttpServer } = await import('node:http');
  const { createServer } = await import('vite');
  const { resolveConfig } = await import('electron-vite');
  const { runBrowserHost } = await import('../electron/browser/run.ts');
  const { config } = await resolveConfig({ root: ROOT }, 'serve');
  // Never listens: it is the ear through which the guard hands the development server's own socket over.
  const hotUpdates = createHttpServer();
  const vite = await createServer({
    ...config.renderer,
    configFile: false,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: hotUpdates } },
  });
  await runBrowserHost({
    args,
    rendererDir: `${ROOT}renderer`,
    workers: {
      importer: new URL('../electron/modules/imports/import-worker.ts', import.meta.url),
      report: new URL('../electron/reports/report-worker.ts', import.meta.url),
      database: new URL('../electron/db/database-worker.ts', import.meta.url),
      solver: new URL('../electron/modules/awards/solver-worker.ts', import.meta.url),
    },
    version: JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version,
    development: {
      handle: (request, response) => vite.middlewares(request, response),
      upgrade: (request, socket, head) => hotUpdates.emit('upgrade', request, socket, head),
    },
  });
}
