import { runAction } from '../../electron/core/action.ts';
import type { TestCore } from '../builders/test-core.ts';
import { resultOf } from '../procedures/imports/import-file.ts';
import { medianOf, type Result, timed } from './measure.ts';
import { withCore } from './with-core.ts';

const SUPPLIERS = 5_000;
const READINGS_EACH = 10;
/** What the main process may stand still for while somebody types. */
const TYPING_MS = 50;
/** What a person does not notice as waiting. */
const FLUID_MS = 200;
/** Beside the program, with a bar of progress. */
const FILE_MS = 5_000;

/** The directory with five thousand suppliers and fifty thousand dated readings, as the procedures answer it. */
export async function benchSuppliers(): Promise<Result[]> {
  return withCore(async (test) => {
    const results: Result[] = [];
    const add = (job: string, ours: number, most: number) =>
      results.push({ job, ours, unit: 'ms', baseline: null, bar: { kind: 'limit', most } });
    add('import 5,000 suppliers', await timed(() => importDirectory(test)), FILE_MS);
    await addReadings(test);
    const { call } = test;
    const jobs = {
      'list 5,000 suppliers': { sort: 'updatedAt', descending: true },
      'list 5,000 suppliers, last page': { sort: 'updatedAt', descending: true, offset: 4_950 },
      'search 5,000 suppliers for all of them': { search: '有限公司' },
      'search 5,000 suppliers for one': { search: '4321号' },
      'search 5,000 suppliers for a contact, by name': { search: 'contact 43', sort: 'name' },
      'search 5,000 suppliers for nothing there is': { search: '没有', sort: 'qualification' },
    } as const;
    for (const [job, input] of Object.entries(jobs)) {
      await call.suppliers.list(input);
      add(job, await medianOf(7, () => timed(() => call.suppliers.list(input))), TYPING_MS);
    }
    add(
      'sort 5,000 suppliers by number of quotes',
      await medianOf(5, () => timed(() => call.suppliers.list({ sort: 'quoteCount' }))),
      FLUID_MS,
    );
    add(
      'count 5,000 suppliers for the filters',
      await medianOf(5, () => timed(() => call.suppliers.counts({}))),
      FLUID_MS,
    );
    add('export 5,000 suppliers as a workbook', await timed(() => exportDirectory(test)), FILE_MS);
    return results;
  });
}

async function importDirectory({ call }: TestCore): Promise<void> {
  const rows = Array.from(
    { length: SUPPLIERS },
    (_, index) =>
      `Supplier ${index} Manufacturing,供应商${index}号制造有限公司,${index % 3 === 0 ? '浙江' : '广东'},Contact ${index},${13_000_000_000 + index},诚信通,${index % 40}`,
  );
  const csv = ['英文名称,中文名称,省份,联系人,电话,会员等级,标签', ...rows].join('\n');
  const { uploadId } = await call.imports.upload({ file: new File([csv], 'suppliers.csv') });
  const source = { uploadId, sheet: null, encoding: null };
  const { mapping } = await call.supplierImports.preview({ ...source, headerRow: null });
  const choices = { all: 'skip' as const, rows: [] };
  const { created } = await resultOf(await call.supplierImports.commit({ ...source, mapping, choices }));
  if (created !== SUPPLIERS) throw new Error(`${created} suppliers were imported`);
}

async function addReadings({ state }: TestCore): Promise<void> {
  const { workspace } = state;
  if (workspace === null) throw new Error('a workspace is open');
  await runAction(state, workspace, { key: 'saveReading', params: {} }, async ({ trx, newId, now }) => {
    const suppliers = await trx.selectFrom('suppliers').select('id').execute();
    for (let day = 0; day < READINGS_EACH; day++) {
      for (let from = 0; from < suppliers.length; from += 500) {
        const rows = suppliers.slice(from, from + 500).map(({ id }) => ({
          id: newId(),
          supplier_id: id,
          source: '',
          taken_on: `2026-01-${10 + day}`,
          on_time_hundredths: 9_000 + day,
          staff: 40 + day,
          created_at: now,
        }));
        await trx.insertInto('supplier_readings').values(rows).execute();
      }
    }
  });
}

async function exportDirectory({ call }: TestCore): Promise<void> {
  const columns = ['nameEn' as const, 'nameZh' as const, 'province' as const, 'phone' as const, 'staff' as const];
  await resultOf(await call.suppliers.exportFile({ columns, format: 'xlsx', language: 'zh' }));
}
