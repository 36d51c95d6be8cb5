import type { Id } from '../../shared/kernel/ids.ts';
import type { TestCore } from '../builders/test-core.ts';
import {
  BENCH_COSTING,
  type BenchKind,
  type ComparisonProject,
  haveComparisonProject,
  haveRates,
} from './comparison-project.ts';
import { type Result, sideBySide, timed } from './measure.ts';
import { rawComparison } from './raw-comparison.ts';
import { withCore } from './with-core.ts';

/** Fifty suppliers by two hundred lines in the service, against the same rows read and reckoned by hand. */
export async function benchCompare(): Promise<Result[]> {
  return withCore(async (test) => {
    await haveRates(test);
    const results: Result[] = [];
    for (const kind of ['plain', 'mixed', 'landed'] as const) {
      const { projectId } = await haveComparisonProject(test, kind);
      results.push(await compareBoth(test, projectId, kind));
    }
    return results;
  });
}

const WHAT: Readonly<Record<BenchKind, string>> = {
  plain: 'one currency',
  mixed: 'mixed currencies, tiers, costs',
  landed: 'mixed, landed at our door',
};

async function compareBoth(
  test: TestCore,
  projectId: ComparisonProject['projectId'],
  kind: BenchKind,
): Promise<Result> {
  const costing = kind === 'landed' ? BENCH_COSTING : null;
  const raw = rawComparison(databaseOf(test), projectId, 'CNY', '2026-03-02', costing);
  const basis = kind === 'landed' ? 'landed' : 'comparable';
  await requireSameRanking(test, { projectId, basis }, raw());
  const ours = () => timed(() => test.call.comparisons.get({ projectId, basis }));
  const baseline = () => timed(raw);
  await sideBySide(10, ours, baseline);
  const pair = await sideBySide(31, ours, baseline);
  return {
    job: `compare 50 x 200 in the service, ${WHAT[kind]}`,
    ours: pair.ours,
    unit: 'ms',
    baseline: { value: pair.baseline, what: 'raw SQL and a loop in floats' },
    bar: { kind: 'ratio', most: 2 },
  };
}

/** Half a cent of a quote in euros is up to four fen; a total is rounded more than once on its way, and duty on each of 200 lines. */
const ROUNDING = { comparable: 10, landed: 50 } as const;

/** Both must have done the same job: the same order, and totals that differ by rounding only. */
async function requireSameRanking(
  { call }: TestCore,
  query: { readonly projectId: Id; readonly basis: 'comparable' | 'landed' },
  { ranking }: { ranking: readonly { quoteId: Id; total: number }[] },
): Promise<void> {
  const { quotes } = await call.comparisons.get(query);
  quotes.forEach(({ quote, totalMinor, rank }, index) => {
    const other = ranking[index];
    if (
      rank === null ||
      totalMinor === null ||
      other?.quoteId !== quote.id ||
      Math.abs(other.total - totalMinor) > ROUNDING[query.basis]
    ) {
      throw new Error(`the two comparisons differ: ${quote.id} ${totalMinor}, ${other?.quoteId} ${other?.total}`);
    }
  });
}

function databaseOf({ state }: TestCore) {
  if (state.workspace === null) throw new Error('no workspace');
  return state.workspace.database.sqlite;
}
