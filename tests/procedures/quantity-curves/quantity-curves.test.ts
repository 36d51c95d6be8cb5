import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildQuote, buildSupplier, haveQuotedProject } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('a curve, its explanation and a waterfall agree with the matrix', async () => {
  const { call } = core;
  const { project, items, quote } = await haveQuotedProject(call);
  const [item] = items;
  if (item === undefined) throw new Error('the project has items');
  const { lines } = await call.quotes.get({ id: quote.id });
  const other = await call.suppliers.create(buildSupplier({ nameEn: 'Other', nameZh: '' }));
  const second = await call.quotes.create({
    projectId: project.id,
    supplierId: other.id,
    fields: buildQuote(),
    lines: lines.map(({ id: _, ...line }) => ({
      ...line,
      unitPrice: line.unitPrice === null ? null : line.unitPrice * 2,
      priceBreaks: [],
    })),
  });
  const query = { projectId: project.id };
  const curve = await call.quantityCurves.get({ ...query, itemId: item.id });
  expect(curve?.rows.map(({ quoteId, standing }) => [quoteId, standing?.bestRank])).toEqual([
    [quote.id, 1],
    [second.id, 2],
  ]);
  const trace = await call.quantityCurves.trace({
    ...query,
    itemId: item.id,
    quoteId: quote.id,
    step: curve?.chosenStep ?? 0,
    figure: 'cost',
  });
  expect(trace.rule).toBe('shareOfTotal');
  const matrix = await call.comparisons.get(query);
  const totals = new Map(matrix.quotes.map((one) => [one.quote.id, one.totalMinor ?? 0]));
  const result = await call.waterfalls.get({ ...query, firstId: quote.id, secondId: second.id });
  const difference = (totals.get(second.id) ?? 0) - (totals.get(quote.id) ?? 0);
  expect(result).toMatchObject({
    state: 'explained',
    waterfall: { difference: { lowMinor: difference, highMinor: difference }, conclusive: true },
  });

  await expect(call.quantityCurves.get({ ...query, itemId: quote.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { noun: 'item' },
  });
  await expect(call.waterfalls.get({ ...query, firstId: quote.id, secondId: item.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
