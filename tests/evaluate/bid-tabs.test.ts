import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate, makeFolder } from './run.ts';

/** Public bid tabulations, wide and long, with totals added up by their publisher's data. */
const FOLDER = new URL('../../../shared/data/bid-tabs/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no bid tabulations beside the project');

interface Expected {
  lines: number;
  estimate: { name: string; total: string } | null;
  totals: Record<string, string>;
  lowest: string;
}

const expected: Record<string, Expected> = present
  ? JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8'))
  : {};
const sheets = present ? readdirSync(FOLDER).filter((name) => name.endsWith('.csv')) : [];
const pathOf = (name: string) => fileURLToPath(new URL(name, FOLDER));

describe.skipIf(!present)('public bid tabulations', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await makeFolder();
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test.each(sheets.filter((name) => !name.startsWith('26-')))('%s is evaluated to the cent', async (name) => {
    const want = expected[name.replace(/\.(wide|long)\.csv$/, '')];
    const before = readFileSync(pathOf(name));
    const { status, json } = await evaluate(dir, [pathOf(name)]);
    expect(readFileSync(pathOf(name))).toEqual(before);
    expect(json?.problems).toEqual([]);
    expect(status).toBe(0);
    expect(json).toMatchObject({
      currency: 'USD',
      lines: want?.lines,
      lowest: want?.lowest,
      estimate: want?.estimate ?? null,
    });
    const ascending = Object.entries(want?.totals ?? {}).sort(([, a], [, b]) => Number(a) - Number(b));
    expect(json?.suppliers).toEqual(
      ascending.map(([supplier, total], index) => ({ name: supplier, total, complete: true, rank: index + 1 })),
    );
  });

  test('lines that one bidder prices twice are named and not merged', async () => {
    const { status, json, err } = await evaluate(dir, [pathOf('26-sanitary-lift-station-rehabilitation.long.csv')]);
    expect(status).toBe(2);
    expect(json?.lines).toBe(41);
    expect(json?.problems).toContainEqual({
      row: 5,
      column: null,
      message: 'MJ HUGHES CONSTRUCTION INC. already priced this item in row 4; the first price is kept',
    });
    expect(err).toContain(
      'row 5: MJ HUGHES CONSTRUCTION INC. already priced this item in row 4; the first price is kept',
    );
  });
});
