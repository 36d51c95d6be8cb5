import * as z from 'zod';
import { base, calendarDate, currency, decimalRate, id, revision } from './common.ts';

export const exchangeRateFields = z.object({
  /** 1 base = rate quote. */
  base: currency,
  quote: currency,
  rate: decimalRate,
  effectiveDate: calendarDate,
  /** Where the rate is from ("Bank of China, middle rate"). */
  source: z.string().trim().min(1).max(200),
});

export const exchangeRate = exchangeRateFields.extend({ id, revision });
export type ExchangeRateFields = z.infer<typeof exchangeRateFields>;
export type ExchangeRate = z.infer<typeof exchangeRate>;

export const exchangeRates = {
  list: base.input(z.object({})).output(z.array(exchangeRate)),
  create: base.input(exchangeRateFields).output(exchangeRate),
  update: base.input(z.object({ id, revision, changes: exchangeRateFields.partial() })).output(exchangeRate),
  remove: base.input(z.object({ id, revision })).output(z.object({ actionId: id })),
};
