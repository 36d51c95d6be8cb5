import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  MOVED,
  MOVED_ONCE,
  MOVED_UNLESS_BOTH,
  RENUMBERED,
} from '../../../electron/modules/supplier-merges/move-rows.ts';
import { buildLine, buildQuote, buildSupplier, haveQuotedProject } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

function sqlite() {
  const database = core.state.workspace?.database;
  if (database === undefined) throw new Error('a workspace is open');
  return database.sqlite;
}

/** Everything stored but revisions, which only rise. */
function contents(): Record<string, unknown[]> {
  const tables = sqlite()
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('actions', 'history') AND name NOT LIKE 'sqlite%'`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = sqlite().prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}" ORDER BY id`).all();
      return [name, rows.map(({ revision: _, ...row }) => row)];
    }),
  );
}

/** The same company twice: once with quotes from March, once with a newer quote, a tag and what the first does not know. */
async function haveTwice() {
  const { call } = core;
  const { project, items, supplier: keep } = await haveQuotedProject(call);
  const merge = await call.suppliers.create(
    buildSupplier({ nameEn: 'Hongda Yiwu', nameZh: keep.nameZh, email: 'sales@hongda.cn', wechat: 'hd' }),
  );
  await call.quotes.create({
    projectId: project.id,
    supplierId: merge.id,
    fields: buildQuote({ receivedOn: '2025-01-05' }),
    lines: items.map((item) => buildLine(item.id)),
  });
  for (const [supplierId, tag] of [
    [keep.id, 'straws'],
    [merge.id, 'straws'],
    [merge.id, 'fast'],
  ] as const) {
    const { tags } = await call.supplierProfiles.get({ supplierId });
    await call.supplierProfiles.saveTags({ supplierId, tags: [...tags, tag] });
  }
  return { project, keep, merge };
}

test('a merge moves quotes in the order received, keeps what both know once, and fills what was not known', async () => {
  const { call } = core;
  const { project, keep, merge } = await haveTwice();
  expect(await call.supplierMerges.candidates({})).toMatchObject([
    { first: { id: keep.id }, second: { id: merge.id }, reasons: expect.arrayContaining(['sameName']) },
  ]);
  const preview = await call.supplierMerges.preview({ keep: keep.id, merge: merge.id });
  expect(preview.moves).toEqual(expect.arrayContaining([{ table: 'quotes', count: 1 }]));
  const { supplier } = await call.supplierMerges.merge({
    keep: { id: keep.id, revision: preview.keep.revision },
    merge: { id: merge.id, revision: preview.merge.revision },
    take: ['wechat'],
  });
  expect(supplier).toMatchObject({ id: keep.id, nameEn: keep.nameEn, wechat: 'hd' });
  const quotes = await call.quotes.list({ projectId: project.id });
  expect(quotes.map((quote) => [quote.supplierId, quote.round, quote.receivedOn])).toEqual([
    [keep.id, 2, buildQuote().receivedOn],
    [keep.id, 1, '2025-01-05'],
  ]);
  expect((await call.supplierProfiles.get({ supplierId: keep.id })).tags.toSorted()).toEqual(['fast', 'straws']);
  await expect(call.suppliers.get({ id: merge.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await call.supplierMerges.candidates({})).toEqual([]);
});

test('one undo brings back everything as it was', async () => {
  const { call } = core;
  const { keep, merge } = await haveTwice();
  const before = contents();
  const [kept, gone] = [await call.suppliers.get({ id: keep.id }), await call.suppliers.get({ id: merge.id })];
  await call.supplierMerges.merge({ keep: kept, merge: gone, take: ['nameEn', 'email'] });
  expect(contents()).not.toEqual(before);
  await call.history.undo({});
  expect(contents()).toEqual(before);
});

test('a stale reading, a supplier twice and a record that is gone are refused, with nothing written', async () => {
  const { call } = core;
  const { keep, merge } = await haveTwice();
  const before = contents();
  const [kept, gone] = [await call.suppliers.get({ id: keep.id }), await call.suppliers.get({ id: merge.id })];
  await expect(call.supplierMerges.merge({ keep: kept, merge: kept, take: [] })).rejects.toMatchObject({
    data: { rule: 'sameSupplier' },
  });
  await expect(
    call.supplierMerges.merge({ keep: kept, merge: { id: gone.id, revision: gone.revision + 1 }, take: [] }),
  ).rejects.toMatchObject({ code: 'STALE' });
  expect(contents()).toEqual(before);
});

test('no table that names a supplier is forgotten', () => {
  const named = sqlite()
    .prepare<[], { name: string }>(
      `SELECT DISTINCT tables.name FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.name = 'supplier_id' ORDER BY tables.name`,
    )
    .all()
    .map(({ name }) => name);
  const moved = [...MOVED, ...RENUMBERED, ...[...MOVED_ONCE, ...MOVED_UNLESS_BOTH].map(({ table }) => table)];
  expect(moved.toSorted()).toEqual(named);
});
