import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requireNode } from './core/node-version.ts';

// Before anything that loads the database engine: below this version it takes the process down without a word.
try {
  requireNode();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const { runEvaluate } = await import('./evaluate/run.ts');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt.abort());

// Addresses are those of the built program: this file is out/main/evaluate.js there.
process.exitCode = await runEvaluate({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  platform: process.platform,
  terminal: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isLive: process.stderr.isTTY,
  },
  clock: () => new Date(),
  rendererDir: fileURLToPath(new URL('../renderer/', import.meta.url)),
  workers: {
    importer: new URL('./import-worker.js', import.meta.url),
    report: new URL('./report-worker.js', import.meta.url),
    database: new URL('./database-worker.js', import.meta.url),
    solver: new URL('./solver-worker.js', import.meta.url),
  },
  version,
  signal: interrupt.signal,
});
