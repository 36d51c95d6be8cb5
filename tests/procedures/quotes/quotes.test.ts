import { afterEach, beforeEach, expect, test } from 'vitest';
import { latestQuoteIds, quoteRows } from '../../../electron/modules/quotes/quotes.queries.ts';
import {
  buildLine,
  buildProject,
  buildQuote,
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

test('a quote keeps its terms, cost parts, lines and price breaks', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const [straight, bent] = await haveItems(call, project, [{ lineNo: '1' }, { lineNo: '2' }]);
  if (straight === undefined || bent === undefined) throw new Error('two items were saved');
  const supplier = await call.suppliers.create(buildSupplier());
  const fields = buildQuote({
    currency: 'USD',
    taxBasis: 'excluded',
    vatRateBp: 300,
    minimumValueMinor: 50_000,
    leadTimeFrom: 'artworkApproved',
    incoterm: 'FOB',
    namedPlace: 'Ningbo',
    costs: [
      { part: 'tooling', basis: 'extra', amountMinor: 80_000 },
      { part: 'domesticFreight', basis: 'included', amountMinor: null },
      { part: 'packaging', basis: 'unknown', amountMinor: null },
    ],
  });
  const lines = [
    buildLine(straight.id, {
      unitPrice: 900_000,
      moq: 5_000_000,
      orderMultiple: 1_000_000,
      priceBreaks: [
        { minQuantity: 10_000_000, unitPrice: 850_000 },
        { minQuantity: 50_000_000, unitPrice: 800_000 },
      ],
      cartonQuantity: 20_000_000,
      cartonLengthMm: 400,
      cartonWidthMm: 300,
      cartonHeightMm: 250,
      cartonWeightG: 12_500,
      notes: 'laser engraving extra',
    }),
    buildLine(bent.id, { unitPrice: null }),
  ];
  const created = await call.quotes.create({ projectId: project.id, supplierId: supplier.id, fields, lines });
  const stored = await call.quotes.get({ id: created.id });
  expect(stored.quote).toMatchObject({ ...fields, costs: expect.arrayContaining(fields.costs), round: 1, revision: 1 });
  expect(stored.lines.map(({ id: _, ...line }) => line)).toEqual(lines);
  expect(await call.quotes.list({ projectId: project.id })).toEqual([
    { ...stored.quote, lineCount: 1, superseded: false, attachmentCount: 0 },
  ]);
});

test('a requote is the next round with the same terms and lines; the earlier round stays as it was', async () => {
  const { call, clock } = core;
  const { project, quote } = await haveQuotedProject(call);
  const before = await call.quotes.get({ id: quote.id });
  // 01:30 on the second in China is still the first in Greenwich.
  clock.set('2026-04-01T17:30:00.000Z');
  const second = await call.quotes.requote({ id: quote.id });
  expect(second).toMatchObject({ round: 2, receivedOn: '2026-04-02', validUntil: null, paymentTerms: '30/70' });
  const after = await call.quotes.get({ id: second.id });
  expect(after.lines.map((line) => line.unitPrice)).toEqual(before.lines.map((line) => line.unitPrice));
  expect(await call.quotes.get({ id: quote.id })).toEqual(before);
  expect(await call.quotes.list({ projectId: project.id })).toMatchObject([
    { id: second.id, superseded: false },
    { id: quote.id, superseded: true },
  ]);
  expect((await call.quotes.prices({ projectId: project.id })).every(({ quoteId }) => quoteId === second.id)).toBe(
    true,
  );

  await call.quotes.remove({ id: second.id, revision: second.revision });
  expect(await call.quotes.list({ projectId: project.id })).toMatchObject([{ id: quote.id, superseded: false }]);
  expect((await call.quotes.requote({ id: quote.id })).round).toBe(3);
});

test('a quote confirmed again is the next round with a new last day and who said so; the expired round stays', async () => {
  const { call, state } = core;
  const { quote } = await haveQuotedProject(call);
  const before = await call.quotes.get({ id: quote.id });
  const again = { receivedOn: '2026-04-02', validUntil: '2026-05-02', confirmedBy: 'Ms Chen', note: 'by phone' };
  const second = await call.quotes.confirm({ id: quote.id, ...again });
  expect(second).toMatchObject({ round: 2, receivedOn: '2026-04-02', validUntil: '2026-05-02', paymentTerms: '30/70' });
  expect(await call.quotes.get({ id: quote.id })).toEqual(before);
  expect(
    await state.workspace?.database.db.selectFrom('quote_confirmations').select(['quote_id', 'confirmed_by']).execute(),
  ).toEqual([{ quote_id: second.id, confirmed_by: 'Ms Chen' }]);

  await expect(call.quotes.confirm({ id: quote.id, ...again })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { rule: 'notNewestRound' },
  });
  await expect(call.quotes.confirm({ id: second.id, ...again, confirmedBy: '  ' })).rejects.toMatchObject({
    data: { field: 'confirmedBy', rule: 'required' },
  });
  await expect(call.quotes.confirm({ id: second.id, ...again, validUntil: '2026-04-01' })).rejects.toMatchObject({
    data: { field: 'validUntil', rule: 'beforeReceived' },
  });
});

test('a range of prices over several quotes is one action, and all or nothing', async () => {
  const { call, state } = core;
  const { project, items, quote } = await haveQuotedProject(call);
  const [straight, bent] = items;
  if (straight === undefined || bent === undefined) throw new Error('the project has two items');
  await call.quotes.saveLines({
    id: quote.id,
    revision: quote.revision,
    lines: [buildLine(straight.id, { priceBreaks: [{ minQuantity: 10_000, unitPrice: 1 }] })],
  });
  const other = await call.suppliers.create(buildSupplier({ nameEn: 'Other', nameZh: '' }));
  const empty = await call.quotes.create({
    projectId: project.id,
    supplierId: other.id,
    fields: buildQuote(),
    lines: [],
  });
  const cells = [
    { quoteId: quote.id, itemId: straight.id, unitPrice: null },
    { quoteId: quote.id, itemId: bent.id, unitPrice: 123_456 },
    { quoteId: empty.id, itemId: straight.id, unitPrice: 7 },
    { quoteId: empty.id, itemId: bent.id, unitPrice: null },
  ];
  const savePrices = (revision: number) =>
    call.quotes.savePrices({
      projectId: project.id,
      revisions: [
        { quoteId: quote.id, revision },
        { quoteId: empty.id, revision: empty.revision },
      ],
      cells,
    });
  await expect(savePrices(quote.revision)).rejects.toMatchObject({ code: 'STALE', data: { noun: 'quote' } });
  expect((await call.quotes.get({ id: empty.id })).lines).toEqual([]);

  const countActions = async () =>
    (await state.workspace?.database.db.selectFrom('actions').select('id').execute())?.length;
  const actionsBefore = await countActions();
  expect(await savePrices(quote.revision + 1)).toEqual([
    { quoteId: quote.id, revision: quote.revision + 2 },
    { quoteId: empty.id, revision: empty.revision + 1 },
  ]);
  expect(await countActions()).toBe((actionsBefore ?? 0) + 1);
  const lines = (await call.quotes.get({ id: quote.id })).lines;
  expect(lines.map(({ unitPrice, priceBreaks }) => ({ unitPrice, priceBreaks }))).toEqual([
    { unitPrice: null, priceBreaks: [] },
    { unitPrice: 123_456, priceBreaks: [] },
  ]);
  expect((await call.quotes.get({ id: empty.id })).lines.map((line) => [line.itemId, line.unitPrice])).toEqual([
    [straight.id, 7],
  ]);
});

test('lines left out of a save stay', async () => {
  const { call } = core;
  const { items, quote } = await haveQuotedProject(call);
  const [straight, bent] = items;
  if (straight === undefined || bent === undefined) throw new Error('the project has two items');
  const priceBreaks = [{ minQuantity: 20_000, unitPrice: 5 }];
  await call.quotes.saveLines({
    id: quote.id,
    revision: 1,
    lines: [buildLine(bent.id, { moq: 10_000, priceBreaks })],
  });
  await call.quotes.saveLines({ id: quote.id, revision: 2, lines: [buildLine(straight.id, { unitPrice: 1 })] });
  expect((await call.quotes.get({ id: quote.id })).lines).toMatchObject([
    { itemId: straight.id, unitPrice: 1 },
    { itemId: bent.id, moq: 10_000, priceBreaks },
  ]);
});

test.each([
  [
    'prices break below the one before',
    { moq: 20_000, priceBreaks: [{ minQuantity: 20_000, unitPrice: 1 }] },
    'notRising',
  ],
  [
    'breaks without a first price',
    { unitPrice: null, priceBreaks: [{ minQuantity: 1, unitPrice: 1 }] },
    'neededWithBreaks',
  ],
  ['an order multiple of zero', { orderMultiple: 0 }, 'aboveZero'],
])('refuses a line with %s', async (_, overrides, rule) => {
  const { call } = core;
  const { items, quote } = await haveQuotedProject(call);
  const lines = items.map((item, index) => buildLine(item.id, index === 1 ? overrides : {}));
  await expect(call.quotes.saveLines({ id: quote.id, revision: 1, lines })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { rule, params: { row: 2 } },
  });
});

test('refuses terms that contradict each other and strangers among items and quotes', async () => {
  const { call } = core;
  const { project, quote } = await haveQuotedProject(call);
  await expect(
    call.quotes.update({ id: quote.id, revision: 1, changes: { validUntil: '2026-02-19' } }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'validUntil', rule: 'beforeReceived' } });
  await expect(
    call.quotes.update({
      id: quote.id,
      revision: 1,
      changes: {
        costs: [
          { part: 'sample', basis: 'unknown', amountMinor: null },
          { part: 'sample', basis: 'included', amountMinor: null },
        ],
      },
    }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { rule: 'partTwice' } });
  const elsewhere = await call.projects.create(buildProject({ nameEn: 'Other' }));
  const [foreign] = await haveItems(call, elsewhere, [{ lineNo: '1' }]);
  if (foreign === undefined) throw new Error('an item was saved');
  await expect(
    call.quotes.saveLines({ id: quote.id, revision: 1, lines: [buildLine(foreign.id)] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { noun: 'item' } });
  await expect(
    call.quotes.savePrices({
      projectId: elsewhere.id,
      revisions: [{ quoteId: quote.id, revision: 1 }],
      cells: [{ quoteId: quote.id, itemId: foreign.id, unitPrice: 1 }],
    }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { noun: 'quote' } });
  expect((await call.quotes.list({ projectId: project.id }))[0]?.revision).toBe(1);
});

test('amounts stay as typed when the currency was named wrongly', async () => {
  const { call } = core;
  const { quote } = await haveQuotedProject(call);
  const costs = [{ part: 'tooling' as const, basis: 'extra' as const, amountMinor: 80_000 }];
  const typed = await call.quotes.update({ id: quote.id, revision: 1, changes: { minimumValueMinor: 50_000, costs } });
  expect(typed).toMatchObject({ currency: 'CNY', minimumValueMinor: 50_000 });
  const yen = await call.quotes.update({ id: quote.id, revision: 2, changes: { currency: 'JPY' } });
  expect(yen).toMatchObject({ currency: 'JPY', minimumValueMinor: 500, costs: [{ ...costs[0], amountMinor: 800 }] });
  const dinar = await call.quotes.update({
    id: quote.id,
    revision: 3,
    changes: { currency: 'KWD', minimumValueMinor: 1 },
  });
  expect(dinar).toMatchObject({ minimumValueMinor: 1, costs: [{ ...costs[0], amountMinor: 800_000 }] });
  await expect(call.quotes.update({ id: quote.id, revision: 4, changes: { currency: 'CNY' } })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { field: 'minimumValueMinor', rule: 'amountDecimals', params: { amount: '0.001', currency: 'CNY' } },
  });
});

test('the list of a project and its lines are found through indices', async () => {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('the test core opens a workspace');
  const { database } = workspace;
  const project = '019c0000-0000-7000-8000-000000000001';
  const plan = explain(database, quoteRows(database.db, project).compile());
  expect(plan).toContain('SEARCH quotes USING INDEX quotes_round (project_id=?)');
  expect(plan.join()).toMatch(/SEARCH quote_lines USING COVERING INDEX quote_lines_priced \(quote_id=\?\)/);
  expect(plan.join()).toMatch(
    /SEARCH attachment_links USING COVERING INDEX sqlite_autoindex_attachment_links_\d \(owner_kind=\? AND owner_id=\?\)/,
  );
  expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  expect(await latestQuoteIds(database.db, project)).toEqual([]);
});
