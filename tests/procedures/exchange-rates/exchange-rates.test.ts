import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildRate } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('rates are kept to the last digit and listed newest first', async () => {
  const { call } = core;
  const old = await call.exchangeRates.create(buildRate({ rate: '7.000000000001', effectiveDate: '2026-02-01' }));
  const euro = await call.exchangeRates.create(buildRate({ base: 'EUR', rate: '8.10' }));
  const dollar = await call.exchangeRates.create(buildRate());
  expect(await call.exchangeRates.list({})).toEqual([euro, dollar, old]);
  expect(old.rate).toBe('7.000000000001');
  expect(euro.rate).toBe('8.10');
});

test('a pair has one rate a day; its place is free again once it is in the bin', async () => {
  const { call } = core;
  const rate = await call.exchangeRates.create(buildRate());
  const next = await call.exchangeRates.create(buildRate({ effectiveDate: '2026-03-02' }));
  const refusal = {
    code: 'REFUSED',
    data: { field: 'effectiveDate', rule: 'rateExists', params: { pair: 'USD/CNY', date: '2026-03-01' } },
  };
  await expect(call.exchangeRates.create(buildRate({ rate: '7.2' }))).rejects.toMatchObject(refusal);
  await expect(
    call.exchangeRates.update({ id: next.id, revision: 1, changes: { effectiveDate: '2026-03-01' } }),
  ).rejects.toMatchObject(refusal);
  expect(
    await call.exchangeRates.update({
      id: rate.id,
      revision: 1,
      changes: { rate: '7.11', effectiveDate: '2026-03-01' },
    }),
  ).toMatchObject({ rate: '7.11', revision: 2 });
  await call.exchangeRates.remove({ id: rate.id, revision: 2 });
  await call.exchangeRates.create(buildRate({ rate: '7.2' }));
});

test.each([
  ['the same currency twice', { quote: 'USD' }, { code: 'REFUSED', data: { rule: 'differentCurrencies' } }],
  ['a rate of zero', { rate: '0.000' }, { code: 'BAD_REQUEST' }],
  ['a negative rate', { rate: '-7' }, { code: 'BAD_REQUEST' }],
  ['no source', { source: '  ' }, { code: 'BAD_REQUEST' }],
  ['a day that never was', { effectiveDate: '2026-02-30' }, { code: 'BAD_REQUEST' }],
])('refuses %s', async (_, overrides, error) => {
  await expect(core.call.exchangeRates.create(buildRate(overrides))).rejects.toMatchObject(error);
  expect(await core.call.exchangeRates.list({})).toEqual([]);
});
