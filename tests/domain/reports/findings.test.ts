import { expect, test } from 'vitest';
import { summaryText } from '../../../shared/documents/report-findings.ts';
import { findingsOf } from '../../../shared/domain/reports/findings.ts';
import { buildReport, PRICE, QUALITY, type Situation } from '../../builders/report.ts';

const codesOf = (situation: Situation) => findingsOf(buildReport(situation)).map(({ code }) => code);
const said = (situation: Situation, tongue: 'en' | 'zh' = 'en') =>
  summaryText(findingsOf(buildReport(situation)), 'CNY', tongue).replaceAll('\u00a0', ' ');

test('names the lowest among two or more, and how far the others and the estimate are', () => {
  const situation: Situation = {
    prices: { Alpha: [10_000, 10_000], Beta: [11_000, 11_000], Gamma: [12_000, null] },
    estimates: [12_500, 12_500],
    budgetMinor: 19_000,
  };
  expect(said(situation)).toBe(
    'Alpha has the lowest of 2 comparable totals: 200.00 CNY. The next is Beta at 220.00 CNY, 20.00 CNY (10.0 %) higher. ' +
      'The lowest total lies 4.8 % below the average of 210.00 CNY. It lies 50.00 CNY (20.0 %) below our estimate of 250.00 CNY. ' +
      'It exceeds the budget of 190.00 CNY by 10.00 CNY. The weights of the criteria sum to 50 % instead of 100 %, so no score is computed. ' +
      'Of 3 quotes 2 are complete and comparable, 1 incomplete and 0 not comparable.',
  );
  expect(said(situation, 'zh')).toMatch(/^在 2 个可比总价中，Alpha最低：200\.00 CNY。其次为Beta/);
});

test('an incomplete quote never wins, however low its total', () => {
  const situation: Situation = { prices: { Cheap: [100, null], Dear: [90_000, 90_000], Dearer: [95_000, 95_000] } };
  expect(said(situation)).toMatch(/^Dear has the lowest of 2 comparable totals/);
});

test('a lone total is not called the lowest', () => {
  expect(codesOf({ prices: { Alpha: [10_000], Late: [9_000] }, expired: ['Late'] })[0]).toBe('onlyOne');
});

test('says why nothing can be ranked, and names no one', () => {
  const situation: Situation = {
    prices: { Alpha: [10_000, null], Beta: [null, 11_000], Late: [1_000, 1_000] },
    expired: ['Late'],
    criteria: [],
  };
  expect(said(situation)).toBe(
    'None of the 3 quotes can be ranked, so no lowest total is named: 2 are incomplete and 1 cannot be compared with the others.',
  );
  expect(said({ prices: {}, estimates: [100] })).toBe('No supplier has quoted yet.');
  expect(said({ prices: {} })).toBe('The project has no items, so there is nothing to compare.');
});

test('a shared lowest total is said to be shared', () => {
  expect(said({ prices: { Alpha: [10_000], Beta: [10_000], Gamma: [12_000] } })).toMatch(
    /^Alpha and Beta share the lowest of 3 comparable totals: 100\.00 CNY\. The next is Gamma/,
  );
});

test('an estimate of some items only is not held against totals of all', () => {
  expect(codesOf({ prices: { Alpha: [100, 100], Beta: [200, 200] }, estimates: [150] })).toContain('estimatePartial');
});

test('the first by score is named with what it costs more than the lowest; who is knocked out is named', () => {
  const situation: Situation = {
    prices: { Cheap: [10_000], Good: [11_000], Bad: [9_000] },
    criteria: [PRICE, { ...QUALITY, knockoutMinimumHundredths: 6_000 }],
    qualities: { Cheap: 6_500, Good: 9_500, Bad: 3_000 },
  };
  const text = said(situation);
  expect(text).toContain('Bad is knocked out by a minimum score.');
  expect(text).toContain('By weighted score Good ranks first');
  expect(text).toContain('The first by score costs 20.00 CNY (22.2 %) more than the lowest total.');
});

test('quotes far below the others are gathered into one request for cost breakdowns', () => {
  const prices = { A: [10_000], B: [10_100], C: [10_200], D: [10_300], E: [10_400], Low: [6_000] };
  expect(said({ prices })).toContain(
    'Unusually far below the other quotes lies Low (41.2 %, critically low); ask for a cost breakdown before deciding.',
  );
  const close = { A: [10_000], B: [10_010], C: [10_020], D: [10_030], Low: [9_800] };
  expect(codesOf({ prices: close })).not.toContain('belowMarket');
});
