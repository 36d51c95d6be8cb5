import { runBrowserHost } from '../../electron/browser/run.ts';

/** The browser host as a program of its own, straight from its sources. The renderer's folder comes from the caller. */
const [rendererDir = '', ...args] = process.argv.slice(2);

await runBrowserHost({
  args,
  rendererDir,
  workers: {
    importer: new URL('../../electron/modules/imports/import-worker.ts', import.meta.url),
    report: new URL('../../electron/reports/report-worker.ts', import.meta.url),
    database: new URL('../../electron/db/database-worker.ts', import.meta.url),
    solver: new URL('../../electron/modules/awards/solver-worker.ts', import.meta.url),
  },
  version: '0.0.0-test',
  development: null,
});
