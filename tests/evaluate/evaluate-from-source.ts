import { runEvaluate } from '../../electron/evaluate/run.ts';
import { TEST_WORKERS } from '../builders/worker-files.ts';

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
  workers: TEST_WORKERS,
  version: '0.0.0-test',
  signal: interrupt.signal,
});
