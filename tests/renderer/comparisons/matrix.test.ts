import { describe, expect, test } from 'vitest';
import type { CellFigure } from '../../../renderer/features/comparisons/compare-search.ts';
import { cellNotes, cellText } from '../../../renderer/features/comparisons/matrix/cell-text.ts';
import { matrixOf } from '../../../renderer/features/comparisons/matrix/matrix-model.ts';
import { rowText } from '../../../renderer/features/comparisons/matrix/row-text.ts';
import { assumptionTexts, reasonsOf } from '../../../renderer/features/comparisons/reasons.ts';
import { standingOf } from '../../../renderer/features/comparisons/standing.ts';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import type { Comparison, ComparisonOptions, ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import {
  buildInput,
  buildItem,
  buildLine,
  buildOptions,
  buildQuote,
  buildRate,
  price,
  units,
} from '../../domain/comparison/builders.ts';
import { buildText } from '../build-text.ts';

const t = buildText('en');

function compareAll(quotes: readonly ComparisonQuote[], options: Partial<ComparisonOptions> = {}): Comparison {
  const items = ['a', 'b'].map((id) => buildItem(id, { estimateUnitPrice: price(3) }));
  return compare(buildInput(quotes, { items, rates: [buildRate('USD', 'CNY', '7')] }), buildOptions(options));
}

function quoteOf(comparison: Comparison, id: string) {
  const compared = comparison.quotes.find(({ quote }) => quote.id === id);
  if (compared === undefined) throw new Error(`no quote ${id}`);
  return compared;
}

describe('rows and columns', () => {
  test('our estimate first, then the ranked, then those apart, each kind one group', () => {
    const { columns, groups } = matrixOf(
      compareAll([
        buildQuote('expired', { a: 1, b: 1 }, { validUntil: '2025-12-31' }),
        buildQuote('partial', { a: 1 }),
        buildQuote('dear', { a: 3, b: 3 }),
        buildQuote('cheap', { a: 2, b: 2 }),
      ]),
    );
    expect(columns.map((column) => (column.kind === 'quote' ? column.compared.quote.id : column.kind))).toEqual([
      'estimate',
      'cheap',
      'dear',
      'partial',
      'expired',
    ]);
    expect(groups).toEqual([
      { state: 'ranked', first: 1, count: 2 },
      { state: 'incomplete', first: 3, count: 1 },
      { state: 'excluded', first: 4, count: 1 },
    ]);
  });

  test('rows that would say nothing about anybody are left out', () => {
    const plain = { taxBasis: 'unknown', costs: [] } as const;
    const items = [buildItem('a'), buildItem('b')];
    const quotes = [buildQuote('x', { a: 1, b: 1 }, plain), buildQuote('y', { a: 1, b: 1 }, plain)];
    const kinds = matrixOf(compare(buildInput(quotes, { items }), buildOptions())).rows.map(({ key }) => key);
    expect(kinds).not.toContain('toEstimate');
    expect(kinds.filter((key) => /^(cost\.|tax$|rate$)/.test(key))).toEqual([]);
    const foreign = matrixOf(compareAll([buildQuote('x', { a: 1, b: 1 }, { currency: 'USD' })])).rows;
    expect(foreign.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['toEstimate', 'cost.packaging', 'tax', 'rate']),
    );
  });
});

describe('cells', () => {
  const inCell = (quotes: readonly ComparisonQuote[], id: string, show: CellFigure = 'unit', options = {}) => {
    const comparison = compareAll(quotes, options);
    const compared = quoteOf(comparison, id);
    const [row] = comparison.rows;
    const cell = row?.cells[comparison.quotes.indexOf(compared)];
    if (row === undefined || cell === undefined) throw new Error('no cell');
    return {
      text: cellText(cell, row, compared, show, comparison, t),
      notes: cellNotes(cell, row, compared, comparison, t),
    };
  };
  const rival = buildQuote('rival', { a: 4, b: 4 });

  test('a price in the comparison’s own terms needs no second line, a foreign one says what was quoted', () => {
    expect(inCell([rival], 'rival').text).toMatchObject({ main: '4.0000', second: '', quiet: false, lowest: false });
    const dollars = buildQuote('x', { a: 0.5, b: 1 }, { currency: 'USD' });
    expect(inCell([rival, dollars], 'x').text).toMatchObject({
      main: '3.5000',
      second: '0.5000\u00a0USD',
      lowest: true,
    });
  });

  test('the leading figure is the one asked for', () => {
    const cheap = buildQuote('cheap', { a: 2, b: 4 });
    expect(inCell([rival, cheap], 'rival', 'total').text).toMatchObject({ main: '400.00', second: '4.0000' });
    expect(inCell([rival, cheap], 'rival', 'difference').text).toMatchObject({
      main: '+100.0\u00a0%',
      second: '4.0000',
    });
    expect(inCell([rival, cheap], 'cheap', 'difference').text).toMatchObject({ main: 'lowest', lowest: true });
  });

  test('what must be bought beyond the need is marked and said', () => {
    const moq = { ...rival, id: 'x', lines: [buildLine('a', { moq: units(500) }), buildLine('b')] };
    const { text, notes } = inCell([rival, moq], 'x');
    expect(text.marks).toEqual(['moq']);
    expect(notes[0]).toBe('MOQ 500 applies: 500 pcs to order for a need of 100.');
    const packed = { ...rival, id: 'x', lines: [buildLine('a', { orderMultiple: units(30) }), buildLine('b')] };
    expect(inCell([packed], 'x').notes[0]).toBe('Rounded up to whole multiples: 120 pcs to order for a need of 100.');
  });

  test.each<[string, Partial<ComparisonQuote>, [string, string]]>([
    ['no price', { lines: [buildLine('b')] }, ['—', '']],
    [
      'a quantity too small to order',
      { lines: [buildLine('a', { unitPrice: null, breaks: [{ minQuantity: units(1_000), unitPrice: price(1) }] })] },
      ['Cannot be ordered', 'from 1,000'],
    ],
    ['a tax basis nobody stated', { taxBasis: 'unknown' }, ['9.0000\u00a0CNY', 'as quoted']],
  ])('%s is quiet and never a zero', (_case, overrides, [main, second]) => {
    const { text } = inCell([rival, buildQuote('x', { a: 9, b: 9 }, overrides)], 'x');
    expect(text).toMatchObject({ main, second, quiet: true, lowest: false });
  });

  test('prices that are not compared say why', () => {
    const expired = buildQuote('x', { a: 1, b: 1 }, { validUntil: '2026-01-01' });
    const { text, notes } = inCell([rival, expired], 'x');
    expect(text).toMatchObject({ main: '1.0000', quiet: true, lowest: false });
    expect(notes).toContain('Not compared: Expired on 2026-01-01.');
  });

  test('prices of fractions of a cent keep the digits that tell them apart', () => {
    const tiny = { ...rival, id: 'x', lines: [buildLine('a', { unitPrice: 375 }), buildLine('b')] };
    // 100 of them come to 0.0375, which is paid as 0.04.
    expect(inCell([tiny], 'x').text).toMatchObject({ main: '0.000400', second: '0.000375\u00a0CNY' });
  });
});

describe('rows below the items', () => {
  test('differences, ranks and rates; nothing where there is nothing to say', () => {
    const comparison = compareAll([
      buildQuote('cheap', { a: 1, b: 1 }, { currency: 'USD' }),
      buildQuote('dear', { a: 8, b: 8 }),
      buildQuote('same', { a: 8, b: 8 }),
      buildQuote('partial', { a: 1 }),
    ]);
    const say = (id: string, row: Parameters<typeof rowText>[0]) => {
      const { main, second } = rowText(row, quoteOf(comparison, id), comparison, t);
      return [main, second];
    };
    const toLowest = { kind: 'result', key: '', result: 'toLowest' } as const;
    expect(say('dear', toLowest)).toEqual(['+14.3\u00a0%', '+200.00']);
    expect(say('partial', toLowest)).toEqual(['—', '']);
    expect(say('same', { kind: 'result', key: '', result: 'rank' })).toEqual(['2', 'shared']);
    expect(say('cheap', { kind: 'rate', key: '' })).toEqual(['7\u00a0CNY/USD', '2026-01-01']);
    expect(say('dear', { kind: 'rate', key: '' })).toEqual(['—', '']);
    expect(say('dear', { kind: 'cost', key: '', part: 'packaging' })).toEqual(['included', '']);
    expect(say('dear', { kind: 'term', key: '', term: 'paymentTerms' })).toEqual(['not stated', '']);
  });
});

describe('why and on what', () => {
  test('unknown cost parts are one reason, and one assumption', () => {
    const silent = buildQuote('x', { a: 1, b: 1 }, { costs: [] });
    expect(reasonsOf(quoteOf(compareAll([buildQuote('y', { a: 1, b: 1 }), silent]), 'x'), t)).toEqual([
      'Not known whether included: Domestic freight, Packaging, Tooling, Logo and labels, Inspection',
    ]);
    const said = assumptionTexts(compareAll([silent]).assumptions, t).map(({ text }) => text);
    expect(said.filter((text) => text.includes('Packaging'))).toHaveLength(1);
  });

  test.each<[string, Partial<ComparisonQuote>, string]>([
    ['first', {}, 'Rank 1'],
    ['on its last days', { validUntil: '2026-01-07' }, 'Rank 1 · 2 days left'],
    ['with a gap', { lines: [buildLine('a')] }, '1 of 2 items'],
    ['too small', { minimumValueMinor: 1_000_000 }, 'Below minimum value'],
    ['too late', { validUntil: '2026-01-04' }, 'Expired'],
    ['unconverted', { currency: 'THB' }, 'No exchange rate'],
  ])('the badge of a quote that is %s', (_case, overrides, label) => {
    const comparison = compareAll([buildQuote('x', { a: 1, b: 1 }, overrides)]);
    expect(standingOf(quoteOf(comparison, 'x'), comparison, t).label).toBe(label);
  });
});
