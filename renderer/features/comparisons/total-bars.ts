import type { ComparedQuote, Comparison } from '../../../shared/domain/comparison/types.ts';

/** A total as a bar; equal ends where it is known. */
export interface TotalBar {
  readonly id: string;
  readonly label: string;
  readonly minor: number;
  readonly highMinor: number;
  readonly tone: 'lowest' | 'ranked' | 'excluded';
}

/** One bar a quote that has a total. Who takes no part in the ranking is hollow; only a certain first place is marked. */
export function totalBars(comparison: Comparison, labelOf: (quote: ComparedQuote['quote']) => string): TotalBar[] {
  return comparison.quotes.flatMap((compared) => {
    const { quote, totalRange } = compared;
    if (totalRange === null) return [];
    const { lowMinor: minor, highMinor } = totalRange;
    return [{ id: quote.id, label: labelOf(quote), minor, highMinor, tone: toneOf(compared, comparison) }];
  });
}

function toneOf({ rank, state }: ComparedQuote, { quotes }: Comparison): TotalBar['tone'] {
  if (state !== 'ranked') return 'excluded';
  return rank === 1 && quotes.filter((one) => one.state === 'ranked').length > 1 ? 'lowest' : 'ranked';
}
