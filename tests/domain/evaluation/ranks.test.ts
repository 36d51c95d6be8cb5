import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankByTotal } from '../../../shared/domain/evaluation/ranks.ts';
import { law } from '../kernel/law.ts';

test('ties share a rank, the next one skips, and what has no comparable total has no rank', () => {
  const entries = [300, 100, null, 100, 200].map((totalMinor, index) => ({ id: `s${index}`, totalMinor }));
  expect(rankByTotal(entries).map(({ rank }) => rank)).toEqual([4, 1, null, 1, 3]);
});

test('a lower total has a better rank, an equal one the same, in any order and currency', () => {
  const totals = fc.array(fc.option(fc.integer({ min: -1000, max: 1000 })), { maxLength: 20 });
  law(
    fc.property(totals, fc.integer({ min: 1, max: 10 ** 6 }), (list, rate) => {
      const entries = list.map((totalMinor, index) => ({ id: `s${index}`, totalMinor }));
      const ranked = rankByTotal(entries);
      for (const one of ranked) {
        for (const other of ranked) {
          if (one.totalMinor === null || other.totalMinor === null) continue;
          expect(Math.sign(Number(one.rank) - Number(other.rank))).toBe(Math.sign(one.totalMinor - other.totalMinor));
        }
      }
      const converted = entries.map(({ id, totalMinor }) => ({ id, totalMinor: totalMinor && totalMinor * rate }));
      expect(rankByTotal(converted).map(({ rank }) => rank)).toEqual(ranked.map(({ rank }) => rank));
      expect(rankByTotal(entries.toReversed())).toEqual(ranked.toReversed());
    }),
  );
});
