import { ensureBuilt } from './lib/build.mjs';
import { run } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

await ensureToolchain();
await ensureBuilt();
process.exit(await run(process.execPath, ['--expose-gc', 'tests/bench/run.ts', ...process.argv.slice(2)]));
