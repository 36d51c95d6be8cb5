import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { QuoteInput, QuoteLineFields } from '../../../shared/contract/quotes.ts';
import { COST_PARTS } from '../../../shared/domain/quotes/terms.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { buildLine, buildProject, buildQuote, buildSupplier, haveItems } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

interface Offer {
  readonly name: string;
  /** Unit prices in yuan of the two items; null: not quoted. */
  readonly prices: readonly [number, number | null];
  readonly fields?: Partial<QuoteInput>;
  readonly firstLine?: Partial<QuoteLineFields>;
}

/** Two that can be compared, and five that each lack something else; those that lack something name the lowest prices. */
const OFFERS: readonly Offer[] = [
  { name: 'Good', prices: [9, 10] },
  { name: 'Dear', prices: [10, 10] },
  { name: 'Foreign', prices: [1, 1], fields: { currency: 'THB' } },
  { name: 'Partial', prices: [1, null] },
  { name: 'Late', prices: [1, 1], fields: { validUntil: '2026-03-01' } },
  { name: 'Large', prices: [8, 10], firstLine: { moq: 400_0000 } },
  { name: 'Freightless', prices: [1, 1], fields: { costs: freightUnknown() } },
];

test('the workbook and what is frozen tell five unlike quotes apart by what each lacks', async () => {
  const projectId = await haveOffers();
  const report = await core.call.reports.create({ projectId, language: 'en' });
  const { comparison } = (await core.call.reports.get({ id: report.id })).report;
  const standing = comparison.quotes.map(({ quote, state, rank, totalMinor }) => [
    quote.supplierNameEn,
    state,
    rank,
    totalMinor,
  ]);
  expect(standing).toEqual([
    ['Good', 'ranked', 1, 190_000],
    ['Dear', 'ranked', 2, 200_000],
    ['Large', 'ranked', 3, 420_000],
    ['Partial', 'incomplete', null, 10_000],
    ['Foreign', 'excluded', null, null],
    ['Freightless', 'excluded', null, 20_000],
    ['Late', 'excluded', null, 20_000],
  ]);
  expect(comparison.lowestMinor).toBe(190_000);

  const sheets = await workbookOf(report.id);
  expect(sheets.get('Excluded')?.slice(1)).toEqual([
    ['Partial', 'Incomplete', '1 item has no price; Lines: 2'],
    ['Foreign', 'Not comparable', 'No exchange rate from THB to CNY'],
    ['Freightless', 'Not comparable', 'Not known whether included: Domestic freight'],
    ['Late', 'Not comparable', 'Expired on 2026-03-01'],
  ]);

  const matrix = sheets.get('Comparison') ?? [];
  const suppliers = (matrix[0] ?? []).flatMap((name, at) =>
    typeof name === 'string' && name !== '' ? [{ name, at }] : [],
  );
  const inColumn = (label: string, offset = 1) => {
    const row = matrix.find((cells) => cells[1] === label);
    return Object.fromEntries(suppliers.map(({ name, at }) => [name, row?.[at + offset] ?? null]));
  };
  expect(inColumn('Rank')).toEqual({ ...NOBODY, Good: 1, Dear: 2, Large: 3 });
  // Whoever is not ranked differs from nothing, however low: there is no comparing.
  expect(inColumn('To lowest')).toEqual({ ...NOBODY, Good: 0, Dear: 100, Large: 2_300 });
  expect(inColumn('Total')).toEqual({
    Good: 1_900,
    Dear: 2_000,
    Large: 4_200,
    Partial: 100,
    Foreign: null,
    Freightless: 200,
    Late: 200,
  });
  expect(inColumn('Straw', 2)).toMatchObject({ Good: null, Large: 'order 400' });
  expect(inColumn('Brush', 2)).toMatchObject({ Partial: 'not quoted' });
});

const NOBODY = Object.fromEntries(OFFERS.map(({ name }) => [name, null]));

async function haveOffers(): Promise<Id> {
  const { call } = core;
  const project = await call.projects.create(buildProject({ comparisonDate: '2026-03-02', budgetMinor: null }));
  const [straw, brush] = await haveItems(call, project, [
    { lineNo: '1', nameEn: 'Straw', nameZh: '', quantity: 100_0000, estimateUnitPrice: null },
    { lineNo: '2', nameEn: 'Brush', nameZh: '', quantity: 100_0000, estimateUnitPrice: null },
  ]);
  if (straw === undefined || brush === undefined) throw new Error('no items');
  for (const { name, prices, fields = {}, firstLine = {} } of OFFERS) {
    const supplier = await call.suppliers.create(buildSupplier({ nameEn: name, nameZh: '' }));
    const [first, second] = prices;
    await call.quotes.create({
      projectId: project.id,
      supplierId: supplier.id,
      fields: buildQuote({ costs: included(), ...fields }),
      lines: [
        buildLine(straw.id, { unitPrice: first * 1_000_000, ...firstLine }),
        ...(second === null ? [] : [buildLine(brush.id, { unitPrice: second * 1_000_000 })]),
      ],
    });
  }
  return project.id;
}

function included(): QuoteInput['costs'] {
  return COST_PARTS.map((part) => ({ part, basis: 'included' as const, amountMinor: null }));
}

function freightUnknown(): QuoteInput['costs'] {
  return included().map((cost) => (cost.part === 'domesticFreight' ? { ...cost, basis: 'unknown' as const } : cost));
}

async function workbookOf(id: Id): Promise<ReadonlyMap<string, unknown[][]>> {
  for await (const event of await core.call.reports.exportFile({ id, format: 'xlsx', language: 'en' })) {
    if (event.kind !== 'result') continue;
    const file = core.state.downloads.find(event.result.url.split('/').at(-1) ?? '')?.file;
    if (file === undefined) break;
    const { sheets } = await readXlsx(await readFile(file));
    return new Map(sheets.map(({ name, rows }) => [name, rows]));
  }
  throw new Error('no workbook');
}
