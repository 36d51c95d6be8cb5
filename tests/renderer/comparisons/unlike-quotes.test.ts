import { expect, test } from 'vitest';
import { cellNotes } from '../../../renderer/features/comparisons/matrix/cell-text.ts';
import { matrixOf } from '../../../renderer/features/comparisons/matrix/matrix-model.ts';
import { rowText } from '../../../renderer/features/comparisons/matrix/row-text.ts';
import { reasonsOf } from '../../../renderer/features/comparisons/reasons.ts';
import { standingOf } from '../../../renderer/features/comparisons/standing.ts';
import { totalBars } from '../../../renderer/features/comparisons/total-bars.ts';
import { cellNote, exclusionText, incompleteText } from '../../../shared/documents/report-text.ts';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import type { ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import { COST_PARTS } from '../../../shared/domain/quotes/terms.ts';
import { buildInput, buildLine, buildOptions, buildQuote, price, units } from '../../domain/comparison/builders.ts';
import { buildText } from '../build-text.ts';

/** Two that can be compared, and five that each lack something else; those that lack something name the lowest prices. */
const quote = (name: string, prices: Readonly<Record<string, number>>, own: Partial<ComparisonQuote> = {}) =>
  buildQuote(name, prices, { supplierNameEn: name, ...own });

const QUOTES = [
  quote('Good', { a: 9, b: 10 }),
  quote('Dear', { a: 10, b: 10 }),
  quote('Foreign', { a: 1, b: 1 }, { currency: 'THB' }),
  quote('Partial', { a: 1 }),
  quote('Late', { a: 1, b: 1 }, { validUntil: '2026-01-04' }),
  quote(
    'Large',
    {},
    { lines: [buildLine('a', { unitPrice: price(8), moq: units(400) }), buildLine('b', { unitPrice: price(10) })] },
  ),
  quote(
    'Freightless',
    { a: 1, b: 1 },
    {
      costs: COST_PARTS.map((part) => ({
        part,
        basis: part === 'domesticFreight' ? 'unknown' : 'included',
        amountMinor: null,
      })),
    },
  ),
];

test('a wrong currency, an open item, an expiry, a need below the MOQ and unknown freight are each shown as what they are', () => {
  const t = buildText('en');
  const comparison = compare(buildInput(QUOTES), buildOptions());
  const grid = comparison.quotes.map((compared) => [
    compared.quote.supplierNameEn,
    standingOf(compared, comparison, t).label,
    rowText({ kind: 'result', key: 'total', result: 'total' }, compared, comparison, t).main,
    reasonsOf(compared, t).join('; '),
  ]);
  expect(grid).toEqual([
    ['Good', 'Rank 1', '1,900.00', ''],
    ['Dear', 'Rank 2', '2,000.00', ''],
    ['Large', 'Rank 3', '4,200.00', ''],
    ['Partial', '1 of 2 items', '100.00', '1 item has no price'],
    ['Foreign', 'No exchange rate', '—', 'No exchange rate from THB to CNY'],
    ['Freightless', 'Costs not stated', '200.00', 'Not known whether included: Domestic freight'],
    ['Late', 'Expired', '200.00', 'Expired on 2026-01-04'],
  ]);
  expect(matrixOf(comparison).groups.map(({ state, count }) => [state, count])).toEqual([
    ['ranked', 3],
    ['incomplete', 1],
    ['excluded', 3],
  ]);

  const bars = totalBars(comparison, ({ supplierNameEn }) => supplierNameEn);
  expect(bars.map(({ label, tone }) => [label, tone])).toEqual([
    ['Good', 'lowest'],
    ['Dear', 'ranked'],
    ['Large', 'ranked'],
    ['Partial', 'excluded'],
    ['Freightless', 'excluded'],
    ['Late', 'excluded'],
  ]);

  // The printed page and the workbook speak the same sentences.
  const said = comparison.quotes.map(({ exclusions, incomplete, quote: { currency } }) =>
    [
      ...exclusions.map((reason) => exclusionText(reason, 'en')),
      ...incomplete.map((reason) => incompleteText(reason, currency, 'en')),
    ].join('; '),
  );
  expect(said).toEqual(grid.map(([, , , reasons]) => reasons));

  const [row] = comparison.rows;
  const large = comparison.quotes.findIndex(({ quote: own }) => own.supplierNameEn === 'Large');
  const cell = row?.cells[large];
  const compared = comparison.quotes[large];
  if (row === undefined || cell === undefined || compared === undefined) throw new Error('no cell');
  expect(cellNotes(cell, row, compared, comparison, t)[0]).toContain('MOQ 400 applies');
  expect(cellNote(cell, row.need, 'en')).toBe('order 400');
});
