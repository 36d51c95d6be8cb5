import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  fewQuoteLines,
  manyQuoteLines,
  type QuoteLineQuery,
  quoteLineCount,
} from '../../../electron/modules/quote-lines/quote-lines.queries.ts';
import { QUOTE_LINE_SORTS } from '../../../shared/contract/quote-lines.ts';
import { buildLine, buildProject, buildQuote, buildSupplier, haveItems } from '../../builders/fields.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

/** Two projects, two suppliers: straws quoted twice by the first in yuan, bags once by the second in dollars. */
async function haveLines() {
  const { call } = core;
  const straws = await call.projects.create(buildProject({ nameEn: 'Straws', nameZh: '吸管项目' }));
  const bags = await call.projects.create(buildProject({ nameEn: 'Bags', nameZh: '' }));
  const [steel, glass] = await haveItems(call, straws, [
    { lineNo: '1', nameEn: 'Steel straw', nameZh: '不锈钢金属吸管', specification: '6 mm x 215' },
    { lineNo: '2', nameEn: 'Glass straw', nameZh: '玻璃吸管' },
  ]);
  const [bag] = await haveItems(call, bags, [{ lineNo: '1', nameEn: 'Cotton bag', nameZh: '棉布袋' }]);
  if (steel === undefined || glass === undefined || bag === undefined) throw new Error('items were saved');
  const hongda = await call.suppliers.create(buildSupplier({ nameEn: 'Hongda', nameZh: '义乌市宏达' }));
  const anxin = await call.suppliers.create(buildSupplier({ nameEn: 'Anxin', nameZh: '' }));
  const first = await call.quotes.create({
    projectId: straws.id,
    supplierId: hongda.id,
    fields: buildQuote({ receivedOn: '2026-01-10', validUntil: '2026-02-10', channel: '1688' }),
    lines: [buildLine(steel.id, { unitPrice: 850_000 }), buildLine(glass.id, { unitPrice: 700_000 })],
  });
  await call.quotes.requote({ id: first.id });
  const other = await call.quotes.create({
    projectId: bags.id,
    supplierId: anxin.id,
    fields: buildQuote({ currency: 'USD', receivedOn: '2026-02-20', validUntil: '2026-03-01', channel: null }),
    lines: [buildLine(bag.id, { unitPrice: 120_000 })],
  });
  return { straws, bags, steel, glass, bag, hongda, anxin, first, other };
}

test('every priced line stands in one list, with what it belongs to and where it stands', async () => {
  const { call } = core;
  const { straws, hongda, glass } = await haveLines();
  const { rows, total } = await call.quoteLines.list({ sort: 'received', descending: true });
  expect(total).toBe(5);
  expect(rows.map(({ itemNameEn, round, state }) => `${itemNameEn} ${round} ${state}`)).toEqual([
    'Glass straw 2 latest',
    'Steel straw 2 latest',
    'Cotton bag 1 expired',
    'Glass straw 1 superseded',
    'Steel straw 1 superseded',
  ]);
  expect(rows[0]).toMatchObject({
    projectId: straws.id,
    projectNameZh: '吸管项目',
    supplierId: hongda.id,
    itemId: glass.id,
    unitPrice: 700_000,
    currency: 'CNY',
    channel: '1688',
  });
});

test('words are searched in item, supplier and project together, two Chinese characters suffice, signs stand for themselves', async () => {
  const { call } = core;
  await haveLines();
  const found = async (search: string) => {
    const { rows, total } = await call.quoteLines.list({ search, states: ['latest', 'expired'], sort: 'item' });
    expect(total).toBe(rows.length);
    return rows.map((row) => row.itemNameEn);
  };
  expect(await found('吸管')).toEqual(['Glass straw', 'Steel straw']);
  expect(await found('玻璃')).toEqual(['Glass straw']);
  expect(await found('宏达 不锈')).toEqual(['Steel straw']);
  expect(await found('宏达 布袋')).toEqual([]);
  expect(await found('BAGS anxin')).toEqual(['Cotton bag']);
  expect(await found('6 mm x')).toEqual(['Steel straw']);
  expect(await found('%')).toEqual([]);
  expect(await found("' OR 1=1 --")).toEqual([]);
});

test('filters narrow by project, supplier, currency, channel, state and days received', async () => {
  const { call } = core;
  const { bags, hongda } = await haveLines();
  const total = async (input: Parameters<typeof call.quoteLines.list>[0]) => (await call.quoteLines.list(input)).total;
  expect(await total({ projects: [bags.id] })).toBe(1);
  expect(await total({ suppliers: [hongda.id] })).toBe(4);
  expect(await total({ currencies: ['USD'] })).toBe(1);
  expect(await total({ channels: ['unknown'] })).toBe(1);
  expect(await total({ channels: ['1688', 'unknown'] })).toBe(5);
  expect(await total({ states: ['superseded'] })).toBe(2);
  expect(await total({ states: ['expired', 'latest'] })).toBe(3);
  expect(await total({ from: '2026-01-10', to: '2026-01-10' })).toBe(2);
  expect(await total({ from: '2026-01-11', to: '2026-02-20' })).toBe(1);
  expect(await call.quoteLines.choices({})).toMatchObject({
    projects: [{ nameEn: 'Bags' }, { nameEn: 'Straws' }],
    suppliers: [{ nameEn: 'Anxin' }, { nameEn: 'Hongda' }],
    currencies: ['CNY', 'USD'],
    channels: ['1688', 'unknown'],
  });
});

test('prices are only put in order within one currency', async () => {
  const { call } = core;
  await haveLines();
  for (const currencies of [[], ['CNY', 'USD']]) {
    await expect(call.quoteLines.list({ sort: 'price', currencies })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { rule: 'oneCurrencyToSort' },
    });
  }
  const { rows } = await call.quoteLines.list({ sort: 'price', currencies: ['CNY'], states: ['latest'] });
  expect(rows.map(({ unitPrice }) => unitPrice)).toEqual([700_000, 850_000]);
});

test('what is in the bin is in no list, and pages follow on each other in every order', async () => {
  const { call } = core;
  const { straws, glass, other } = await haveLines();
  for (const sort of QUOTE_LINE_SORTS) {
    for (const descending of [false, true]) {
      const query = { sort, descending, currencies: sort === 'price' ? ['CNY'] : [] };
      const all = (await call.quoteLines.list(query)).rows.map(({ id }) => id);
      const [first, second, third] = await Promise.all(
        [0, 2, 4].map(async (offset) => (await call.quoteLines.list({ ...query, offset, limit: 2 })).rows),
      );
      expect([first, second, third].flatMap((page) => page?.map(({ id }) => id) ?? [])).toEqual(all);
    }
  }
  await call.items.save({
    projectId: straws.id,
    create: [],
    update: [],
    remove: [{ id: glass.id, revision: glass.revision }],
  });
  for (const sort of ['received', 'item', 'supplier'] as const) {
    expect((await call.quoteLines.list({ sort })).rows.some(({ itemId }) => itemId === glass.id)).toBe(false);
  }
  expect((await call.quoteLines.list({})).total).toBe(3);
  await call.quotes.remove({ id: other.id, revision: other.revision });
  expect((await call.quoteLines.list({})).total).toBe(2);
  const project = await call.projects.get({ id: straws.id });
  await call.projects.remove({ id: straws.id, revision: project.revision });
  for (const sort of ['received', 'project', 'item'] as const) {
    expect(await call.quoteLines.list({ sort })).toEqual({ rows: [], total: 0 });
  }
});

const EVERY_LINE: QuoteLineQuery = {
  search: '',
  projects: [],
  suppliers: [],
  currencies: [],
  states: [],
  channels: [],
  from: null,
  to: null,
  sort: 'received',
  descending: false,
  offset: 0,
  limit: 50,
};

function workspaceDatabase() {
  const database = core.state.workspace?.database;
  if (database === undefined) throw new Error('a workspace is open');
  return database;
}

test('very many lines and a few of them come in the same order', async () => {
  await haveLines();
  const { db } = workspaceDatabase();
  for (const sort of QUOTE_LINE_SORTS) {
    for (const descending of [false, true]) {
      const query = { ...EVERY_LINE, sort, descending };
      const many = await manyQuoteLines(query, '2026-03-02').execute(db);
      const few = await fewQuoteLines(query, '2026-03-02').execute(db);
      expect(many.rows, `${sort} ${descending}`).toHaveLength(5);
      expect(few.rows, `${sort} ${descending}`).toEqual(many.rows);
    }
  }
});

test('every order of very many lines comes out of an index, and few are found quote by quote', () => {
  const database = workspaceDatabase();
  const query: QuoteLineQuery = { ...EVERY_LINE, search: '吸管', currencies: ['CNY'] };
  for (const sort of QUOTE_LINE_SORTS) {
    for (const descending of [false, true]) {
      const plan = explain(database, manyQuoteLines({ ...query, sort, descending }, '2026-03-02').compile(database.db));
      expect(plan.filter((step) => step.includes('TEMP B-TREE')).join(), `${sort} ${descending}`).not.toMatch(
        /TEMP B-TREE FOR ORDER BY/,
      );
      const lines = plan.filter((step) => / quote_lines /.test(step));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/USING (COVERING )?INDEX quote_lines_(priced|price|item)/);
      expect(plan.some((step) => /quote_id=\? AND item_id=\?|item_id=\? AND quote_id=\?/.test(step))).toBe(false);
    }
  }
  const count = explain(database, quoteLineCount(query, '2026-03-02').compile(database.db));
  expect(count).toContain('SEARCH quote_lines USING COVERING INDEX quote_lines_priced (quote_id=?)');
  const few = explain(database, fewQuoteLines(query, '2026-03-02').compile(database.db));
  expect(few).toContain('SEARCH quote_lines USING INDEX quote_lines_priced (quote_id=?)');
});
