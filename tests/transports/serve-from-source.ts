import { runBrowserHost } from '../../electron/browser/run.ts';
import { TEST_WORKERS } from '../builders/worker-files.ts';

/** The browser host as a program of its own, straight from its sources. The renderer's folder comes from the caller. */
const [rendererDir = '', ...args] = process.argv.slice(2);

await runBrowserHost({
  args,
  rendererDir,
  workers: TEST_WORKERS,
  version: '0.0.0-test',
  development: null,
});
