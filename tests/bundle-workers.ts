import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { WORKER_DIR, WORKER_SOURCES } from './builders/worker-files.ts';

/**
 * Before the first test: bundles the worker threads from today's sources. A thread that strips the types of two hundred
 * files by itself takes ten times as long to start, and the program never does it.
 */
export default async function bundleWorkers(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('..', import.meta.url)),
    build: {
      ssr: true,
      outDir: fileURLToPath(WORKER_DIR),
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rolldownOptions: { input: { ...WORKER_SOURCES } },
    },
  });
}
