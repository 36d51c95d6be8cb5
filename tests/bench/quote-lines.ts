import { haveComparisonProject } from './comparison-project.ts';
import { medianOf, type Result, timed } from './measure.ts';
import { withCore } from './with-core.ts';

/** Ten projects of fifty suppliers by two hundred items: a hundred thousand quoted prices. */
const PROJECTS = 10;
/** What a person does not notice as waiting. */
const FLUID_MS = 200;

/** The list of all quoted prices in a workspace that has a hundred thousand, as the procedure answers it. */
export async function benchQuoteLines(): Promise<Result[]> {
  return withCore(async (test) => {
    for (let project = 0; project < PROJECTS; project++) await haveComparisonProject(test, 'plain');
    const { call } = test;
    const { suppliers } = await call.quoteLines.choices({});
    const supplier = suppliers[0]?.id ?? '';
    const jobs = {
      'list 100k prices': { sort: 'received', descending: true },
      'list 100k prices, last page': { sort: 'received', descending: true, offset: 99_950 },
      'sort 100k prices by item': { sort: 'item' },
      'sort 100k prices by supplier': { sort: 'supplier' },
      'sort 100k prices by price': { sort: 'price', currencies: ['CNY'] },
      'filter 100k prices by supplier and state': { suppliers: [supplier], states: ['latest'] },
      'search 100k prices for two Chinese words': { search: '零件 19' },
      'search 100k prices for nothing there is': { search: '没有', sort: 'item' },
    } as const;
    const results: Result[] = [];
    for (const [job, input] of Object.entries(jobs)) {
      const query = { ...input, currencies: 'currencies' in input ? [...input.currencies] : [] };
      const asked = {
        ...query,
        suppliers: 'suppliers' in input ? [...input.suppliers] : [],
        states: 'states' in input ? [...input.states] : [],
      };
      const ours = await medianOf(5, () => timed(() => call.quoteLines.list(asked)));
      results.push({ job, ours, unit: 'ms', baseline: null, bar: { kind: 'limit', most: FLUID_MS } });
    }
    return results;
  });
}
