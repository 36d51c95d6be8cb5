import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Pages have addresses of several levels (/projects/…/compare), so assets are named from the root, against electron-vite's default. */
const rooted = { name: 'hangjia:rooted', config: () => ({ base: '/' }) };

/** Three builds: the process that may touch the disk (both hosts and the workers), the preload, and the renderer. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          serve: 'electron/serve.ts',
          evaluate: 'electron/evaluate.ts',
          'sheet-worker': 'electron/exchange/read/sheet-worker.ts',
          'import-worker': 'electron/modules/imports/import-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: {
        input: 'renderer/index.html',
      },
    },
    plugins: [react(), rooted],
  },
});
