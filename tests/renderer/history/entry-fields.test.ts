import { describe, expect, test } from 'vitest';
import { entryFields, entryTitle } from '../../../renderer/features/history/entry-fields.ts';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { buildText } from '../build-text.ts';

const entry = (tableName: string, after: HistoryEntry['after'], own: Partial<HistoryEntry> = {}): HistoryEntry => ({
  seq: 1,
  tableName,
  rowId: '019c0000-0000-7000-8000-000000000001',
  operation: 'insert',
  before: null,
  after,
  subject: { names: [], currency: null },
  ...own,
});

const told = (one: HistoryEntry, language: 'en' | 'zh' = 'en') =>
  Object.fromEntries(
    entryFields(one, buildText(language)).map(({ field, after }) => [field, after?.replaceAll('\u00a0', ' ')]),
  );

describe('what is stored reads as the screens say it', () => {
  test('codes of the closed lists, in both languages', () => {
    const instalment = entry('quote_payments', {
      percent_bp: 3_000,
      anchor: 'orderConfirmed',
      offset_days: 0,
      position: 0,
    });
    expect(told(instalment)).toEqual({ percentBp: '30 %', anchor: 'order confirmation', offsetDays: '0' });
    expect(told(instalment, 'zh')).toMatchObject({ anchor: '确认订单' });
    expect(told(entry('quotes', { tax_basis: 'excluded', incoterm: 'FOB', channel: 'direct' }))).toEqual({
      taxBasis: 'VAT excluded',
      incoterm: 'FOB Free On Board',
      channel: 'Direct',
    });
  });

  test('a code of another version stays as it is', () => {
    expect(told(entry('quotes', { incoterm: 'DDU', tax_basis: 'toString' }))).toEqual({
      incoterm: 'DDU',
      taxBasis: 'toString',
    });
  });

  test('amounts with the currency of what they belong to', () => {
    const costs = (row: HistoryEntry['after']) =>
      told(entry('quote_costs', row, { subject: { names: [], currency: 'JPY' } }));
    expect(costs({ part: 'tooling', basis: 'extra', amount_minor: 50_000, measure: 'order' })).toMatchObject({
      part: 'Tooling',
      basis: 'Extra',
      amountMinor: '50,000 JPY',
    });
    expect(costs({ unit_amount: 50_000, measure: 'unit', low: 40_000, high: 60_000 })).toMatchObject({
      unitAmount: '0.0500 JPY',
      low: '0.0400 JPY',
      high: '0.0600 JPY',
    });
    expect(costs({ rate_bp: 250, measure: 'rate', low: 200, high: 300 })).toMatchObject({ low: '2 %', high: '3 %' });
  });

  test('a costing has a currency for each stretch of the way', () => {
    const row = { origin_currency: 'CNY', freight_currency: 'USD', destination_currency: 'EUR' };
    const costing = {
      freight_per_m3: 45_000_000,
      export_clearance_minor: 40_000,
      brokerage_minor: 8_000,
      insurance_ppm: 3_000,
    };
    expect(told(entry('costings', { ...row, ...costing, per_piece: 0 }))).toMatchObject({
      freightPerM3: '45.0000 USD',
      exportClearanceMinor: '400.00 CNY',
      brokerageMinor: '80.00 EUR',
      insurancePpm: '0.3 %',
      perPiece: 'No',
    });
  });
});

test('a row without a name is called by what it belongs to', () => {
  const names = [
    { nameEn: 'Straight straw', nameZh: '直吸管' },
    { nameEn: 'Hengxin', nameZh: '恒鑫' },
  ];
  const line = entry('quote_lines', { unit_price: 1 }, { subject: { names, currency: 'CNY' } });
  expect(entryTitle(line, ({ nameZh }) => nameZh)).toBe('直吸管 · 恒鑫');
});
