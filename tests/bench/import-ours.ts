import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildProject } from '../builders/fields.ts';
import { importFile } from '../procedures/imports/import-file.ts';
import { withCore } from './with-core.ts';

/** Takes the sheet through upload, preview, check and commit into a fresh workspace, and prints what it took. */
const [sheet = ''] = process.argv.slice(2);

await withCore(async (test) => {
  const project = await test.call.projects.create(buildProject({ currency: 'USD' }));
  const bytes = readFileSync(sheet);
  const start = performance.now();
  const { result } = await importFile(test, project.id, basename(sheet), bytes);
  const ms = performance.now() - start;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ms, peakMb, lineCount: result.lineCount }));
});
