import type { Comparison, ComparisonInput } from '../comparison/types.ts';
import type { Waterfall } from '../waterfall/types.ts';
import { waterfall } from '../waterfall/waterfall.ts';

/** From the second rank to the first; null where no two are ranked. The ranked come lowest total first. */
export function whyCheaper(input: ComparisonInput, { quotes, options }: Comparison): Waterfall | null {
  const [first, second] = quotes.filter(({ state }) => state === 'ranked');
  if (first === undefined || second === undefined) return null;
  const result = waterfall(input, options, second.quote.id, first.quote.id);
  return result?.state === 'explained' ? result.waterfall : null;
}
