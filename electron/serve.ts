import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { requireNode } from './core/node-version.ts';

// Before anything that loads the database engine: below this version it takes the process down without a word.
try {
  requireNode();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// What was compiled at the last start is not compiled again.
enableCompileCache(fileURLToPath(new URL('../code-cache/', import.meta.url)));

const { runBrowserHost } = await import('./browser/run.ts');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

// Addresses are those of the built program: this file is out/main/serve.js there.
await runBrowserHost({
  args: process.argv.slice(2),
  rendererDir: fileURLToPath(new URL('../renderer/', import.meta.url)),
  workers: {
    importer: new URL('./import-worker.js', import.meta.url),
    report: new URL('./report-worker.js', import.meta.url),
    database: new URL('./database-worker.js', import.meta.url),
    solver: new URL('./solver-worker.js', import.meta.url),
  },
  version,
  development: null,
});
