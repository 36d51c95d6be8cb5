import { safeInteger } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { reckoningOf, stateOf } from '../comparison/compare.ts';
import { type QuoteTotal, quoteTotal, type Reckoning } from '../comparison/quote-total.ts';
import type { ComparisonInput, ComparisonOptions, MinorRange } from '../comparison/types.ts';
import { profileOf } from './profile.ts';
import { type QuoteProfile, WATERFALL_PARTS, type WaterfallResult } from './types.ts';

/**
 * Why the second quote is cheaper or dearer than the first (PRODUCT M4), on the comparison's own basis. Each quote is taken apart
 * by itself and the parts are set against each other, so the steps sum exactly to the difference, none depends on the order
 * they are told in, and swapping the two turns every sign. Only items that both can deliver are reckoned; costs per order stay
 * whole. Null when one of the two is not part of the comparison.
 */
export function waterfall(
  input: ComparisonInput,
  options: ComparisonOptions,
  firstId: Id,
  secondId: Id,
): WaterfallResult | null {
  const first = input.quotes.find(({ id }) => id === firstId);
  const second = input.quotes.find(({ id }) => id === secondId);
  if (first === undefined || second === undefined) return null;
  const whole = reckoningOf(input, options);
  const wholes = [quoteTotal(first, whole), quoteTotal(second, whole)] as const;
  const common = input.items.map((_, index) =>
    wholes.every((total) => total.lines[index]?.order?.state === 'orderable'),
  );
  if (!common.includes(true)) {
    return { state: 'notComputable', reason: 'nothingInCommon', quoteIds: [firstId, secondId] };
  }
  const reckoning: Reckoning = {
    ...whole,
    items: whole.items.filter((_, index) => common[index] === true),
    needs: whole.needs.filter((_, index) => common[index] === true),
  };
  const profiles = [first, second].map((quote) => profileOf(quoteTotal(quote, reckoning), reckoning));
  const [a = null, b = null] = profiles;
  if (a === null || b === null) {
    const quoteIds = [...(a === null ? [firstId] : []), ...(b === null ? [secondId] : [])];
    return { state: 'notComputable', reason: 'noTotal', quoteIds };
  }
  const difference = minus(b.total, a.total);
  return {
    state: 'explained',
    waterfall: {
      currency: options.currency,
      first: a,
      second: b,
      difference,
      steps: stepsBetween(a, b),
      leftOutItemIds: input.items.filter((_, index) => common[index] !== true).map(({ id }) => id),
      itemCount: input.items.length,
      conclusive: wholes.every(isWhole) && (difference.highMinor < 0 || difference.lowMinor > 0 || isZero(difference)),
    },
  };
}

function stepsBetween(a: QuoteProfile, b: QuoteProfile) {
  return WATERFALL_PARTS.flatMap((part) => {
    const first = a.parts[part];
    const second = b.parts[part];
    return isZero(first) && isZero(second) ? [] : [{ part, first, second, difference: minus(second, first) }];
  });
}

function isWhole(total: QuoteTotal): boolean {
  return stateOf(total) === 'ranked';
}

/** `a - b`: least when `a` falls low and `b` high. */
function minus(a: MinorRange, b: MinorRange): MinorRange {
  return { lowMinor: safeInteger(a.lowMinor - b.highMinor), highMinor: safeInteger(a.highMinor - b.lowMinor) };
}

function isZero({ lowMinor, highMinor }: MinorRange): boolean {
  return lowMinor === 0 && highMinor === 0;
}
