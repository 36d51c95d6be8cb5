import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest';
import type { ImportMappingInput } from '../../../shared/contract/imports.ts';
import type { ImportMapping } from '../../../shared/domain/imports/types.ts';
import { buildProject } from '../../builders/fields.ts';
import { dumpState } from '../../builders/inspect.ts';
import { buildWideCsv } from '../../builders/sheets.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';
import { importFile, resultOf } from './import-file.ts';

let core: TestCore;
let projectId: string;
beforeEach(async () => {
  core = await createTestCore();
  projectId = (await core.call.projects.create(buildProject({ currency: 'CNY' }))).id;
});
afterEach(() => core.dispose());

/** "供应商,品名,…" as Excel in China saves it: GBK without a mark. */
const GBK_LONG = gbk(
  '供应商,品名,规格,单位,数量,单价,起订量,含税,运费,交货期,付款方式\n' +
    '义乌恒达,直吸管,6*215mm,支,20000,0.58,5000,含税13%,包邮,15天,30%定金70%发货前\n' +
    '义乌恒达,弯吸管,6*215mm,支,20000,0.63,5000,含税13%,包邮,15天,30%定金70%发货前\n' +
    '揭阳永盛,直吸管,6*215mm,支,20000,0.52,10000,不含税,运费另计,20天,款到发货\n',
);

test('a GBK file with Chinese headings imports with its terms', async () => {
  const { preview, result } = await importFile(core, projectId, '报价.csv', GBK_LONG, { currency: 'CNY' });
  expect(preview.encoding?.name).toBe('gb18030');
  expect(result).toMatchObject({ itemCount: 2, quoteCount: 2, lineCount: 3 });
  const [first, second] = (await core.call.quotes.list({ projectId })).sort((a, b) => b.lineCount - a.lineCount);
  expect(first).toMatchObject({
    supplierNameZh: '义乌恒达',
    currency: 'CNY',
    taxBasis: 'included',
    vatRateBp: 1300,
    leadTimeDays: 15,
    attachmentCount: 1,
  });
  expect(first?.costs).toContainEqual(
    expect.objectContaining({ part: 'domesticFreight', basis: 'included', amountMinor: null }),
  );
  expect(second).toMatchObject({ supplierNameZh: '揭阳永盛', taxBasis: 'excluded' });
  const { lines } = await core.call.quotes.get({ id: first?.id ?? '' });
  expect(lines[0]).toMatchObject({ unitPrice: 580_000, moq: 50_000_000 });
});

test('the same headings are set up as last time', async () => {
  const csv = bytes('Artikel,Preis,Menge\nStraw,0.5,100\n');
  const { uploadId } = await core.call.imports.upload({ file: new File([csv], 'a.csv') });
  const source = { projectId, uploadId, sheet: null, encoding: null };
  const { guess, remembered } = await core.call.imports.preview({ ...source, headerRow: null });
  expect(remembered).toBe(false);
  const roles = ['itemNameEn', 'unitPrice', 'quantity'] as const;
  const mapping: ImportMappingInput = {
    ...guess.mapping,
    layout: 'long',
    columns: guess.mapping.columns.map((column, index) => ({ ...column, role: roles[index] ?? 'ignore' })),
    defaults: { ...guess.mapping.defaults, currency: 'EUR', supplier: 'Hansa GmbH' },
  };
  await resultOf(await core.call.imports.commit({ ...source, mapping }));
  const again = await core.call.imports.upload({ file: new File([csv], 'b.csv') });
  const preview = await core.call.imports.preview({ ...source, uploadId: again.uploadId, headerRow: null });
  expect(preview.remembered).toBe(true);
  expect(preview.guess.mapping).toEqual(mapping);
});

test('a second file of the same supplier is its next round, on the same items', async () => {
  const sheet = (price: string) =>
    bytes(`Supplier,Line,Description,Unit,Quantity,Unit price\nAcme Ltd,1,Straw,pcs,100,${price}\n`);
  await importFile(core, projectId, 'first.csv', sheet('0.50'), { currency: 'USD' });
  const { check } = await importFile(core, projectId, 'second.csv', sheet('0.45'), { currency: 'USD' });
  expect(check).toMatchObject({ itemCount: 1, matchedItemCount: 1 });
  expect(check.quotes[0]).toMatchObject({ supplierName: 'Acme Ltd', round: 2, totalMinor: 4_500 });
  const quotes = await core.call.quotes.list({ projectId });
  expect(quotes.map(({ round, superseded }) => [round, superseded])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect(await core.call.items.list({ projectId })).toHaveLength(1);
});

test('undo takes a whole import back, and redo brings it again', async () => {
  const before = dumpState(sqlite());
  const { result } = await importFile(core, projectId, 'quotes.csv', bytes(buildWideCsv({ items: 5, suppliers: 3 })), {
    currency: 'USD',
  });
  const after = dumpState(sqlite());
  expect(after).not.toBe(before);
  const undone = await core.call.history.undo({});
  expect(undone).toMatchObject({ actionId: result.actionId, label: { key: 'importQuotes' } });
  expect(dumpState(sqlite())).toBe(before);
  await core.call.history.redo({});
  expect(dumpState(sqlite())).toBe(after);
});

test('cancelling leaves nothing behind', async () => {
  const before = dumpState(sqlite());
  const csv = bytes(buildWideCsv({ items: 200, suppliers: 50 }));
  const { uploadId } = await core.call.imports.upload({ file: new File([csv], 'quotes.csv') });
  const source = { projectId, uploadId, sheet: null, encoding: null };
  const { guess } = await core.call.imports.preview({ ...source, headerRow: null });
  const mapping = { ...guess.mapping, defaults: { ...guess.mapping.defaults, currency: 'USD' } };
  const controller = new AbortController();
  const stream = await core.call.imports.commit({ ...source, mapping }, { signal: controller.signal });
  const cancelled = (async () => {
    for await (const event of stream) if (event.kind === 'progress' && event.step === 'writing') controller.abort();
  })();
  await expect(cancelled).rejects.toThrow();
  // The gate is free again, and the next action finds the workspace as it was.
  expect(dumpState(sqlite())).toBe(before);
  await importFile(core, projectId, 'small.csv', bytes(buildWideCsv({ items: 1, suppliers: 1 })), { currency: 'USD' });
});

test('a sheet of another program is refused with what is wrong, a currency must be named', async () => {
  const { uploadId } = await core.call.imports.upload({
    file: new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], 'a.xls'),
  });
  const source = { projectId, uploadId, sheet: null, encoding: null };
  await expect(core.call.imports.preview({ ...source, headerRow: null })).rejects.toMatchObject({
    code: 'UNREADABLE',
    data: { code: 'unsupportedFormat' },
  });
  await expect(
    importFile(core, projectId, 'b.csv', bytes('Supplier,Item,Quantity,Unit price\nAcme,Straw,1,2\n'), {
      currency: null,
    }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { rule: 'currencyNeeded' } });
});

test('the contract and the domain mean the same mapping', () => {
  expectTypeOf<ImportMapping>().toEqualTypeOf<ImportMappingInput>();
});

function sqlite() {
  if (core.state.workspace === null) throw new Error('no workspace');
  return core.state.workspace.database.sqlite;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Node has no GBK encoder; the decoder turned round makes one. */
function gbk(text: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array([...text].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]));
}
