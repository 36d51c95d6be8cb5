import type { ComparedQuote, Comparison } from '../comparison/types.ts';
import type { ExchangeRate } from '../exchange-rates/exchange-rates.ts';

/** A stored rate that the comparison rests on, with the quotes it was applied to. */
export interface RateUsed {
  readonly rate: ExchangeRate;
  readonly quotes: readonly ComparedQuote[];
}

/** Every rate a comparison used, once each, in the order of the quotes; empty when all quotes are in its currency. */
export function ratesUsed({ quotes }: Comparison): RateUsed[] {
  const used = new Map<string, { rate: ExchangeRate; quotes: ComparedQuote[] }>();
  for (const compared of quotes) {
    for (const rate of compared.rate?.rows ?? []) {
      const key = [rate.base, rate.quote, rate.effectiveDate, rate.rate, rate.source].join('\n');
      const known = used.get(key);
      if (known === undefined) used.set(key, { rate, quotes: [compared] });
      else known.quotes.push(compared);
    }
  }
  return [...used.values()];
}
