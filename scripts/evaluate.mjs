import { ensureBuilt } from './lib/build.mjs';
import { ROOT } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

// Standard output is the evaluation's own: everything here speaks on standard error.
await ensureToolchain();
await ensureBuilt();
process.exit(
  await run(process.execPath, [`${ROOT}out/main/evaluate.js`, ...process.argv.slice(2)], {
    // Files are named from where the user is; npm has moved to the project's folder.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  }),
);
