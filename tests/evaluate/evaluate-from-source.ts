import { runEvaluate } from '../../electron/evaluate/run.ts';

/** The evaluation as a program of its own, straight from its sources. The renderer's folder comes from the caller. */
const [rendererDir = '', ...args] = process.argv.slice(2);
const interrupt = new AbortController();
process.on('SIGINT', () => interrupt.abort());

process.exitCode = await runEvaluate({
  args,
  cwd: process.cwd(),
  env: process.env,
  platform: process.platform,
  terminal: {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isLive: false,
  },
  clock: () => new Date('2026-03-02T02:00:00.000Z'),
  rendererDir,
  workers: {
    importer: new URL('../../electron/modules/imports/import-worker.ts', import.meta.url),
    report: new URL('../../electron/reports/report-worker.ts', import.meta.url),
    database: new URL('../../electron/db/database-worker.ts', import.meta.url),
    solver: new URL('../../electron/modules/awards/solver-worker.ts', import.meta.url),
  },
  version: '0.0.0-test',
  signal: interrupt.signal,
});
