import { divideRounded } from '../../kernel/decimal.ts';
import { doubledMedian } from './statistics.ts';

/** Outliers are looked for from this many values on (DOMAIN 4). */
export const OUTLIER_MINIMUM_COUNT = 5;

export interface ModifiedZScores {
  /** `mad`: 0.6745·(x - median)/MAD; `meanDeviation`: (x - median)/(1.253314·mean|x - median|), where MAD is 0; `none`: all equal. */
  readonly method: 'mad' | 'meanDeviation' | 'none';
  /** Per value, in the order given: the score in hundredths, and whether it passes 3.5 either way. */
  readonly scores: readonly { readonly hundredths: number; readonly isOutlier: boolean }[];
}

/**
 * Modified z-scores by Iglewicz and Hoaglin, outlying beyond 3.5; where more than half the values are equal (MAD 0) the mean absolute
 * deviation stands in, as in IBM Cognos (DOMAIN 4). The verdict is exact, only the shown score is rounded. Null below five values.
 */
export function modifiedZScores(values: readonly number[]): ModifiedZScores | null {
  if (values.length < OUTLIER_MINIMUM_COUNT) return null;
  const whole = values.map(BigInt);
  // Everything is kept doubled (deviations) or quadrupled (MAD), so that halves stay whole.
  const median2 = doubledMedian(whole);
  const deviations2 = whole.map((value) => 2n * value - median2);
  const sizes2 = deviations2.map((deviation) => (deviation < 0n ? -deviation : deviation));
  const mad4 = doubledMedian(sizes2);
  if (mad4 > 0n) return scored('mad', deviations2, 2n * 6_745n, 10_000n * mad4);
  const sum2 = sizes2.reduce((sum, size) => sum + size, 0n);
  if (sum2 === 0n) return { method: 'none', scores: values.map(() => ({ hundredths: 0, isOutlier: false })) };
  return scored('meanDeviation', deviations2, BigInt(values.length) * 1_000_000n, 1_253_314n * sum2);
}

/** Each score is `deviation × numerator / denominator`. */
function scored(
  method: 'mad' | 'meanDeviation',
  deviations: readonly bigint[],
  numerator: bigint,
  denominator: bigint,
): ModifiedZScores {
  const scores = deviations.map((deviation) => {
    const scaled = deviation * numerator;
    const size = scaled < 0n ? -scaled : scaled;
    return { hundredths: divideRounded(scaled * 100n, denominator), isOutlier: size * 10n > 35n * denominator };
  });
  return { method, scores };
}
