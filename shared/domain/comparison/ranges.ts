import { mean } from '../market/statistics.ts';
import { difference } from './difference.ts';
import type { DifferenceRange, MinorRange, Standing } from './types.ts';

/** The figure itself where both ends agree; null where only a range is known. */
export function pointOf(range: MinorRange | null): number | null {
  return range !== null && range.lowMinor === range.highMinor ? range.lowMinor : null;
}

/**
 * Where each total stands among all (PRODUCT M4): at best behind those that are certainly lower, at worst behind those that
 * may be. A rank is firm where both agree; points that tie share one. O(n log n).
 */
export function standingsOf(ranges: readonly MinorRange[]): Standing[] {
  const lows = ranges.map(({ lowMinor }) => lowMinor).sort((a, b) => a - b);
  const highs = ranges.map(({ highMinor }) => highMinor).sort((a, b) => a - b);
  return ranges.map(({ lowMinor, highMinor }) => {
    const bestRank = 1 + countBelow(highs, lowMinor);
    // A range lies with its own low end below its high one.
    const worstRank = 1 + countBelow(lows, highMinor) - (lowMinor < highMinor ? 1 : 0);
    return { bestRank, worstRank, firm: bestRank === worstRank };
  });
}

/** How many of the rising `values` lie below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The lowest of some figures, wherever in their ranges they fall; null for none. */
export function lowestOf(ranges: readonly MinorRange[]): MinorRange | null {
  if (ranges.length === 0) return null;
  let lowMinor = Number.POSITIVE_INFINITY;
  let highMinor = Number.POSITIVE_INFINITY;
  for (const range of ranges) {
    lowMinor = Math.min(lowMinor, range.lowMinor);
    highMinor = Math.min(highMinor, range.highMinor);
  }
  return { lowMinor, highMinor };
}

/** Their mean, at the least and at the most; null for none. */
export function averageOf(ranges: readonly MinorRange[]): MinorRange | null {
  if (ranges.length === 0) return null;
  const lowMinor = mean(ranges.map((range) => range.lowMinor));
  const highMinor = isPointed(ranges) ? lowMinor : mean(ranges.map((range) => range.highMinor));
  return { lowMinor, highMinor };
}

/**
 * `own - lowest of all`, `own` being one of them: least when it falls low and the others high, most the other way round. Never
 * below zero.
 */
export function aboveLowest(own: MinorRange, all: readonly MinorRange[]): DifferenceRange {
  const { low, high } = withoutOne(all, own);
  const least = Math.min(own.lowMinor, high);
  const most = Math.min(own.highMinor, low);
  return rangeOf(own, { lowMinor: most, highMinor: least });
}

/** `own - mean of all`, `own` being one of them. */
export function againstAverage(own: MinorRange, all: readonly MinorRange[]): DifferenceRange {
  const at = all.indexOf(own);
  const meanWith = (mine: number, others: 'lowMinor' | 'highMinor') =>
    mean(all.map((range, index) => (index === at ? mine : range[others])));
  return rangeOf(own, {
    lowMinor: meanWith(own.highMinor, 'lowMinor'),
    highMinor: meanWith(own.lowMinor, 'highMinor'),
  });
}

/** `own - reference`: its low end stands against the reference's high one. */
export function rangeOf(own: MinorRange, reference: MinorRange): DifferenceRange {
  const low = difference(own.lowMinor, reference.highMinor);
  const high = difference(own.highMinor, reference.lowMinor);
  return {
    lowMinor: low?.minor ?? 0,
    highMinor: high?.minor ?? 0,
    lowBp: low?.bp ?? null,
    highBp: high?.bp ?? null,
  };
}

export function isPointed(ranges: readonly MinorRange[]): boolean {
  return ranges.every(({ lowMinor, highMinor }) => lowMinor === highMinor);
}

/** The lowest low and high end of the others; infinite where there are none. */
function withoutOne(all: readonly MinorRange[], own: MinorRange): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  const at = all.indexOf(own);
  all.forEach((range, index) => {
    if (index === at) return;
    low = Math.min(low, range.lowMinor);
    high = Math.min(high, range.highMinor);
  });
  return { low, high };
}
