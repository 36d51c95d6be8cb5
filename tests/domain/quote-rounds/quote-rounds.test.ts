import { expect, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import type { ComparisonQuote } from '../../../shared/domain/comparison/types.ts';
import { quoteRounds } from '../../../shared/domain/quote-rounds/quote-rounds.ts';
import { buildInput, buildLine, buildOptions, buildQuote, buildRate, price, units } from '../comparison/builders.ts';

const round = (number: number, prices: Record<string, number>, overrides: Partial<ComparisonQuote> = {}) =>
  buildQuote(`r${number}`, prices, {
    supplierId: 'own',
    supplierNameEn: 'Own',
    round: number,
    receivedOn: `2026-01-0${number}`,
    ...overrides,
  });

function roundsOf(...quotes: ComparisonQuote[]) {
  const newest = quotes.reduce((most, one) => (one.round > most.round ? one : most));
  const input = buildInput([newest, buildQuote('other', { a: 2, b: 2 })], { rates: [buildRate('USD', 'CNY', '7')] });
  const [own] = quoteRounds(
    input,
    buildOptions(),
    quotes.map((quote) => ({ quote, confirmation: null })),
  );
  return { input, rounds: own?.rounds ?? [] };
}

test('each round says what it changed in price, conditions, terms and costs, and in total', () => {
  const packagingExtra = round(2, {}).costs.map((cost) =>
    cost.part === 'packaging' ? { part: cost.part, basis: 'extra' as const, amountMinor: 500 } : cost,
  );
  const { rounds } = roundsOf(
    round(
      2,
      {},
      {
        paymentTerms: '30/70',
        costs: packagingExtra,
        lines: [buildLine('a', { unitPrice: price(0.9), moq: units(50) }), buildLine('b', { unitPrice: price(1) })],
      },
    ),
    round(1, { a: 1, b: 1 }),
  );
  expect(rounds.map((one) => [one.round, one.total?.lowMinor, one.toPrevious?.minor ?? null, one.isNewest])).toEqual([
    [1, 20_000, null, false],
    [2, 19_500, -500, true],
  ]);
  expect(rounds[1]?.lines).toMatchObject([
    { change: { kind: 'changed', minor: price(-0.1), bp: -1_000 }, conditionsChanged: true },
    { change: { kind: 'same' }, conditionsChanged: false },
  ]);
  const changed = (list: readonly { readonly changed: boolean }[] = []) => list.filter((one) => one.changed);
  expect(changed(rounds[1]?.terms)).toEqual([{ term: 'paymentTerms', changed: true }]);
  expect(changed(rounds[1]?.costs)).toEqual([{ part: 'packaging', changed: true }]);
  expect(changed(rounds[0]?.terms)).toEqual([]);
});

test('an item newly priced or dropped has no difference, and neither has the total', () => {
  const { rounds } = roundsOf(round(1, { a: 1 }), round(2, { a: 1, b: 1 }), round(3, { b: 1 }));
  expect(rounds.map(({ lines }) => lines.map(({ change }) => change.kind))).toEqual([
    ['first', 'notQuoted'],
    ['same', 'new'],
    ['dropped', 'same'],
  ]);
  expect(rounds.map(({ toPrevious }) => toPrevious)).toEqual([null, null, null]);
});

test('prices of another currency are not set against each other; the totals are', () => {
  const { rounds } = roundsOf(
    round(1, { a: 7, b: 7 }),
    round(2, { a: 1, b: 1 }, { currency: 'USD', taxBasis: 'none' }),
  );
  expect(rounds[1]?.lines[0]?.change).toEqual({ kind: 'otherCurrency' });
  expect(rounds[1]?.toPrevious).toEqual({ minor: 0, bp: 0 });
});

test('an expired newest round is shown with its total and its state; its total is the one of the matrix', () => {
  const { input, rounds } = roundsOf(round(1, { a: 1, b: 1 }, { validUntil: '2026-01-04' }));
  const matrix = compare(input, buildOptions()).quotes.find(({ quote }) => quote.id === 'r1');
  expect(matrix?.state).toBe('excluded');
  expect(rounds[0]).toMatchObject({ validity: 'expired', isNewest: true, total: matrix?.totalRange });
});
