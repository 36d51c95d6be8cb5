import { describe, expect, test } from 'vitest';
import { dotLevels, labelRows } from '../../../renderer/charts/strip-layout.ts';
import {
  innocentReasons,
  openPrices,
  populationsOf,
} from '../../../renderer/features/comparisons/market/market-model.ts';
import { frameOf, logTicks } from '../../../renderer/features/quantity-curves/curve-model.ts';
import { barsOf, pairOf } from '../../../renderer/features/waterfalls/waterfall-model.ts';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import { quantityCurve } from '../../../shared/domain/quantity-curves/quantity-curve.ts';
import { waterfall } from '../../../shared/domain/waterfall/waterfall.ts';
import {
  buildInput,
  buildItem,
  buildLine,
  buildOptions,
  buildQuote,
  price,
  units,
} from '../../domain/comparison/builders.ts';

const item = buildItem('a');

describe('market', () => {
  test('platforms are parted, and a price that is a range is named and in none of them', () => {
    const bounded = buildQuote('z', {}).costs.map((cost) =>
      cost.part === 'packaging'
        ? { part: cost.part, basis: 'unknown' as const, amountMinor: null, low: 1, high: 9 }
        : cost,
    );
    const comparison = compare(
      buildInput(
        [
          buildQuote('p', { a: 1 }, { channel: '1688' }),
          buildQuote('q', { a: 1.1 }, { channel: '1688' }),
          buildQuote('r', { a: 1.5 }, { channel: 'alibaba' }),
          buildQuote('s', { a: 1.2 }),
          buildQuote('t', { a: 1.3 }, { costs: bounded }),
        ],
        { items: [item] },
      ),
      buildOptions(),
    );
    const ids = populationsOf(comparison, null).map(({ channel, entries }) => [channel, entries.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['1688', ['p', 'q']],
      ['alibaba', ['r']],
      ['other', ['s']],
    ]);
    expect(openPrices(comparison, null).map(({ quote }) => quote.id)).toEqual(['t']);
    expect(openPrices(comparison, 'a').map(({ quote }) => quote.id)).toEqual(['t']);
  });

  test('what may explain a low price is checked against the quote itself', () => {
    const comparison = compare(
      buildInput(
        [
          buildQuote('low', { a: 1 }, { receivedOn: '2025-11-01' }),
          buildQuote('high', {}, { lines: [buildLine('a', { unitPrice: price(2), moq: units(500) })] }),
        ],
        { items: [item] },
      ),
      buildOptions(),
    );
    const [population] = populationsOf(comparison, 'a');
    const low = population?.entries.find(({ id }) => id === 'low');
    if (population === undefined || low === undefined) throw new Error('no market');
    expect(innocentReasons(low, population, '2026-01-05')).toEqual([
      { code: 'smallerQuantity', known: 'smaller' },
      { code: 'otherGrade' },
      { code: 'taxExcluded', known: 'included' },
      { code: 'stalePrice', days: 65, isStale: true },
    ]);
  });

  test('dots and labels that would lie on each other go a level up', () => {
    expect(dotLevels([0, 5, 30, 31], 20)).toEqual([0, 1, 0, 1]);
    expect(
      labelRows([
        { at: 50, width: 40 },
        { at: 60, width: 40 },
        { at: 200, width: 40 },
      ]),
    ).toEqual([0, 1, 0]);
  });
});

describe('curve', () => {
  const curve = quantityCurve(
    buildInput([buildQuote('x', {}, { lines: [buildLine('a', { moq: units(100) })] })], { items: [item] }),
    buildOptions(),
    { itemId: 'a', chosen: null, holdingCostPerUnit: null },
  );

  test('even axes cut what is far above, logarithmic ones hold everything', () => {
    if (curve === null) throw new Error('no curve');
    expect(frameOf(curve, false)).toMatchObject({ isCut: true });
    const log = frameOf(curve, true);
    expect(log.isCut).toBe(false);
    // A quarter of the MOQ costs four times as much a unit.
    expect(log.yDomain[1]).toBeGreaterThan(price(4));
  });

  test('logarithmic ticks are 1, 2 and 5, or powers of ten where those were too many', () => {
    expect(logTicks(8, 120)).toEqual([10, 20, 50, 100]);
    expect(logTicks(1, 10_000)).toEqual([1, 10, 100, 1_000, 10_000]);
  });
});

describe('waterfall', () => {
  const input = buildInput([buildQuote('x', { a: 1 }), buildQuote('y', { a: 1.5 }), buildQuote('w', { a: 3 })], {
    items: [item],
  });
  const comparison = compare(input, buildOptions());

  test('the second rank against the first, unless others are asked for', () => {
    const ids = (first?: string, second?: string) => {
      const pair = pairOf(comparison, first, second);
      return pair === null ? null : [pair.first.quote.id, pair.second.quote.id];
    };
    expect(ids()).toEqual(['y', 'x']);
    expect(ids('supplier-x')).toEqual(['x', 'y']);
    expect(ids('supplier-w', 'supplier-x')).toEqual(['w', 'x']);
    expect(ids('gone', 'supplier-y')).toEqual(['x', 'y']);
    expect(pairOf({ quotes: comparison.quotes.slice(0, 1) }, undefined, undefined)).toBeNull();
  });

  test('bars lead from the first total to the second', () => {
    const result = waterfall(input, buildOptions(), 'y', 'x');
    if (result?.state !== 'explained') throw new Error('not explained');
    const bars = barsOf(result.waterfall, {
      first: 'Y',
      second: 'X',
      part: (part) => part,
      total: (low) => String(low),
      difference: (low) => String(low),
    });
    expect(bars.map(({ label, from, to, kind, figure }) => [label, from, to, kind, figure])).toEqual([
      ['Y', 0, 15_000, 'total', '15000'],
      ['basePrice', 15_000, 10_000, 'less', '-5000'],
      ['X', 0, 10_000, 'total', '10000'],
    ]);
  });
});
