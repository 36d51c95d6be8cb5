import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { RecentWorkspace } from '../../../shared/contract/workspaces.ts';
import type { CoreOptions } from '../../core/core-state.ts';
import { WriteGate } from '../../core/write-gate.ts';
import { workspaceFiles } from './workspace-files.ts';

const MAX_RECENT = 20;
const remembered = z.array(z.object({ dir: z.string(), name: z.string(), openedAt: z.string() }));
type Remembered = z.infer<typeof remembered>;

/** The file is one for the program: its writers take turns. */
const gate = new WriteGate();

/** The workspaces opened lately, the newest first. */
export async function listRecents(options: CoreOptions): Promise<RecentWorkspace[]> {
  const entries = await readRecents(options);
  return Promise.all(
    entries.map(async (entry) => ({
      ...entry,
      // Never opened here: closing a second handle of a database would drop the locks of the first.
      exists: (await stat(workspaceFiles(entry.dir).database).catch(() => null)) !== null,
    })),
  );
}

export async function rememberRecent(options: CoreOptions, dir: string, name: string): Promise<void> {
  await change(options, (entries) => [
    { dir, name, openedAt: options.clock().toISOString() },
    ...entries.filter((entry) => entry.dir !== dir),
  ]);
}

export async function forgetRecent(options: CoreOptions, dir: string): Promise<void> {
  await change(options, (entries) => entries.filter((entry) => entry.dir !== dir));
}

async function change(options: CoreOptions, edit: (entries: Remembered) => Remembered): Promise<void> {
  await gate.run(async () => {
    const file = recentsFile(options);
    const entries = edit(await readRecents(options)).slice(0, MAX_RECENT);
    await mkdir(options.appDataDir, { recursive: true });
    await writeFile(`${file}.new`, `${JSON.stringify(entries, null, 2)}\n`);
    await rename(`${file}.new`, file);
  });
}

async function readRecents(options: CoreOptions): Promise<Remembered> {
  const text = await readFile(recentsFile(options), 'utf8').catch(() => null);
  if (text === null) return [];
  try {
    return remembered.parse(JSON.parse(text));
  } catch (error) {
    // A list that cannot be read is forgotten, the workspaces themselves are not touched by it.
    options.log.error('the list of recent workspaces is unreadable', { error: String(error) });
    return [];
  }
}

function recentsFile(options: CoreOptions): string {
  return join(options.appDataDir, 'recent.json');
}
