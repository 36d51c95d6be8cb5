import type { CoreOptions } from '../../electron/core/core-state.ts';

/** Where `bundleWorkers` puts them. */
export const WORKER_DIR = new URL('../../out/test-workers/', import.meta.url);

export const WORKER_SOURCES = {
  importer: 'electron/modules/imports/import-worker.ts',
  report: 'electron/reports/report-worker.ts',
  database: 'electron/db/database-worker.ts',
  solver: 'electron/modules/awards/solver-worker.ts',
} as const satisfies Record<keyof CoreOptions['workers'], string>;

/** The threads of the program as tests start them: one file each, as in the built program, made anew for every run. */
export const TEST_WORKERS: CoreOptions['workers'] = {
  importer: new URL('importer.js', WORKER_DIR),
  report: new URL('report.js', WORKER_DIR),
  database: new URL('database.js', WORKER_DIR),
  solver: new URL('solver.js', WORKER_DIR),
};
