import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportSession } from '../../../electron/modules/imports/import-session.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';
import { buildXlsx } from '../../exchange/read/files.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('a sheet that needs more memory than is allowed is refused, and the program goes on', async () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => [
    `a rather long item name ${row}`,
    `a second text ${row}`,
    row,
  ]);
  const session = await sessionOn(buildXlsx(rows), 12);
  await expect(session.ask(preview(session), {})).rejects.toMatchObject({
    code: 'UNREADABLE',
    data: { code: 'tooMuchMemory', limit: 12 },
  });
  await session.discard();
  expect((await core.call.workspaces.state({})).open).not.toBeNull();
});

test('a newer question replaces one that is still being answered', async () => {
  const csv = Array.from({ length: 20_000 }, (_, row) => `${row},item ${row},12.5`).join('\n');
  const session = await sessionOn(Buffer.from(`Line,Item,Unit price\n${csv}`), 256);
  const first = session.ask(preview(session), {});
  const outcome = expect(first).rejects.toThrow('ended');
  const second = await session.ask(preview(session), {});
  await outcome;
  expect(second.rowCount).toBe(20_001);
  await session.discard();
});

async function sessionOn(bytes: Uint8Array, memoryMb: number): Promise<ImportSession> {
  const path = join(core.root, 'sheet');
  await writeFile(path, bytes);
  const file = { path, fileName: 'sheet', byteSize: bytes.byteLength };
  return new ImportSession(file, core.state.options.workers.importer, memoryMb);
}

function preview(session: ImportSession) {
  return {
    kind: 'preview' as const,
    source: { file: session.file.path, sheet: null, encoding: null },
    target: { database: join(core.dir, 'workspace.db'), projectId: '01900000-0000-7000-8000-000000000000' },
    headerRow: null,
  };
}
