import type { Waterfall, WaterfallPart } from './types.ts';

const SHOWN = 2;

/**
 * The parts that carry most of the difference, largest first, at most two each way: `reasons` pull towards the sign of the difference,
 * `against` pull the other way. Where the difference may be either sign there are none.
 */
export function mainSteps({ difference, steps }: Pick<Waterfall, 'difference' | 'steps'>): {
  readonly reasons: readonly WaterfallPart[];
  readonly against: readonly WaterfallPart[];
} {
  const sign = difference.highMinor < 0 ? -1 : difference.lowMinor > 0 ? 1 : 0;
  if (sign === 0) return { reasons: [], against: [] };
  const pull = steps.map(({ part, difference: own }) => ({ part, size: (own.lowMinor + own.highMinor) * sign }));
  const largest = (parts: readonly { part: WaterfallPart; size: number }[]) =>
    parts
      .toSorted((a, b) => Math.abs(b.size) - Math.abs(a.size))
      .slice(0, SHOWN)
      .map(({ part }) => part);
  return {
    reasons: largest(pull.filter(({ size }) => size > 0)),
    against: largest(pull.filter(({ size }) => size < 0)),
  };
}
