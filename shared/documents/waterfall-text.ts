import { mainSteps } from '../domain/waterfall/main-steps.ts';
import type { Waterfall, WaterfallPart } from '../domain/waterfall/types.ts';
import { formatMoney, formatMoneyWithCode } from '../kernel/format.ts';
import { fill } from '../texts/fill.ts';
import { nameIn, type Tongue, WORDS } from './say.ts';

/**
 * The difference of two quotes in words, with what carries most of it: the same on screen and on paper. Who is cheaper is only said
 * where it is certain; what is reckoned of a part only is said to be so.
 */
export function waterfallSentence(waterfall: Waterfall, tongue: Tongue): string {
  const { waterfall: words } = WORDS[tongue];
  const { difference, currency, conclusive } = waterfall;
  const { lowMinor, highMinor } = difference;
  const names = { first: nameIn(tongue, waterfall.first), second: nameIn(tongue, waterfall.second) };
  if (lowMinor === 0 && highMinor === 0) return fill(words.sentence.equal, names);
  if (lowMinor <= 0 && highMinor >= 0) {
    const ends = { low: formatMoney(lowMinor, currency), high: formatMoneyWithCode(highMinor, currency) };
    return fill(words.sentence.open, { ...names, ...ends });
  }
  const { reasons, against } = mainSteps(waterfall);
  const list = (parts: readonly WaterfallPart[]) => parts.map((part) => words.because[part]).join(words.and);
  const [least = 0, most = 0] = [Math.abs(lowMinor), Math.abs(highMinor)].sort((a, b) => a - b);
  const amount =
    least === most
      ? formatMoneyWithCode(most, currency)
      : `${formatMoney(least, currency)} … ${formatMoneyWithCode(most, currency)}`;
  const verdict = fill(words.sentence[highMinor < 0 ? 'cheaper' : 'dearer'], {
    ...names,
    amount,
    reasons: list(reasons),
  });
  const pause = tongue === 'zh' ? '' : ' ';
  return [
    ...(conclusive ? [] : [words.sentence.partOnly]),
    verdict,
    ...(against.length === 0 ? [] : [fill(words.sentence.against, { parts: list(against) })]),
  ].join(pause);
}
