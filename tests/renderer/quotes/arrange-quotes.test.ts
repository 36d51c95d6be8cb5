import { expect, test } from 'vitest';
import { arrangeQuotes, listRows, newestQuotes } from '../../../renderer/features/quotes/arrange-quotes.ts';
import type { QuoteRow } from '../../../shared/contract/quotes.ts';
import { buildQuote } from '../../builders/contract-fields.ts';

const name = (quote: QuoteRow) => quote.supplierNameEn || quote.supplierNameZh;

function buildRow(overrides: Partial<QuoteRow>): QuoteRow {
  const { supplierNameEn = 'Anping', round = 1 } = overrides;
  return {
    ...buildQuote(),
    id: `${supplierNameEn}-${round}`,
    projectId: 'project',
    supplierId: supplierNameEn,
    supplierNameEn,
    supplierNameZh: '',
    round,
    revision: 1,
    createdAt: '2026-03-01T00:00:00.000Z',
    updatedAt: '2026-03-01T00:00:00.000Z',
    lineCount: 6,
    superseded: false,
    attachmentCount: 0,
    ...overrides,
  };
}

const quotes = [
  buildRow({ supplierNameEn: 'Baoding', round: 1, superseded: true, leadTimeDays: 5 }),
  buildRow({ supplierNameEn: 'Cixi', leadTimeDays: null, supplierNameZh: '慈溪吸管厂' }),
  buildRow({ supplierNameEn: 'Baoding', round: 3, leadTimeDays: 30 }),
  buildRow({ supplierNameEn: 'Anping', leadTimeDays: 20 }),
  buildRow({ supplierNameEn: 'Baoding', round: 2, superseded: true, leadTimeDays: 1 }),
];
const all = { search: '', sort: 'supplier', descending: false } as const;

test('the newest round stands for its supplier; earlier ones follow it only where they are unfolded', () => {
  const groups = arrangeQuotes(quotes, all, name);
  const shown = (unfolded: string[]) => listRows(groups, new Set(unfolded)).map(({ id }) => id);
  expect(shown([])).toEqual(['Anping-1', 'Baoding-3', 'Cixi-1']);
  expect(shown(['Baoding'])).toEqual(['Anping-1', 'Baoding-3', 'Baoding-2', 'Baoding-1', 'Cixi-1']);
  expect(listRows(groups, new Set()).map(({ earlierCount }) => earlierCount)).toEqual([0, 2, 0]);
  expect(newestQuotes(quotes, name).map(({ id }) => id)).toEqual(['Anping-1', 'Baoding-3', 'Cixi-1']);
});

test('sorts by the newest round, and what nobody has stated comes last', () => {
  const sorted = arrangeQuotes(quotes, { ...all, sort: 'leadTime' }, name).map(({ newest }) => newest.id);
  expect(sorted).toEqual(['Anping-1', 'Baoding-3', 'Cixi-1']);
  const back = arrangeQuotes(quotes, { ...all, descending: true }, name).map(({ newest }) => newest.id);
  expect(back).toEqual(['Cixi-1', 'Baoding-3', 'Anping-1']);
});

test('search meets part of either name, whatever its case', () => {
  const found = (search: string) => arrangeQuotes(quotes, { ...all, search }, name).map(({ newest }) => newest.id);
  expect(found('吸管')).toEqual(['Cixi-1']);
  expect(found(' PING')).toEqual(['Anping-1']);
  expect(found('zzz')).toEqual([]);
});
