/** What a job took; in milliseconds unless the job says otherwise. */
export interface Pair {
  readonly ours: number;
  readonly baseline: number;
}

/** One line of the table. */
export interface Result {
  readonly job: string;
  readonly ours: number;
  readonly unit: Unit;
  /** What it is held against; null where the bar is a figure of its own. */
  readonly baseline: Baseline | null;
  readonly bar: Bar;
}

export type Unit = 'ms' | 'MB';

export interface Baseline {
  readonly value: number;
  readonly what: string;
}

export type Bar = { readonly kind: 'ratio'; readonly most: number } | { readonly kind: 'limit'; readonly most: number };

/** Times of other programs on a 2-core machine (QUALITY.md), where they are not here to be measured. */
export const REFERENCE = {
  tryton1000Prices: 3_400,
  tryton1000Lines: 1_100,
  libreOfficeRecalculation: 90,
  libreOfficeOpening: 440,
} as const;

export function isMet({ ours, baseline, bar }: Result): boolean {
  if (bar.kind === 'limit') return ours <= bar.most;
  return baseline !== null && ours <= bar.most * baseline.value;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs both jobs by turns, so that a busy moment of the machine meets both, and takes the median of each. */
export async function sideBySide(
  runs: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Pair> {
  const times: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  for (let run = 0; run < runs; run++) {
    times.ours.push(await ours());
    times.baseline.push(await baseline());
  }
  return { ours: median(times.ours), baseline: median(times.baseline) };
}

/** The median of several runs of one job. */
export async function medianOf(runs: number, job: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await job());
  return median(times);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that the given share of all values does not exceed. Throws when there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}
