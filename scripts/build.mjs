import { build } from './lib/build.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

await ensureToolchain();
await build();
