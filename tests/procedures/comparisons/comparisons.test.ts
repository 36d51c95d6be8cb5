import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linesQuery, priceBreaksQuery } from '../../../electron/modules/comparisons/comparisons.queries.ts';
import { unpackComparison } from '../../../shared/domain/comparison/packed.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import {
  buildLine,
  buildProject,
  buildQuote,
  buildRate,
  buildSupplier,
  haveItems,
  haveQuotedProject,
} from '../../builders/fields.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

const compared = async (projectId: Id, query: object = {}): Promise<Comparison> =>
  unpackComparison(await core.call.comparisons.get({ projectId, ...query }));

describe('what is gathered', () => {
  test('items, terms, costs, tiers and rates reach the comparison as they were entered', async () => {
    const { call } = core;
    await call.exchangeRates.create(buildRate({ rate: '7' }));
    const project = await call.projects.create(buildProject());
    const [first, second] = await haveItems(call, project, [
      { quantity: 1_000_0000, estimateUnitPrice: 1_500_000 },
      { quantity: 500_0000, estimateUnitPrice: 500_000 },
    ]);
    if (first === undefined || second === undefined) throw new Error('no items');
    const supplier = await call.suppliers.create(buildSupplier());
    await call.quotes.create({
      projectId: project.id,
      supplierId: supplier.id,
      fields: buildQuote({
        currency: 'USD',
        taxBasis: 'none',
        vatRateBp: null,
        incoterm: 'FOB',
        namedPlace: 'Ningbo',
        minimumValueMinor: 10_000,
        costs: [{ part: 'domesticFreight', basis: 'extra', amountMinor: 5_000 }],
      }),
      lines: [
        buildLine(first.id, {
          unitPrice: 200_000,
          moq: 100_0000,
          priceBreaks: [{ minQuantity: 1_000_0000, unitPrice: 150_000 }],
        }),
        buildLine(second.id, { unitPrice: 100_000, orderMultiple: 144_0000 }),
      ],
    });
    const { quotes, rows, estimateMinor, options } = await compared(project.id);
    expect(options).toEqual({
      basis: 'comparable',
      currency: 'CNY',
      asOf: '2026-03-02',
      quantityPercent: 100,
      vatRecoverable: false,
    });
    expect(quotes[0]).toMatchObject({
      state: 'ranked',
      rank: 1,
      quote: { supplierNameZh: supplier.nameZh, leadTimeFrom: 'depositPaid', namedPlace: 'Ningbo', round: 1 },
      rate: { rate: '7', stale: false },
      goodsMinor: 20_760,
      extrasMinor: 5_000,
      totalMinor: 180_320,
    });
    expect(rows.map(({ cells }) => cells[0])).toMatchObject([
      { tierMinQuantity: 1_000_0000, unitPrice: 150_000, totalMinor: 15_000, comparedMinor: 130_289 },
      { orderQuantity: 576_0000, multipleApplied: true, totalMinor: 5_760, comparedMinor: 50_031 },
    ]);
    expect(estimateMinor).toBe(175_000);
  });

  test('of each supplier the newest round counts, and what is in the bin does not', async () => {
    const { call } = core;
    const { project, items, supplier, quote } = await haveQuotedProject(call);
    const second = await call.quotes.requote({ id: quote.id });
    expect((await compared(project.id)).quotes.map(({ quote: one }) => [one.id, one.round])).toEqual([[second.id, 2]]);
    await call.quotes.remove({ id: second.id, revision: second.revision });
    expect((await compared(project.id)).quotes.map(({ quote: one }) => one.id)).toEqual([quote.id]);
    const [first] = items;
    if (first === undefined) throw new Error('no items');
    await call.items.save({
      projectId: project.id,
      create: [],
      update: [],
      remove: [{ id: first.id, revision: first.revision }],
    });
    const { rows, quotes } = await compared(project.id);
    expect(rows.map(({ item }) => item.id)).toEqual(items.slice(1).map(({ id }) => id));
    expect(quotes.map((one) => [one.quote.supplierId, one.rank])).toEqual([[supplier.id, 1]]);
  });

  test('the day of comparison is the project’s own, else today in China', async () => {
    const { call } = core;
    const { project, quote } = await haveQuotedProject(call);
    core.clock.set('2026-03-31T15:59:00.000Z');
    expect((await compared(project.id)).quotes[0]).toMatchObject({ state: 'ranked', expiresInDays: 0 });
    core.clock.set('2026-03-31T16:00:00.000Z');
    const expired = (await compared(project.id)).quotes[0];
    expect(expired).toMatchObject({ state: 'excluded', exclusions: [{ code: 'expired', date: quote.validUntil }] });
    await call.projects.update({
      id: project.id,
      revision: project.revision,
      changes: { comparisonDate: '2026-03-30' },
    });
    expect((await compared(project.id)).quotes[0]).toMatchObject({ state: 'ranked', expiresInDays: 1 });
  });
});

test('a changed rate changes the result and no price that was typed', async () => {
  const { call } = core;
  const { project, quote } = await haveQuotedProject(call);
  const rate = await call.exchangeRates.create(buildRate({ rate: '7' }));
  const before = await call.quotes.get({ id: quote.id });
  const inDollars = await compared(project.id, { currency: 'USD' });
  await call.exchangeRates.update({ id: rate.id, revision: rate.revision, changes: { rate: '8' } });
  const after = await compared(project.id, { currency: 'USD' });
  expect([inDollars, after].map(({ quotes }) => quotes[0]?.totalMinor)).toEqual([257_143, 225_000]);
  expect(await call.quotes.get({ id: quote.id })).toEqual(before);
});

test('a cell and a total explain themselves; what is not compared is not found', async () => {
  const { call } = core;
  const { project, items, quote } = await haveQuotedProject(call);
  const [item] = items;
  if (item === undefined) throw new Error('no items');
  const query = { projectId: project.id, quantityPercent: 50, quoteId: quote.id };
  const cell = await call.comparisons.trace({ ...query, itemId: item.id });
  expect(cell.result).toEqual({ name: 'share', value: '4500.00', unit: 'CNY' });
  const total = await call.comparisons.trace({ ...query, itemId: null });
  expect(total.result).toEqual({ name: 'total', value: '9000.00', unit: 'CNY' });
  await expect(call.comparisons.trace({ ...query, itemId: project.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { noun: 'item' },
  });
  await expect(call.comparisons.trace({ ...query, quoteId: item.id, itemId: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { noun: 'quote' },
  });
  await expect(call.comparisons.get({ projectId: item.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  ['lines', linesQuery],
  ['price breaks', priceBreaksQuery],
])('%s are found by their quotes, never by reading a whole table', async (_what, query) => {
  const { quote } = await haveQuotedProject(core.call);
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  const { database } = workspace;
  const steps = explain(database, query(database.db, [quote.id, quote.supplierId]).compile());
  expect(steps.filter((step) => step.startsWith('SEARCH')).length).toBeGreaterThan(0);
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
