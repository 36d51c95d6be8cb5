import { readFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { createCore } from '../../electron/core/create-core.ts';
import { openWorkspaceAt } from '../../electron/modules/workspaces/open-workspace.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { buildProject } from '../builders/fields.ts';
import { TEST_WORKERS } from '../builders/worker-files.ts';
import { resultOf } from '../procedures/imports/import-file.ts';

/**
 * Imports the given file again and again into new projects, and says on its standard output what is acknowledged. Ends only
 * by being killed.
 */
const [, , dir = '', appDataDir = '', sheet = ''] = process.argv;
const core = createCore({
  clock: () => new Date(),
  newId,
  log: { info: () => undefined, error: (message, data) => console.error(message, data) },
  actor: 'tester',
  appDataDir,
  workers: TEST_WORKERS,
  version: '0.0.0-test',
});
await openWorkspaceAt(core.state, dir);
const call = createRouterClient(core.router, { context: { core: core.state } });
const bytes = readFileSync(sheet);
say({ kind: 'ready' });
for (;;) {
  const project = await call.projects.create(buildProject({ currency: 'USD' }));
  say({ kind: 'project', id: project.id });
  const { uploadId } = await call.imports.upload({ file: new File([bytes], 'quotes.csv') });
  const source = { projectId: project.id, uploadId, sheet: null, encoding: null };
  const { guess } = await call.imports.preview({ ...source, headerRow: null });
  const mapping = { ...guess.mapping, defaults: { ...guess.mapping.defaults, currency: 'USD' } };
  say({ kind: 'started', id: project.id });
  const result = await resultOf(await call.imports.commit({ ...source, mapping }));
  say({ kind: 'imported', id: project.id, lineCount: result.lineCount, importId: result.importId });
}

function say(message: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
