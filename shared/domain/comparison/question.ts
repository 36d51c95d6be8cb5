import type { CostPart } from '../quotes/terms.ts';
import { figureOf } from './ledger.ts';
import { type QuoteTotal, type Reckoning, totalWith } from './quote-total.ts';
import { standingsOf } from './ranges.ts';
import type { MinorRange, SettlingQuestion } from './types.ts';

/** An unknown cost of a quote, with the total as it would be at its least, its middle and its most. */
interface Unknown {
  readonly index: number;
  readonly part: CostPart;
  readonly outcomes: readonly MinorRange[];
  readonly widthMinor: number;
}

/**
 * The one question to a supplier that settles most of the ranks still open: of all costs unknown within bounds the one after
 * whose answer, be it at the low end, in the middle or at the high end, most ranks are firm; ties go to the widest unknown, then to the
 * supplier listed first. Null when every rank is firm or nobody leaves a cost open. `ranked` are the totals that take part.
 */
export function settlingQuestion(ranked: readonly QuoteTotal[], reckoning: Reckoning): SettlingQuestion | null {
  const ranges = ranked.flatMap(({ totalRange }) => totalRange ?? []);
  if (ranges.length !== ranked.length) return null;
  const openCount = countOpen(ranges);
  if (openCount === 0) return null;
  let best: { unknown: Unknown; settledCount: number } | null = null;
  for (const unknown of unknownsOf(ranked, reckoning)) {
    const settledCount = Math.min(
      ...unknown.outcomes.map((range) => openCount - countOpen(replaced(ranges, unknown, range))),
    );
    const better =
      best === null ||
      settledCount > best.settledCount ||
      (settledCount === best.settledCount && unknown.widthMinor > best.unknown.widthMinor);
    if (better) best = { unknown, settledCount };
  }
  const asked = best === null ? undefined : ranked[best.unknown.index];
  if (best === null || asked === undefined) return null;
  const { unknown, settledCount } = best;
  return {
    quoteId: asked.quote.id,
    supplierId: asked.quote.supplierId,
    part: unknown.part,
    widthMinor: unknown.widthMinor,
    openCount,
    settledCount: Math.max(0, settledCount),
    settlesAll: settledCount === openCount && settlesEverywhere(ranges, unknown),
  };
}

function unknownsOf(ranked: readonly QuoteTotal[], reckoning: Reckoning): Unknown[] {
  return ranked.flatMap((total, index) =>
    total.ledger.flatMap(({ part, state, counted }): Unknown[] => {
      if (state !== 'range' || !counted) return [];
      const { low, high } = figureOf(total.quote, part, reckoning.bounds);
      if (low === null || high === null || low === high) return [];
      const figures = [low, low + Math.floor((high - low) / 2), high];
      const outcomes = figures.flatMap((figure) => totalWith(total, { part, figure }, reckoning) ?? []);
      const [least, , most] = outcomes;
      if (least === undefined || most === undefined) return [];
      return [{ index, part, outcomes, widthMinor: most.lowMinor - least.lowMinor }];
    }),
  );
}

/**
 * Whether every rank is firm wherever the answer falls. Between its ends the total moves as a block, so the order can only
 * change where one of its ends meets an end of another: those places are tried.
 */
function settlesEverywhere(ranges: readonly MinorRange[], unknown: Unknown): boolean {
  const [least, , most] = unknown.outcomes;
  if (least === undefined || most === undefined) return false;
  const width = least.highMinor - least.lowMinor;
  const others = ranges.filter((_, index) => index !== unknown.index);
  const ends = others.flatMap(({ lowMinor, highMinor }) => [lowMinor, highMinor]);
  const starts = ends.flatMap((end) => [end - 1, end, end + 1, end - width - 1, end - width, end - width + 1]);
  return starts
    .filter((start) => start >= least.lowMinor && start <= most.lowMinor)
    .every((start) => countOpen(replaced(ranges, unknown, { lowMinor: start, highMinor: start + width })) === 0);
}

function replaced(ranges: readonly MinorRange[], { index }: Unknown, range: MinorRange): MinorRange[] {
  return ranges.with(index, range);
}

function countOpen(ranges: readonly MinorRange[]): number {
  return standingsOf(ranges).filter(({ firm }) => !firm).length;
}
