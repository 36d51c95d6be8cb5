import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import { explainAtQuantity } from '../../../shared/domain/quantity-curves/explain.ts';
import { quantityCurve } from '../../../shared/domain/quantity-curves/quantity-curve.ts';
import { buildInput, buildItem, buildLine, buildOptions, buildQuote, price, units } from '../comparison/builders.ts';

const small = buildQuote('small', {}, { lines: [buildLine('a', { unitPrice: price(1.2), moq: units(50) })] });
const large = buildQuote(
  'large',
  {},
  { lines: [buildLine('a', { unitPrice: price(2), breaks: [{ minQuantity: units(400), unitPrice: price(1) }] })] },
);
const silent = buildQuote('silent', { a: 0.5 }, { taxBasis: 'unknown' });
const input = buildInput([small, large, silent], { items: [buildItem('a', { quantity: units(200) })] });
const whole = { itemId: null, chosen: null, holdingCostPerUnit: null };

describe('one item', () => {
  const curve = quantityCurve(input, buildOptions(), { ...whole, itemId: 'a' });

  test('the cheapest changes at the break, exactly', () => {
    expect(curve?.crossovers).toEqual([{ step: 400, before: ['small'], after: ['large'], takesTurns: false }]);
  });

  test('who is not comparable is named with its reason and has no curve', () => {
    expect(curve?.suppliers.map(({ quoteId, points }) => [quoteId, points.length > 0])).toEqual([
      ['small', true],
      ['large', true],
      ['silent', false],
    ]);
    expect(curve?.rows.at(-1)).toMatchObject({
      quoteId: 'silent',
      state: 'notComparable',
      exclusions: [{ code: 'taxBasisUnknown' }],
      standing: null,
    });
  });

  test('the row says tier, MOQ, order, surplus, cash and cost per unit needed', () => {
    const below = quantityCurve(input, buildOptions(), { ...whole, itemId: 'a', chosen: units(40) });
    expect(below?.rows[0]).toMatchObject({
      quoteId: 'small',
      standing: { bestRank: 1, firm: true },
      order: { moqApplied: true, orderQuantity: units(50), surplus: units(10), tierMinQuantity: units(50) },
      total: { lowMinor: 6_000, highMinor: 6_000 },
      cash: { lowMinor: 6_000, highMinor: 6_000 },
      unitCost: { low: price(1.5), high: price(1.5) },
      unitCostReceived: { low: price(1.2), high: price(1.2) },
    });
  });

  test('buying up to the next break is advised with its saving, less what keeping the surplus costs', () => {
    const at = (holdingCostPerUnit: number | null) =>
      quantityCurve(input, buildOptions(), { itemId: 'a', chosen: units(300), holdingCostPerUnit })?.rows.find(
        ({ quoteId }) => quoteId === 'large',
      )?.advice;
    expect(at(null)?.best).toMatchObject({ orderQuantity: units(400), savingMinor: 20_000 });
    expect(at(price(0.5))?.best).toMatchObject({ savingMinor: 15_000 });
    expect(at(price(3))?.best).toBeNull();
  });

  test('the figures at the plan are those of the matrix', () => {
    const withCosts = buildInput(
      [
        buildQuote(
          'x',
          { a: 1.11, b: 2.5 },
          { costs: [{ part: 'domesticFreight', basis: 'extra', amountMinor: 3_333 }] },
        ),
        buildQuote(
          'y',
          { a: 1.3, b: 2.2 },
          { costs: [{ part: 'domesticFreight', basis: 'included', amountMinor: null }] },
        ),
      ],
      {},
    );
    const matrix = compare(withCosts, buildOptions());
    const own = quantityCurve(withCosts, buildOptions(), { ...whole, itemId: 'a' });
    for (const [column, { quote }] of matrix.quotes.entries()) {
      const cell = matrix.rows[0]?.cells[column];
      expect(own?.rows.find(({ quoteId }) => quoteId === quote.id)?.total?.lowMinor).toBe(cell?.comparedMinor);
    }
  });

  test('each figure opens to the rule that made it', () => {
    const figure = (name: 'cost' | 'cash' | 'nextBreak', quoteId = 'large') =>
      explainAtQuantity(input, buildOptions(), {
        itemId: 'a',
        quoteId,
        step: 300,
        figure: name,
        holdingCostPerUnit: null,
      });
    expect(figure('cost')).toMatchObject({ rule: 'shareOfTotal', result: { value: '600.00' } });
    expect(figure('cash')).toMatchObject({ rule: 'quoteTotal', result: { value: '600.00' } });
    expect(figure('nextBreak')).toMatchObject({ rule: 'nextBreak' });
    expect(figure('cost', 'nobody')).toBeNull();
  });
});

test('the whole project moves by percents, and its chosen row is the comparison at that percent', () => {
  const two = buildInput([buildQuote('x', { a: 1, b: 2 }), buildQuote('y', { a: 1.1, b: 1.8 })]);
  const curve = quantityCurve(two, buildOptions(), { ...whole, chosen: 150 });
  const matrix = compare(two, buildOptions({ quantityPercent: 150 }));
  expect(curve?.rows.map(({ quoteId, total }) => [quoteId, total?.lowMinor])).toEqual(
    matrix.quotes.map(({ quote, totalMinor }) => [quote.id, totalMinor]),
  );
  expect(curve).toMatchObject({ from: 10, to: 300, grid: 1, stepSize: null });
});

test('without a quantity there is nothing to draw until one is chosen', () => {
  const open = buildInput([small], { items: [buildItem('a', { quantity: null })] });
  expect(quantityCurve(open, buildOptions(), { ...whole, itemId: 'a' })).toBeNull();
  expect(
    quantityCurve(open, buildOptions(), { ...whole, itemId: 'a', chosen: units(80) })?.rows[0]?.standing?.bestRank,
  ).toBe(1);
});
