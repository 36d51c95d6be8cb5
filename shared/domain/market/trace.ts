import { fromScaledInteger } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { quantityToString } from '../../kernel/quantity.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { belowMarket } from './below-market.ts';
import { marketStatistics } from './market.ts';
import type { MarketQuote } from './types.ts';

/** How a price in the scale of the quotes is written out in a trace: "12.50" and "CNY". */
export type PriceText = (price: number) => Pick<TraceValue, 'value' | 'unit'>;

/** How the reference price came about; a null result when there are too few quotes. */
export function traceMarket(quotes: readonly MarketQuote[], priceText: PriceText): Trace {
  const market = marketStatistics(quotes);
  const inputs = quotes.flatMap((quote) => quoteValues(quote, priceText));
  const rule = { rule: 'referencePrice', version: 1 };
  if (market.state === 'insufficient') {
    const missing = { name: 'missingQuotes', value: String(market.missingQuotes) };
    return { ...rule, formula: WEIGHTED, inputs: [...inputs, missing], result: null };
  }
  const { referencePrice, outliers } = market;
  return {
    ...rule,
    formula: referencePrice.weighting === 'quantity' ? WEIGHTED : PLAIN,
    inputs: [
      ...inputs,
      { name: 'median', ...priceText(market.median) },
      ...(outliers ?? []).map(({ price }) => ({ name: 'outlier', ...priceText(price) })),
    ],
    result: { name: 'referencePrice', ...priceText(referencePrice.price) },
  };
}

/** How one quote stands to the others (leave-one-out); a null result when the test is refused. Errors: RangeError for an unknown id. */
export function traceBelowMarket(quotes: readonly MarketQuote[], id: Id, priceText: PriceText): Trace {
  const verdict = belowMarket(quotes).find((one) => one.id === id);
  const quote = quotes.find((one) => one.id === id);
  if (verdict === undefined || quote === undefined) throw new RangeError(`no such quote: ${id}`);
  const rule = { rule: 'belowMarket', version: 1, formula: 'below = 1 - price / others' };
  if (verdict.state === 'refused') {
    const missing = { name: 'missingQuotes', value: String(verdict.missingQuotes) };
    return { ...rule, inputs: [...quoteValues(quote, priceText), missing], result: null };
  }
  return {
    ...rule,
    inputs: [
      ...quoteValues(quote, priceText),
      { name: 'others', ...priceText(verdict.others.price) },
      { name: 'othersCount', value: String(verdict.othersCount) },
      { name: 'belowOneDeviation', value: String(verdict.belowOneDeviation) },
      { name: 'severity', value: verdict.severity },
    ],
    result: { name: 'below', value: fromScaledInteger(verdict.belowBp, 2).toFixed(2), unit: '%' },
  };
}

const WEIGHTED = 'referencePrice = Σ(price × quantity) / Σ quantity, without outliers';
const PLAIN = 'referencePrice = Σ price / count, without outliers';

function quoteValues({ price, quantity }: MarketQuote, priceText: PriceText): TraceValue[] {
  const weight = quantity === null ? [] : [{ name: 'quantity', value: quantityToString(quantity) }];
  return [{ name: 'price', ...priceText(price) }, ...weight];
}
