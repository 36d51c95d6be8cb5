import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modifiedZScores } from '../../../shared/domain/market/outliers.ts';
import { mean, median, percentile, standardDeviation } from '../../../shared/domain/market/statistics.ts';
import { law } from '../kernel/law.ts';

/** Values in millionths, as unit prices are kept. */
function millionths(...values: number[]): number[] {
  return values.map((value) => Math.round(value * 1_000_000));
}

describe('percentiles of type 7', () => {
  test.each([
    ['support.microsoft.com QUARTILE.INC', [1, 2, 4, 7, 8, 9, 10, 12], 25, 3_500_000],
    ['support.microsoft.com QUARTILE.INC, median', [1, 2, 4, 7, 8, 9, 10, 12], 50, 7_500_000],
    ['support.microsoft.com PERCENTILE.INC', [1, 3, 2, 4], 30, 1_900_000],
    ['Gnumeric PERCENTILE', [11.4, 17.3, 21.3, 25.9, 40.1], 42, 20_020_000],
    ['Gnumeric QUARTILE', [11.4, 17.3, 21.3, 25.9, 40.1], 25, 17_300_000],
    ['developer.mescius.com QUARTILE.INC', [11, 21, 42, 27, 18, 29, 32, 52], 25, 20_250_000],
    ['one value', [5], 75, 5_000_000],
  ])('%s', (_source, values, percent, expected) => {
    expect(percentile(millionths(...values), percent)).toBe(expected);
  });
});

test('support.microsoft.com STDEV.S of breaking strengths', () => {
  const strengths = millionths(1345, 1301, 1368, 1322, 1310, 1370, 1318, 1350, 1303, 1299);
  expect(standardDeviation(strengths)).toBe(27_463_916);
  expect(mean(strengths)).toBe(1_328_600_000);
});

describe('modified z-scores', () => {
  // Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): the example on which plain z-scores fail
  test('both high values of Iglewicz and Hoaglin are found', () => {
    const result = modifiedZScores(millionths(2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3));
    expect(result?.method).toBe('mad');
    expect(result?.scores.map(({ hundredths }) => hundredths)).toEqual([
      -157, 67, -22, 22, -67, -157, -67, 67, 2586, 2631,
    ]);
    expect(result?.scores.map(({ isOutlier }) => isOutlier)).toEqual([...Array(8).fill(false), true, true]);
  });

  test('NIST e-Handbook 1.3.5.17, uranium isotope: 245.57 alone', () => {
    const values = millionths(199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57);
    expect(modifiedZScores(values)?.scores.filter(({ isOutlier }) => isOutlier)).toEqual([
      { hundredths: 2996, isOutlier: true },
    ]);
  });

  // stats.stackexchange.com/q/339932, answered as in ibm.com/docs Cognos "Modified z score": 90 / (1.253314 × 11.25)
  test('where most values are equal, the mean deviation stands in', () => {
    const result = modifiedZScores([10, 10, 10, 10, 10, 10, 10, 100]);
    expect(result?.method).toBe('meanDeviation');
    expect(result?.scores[7]).toEqual({ hundredths: 638, isOutlier: true });
    expect(result?.scores[0]).toEqual({ hundredths: 0, isOutlier: false });
  });

  test('equal values have no outlier, four values no verdict', () => {
    expect(modifiedZScores([7, 7, 7, 7, 7])).toMatchObject({ method: 'none' });
    expect(modifiedZScores([1, 1, 1, 1_000])).toBeNull();
  });

  test('a score of exactly 3.5 is no outlier', () => {
    // Median 0, MAD 6745: 35 000 scores exactly 3.5.
    const at = modifiedZScores([-6745, -6745, 0, 6745, 35_000]);
    const beyond = modifiedZScores([-6745, -6745, 0, 6745, 35_001]);
    expect(at?.scores[4]).toEqual({ hundredths: 350, isOutlier: false });
    expect(beyond?.scores[4]).toEqual({ hundredths: 350, isOutlier: true });
  });
});

describe('laws', () => {
  const values = fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 2, maxLength: 30 });

  test('figures lie in their order, whatever the order of the values', () => {
    law(
      fc.property(values, (list) => {
        const figures = (of: number[]) => [
          Math.min(...of),
          percentile(of, 25),
          median(of),
          percentile(of, 75),
          Math.max(...of),
        ];
        expect(figures(list)).toEqual(figures(list).toSorted((a, b) => a - b));
        expect(figures(list.toReversed())).toEqual(figures(list));
        expect(percentile(list, 50)).toBe(median(list));
        expect(mean(list)).toBeGreaterThanOrEqual(Math.min(...list));
        expect(mean(list)).toBeLessThanOrEqual(Math.max(...list));
      }),
    );
  });

  test('a shift moves the centre and leaves the deviation', () => {
    law(
      fc.property(values, fc.integer({ min: 0, max: 10 ** 9 }), (list, shift) => {
        const moved = list.map((value) => value + shift);
        expect(mean(moved)).toBe(mean(list) + shift);
        expect(median(moved)).toBe(median(list) + shift);
        expect(standardDeviation(moved)).toBe(standardDeviation(list));
      }),
    );
  });
});

test('nothing is made of no values', () => {
  for (const figure of [mean, median, standardDeviation]) expect(() => figure([])).toThrow(RangeError);
  expect(() => percentile([], 25)).toThrow(RangeError);
  expect(() => standardDeviation([1])).toThrow(RangeError);
});
