import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Who may not import what; each line is a wall of the house. */
const WALLS = [
  ['shared/kernel', '../domain/tax/tax.ts'],
  ['shared/kernel', 'node:fs'],
  ['shared/domain/tax', '../../contract/common.ts'],
  ['shared/domain/tax', 'zod'],
  ['shared/contract', '../../electron/db/open.ts'],
  ['renderer/features/quotes', '../../../electron/db/open.ts'],
  ['renderer/features/quotes', 'node:path'],
  ['electron/core', 'electron'],
  ['electron/browser', 'electron'],
  ['electron/modules/quotes', '../../../renderer/app/client.ts'],
] as const;

const DOORS = [
  ['shared/domain/tax', '../../kernel/money.ts'],
  ['renderer/features/quotes', '../../../shared/contract/quotes.ts'],
  ['electron/desktop', 'electron'],
] as const;

/** A small copy of the house with one forbidden or allowed import a file, under the project's own lint rules. */
let house: string;
let refused: ReadonlySet<string>;

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'hangjia-walls-'));
  await cp(join(root, 'biome.json'), join(house, 'biome.json'));
  for (const [folder, imported] of [...WALLS, ...DOORS]) {
    const file = join(house, fileOf(folder, imported));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `import * as imported from '${imported}';\n\nexport const used = imported;\n`);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(
    process.execPath,
    [
      biome,
      'lint',
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--reporter=github',
      '--max-diagnostics=none',
      '.',
    ],
    { cwd: house, encoding: 'utf8' },
  );
  refused = new Set(
    [...stdout.matchAll(/file=([^,]+),/g)].map(([, file = '']) => relative(house, resolve(house, file))),
  );
});
afterAll(() => rm(house, { recursive: true, force: true }));

test.each(WALLS)('%s may not import %s', (folder, imported) => {
  expect([...refused]).toContain(fileOf(folder, imported));
});

test.each(DOORS)('%s may import %s', (folder, imported) => {
  expect([...refused]).not.toContain(fileOf(folder, imported));
});

function fileOf(folder: string, imported: string): string {
  return `${folder}/${imported.replaceAll(/\W+/g, '-')}.ts`;
}
