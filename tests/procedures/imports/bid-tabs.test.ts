import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDecimalString } from '../../../shared/kernel/money.ts';
import { buildProject } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';
import { importFile } from './import-file.ts';

/** Public bid tabulations, wide and long, with totals added up by their publisher's data. */
const FOLDER = new URL('../../../../shared/data/bid-tabs/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) console.log('skipped: no bid tabulations beside the project');

interface Expected {
  lines: number;
  bidders: number;
  estimate: { name: string; total: string } | null;
  totals: Record<string, string>;
  lowest: string;
}

const expected: Record<string, Expected> = present
  ? JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8'))
  : {};
const sheets = present ? readdirSync(FOLDER).filter((name) => name.endsWith('.csv')) : [];
const comparable = sheets.filter((name) => !name.startsWith('26-'));

describe.skipIf(!present)('public bid tabulations', () => {
  let test_: TestCore;
  beforeAll(async () => {
    test_ = await createTestCore();
  });
  afterAll(() => test_.dispose());

  test.each(comparable)('%s imports and compares to the cent', async (name) => {
    const want = expected[name.replace(/\.(wide|long)\.csv$/, '')];
    const project = await test_.call.projects.create(buildProject({ nameEn: name, currency: 'USD' }));
    const { check, result } = await importFile(test_, project.id, name, readFileSync(new URL(name, FOLDER)), {
      currency: 'USD',
    });
    expect(check.problemCount.refused).toBe(0);
    expect(result.itemCount).toBe(want?.lines);
    const comparison = await test_.call.comparisons.get({ projectId: project.id });
    const totals = Object.fromEntries(
      comparison.quotes.map(({ quote, totalMinor }) => [
        quote.supplierNameEn,
        totalMinor === null ? null : toDecimalString({ minor: totalMinor, currency: 'USD' }),
      ]),
    );
    expect(totals).toEqual(want?.totals);
    expect(comparison.quotes.find(({ rank }) => rank === 1)?.quote.supplierNameEn).toBe(want?.lowest);
    expect(
      comparison.estimateMinor === null ? null : toDecimalString({ minor: comparison.estimateMinor, currency: 'USD' }),
    ).toBe(want?.estimate?.total ?? null);
  });

  test.each(sheets.filter((name) => name.startsWith('26-')))(
    '%s has its repeated lines named, not merged',
    async (name) => {
      const project = await test_.call.projects.create(buildProject({ nameEn: name, currency: 'USD' }));
      const { check } = await importFile(test_, project.id, name, readFileSync(new URL(name, FOLDER)), {
        currency: 'USD',
      });
      const codes = new Set(check.problems.map(({ code }) => code));
      expect(codes).toContain(name.includes('.long.') ? 'duplicateLine' : 'repeatedLineNumber');
      expect(check.problems.every(({ row }) => row !== null && row > 1)).toBe(true);
    },
  );
});
