import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Programs and worker threads of the main side; each is a file of its own below out/main. */
const MAIN_ENTRIES = {
  main: 'electron/main.ts',
  serve: 'electron/serve.ts',
  evaluate: 'electron/evaluate.ts',
  'import-worker': 'electron/modules/imports/import-worker.ts',
  'database-worker': 'electron/db/database-worker.ts',
  'solver-worker': 'electron/modules/awards/solver-worker.ts',
  'report-worker': 'electron/reports/report-worker.ts',
};

/** Three builds: the process that may touch the disk (both hosts and the workers), the preload, and the renderer. */
/**
 * Screens have addresses of several steps, so files are named from the root in both hosts. The build tool sets relative
 * names for production on its own, and this comes after it.
 */
const namesFromTheRoot = { name: 'names-from-the-root', enforce: 'post' as const, config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // A start that opens a thousand small files of packages takes twice as long; only what is not JavaScript stays outside.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', 'highs', 'fflate'],
        platform: 'node',
        input: Object.fromEntries(Object.entries(MAIN_ENTRIES).filter(([, file]) => existsSync(file))),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // The sandbox gives a preload script nothing to load modules from: it is one file.
      externalizeDeps: false,
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
      // Fonts of some kilobytes would otherwise be copied into the style sheet.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve('renderer/index.html'),
        output: {
          codeSplitting: {
            // One file for all screens: sixty small ones are sixty questions before the first stands. Charts, and what only
            // they need, come when one is shown, the parts of the Chinese font after the first picture.
            groups: [{ name: 'program', test: /[\\/]renderer[\\/](?!charts[\\/]|theme[\\/]chinese-letters)/ }],
          },
        },
      },
    },
    plugins: [react(), namesFromTheRoot],
  },
});
